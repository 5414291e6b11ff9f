package simulation

import (
	"context"
	"errors"
	"time"

	"afterglow/app/clock"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// life is one run of the agent, from its start to its end or kill. Once it is dead
// nothing that the runner still tries reaches the world.
type life struct {
	w      *world
	cancel context.CancelFunc
	wake   func()
	dead   bool
	asleep bool // waits, so that a kill there is no step of a delivery
}

var (
	errDead     = errors.New("the agent was killed")
	errNotTaken = errors.New("the desktop refuses")
	errFull     = errors.New("the disk is full")
)

// kill ends the agent at this instant.
func (l *life) kill(where string) {
	if l.dead {
		return
	}
	l.dead = true
	l.w.tally.Kills++
	l.w.note("KILL %s", where)
	l.w.oracle.killed()
	l.cancel()
}

// step is a point at which the agent may be killed.
func (l *life) step(where string) error {
	if !l.dead && l.w.mood.fatal > 0 && l.w.draw.chance(l.w.mood.fatal) {
		l.kill(where)
	}
	if l.dead {
		return errDead
	}
	return nil
}

func (l *life) problem(err error) {
	if l.dead || err == nil {
		return
	}
	l.w.note("the runner reports: %v", err)
	if errors.Is(err, reminder.ErrRestless) {
		l.w.oracle.broken(Restless, "%v", err)
	}
}

func (l *life) decided(_ reminder.Input, d reminder.Decision) {
	if l.w.keep {
		l.w.note("decided: show %d, let go %d, hold %d, close %d, look again %s", len(d.Show), len(d.LetGo), len(d.Held), len(d.Withdraw), l.w.oracle.say(d.LookAgain))
	}
}

// desk is the desktop with its notifications.
type desk struct {
	last    uint32
	quiet   bool
	refuses bool
	full    bool // the disk
}

// Show implements reminder.Teller.
func (l *life) Show(_ context.Context, n reminder.Notice) (reminder.Told, error) {
	w := l.w
	if err := l.step("before " + n.ID + " is shown"); err != nil {
		return reminder.Told{}, err
	}
	w.oracle.decided = w.wall // a slow desktop can let what was decided grow old
	if w.draw.chance(w.mood.slow) {
		w.pass(w.draw.span(10*time.Millisecond, 2*time.Second))
	}
	if w.desk.refuses {
		w.oracle.trouble(w.wall, 10*time.Minute)
		return reminder.Told{}, errNotTaken
	}
	if w.mood.mean[full] > 0 && !w.desk.full && w.draw.chance(0.01) { // and its being shown cannot be written
		w.hold(&w.desk.full, "the disk is full", w.draw.span(time.Minute, time.Hour), time.Minute)
	}
	w.desk.last++
	told := w.oracle.inWords(n, w.wall)
	told.Handle = w.desk.last
	w.tally.Shown++
	w.note("SHOW %s#%d %q %q covers %d", n.ID, n.Round, told.Title, told.Body, len(n.Covers))
	w.oracle.shown(n, told, w.wall)
	if n.Kind == reminder.RoutineDue {
		w.answers(n.ID)
	}
	for _, c := range n.Covers {
		if c.Kind == reminder.RoutineDue {
			w.answers(c.ID)
		}
	}
	return told, l.step("after " + n.ID + " was shown")
}

// Close implements reminder.Teller.
func (l *life) Close(_ context.Context, delivery int64) error {
	if err := l.step("before a notification is taken away"); err != nil {
		return err
	}
	l.w.oracle.closed(l.w.onScreen[delivery])
	return l.step("after a notification was taken away")
}

// Quiet implements reminder.Quieter.
func (l *life) Quiet(context.Context) (on bool, by string) {
	return l.w.desk.quiet, "dunst"
}

// ledger is the keeper as the runner sees it: it can be killed between any two of its
// steps, and the disk can be full.
type ledger struct{ *life }

// try does one step of the ledger.
func (l ledger) try(where string, write bool, do func() error) error {
	if err := l.step("before " + where); err != nil {
		return err
	}
	if write && l.w.desk.full {
		l.w.oracle.trouble(l.w.wall, time.Minute)
		return errFull
	}
	if err := do(); err != nil {
		l.w.fail(err)
		return err
	}
	return l.step("after " + where)
}

func (l ledger) Input(ctx context.Context, now time.Time, zone *time.Location) (in reminder.Input, err error) {
	if l.dead {
		return in, errDead
	}
	l.w.tally.Looks++
	in, err = l.w.keeper.Input(ctx, now, zone)
	if err != nil {
		l.w.fail(err)
	}
	in.Shelf = shelfOf(in.Courses, zone)
	return in, err
}

func (l ledger) Begin(ctx context.Context, d record.Delivery) (id int64, fresh bool, err error) {
	err = l.try(d.Occurrence+" is begun", true, func() (err error) {
		id, fresh, err = l.w.keeper.Begin(ctx, d)
		l.w.began[id] = roundKey(d.Occurrence, d.Round)
		l.w.oracle.begun[l.w.began[id]]++
		return err
	})
	return id, fresh, err
}

func (l ledger) Shown(ctx context.Context, id int64, t reminder.Told, at time.Time) error {
	return l.try("it is written that something was shown", true, func() error {
		err := l.w.keeper.Shown(ctx, id, t, at)
		if err == nil {
			l.w.onScreen[id] = t.Handle
			l.w.oracle.committed(t.Handle)
		}
		return err
	})
}

func (l ledger) Close(ctx context.Context, id int64, reason string, at time.Time) error {
	return l.try("a delivery is closed", true, func() error {
		l.w.note("close %s: %s", l.w.began[id], reason)
		l.w.oracle.gaveUp(l.w.began[id], reason, l.w.wall)
		return l.w.keeper.CloseDelivery(ctx, id, reason, at)
	})
}

func (l ledger) LetGo(ctx context.Context, ds []record.Delivery) error {
	return l.try("reminders are let go", true, func() error {
		err := l.w.keeper.LetGo(ctx, ds)
		if err != nil {
			return err
		}
		for _, d := range ds {
			l.w.note("let go %s#%d %s %s", d.Occurrence, d.Round, d.Reason, d.SumOf)
			l.w.oracle.letGo(d, l.w.wall)
		}
		return nil
	})
}

func (l ledger) LastLook(ctx context.Context) (time.Time, error) {
	if l.dead {
		return time.Time{}, errDead
	}
	return l.w.keeper.LastLook(ctx)
}

func (l ledger) SawAt(ctx context.Context, at time.Time) error {
	return l.try("the look is noted", true, func() error { return l.w.keeper.SawAt(ctx, at) })
}

// wallClock is the clock of one agent. Its Wait is where the world turns.
type wallClock struct{ *life }

func (c wallClock) Now() time.Time       { return c.w.wall }
func (c wallClock) Zone() *time.Location { return c.w.zone }

func (c wallClock) Wait(ctx context.Context, until time.Time, wake <-chan struct{}) clock.Reason {
	w := c.w
	rested := false
	for {
		if ctx.Err() != nil || w.over() {
			c.cancel()
			return clock.Ended
		}
		select {
		case <-wake:
			return clock.Woken
		default:
		}
		if !rested {
			rested = true
			w.oracle.rested(w.wall)
		}
		step := w.untilNext()
		if !until.IsZero() && until.Sub(w.wall) <= step {
			if d := until.Sub(w.wall); d > 0 {
				c.sleep(d)
			}
			return clock.Reached
		}
		c.sleep(step)
		if reason, ended := c.turn(); ended {
			return reason
		}
	}
}

func (c wallClock) sleep(d time.Duration) {
	from := c.w.wall
	c.w.pass(d)
	c.w.oracle.waited(from, c.w.wall)
}

// turn lets the next thing happen, and says whether the wait ends by it.
func (c wallClock) turn() (clock.Reason, bool) {
	w := c.w
	wall, zone, lived := w.wall, w.zone, w.lived
	w.happen()
	switch {
	case c.dead:
		return clock.Ended, true
	case w.zone != zone, !w.wall.Equal(wall.Add(w.lived - lived)), w.lived != lived:
		return clock.Jumped, true
	}
	return 0, false
}
