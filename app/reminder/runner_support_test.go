package reminder

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"afterglow/app/clock"
)

// bubbleClock is the bubble's own time, moved to the test week. It can be suspended.
type bubbleClock struct {
	zone   *time.Location
	mu     sync.Mutex
	offset time.Duration
	jumped chan struct{}
}

func startClock(start time.Time) *bubbleClock {
	return &bubbleClock{zone: start.Location(), offset: start.Sub(time.Now()), jumped: make(chan struct{}, 1)}
}

func (c *bubbleClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(c.offset).Round(0).In(c.zone)
}

func (c *bubbleClock) Zone() *time.Location { return c.zone }

// suspend lets that much time pass without anybody looking.
func (c *bubbleClock) suspend(d time.Duration) {
	c.mu.Lock()
	c.offset += d
	c.mu.Unlock()
	c.jumped <- struct{}{}
}

func (c *bubbleClock) Wait(ctx context.Context, until time.Time, wake <-chan struct{}) clock.Reason {
	var reached <-chan time.Time
	if !until.IsZero() {
		timer := time.NewTimer(until.Sub(c.Now()))
		defer timer.Stop()
		reached = timer.C
	}
	select {
	case <-reached:
		return clock.Reached
	case <-c.jumped:
		return clock.Jumped
	case <-wake:
		return clock.Woken
	case <-ctx.Done():
		return clock.Ended
	}
}

// desktop is a notification service in memory.
type desktop struct {
	mu     sync.Mutex
	shown  []Notice
	when   []time.Time
	closed []int64 // deliveries
	tries  []time.Time
	fail   error
	quiet  bool
	asked  int
	clock  clock.Clock
}

var errDesktop = errors.New("the notification service does not answer")

func (d *desktop) Show(_ context.Context, n Notice) (Told, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tries = append(d.tries, d.clock.Now())
	if d.fail != nil {
		return Told{}, d.fail
	}
	d.shown, d.when = append(d.shown, n), append(d.when, d.clock.Now())
	return Told{Handle: uint32(len(d.shown)), Title: "Title of " + n.ID, Body: "Body."}, nil
}

func (d *desktop) Close(_ context.Context, delivery int64) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = append(d.closed, delivery)
	return d.fail
}

func (d *desktop) Quiet(context.Context) (bool, string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.asked++
	return d.quiet, "dunst"
}

// set changes the desktop while a runner uses it.
func (d *desktop) set(change func(*desktop)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	change(d)
}

// ids are the occurrences that were shown, with their times.
func (d *desktop) ids() (out []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, n := range d.shown {
		out = append(out, d.when[i].Format("Mon 15:04:05 ")+n.ID)
	}
	return out
}

// stage is a runner in a bubble, on the ledger of the small plan.
type stage struct {
	*Runner
	clock    *bubbleClock
	desktop  *desktop
	ledger   *ledger
	problems []string
	last     Decision
	mu       sync.Mutex
	cancel   context.CancelFunc
	done     chan struct{}
}

// perform starts a runner at that moment, on Sunday's ledger.
func perform(t *testing.T, now string, prepare func(*ledger)) *stage {
	t.Helper()
	s := &stage{clock: startClock(at(t, now)), ledger: newLedger(base(t, now, nil).Prefs)}
	in := base(t, now, nil)
	s.ledger.in.Courses, s.ledger.in.Entries = in.Courses, in.Entries
	s.desktop = &desktop{clock: s.clock}
	if prepare != nil {
		prepare(s.ledger)
	}
	s.begin()
	t.Cleanup(s.end)
	return s
}

func (s *stage) begin() {
	s.Runner = NewRunner(Parts{
		Store: s.ledger, Teller: s.desktop, Quieter: s.desktop, Clock: s.clock,
		OnDecision: func(_ Input, d Decision) {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.last = d
		},
		OnProblem: func(err error) {
			s.mu.Lock()
			defer s.mu.Unlock()
			if err == nil {
				s.problems = append(s.problems, "well again")
				return
			}
			s.problems = append(s.problems, err.Error())
		},
	})
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.done = cancel, make(chan struct{})
	go func() {
		defer close(s.done)
		s.Run(ctx)
	}()
	synctest.Wait()
}

func (s *stage) end() {
	s.cancel()
	<-s.done
}

// pass lets virtual time pass until that moment of the test week.
func (s *stage) pass(t *testing.T, until string) {
	t.Helper()
	<-time.After(at(t, until).Sub(s.clock.Now()))
	synctest.Wait()
}
