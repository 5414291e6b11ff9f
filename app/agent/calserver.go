package agent

import (
	"context"
	"time"

	"afterglow/app/beside"
	"afterglow/app/calserver"
)

const (
	// syncSettles is how long after a change it is written to the calendar server: several acts of a minute are one run.
	syncSettles = 5 * time.Second
	// syncEvery is the least time between two runs.
	syncEvery = time.Minute
	// syncAgain is when a server that could not be reached is tried again.
	syncAgain = 15 * time.Minute
)

// calendarServer has the program afterglow-sync write what changed to the calendar server that the person set up. The
// agent itself goes nowhere, and without a server this costs nothing: not even a timer.
type calendarServer struct {
	dataDir string
	self    string        // the agent's own executable
	changed chan struct{} // one place: a change that waits is enough
	ended   func()        // after each run
	sync    func(context.Context, string, calserver.Request) (calserver.Answer, error)
}

func newCalendarServer(dataDir, self string, ended func()) *calendarServer {
	return &calendarServer{
		dataDir: dataDir, self: self, changed: make(chan struct{}, 1),
		ended: ended, sync: calserver.Ask,
	}
}

// change notes that the journal changed.
func (c *calendarServer) change() {
	select {
	case c.changed <- struct{}{}:
	default: // one waits already
	}
}

// keep runs until ctx ends. What changed while no agent ran is written at once.
func (c *calendarServer) keep(ctx context.Context) {
	c.change()
	for {
		if !c.wait(ctx, 0) {
			return
		}
		if _, on, err := calserver.Read(c.dataDir); !on || err != nil {
			continue // what cannot be read is told to who looks
		}
		for again := true; again; {
			if !sleep(ctx, syncSettles) {
				return
			}
			select { // what changed meanwhile is in this run
			case <-c.changed:
			default:
			}
			again = c.run(ctx)
			if ctx.Err() != nil {
				return
			}
			c.ended()
			if !sleep(ctx, syncEvery-syncSettles) || again && !c.wait(ctx, syncAgain) {
				return
			}
		}
	}
}

// wait waits for a change, and no longer than most; zero is without an end. It is false once ctx has ended.
func (c *calendarServer) wait(ctx context.Context, most time.Duration) bool {
	var over <-chan time.Time
	if most > 0 {
		timer := time.NewTimer(most)
		defer timer.Stop()
		over = timer.C
	}
	select {
	case <-c.changed:
	case <-over:
	case <-ctx.Done():
	}
	return ctx.Err() == nil
}

// sleep is false once ctx has ended.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
	return ctx.Err() == nil
}

// run is one try. How it went stands in the data folder, for who looks: a server that cannot be reached is a mark there
// and no error.
func (c *calendarServer) run(ctx context.Context) (offline bool) {
	program, err := beside.Sync(c.self)
	if err != nil {
		return false
	}
	_, err = c.sync(ctx, program, calserver.Request{Do: calserver.Sync, Data: c.dataDir, Background: true})
	if err == nil {
		return false
	}
	s, on, _ := calserver.Read(c.dataDir)
	return on && s.Last.Trouble != nil && s.Last.Trouble.Offline
}
