//go:build !linux && !darwin

package clock

import (
	"context"
	"time"
)

// wait looks once a minute: this system does not tell of jumps of its clock.
func (w *Wall) wait(ctx context.Context, until time.Time, wake <-chan struct{}) Reason {
	return waitInSteps(ctx, until, wake, w.read)
}
