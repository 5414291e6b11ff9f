// Package agent is the part of Afterglow that stays on: it wires journal,
// reminders, tray, notifications and link, and starts the window. It links no
// graphics library.
package agent

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"

	"afterglow/app/bus"
	"afterglow/app/clock"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/notify"
	"afterglow/app/phrase"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/app/tray"
)

// Options is what an agent is started with.
type Options struct {
	DataDir    string // a whole path
	Background bool   // show no window, as at login
	Executable string // this program's own path: the window lies beside it
	Messages   io.Writer
}

// agent is one running agent.
type agent struct {
	ctx     context.Context
	end     context.CancelFunc
	ready   chan struct{} // closed when everything below stands
	clock   clock.Clock
	journal *journal.Journal
	service *service.Service
	bus     *bus.Bus
	notify  notify.Notifier
	runner  *reminder.Runner
	tray    *tray.Tray
	window  windowOpener
	server  *calendarServer
	spoken  phrase.Voice                  // before it is known when, where and how it is heard
	format  atomic.Pointer[locale.Format] // how the system writes times and dates
	redraw  chan struct{}                 // one place: a redraw that waits is enough
	acts    sync.WaitGroup
	renew   atomic.Bool // the installed program is to be started after this life

	veiled, decidedOnce bool // the last decision was discreet; there was one. Of the runner's goroutine; see veil

	sessionKnown bool // of live before the runner runs, then of the runner's goroutine; see knowSession

	mu       sync.Mutex
	messages io.Writer         // guarded by mu
	troubles map[string]string // what went wrong last, in words, by the message that says so; guarded by mu
	quiet    reminder.Quiet    // the desktop's wish at the last decision; guarded by mu
	offered  offer             // what the menu offers to answer; guarded by mu
	acting   bool              // the last decision had something to carry out; guarded by mu
}

// Run is the agent's life: until ctx ends or somebody asks it to quit. Where one
// runs already for the same data folder, that one is asked to show its window.
// Told that a newer version is installed, it ends as cleanly and starts that one.
func Run(ctx context.Context, o Options) error {
	renew, err := run(ctx, o)
	if renew {
		return startAgain(o.Executable)
	}
	return err
}

// run is one life; it says whether the installed program is to be started after it.
func run(ctx context.Context, o Options) (renew bool, err error) {
	staySmall()
	ctx, end := context.WithCancel(ctx)
	defer end()
	a := &agent{
		ctx: ctx, end: end, ready: make(chan struct{}), redraw: make(chan struct{}, 1),
		bus: bus.New(ctx), clock: clock.System(clock.Options{}), messages: o.Messages, troubles: map[string]string{},
		spoken: phrase.New(locale.Format{}),
	}
	a.format.Store(formatAtStart())
	a.window = windowOpener{dataDir: o.DataDir, self: o.Executable, ended: a.windowEnded, open: &sync.WaitGroup{}}
	a.server = newCalendarServer(o.DataDir, o.Executable, a.ringWindow)
	stop := a.hearRenewal()
	defer stop()

	// Being the only one comes first: a second agent must not even open the journal.
	server, err := ipc.Listen(o.DataDir, ipc.Agent, a.handle)
	if errors.Is(err, ipc.ErrRunning) && !errors.Is(err, ipc.ErrElsewhere) {
		return false, showRunning(ctx, o)
	}
	if err != nil {
		return false, err
	}
	defer server.Close()

	a.journal, err = journal.Open(ctx, o.DataDir)
	if err != nil {
		// Who clicked the icon in a menu reads no messages: the window says the same, on its own.
		if !o.Background && ctx.Err() == nil {
			_ = a.window.Open(ctx, "") // the cause matters more
		}
		return false, err
	}
	defer a.journal.Close()
	err = a.live(o)
	return a.renew.Load(), err
}
