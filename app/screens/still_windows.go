package screens

import (
	"context"
	"unsafe"

	"golang.org/x/sys/windows"

	"afterglow/app/bus"
)

// SPI_GETCLIENTAREAANIMATION of winuser.h: whether controls may move.
const clientAreaAnimation = 0x1042

var parametersInfo = windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW")

// asksStill says whether the person switched off animations in Windows' settings. Never run on Windows itself.
func asksStill(context.Context, *bus.Bus) bool {
	if parametersInfo.Find() != nil {
		return false
	}
	var on int32
	ok, _, _ := parametersInfo.Call(clientAreaAnimation, 0, uintptr(unsafe.Pointer(&on)), 0)
	return ok != 0 && on == 0
}
