package screens

import (
	"context"
	"errors"
	"sync"
	"time"

	"afterglow/app/fault"
	"afterglow/app/ipc"
)

const (
	answerWithin = time.Second           // for the answer to "show"
	raiseWithin  = 3 * time.Second       // for an open window to come to the front
	tryAgain     = 20 * time.Millisecond // while another window closes or is just starting
)

// closing answers who asks a window to come to the front that was just closed: they start a new one.
const closing = "start.closing"

// requests holds what the other programs ask of the window, in the order in which it came.
type requests struct {
	waiting chan request
	over    chan struct{} // closed once the window is: nothing is done any more
	end     func()        // closes over
	do      func(func())  // runs something on the user interface's thread
}

// request is one, and what is closed once it was done.
type request struct {
	ipc.Message
	done chan struct{}
}

func newRequests(do func(func())) *requests {
	over := make(chan struct{})
	return &requests{waiting: make(chan request, 16), over: over, end: sync.OnceFunc(func() { close(over) }), do: do}
}

// handle answers a program that asks. "show" is promised only if it comes true: a window that
// was closed a moment ago still has its process, and whoever clicks then wants to see one.
func (a *requests) handle(m ipc.Message) ipc.Reply {
	q := request{m, make(chan struct{})}
	select {
	case <-a.over:
		return ipc.Reply{OK: m.Do != ipc.DoShow, Fault: closing}
	case a.waiting <- q:
	default: // enough is waiting: the window reads everything again anyway
	}
	if m.Do != ipc.DoShow {
		return ipc.Reply{OK: true}
	}
	select {
	case <-q.done:
	case <-a.over:
		return ipc.Reply{Fault: closing}
	case <-time.After(answerWithin): // it is being drawn for the first time, and does it then
	}
	return ipc.Reply{OK: true}
}

// onUI runs f on the user interface's thread, unless the window is closed: then nothing may be
// asked of Fyne any more, which would run it on any thread.
func (a *requests) onUI(f func()) {
	if a.closed() {
		return
	}
	a.do(func() {
		if !a.closed() {
			f()
		}
	})
}

func (a *requests) closed() bool {
	select {
	case <-a.over:
		return true
	default:
		return false
	}
}

// listen has answer do what is asked, until the window is closed.
func (a *requests) listen(answer func(ipc.Message)) {
	for {
		select {
		case <-a.over:
			return
		case q := <-a.waiting:
			a.onUI(func() {
				answer(q.Message)
				close(q.done)
			})
		}
	}
}

// takeRole makes this process the window of dir, with handle for what is asked of it. If there
// is one already it brings that to the front with first, and returns no server.
func takeRole(ctx context.Context, dir string, first ipc.Message, handle func(ipc.Message) ipc.Reply) (*ipc.Server, error) {
	ctx, cancel := context.WithTimeout(ctx, raiseWithin)
	defer cancel()
	for {
		server, err := ipc.Listen(dir, ipc.Window, handle)
		if !errors.Is(err, ipc.ErrRunning) || errors.Is(err, ipc.ErrElsewhere) {
			return server, err
		}
		r, err := ipc.Send(ctx, dir, ipc.Window, first)
		switch {
		case err == nil && r.OK:
			return nil, nil
		case err == nil:
			err = r.Err()
		}
		// It closes, maybe in the middle of the answer, or is just starting.
		select {
		case <-ctx.Done():
			return nil, fault.Wrap(err, "start.silent", nil)
		case <-time.After(tryAgain):
		}
	}
}
