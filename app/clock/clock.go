// Package clock is the one place that reads the wall clock and the time zone,
// and that waits for a moment of wall-clock time.
package clock

import (
	"context"
	"time"
)

// Reason is why a wait ended.
type Reason int

const (
	Reached Reason = iota // the moment came
	Jumped                // the wall clock was set, the machine woke, or the zone changed
	Woken                 // somebody asked for it
	Ended                 // the context ended
)

// Clock reads and waits. Instants have no monotonic part: Go's timers stop in suspend.
type Clock interface {
	Now() time.Time
	// Zone is the person's zone, read afresh.
	Zone() *time.Location
	// Wait returns at until (zero: never by itself), at a jump of the wall clock or a change
	// of zone, when wake receives, or when ctx ends.
	Wait(ctx context.Context, until time.Time, wake <-chan struct{}) Reason
}
