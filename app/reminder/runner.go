package reminder

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"afterglow/app/clock"
	"afterglow/app/fault"
	"afterglow/app/record"
)

// ErrRestless is the kind of the problem that look after look finds something to do.
var ErrRestless = errors.New("restless")

// Store is the ledger and all else that a decision depends on. The runner's own writes must
// not wake it: it looks again by itself after each of them.
type Store interface {
	// Input gathers what a decision depends on; the runner sets Now, Zone, AwaySince and Quiet.
	Input(ctx context.Context, now time.Time, zone *time.Location) (Input, error)
	// Begin writes the delivery before the desktop is asked. One of the same occurrence and
	// round is kept as it is; then fresh is false.
	Begin(ctx context.Context, d record.Delivery) (id int64, fresh bool, err error)
	// Shown writes that the desktop took it, and how.
	Shown(ctx context.Context, id int64, t Told, at time.Time) error
	// Close writes that it is over, and why.
	Close(ctx context.Context, id int64, reason string, at time.Time) error
	// LetGo writes deliveries that will never be shown by themselves, all or none.
	LetGo(ctx context.Context, ds []record.Delivery) error
	// LastLook is the moment that SawAt wrote last; zero: never.
	LastLook(ctx context.Context) (time.Time, error)
	// SawAt writes that nothing was left to do at that moment.
	SawAt(ctx context.Context, at time.Time) error
}

// Teller shows notifications and takes them away.
type Teller interface {
	// Show puts the notice into words and shows them.
	Show(ctx context.Context, n Notice) (Told, error)
	// Close takes the notification of that delivery away; one that has gone already is no error.
	Close(ctx context.Context, delivery int64) error
}

// Told is a notification as the desktop took it.
type Told struct {
	Handle      uint32 // the desktop's own number for it; 0: none. What it is good for the store and the teller know.
	Title, Body string // the words in which it was shown
}

// Quieter reads the desktop's "do not disturb". It is asked when something is due, and
// at no other time. A reading that cannot be had is "not on".
type Quieter interface {
	Quiet(ctx context.Context) (on bool, by string)
}

// Parts is what a Runner is made of. The two functions may be nil. They are called from
// the runner's own goroutine and must not block.
type Parts struct {
	Store   Store
	Teller  Teller
	Quieter Quieter // nil: never quiet
	Clock   clock.Clock
	// OnDecision gets every decision with what it was made from; the last before a wait is what holds until the next look.
	OnDecision func(Input, Decision)
	// OnProblem gets what went wrong, and nil when all is well again.
	OnProblem func(error)
}

// Runner is the one part of Afterglow that waits. It looks, carries out the decision
// and sleeps until the next moment that matters.
type Runner struct {
	parts    Parts
	wake     chan struct{}
	fresh    atomic.Bool // see Retry
	answered atomic.Bool // see Answered

	mu      sync.Mutex // guards problem
	problem error

	// What follows belongs to Run's goroutine.
	away      time.Time
	failures  int
	notBefore time.Time // the desktop refused: not asked again before
	forgiven  time.Time // when notBefore was last dropped, see Retry
	taken     map[string]taken
}

// taken is a notification that the desktop took and the ledger could not yet be told of.
type taken struct {
	id   int64
	told Told
	at   time.Time
}

const (
	// awayAfter is how late a look must be to count as having been away.
	awayAfter = 10 * time.Minute
	// journalRetry is when a failed journal is tried again.
	journalRetry = 30 * time.Second
	// commitTime is how long a write that must not be lost may take after the program was told to end.
	commitTime = 3 * time.Second
)

// NewRunner makes a runner; Run starts it.
func NewRunner(p Parts) *Runner {
	return &Runner{parts: p, wake: make(chan struct{}, 1), taken: map[string]taken{}}
}

// Wake makes the runner look at once: something was done, entered or set. It never blocks.
func (r *Runner) Wake() {
	select {
	case r.wake <- struct{}{}:
	default: // it will look anyway
	}
}

// Retry makes the runner look at once, and ask a desktop that refused before again: its notification service was
// started anew or replaced. It never blocks.
func (r *Runner) Retry() {
	r.fresh.Store(true)
	r.Wake()
}

// Answered makes the runner look at once, and take over what the desktop was too slow to show in time: that it answers says
// that it can. It never blocks.
func (r *Runner) Answered() {
	r.answered.Store(true)
	r.Wake()
}

// Problem is what keeps the runner from its work now; nil if nothing does.
func (r *Runner) Problem() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.problem
}

// Run looks and waits until ctx ends. Errors of the journal and the desktop do not end
// it: they are reported and tried again.
func (r *Runner) Run(ctx context.Context) {
	r.start(ctx)
	for ctx.Err() == nil {
		next := r.look(ctx)
		if ctx.Err() != nil {
			break
		}
		reason := r.parts.Clock.Wait(ctx, next, r.wake)
		if reason == clock.Ended {
			break
		}
		if reason == clock.Jumped {
			// A desktop that refused was given time by the clock as it was then; or the machine has
			// slept since.
			r.fresh.Store(true)
		}
		if now := r.parts.Clock.Now(); !next.IsZero() && now.Sub(next) > awayAfter && r.away.IsZero() {
			r.away = next
		}
	}
	r.stop(ctx)
}

// start finds out since when nobody looked.
func (r *Runner) start(ctx context.Context) {
	last, err := r.parts.Store.LastLook(ctx)
	if err != nil {
		r.report(fmt.Errorf("cannot read when the last look was: %w", err))
		return
	}
	if now := r.parts.Clock.Now(); !last.IsZero() && now.Sub(last) > awayAfter {
		r.away = last
	}
}

// stop notes until when somebody looked, so that the next start knows how long it was away.
func (r *Runner) stop(ctx context.Context) {
	if r.Problem() != nil || !r.away.IsZero() {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), commitTime)
	defer cancel()
	if err := r.parts.Store.SawAt(ctx, r.parts.Clock.Now()); err != nil {
		r.report(fmt.Errorf("cannot write when the last look was: %w", err))
	}
}

// look decides and carries out until nothing is left to do, and says when to look again.
func (r *Runner) look(ctx context.Context) time.Time {
	for range looksAtOnce {
		now := r.parts.Clock.Now()
		r.forgive(now)
		in, err := r.input(ctx, now)
		if err != nil {
			r.report(fmt.Errorf("cannot read what to remind of: %w", err))
			return now.Add(journalRetry)
		}
		if committed, err := r.commitTaken(ctx, in); err != nil {
			r.report(err)
			return now.Add(journalRetry)
		} else if committed {
			continue
		}
		d := r.decide(ctx, &in)
		if r.parts.OnDecision != nil {
			r.parts.OnDecision(in, d)
		}
		acted, retry, err := r.carryOut(ctx, in, d)
		switch {
		case ctx.Err() != nil:
			return now
		case err != nil:
			r.report(err)
			return earliest(d.LookAgain, retry)
		case !retry.IsZero(): // the desktop refused before and is given time
			return earliest(d.LookAgain, retry)
		case acted:
			continue
		}
		r.away = time.Time{}
		if err := r.parts.Store.SawAt(ctx, now); err != nil {
			r.report(fmt.Errorf("cannot write when the last look was: %w", err))
		} else {
			r.report(nil)
		}
		return d.LookAgain
	}
	now := r.parts.Clock.Now()
	r.report(fault.New("reminder.restless", fault.Args{"Count": looksAtOnce}).Of(ErrRestless))
	return now.Add(journalRetry)
}

// forgive lets a notification service that was started anew be asked at once. One that
// crashes at each notification and is started again each time must not be asked without end:
// a second start within half a minute waits until two minutes are over.
func (r *Runner) forgive(now time.Time) {
	if r.answered.Swap(false) {
		r.notBefore = time.Time{}
	}
	if !r.fresh.Swap(false) || r.notBefore.IsZero() {
		return
	}
	if now.Sub(r.forgiven).Abs() >= backoff(1) {
		r.notBefore, r.forgiven = time.Time{}, now
		return
	}
	r.notBefore = earliest(r.notBefore, r.forgiven.Add(backoff(2)))
}

func (r *Runner) input(ctx context.Context, now time.Time) (Input, error) {
	zone := r.parts.Clock.Zone()
	in, err := r.parts.Store.Input(ctx, now, zone)
	in.Now, in.Zone, in.AwaySince, in.Quiet = now, zone, r.away, Quiet{}
	return in, err
}

// decide asks the desktop for "do not disturb" only if something is to be shown.
func (r *Runner) decide(ctx context.Context, in *Input) Decision {
	d := Decide(*in)
	if len(d.Show) == 0 || r.parts.Quieter == nil {
		return d
	}
	on, by := r.parts.Quieter.Quiet(ctx)
	if !on {
		return d
	}
	in.Quiet = Quiet{On: true, By: by}
	return Decide(*in)
}

func (r *Runner) report(err error) {
	r.mu.Lock()
	changed := err != nil || r.problem != nil
	r.problem = err
	r.mu.Unlock()
	if changed && r.parts.OnProblem != nil {
		r.parts.OnProblem(err)
	}
}

// earliest is the earlier of two moments; a zero one does not count.
func earliest(a, b time.Time) time.Time {
	if a.IsZero() || (!b.IsZero() && b.Before(a)) {
		return b
	}
	return a
}
