package notify

import (
	"context"
	"unsafe"

	"golang.org/x/sys/windows"
)

// What SHQueryUserNotificationState answers, as far as it means "not now".
const (
	stateBusy         = 2 // a full-screen program
	stateFullScreen3D = 3
	statePresentation = 4
	stateQuietTime    = 6
)

// Quiet asks Windows whether it would show a notification now.
func (b *beeper) Quiet(context.Context) (bool, string) {
	query := windows.NewLazySystemDLL("shell32.dll").NewProc("SHQueryUserNotificationState")
	if query.Find() != nil {
		return false, ""
	}
	var state int32
	if result, _, _ := query.Call(uintptr(unsafe.Pointer(&state))); result != 0 {
		return false, ""
	}
	switch state {
	case stateBusy, stateFullScreen3D:
		return true, "A program fills the screen"
	case statePresentation:
		return true, "Presentation mode is on"
	case stateQuietTime:
		return true, "Quiet time is on"
	}
	return false, ""
}
