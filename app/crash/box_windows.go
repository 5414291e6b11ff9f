package crash

import "golang.org/x/sys/windows"

// Run under wine with a standard error. The box itself was never seen, there or on Windows.

// heard says whether standard error leads anywhere. Started from the Start menu or at
// login, a program without a console has none.
func heard() bool {
	h, err := windows.GetStdHandle(windows.STD_ERROR_HANDLE)
	return err == nil && h != 0 && h != windows.InvalidHandle
}

// show tells text in a box and waits until it is read.
func show(text string) {
	body, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return // a zero inside: nothing that anybody could read
	}
	title, err := windows.UTF16PtrFromString("Afterglow")
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, body, title, windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
}
