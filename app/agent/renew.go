//go:build unix

package agent

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"afterglow/app/fault"
)

// windowEndsWithin is how long an upgrade waits for an open window to close.
const windowEndsWithin = 3 * time.Second

// hearRenewal listens for the signal with which a package says that a newer version
// lies in this program's place. The window closes too: it is of the old version, and
// the new agent may be about to change the journal's form. Stop ends the listening.
func (a *agent) hearRenewal() (stop func()) {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGUSR1)
	go func() {
		select {
		case <-told:
			a.renew.Store(true)
			a.closeWindow()
			a.awaitWindows()
			a.end()
		case <-a.ctx.Done():
		}
	}()
	return func() { signal.Stop(told) }
}

// awaitWindows waits until the windows are closed, so that none is left behind as
// a dead child of the program that takes this one's place.
func (a *agent) awaitWindows() {
	closed, done := context.WithTimeout(context.WithoutCancel(a.ctx), windowEndsWithin)
	defer done()
	go func() {
		a.window.open.Wait()
		done()
	}()
	<-closed.Done()
}

// startAgain puts the installed program in this one's place, in the same process: whoever
// started it, the desktop's session say, sees it go on. It shows nothing by itself.
func startAgain(program string) error {
	args := slices.Clone(os.Args)
	if !slices.Contains(args, "--background") {
		args = append(args, "--background")
	}
	if err := syscall.Exec(program, args, os.Environ()); err != nil {
		return fault.Wrap(err, "background.renew_failed", fault.Args{"Program": program})
	}
	return nil
}
