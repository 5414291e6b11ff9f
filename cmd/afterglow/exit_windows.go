package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// exit ends this process at once. Windows' usual way lets every library say its farewell:
// the one that carries notifications then calls back into a program that is half gone,
// which under wine crashes it or hangs it for ever. Journal and link are closed by now.
func exit(code int) {
	_ = windows.TerminateProcess(windows.CurrentProcess(), uint32(code))
	os.Exit(code)
}
