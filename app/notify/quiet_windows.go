package notify

import (
	"context"
	"unsafe"
)

// What SHQueryUserNotificationState answers, as far as it means "not now".
const (
	stateBusy         = 2 // a full-screen program
	stateFullScreen3D = 3
	statePresentation = 4
	stateQuietTime    = 6
)

// Run under wine, which always answers "not now" to none of these. Never run on Windows itself.
// Focus assist shows in none of these either: Windows then keeps the toast back itself, and
// it waits in the notification centre.

// Quiet asks Windows whether it would show a notification now.
func (t *toaster) Quiet(context.Context) (bool, string) {
	query := shell32.NewProc("SHQueryUserNotificationState")
	if query.Find() != nil {
		return false, ""
	}
	var state int32
	if result, _, _ := query.Call(uintptr(unsafe.Pointer(&state))); result != 0 {
		return false, ""
	}
	switch state {
	case stateBusy, stateFullScreen3D:
		return true, ByFullScreen
	case statePresentation:
		return true, ByPresentation
	case stateQuietTime:
		return true, ByQuietTime
	}
	return false, ""
}
