package notify

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// A balloon at the tray icon: how Windows told things before there were toasts, and still
// does if toasts are switched off for good. It has no buttons and goes by itself.
//
// Run under wine 8, where it was seen. Never run on Windows itself.

// The tray library's window and the number of its icon: a balloon belongs to an icon, and
// a second one beside the first would only confuse.
const (
	trayClass = "SystrayClass"
	trayIcon  = 100
)

// iconData is NOTIFYICONDATAW of shellapi.h, as Windows has it since Vista.
type iconData struct {
	size            uint32
	window          windows.Handle
	id              uint32
	flags           uint32
	callback        uint32
	icon            windows.Handle
	tip             [128]uint16
	state, mask     uint32
	info            [256]uint16
	timeout         uint32
	infoTitle       [64]uint16
	infoFlags       uint32
	item            windows.GUID
	balloonIconItem windows.Handle
}

const (
	modifyIcon  = 1    // NIM_MODIFY
	withBalloon = 0x10 // NIF_INFO
	noSound     = 0x10 // NIIF_NOSOUND
	ownIcon     = 0x04 // NIIF_USER: the icon of the tray
	whileQuiet  = 0x80 // NIIF_RESPECT_QUIET_TIME
)

var (
	user32      = windows.NewLazySystemDLL("user32.dll")
	shell32     = windows.NewLazySystemDLL("shell32.dll")
	findWindow  = user32.NewProc("FindWindowExW")
	notifyShell = shell32.NewProc("Shell_NotifyIconW")
)

// balloon shows n at the tray icon of this process.
func balloon(n Note) error {
	window, err := trayWindow()
	if err != nil {
		return err
	}
	data := iconData{window: window, id: trayIcon, flags: withBalloon, infoFlags: ownIcon | whileQuiet}
	data.size = uint32(unsafe.Sizeof(data))
	if !n.Sound {
		data.infoFlags |= noSound
	}
	fit(data.infoTitle[:], clean(n.Title, false))
	fit(data.info[:], clean(n.Body, true))
	if data.info[0] == 0 {
		data.info[0] = ' ' // an empty text takes a balloon away
	}
	if ok, _, _ := notifyShell.Call(modifyIcon, uintptr(unsafe.Pointer(&data))); ok == 0 {
		return errors.New("show a balloon: the tray icon is not there")
	}
	return nil
}

// trayWindow is the hidden window of this process that the tray icon belongs to.
func trayWindow() (windows.Handle, error) {
	class, err := windows.UTF16PtrFromString(trayClass)
	if err != nil {
		return 0, fmt.Errorf("name the tray's window: %w", err)
	}
	var after uintptr
	for {
		after, _, _ = findWindow.Call(0, after, uintptr(unsafe.Pointer(class)), 0)
		if after == 0 {
			return 0, errors.New("show a balloon: the tray icon is not there yet")
		}
		var process uint32
		if _, err := windows.GetWindowThreadProcessId(windows.HWND(after), &process); err == nil && process == windows.GetCurrentProcessId() {
			return windows.Handle(after), nil
		}
	}
}

// fit writes s into field with a zero behind it, and dots if it had to be cut.
func fit(field []uint16, s string) {
	units, err := windows.UTF16FromString(s)
	if err != nil {
		return // a zero inside, which clean has taken out
	}
	if len(units) > len(field) {
		cut := len(field) - 2
		if units[cut] >= 0xDC00 && units[cut] < 0xE000 {
			cut-- // not through the middle of a character
		}
		units = append(units[:cut:cut], '…', 0)
	}
	copy(field, units)
}
