// Package clocktest is a wall clock that stands still until a test moves it.
package clocktest

import (
	"context"
	"sync"
	"time"

	"afterglow/app/clock"
)

// Virtual is a clock under a test's control. It is ready for use by several goroutines.
type Virtual struct {
	mu      sync.Mutex // guards all below
	now     time.Time
	zone    *time.Location
	waiters map[*waiter]struct{}
	changed chan struct{} // closed and replaced whenever a wait begins or ends
}

type waiter struct {
	until time.Time
	told  chan clock.Reason // holds one
}

var _ clock.Clock = (*Virtual)(nil)

// New makes a clock that shows now in zone.
func New(now time.Time, zone *time.Location) *Virtual {
	return &Virtual{now: now.Round(0), zone: zone, waiters: map[*waiter]struct{}{}, changed: make(chan struct{})}
}

// Now is the time that the test set.
func (v *Virtual) Now() time.Time {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.now
}

// Zone is the zone that the test set.
func (v *Virtual) Zone() *time.Location {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.zone
}

// Wait implements clock.Clock.
func (v *Virtual) Wait(ctx context.Context, until time.Time, wake <-chan struct{}) clock.Reason {
	if ctx.Err() != nil {
		return clock.Ended
	}
	w := &waiter{until: until, told: make(chan clock.Reason, 1)}
	v.mu.Lock()
	if !until.IsZero() && !until.After(v.now) {
		v.mu.Unlock()
		return clock.Reached
	}
	v.waiters[w] = struct{}{}
	v.announce()
	v.mu.Unlock()
	defer func() {
		v.mu.Lock()
		delete(v.waiters, w)
		v.announce()
		v.mu.Unlock()
	}()
	select {
	case reason := <-w.told:
		return reason
	case <-ctx.Done():
		return clock.Ended
	case <-wake:
		return clock.Woken
	}
}

// Advance lets time pass: waits whose moment came end as Reached.
func (v *Virtual) Advance(d time.Duration) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.now = v.now.Add(d)
	for w := range v.waiters {
		if !w.until.IsZero() && !w.until.After(v.now) {
			v.tell(w, clock.Reached)
		}
	}
}

// Set moves the clock as a person or a suspended machine does: every wait ends as Jumped.
func (v *Virtual) Set(now time.Time) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.now = now.Round(0)
	v.jump()
}

// SetZone takes the person to another zone: every wait ends as Jumped.
func (v *Virtual) SetZone(zone *time.Location) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.zone = zone
	v.jump()
}

// Waiting returns once n goroutines wait, with the earliest moment that one of
// them waits for (zero: none waits for any), or with ctx's error.
func (v *Virtual) Waiting(ctx context.Context, n int) (earliest time.Time, err error) {
	for {
		v.mu.Lock()
		count, changed := len(v.waiters), v.changed
		for w := range v.waiters {
			if !w.until.IsZero() && (earliest.IsZero() || w.until.Before(earliest)) {
				earliest = w.until
			}
		}
		v.mu.Unlock()
		if count >= n {
			return earliest, nil
		}
		earliest = time.Time{}
		select {
		case <-changed:
		case <-ctx.Done():
			return time.Time{}, ctx.Err()
		}
	}
}

func (v *Virtual) jump() {
	for w := range v.waiters {
		v.tell(w, clock.Jumped)
	}
}

// tell ends a wait. It counts as over from then on, even if its goroutine has not run yet.
func (v *Virtual) tell(w *waiter, reason clock.Reason) {
	delete(v.waiters, w)
	w.told <- reason
	v.announce()
}

func (v *Virtual) announce() {
	close(v.changed)
	v.changed = make(chan struct{})
}
