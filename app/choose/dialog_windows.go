package choose

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sys/windows"

	"afterglow/app/bus"
)

// Dialog is Windows' own.
type Dialog struct{}

// On is the dialog of this desktop; it needs no D-Bus.
func On(*bus.Bus) Dialog { return Dialog{} }

// Ask has Windows ask for a file; "" if the person chose none. Once ctx ends the dialog is closed. It is [ErrNone] if
// the dialog does not come.
func (Dialog) Ask(ctx context.Context, q Question) (path string, err error) {
	answered := make(chan struct{})
	go func() {
		defer close(answered)
		runtime.LockOSThread() // and never unlocked: the thread goes with what COM keeps of it
		path, err = ask(ctx, q)
	}()
	<-answered
	return path, err
}

// alreadyBegun is S_FALSE: COM had begun on this thread, which is just as good.
const alreadyBegun = windows.Errno(1)

// ask is Ask, on a thread that is the dialog's alone.
func ask(ctx context.Context, q Question) (string, error) {
	err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	if err != nil && err != alreadyBegun {
		return "", fmt.Errorf("%w: begin COM: %w", ErrNone, err)
	}
	defer windows.CoUninitialize()
	d, err := newFileDialog()
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	defer d.release()
	if err := d.prepare(q); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	defer closing(ctx, windows.GetCurrentThreadId())()
	chosen, err := d.show(ourWindow())
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	case !chosen:
		return "", nil
	}
	return d.path()
}

// patterns are a kind's files as Windows names them.
func patterns(k Kind) string {
	if len(k.Endings) == 0 {
		return "*.*"
	}
	return "*" + strings.Join(k.Endings, ";*")
}

// ourWindow is the window that the dialog belongs to and keeps from being clicked; none if another program is in front.
func ourWindow() windows.HWND {
	front := windows.GetForegroundWindow()
	var owner uint32
	if _, err := windows.GetWindowThreadProcessId(front, &owner); err != nil || owner != windows.GetCurrentProcessId() {
		return 0
	}
	return front
}

// closeAgain is how long the dialog has to follow before it is told once more: it may not have stood yet.
const closeAgain = 100 * time.Millisecond

// closing closes the windows of a thread once ctx ends. Stop ends the watch, and no longer.
func closing(ctx context.Context, thread uint32) (stop func()) {
	done := make(chan struct{})
	go func() {
		select {
		case <-ctx.Done():
		case <-done:
			return
		}
		for {
			closeWindows(thread)
			select {
			case <-time.After(closeAgain):
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}
