package clock

import (
	"context"
	"sync"
	"time"
)

// Options are what tests put in place of the machine's own.
type Options struct {
	// ZoneFile stands for /etc/localtime. TZ is not looked at if it is set.
	ZoneFile string
}

// Wall is the machine's own wall clock and time zone.
type Wall struct {
	zone  *zoneReader
	start time.Time // what the steady clock counts from

	mu   sync.Mutex // guards last
	last reading    // taken when the last Wait ended
}

var _ Clock = (*Wall)(nil)

// System is the machine's own clock.
func System(o Options) *Wall {
	w := &Wall{zone: newZoneReader(o.ZoneFile), start: time.Now()}
	w.last = w.read()
	return w
}

// Now is the wall-clock time, without the monotonic part: that one stands still
// while the machine is suspended.
func (w *Wall) Now() time.Time { return time.Now().Round(0) }

// Zone is the zone of TZ if that is set, else the one that the machine is set to now.
func (w *Wall) Zone() *time.Location { return w.zone.location() }

// jumpAtLeast is how far the wall clock must be off the time that really passed to
// count as a jump. Correcting a clock gently stays below it.
const jumpAtLeast = 5 * time.Second

// reading is what tells a jump: wall clock, steady clock and zone at one moment.
type reading struct {
	wall   time.Time
	steady time.Duration // time that really passed, suspend left out
	zone   fingerprint
}

func (w *Wall) read() reading {
	now := time.Now()
	return reading{wall: now.Round(0), steady: now.Sub(w.start), zone: w.zone.fingerprint()}
}

// jumped tells whether the clock was set, the machine slept or the zone changed in between.
func (r reading) jumped(later reading) bool {
	drift := later.wall.Sub(r.wall) - (later.steady - r.steady)
	return r.zone != later.zone || drift.Abs() >= jumpAtLeast
}

// Wait implements [Clock]. A jump between two waits, while the caller was busy, counts too.
func (w *Wall) Wait(ctx context.Context, until time.Time, wake <-chan struct{}) Reason {
	if ctx.Err() != nil {
		return Ended
	}
	now := w.read()
	w.mu.Lock()
	before := w.last
	w.last = now
	w.mu.Unlock()
	if before.jumped(now) {
		return Jumped
	}
	reason := w.wait(ctx, until, wake)
	now = w.read()
	w.mu.Lock()
	w.last = now
	w.mu.Unlock()
	return reason
}

// lookEvery is how long a wait trusts a timer if the system does not tell of jumps.
const lookEvery = time.Minute

// waitInSteps waits if the system does not tell of jumps: it looks once a minute.
// Timers that stood still in suspend are found out by the wall clock.
func waitInSteps(ctx context.Context, until time.Time, wake <-chan struct{}, read func() reading) Reason {
	before := read()
	for {
		step := lookEvery
		if !until.IsZero() {
			left := until.Sub(before.wall)
			if left <= 0 {
				return Reached
			}
			step = min(step, left)
		}
		timer := time.NewTimer(step)
		select {
		case <-ctx.Done():
			timer.Stop()
			return Ended
		case <-wake:
			timer.Stop()
			return Woken
		case <-timer.C:
		}
		now := read()
		if before.jumped(now) {
			return Jumped
		}
		before = now
	}
}
