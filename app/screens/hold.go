package screens

import (
	"context"
	"sync"

	"afterglow/app/clock"
	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// hold is what the window holds of a data folder: the journal, and the lock by which there is one window.
type hold struct {
	ctx    context.Context
	dir    string
	handle func(ipc.Message) ipc.Reply

	mu     sync.Mutex // held while the journal is being opened
	is     opened
	server *ipc.Server // nil: let go of
	mended func(note *fault.Fault)
}

// opened is the journal with the service on it, once it is there.
type opened struct {
	journal *journal.Journal
	service *service.Service
	err     error
}

// newHold opens the journal of dir in the background; the lock is held already, by server.
func newHold(ctx context.Context, dir string, server *ipc.Server, handle func(ipc.Message) ipc.Reply) *hold {
	h := &hold{ctx: ctx, dir: dir, handle: handle, server: server}
	h.mu.Lock()
	go func() {
		defer h.mu.Unlock()
		h.is = openJournal(ctx, dir)
	}()
	return h
}

// opened waits for the journal.
func (h *hold) opened() opened {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.is
}

// hear gives f what is mended in the journal, from its opening on: in the one that is open, and in one opened again.
func (h *hold) hear(f func(note *fault.Fault)) {
	h.mu.Lock()
	h.mended = f
	j := h.is.journal
	h.mu.Unlock()
	if j != nil {
		j.Hear(f)
	}
}

// leave lets go of both, after last if there is a journal: the folder is Afterglow's then. A second time does nothing.
func (h *hold) leave(last func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.is.journal != nil {
		last()
		_ = h.is.journal.Close()
	}
	if h.server != nil {
		_ = h.server.Close()
	}
	h.is, h.server = opened{}, nil
}

// again takes anew what is missing of both: after leave, or if the journal could not be opened.
func (h *hold) again() opened {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.server != nil && h.is.err == nil {
		return h.is
	}
	if h.server == nil {
		var err error
		if h.server, err = ipc.Listen(h.dir, ipc.Window, h.handle); err != nil {
			h.server = nil
			return opened{err: err}
		}
	}
	h.is = openJournal(h.ctx, h.dir)
	if h.is.journal != nil && h.mended != nil {
		h.is.journal.Hear(h.mended)
	}
	return h.is
}

func openJournal(ctx context.Context, dir string) opened {
	j, err := journal.Open(ctx, dir)
	if err != nil {
		return opened{err: err}
	}
	s := service.New(j, clock.System(clock.Options{}), func() { ipc.Ring(dir) })
	s.HearQuiet(func(ctx context.Context) reminder.Quiet {
		on, by := ipc.Quiet(ctx, dir)
		return reminder.Quiet{On: on, By: by}
	})
	return opened{journal: j, service: s}
}
