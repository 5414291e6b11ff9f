package tray

// Never run: this needs a Mac. On Linux its form was checked: the Objective-C against
// GNUstep's headers, the call between C and Go by a test of the two alone.

/*
#cgo CFLAGS: -x objective-c -fobjc-arc
#cgo LDFLAGS: -framework Cocoa

void afterglowHearFiles(void);
*/
import "C"

import "sync/atomic"

// onFile is who hears of files. macOS calls back into the process, not into a tray
// of it, and a process has one tray: so this one thing is the package's own.
var onFile atomic.Pointer[func(path string)]

// hearFiles has told called with each file that the Finder asks this program to open.
// macOS sends those as events to the program that runs, never as arguments. It comes
// before the tray's own loop begins, so that the file of a first double click is heard too.
func hearFiles(told func(path string)) {
	onFile.Store(&told)
	C.afterglowHearFiles()
}

//export afterglowOpenFile
func afterglowOpenFile(path *C.char) {
	if told := onFile.Load(); told != nil && *told != nil {
		(*told)(C.GoString(path))
	}
}
