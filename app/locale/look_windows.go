package locale

import (
	"context"
	"strconv"
	"unsafe"

	"golang.org/x/sys/windows"

	"afterglow/app/bus"
)

// What GetLocaleInfoEx is asked for: winnls.h.
const (
	shortDate = 0x1F // LOCALE_SSHORTDATE
	shortTime = 0x79 // LOCALE_SSHORTTIME

	firstDay = 0x100C // LOCALE_IFIRSTDAYOFWEEK: a digit, 0 for Monday to 6 for Sunday
)

var localeInfo = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetLocaleInfoEx")

// look asks for the person's own settings, which stand above those of their language.
func look(context.Context, func(string) string, *bus.Bus) Found {
	time, date := info(shortTime), info(shortDate)
	found := Found{Format: ofPictures(time, date)}
	if day, err := strconv.Atoi(info(firstDay)); err == nil && day >= 0 && day <= 6 {
		found.Format.Week = Week(day)
	}
	if time != "" {
		found.Clock = Said{Computer, time}
	}
	if date != "" {
		found.Date = Said{Computer, date}
	}
	return found
}

// info is a setting of the person's; "" if it cannot be had.
func info(kind uintptr) string {
	if localeInfo.Find() != nil {
		return ""
	}
	text := make([]uint16, 80) // Windows keeps 79 letters of such a pattern at most
	n, _, _ := localeInfo.Call(0, kind, uintptr(unsafe.Pointer(&text[0])), uintptr(len(text)))
	if n == 0 {
		return ""
	}
	return windows.UTF16ToString(text)
}

// follow asks once: news of the settings come with the next start.
func follow(_ context.Context, _ func(string) string, _ *bus.Bus, ask func()) { ask() }
