package typed_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/app/phrase/typed"
)

var (
	british   = locale.Format{}
	american  = locale.Format{Hours: locale.Hours12, Order: locale.MonthDay}
	canadian  = locale.Format{Hours: locale.Hours12, Order: locale.YearMonth}
	indian    = locale.Format{Hours: locale.Hours12}
	japanese  = locale.Format{Order: locale.YearMonth}
	now       = "2026-11-22T12:00:00+01:00" // a Sunday
	allFormat = map[string]locale.Format{"24 h, day first": british, "12 h, month first": american, "12 h, year first": canadian,
		"12 h, day first": indian, "24 h, year first": japanese}
)

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func voice(t testing.TB, f locale.Format) phrase.Voice {
	return phrase.New(f).At(instant(t, now), zoneOf(t, "Europe/Berlin"))
}

// mean says what a text was read as: "2026-11-27 15:30", with what was said of it.
func mean(t testing.TB) func(at typed.Time, err error) string {
	return func(at typed.Time, err error) string { return meant(at, err, zoneOf(t, "Europe/Berlin")) }
}

func meant(at typed.Time, err error, zone *time.Location) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.ID
	}
	text := at.At.In(zone).Format("2006-01-02 15:04:05")
	text = strings.TrimSuffix(text, ":00")
	switch at.Precision {
	case typed.Counted:
		text += ", counted"
	case typed.InPart:
		text += ", until " + at.Latest.Format("15:04")
	case typed.WholeDay:
		text += ", all day"
	}
	switch at.Doubt {
	case typed.OrderDoubt:
		text += ", or " + at.Other.String()
	case typed.WeekDoubt:
		text += ", or in the week of " + at.Other.String()
	case typed.ClockDoubt:
		text += ", or the day " + at.Other.String()
	}
	return text
}

func pseudoVoice(t *testing.T) phrase.Voice {
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	return phrase.From(american, files).At(instant(t, now), zoneOf(t, "Europe/Berlin"))
}
