package clock

import (
	"context"
	"time"
)

// Compile-checked, never run on a Mac.

// wait looks at the wall clock once a minute. A Go timer stands still while a Mac
// sleeps, and the kernel's own timer on the calendar does too; that the Mac woke or its
// clock was set is told only to programs with a run loop of Apple's. So what ended while
// the lid was shut is told at most a minute after it opens; one look a minute costs next to nothing.
func (w *Wall) wait(ctx context.Context, until time.Time, wake <-chan struct{}) Reason {
	return waitInSteps(ctx, until, wake, w.read)
}
