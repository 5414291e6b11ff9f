package screens

import (
	"context"
	"time"

	"afterglow/app/clock"
)

// wake runs f once: at that moment of the wall clock, or as soon as the clock or the zone was set or the machine woke.
func wake(ctx context.Context, wall clock.Clock, at time.Time, f func()) (stop func()) {
	ctx, stop = context.WithCancel(ctx)
	go func() {
		if wall.Wait(ctx, at, nil) != clock.Ended {
			f()
		}
	}()
	return stop
}
