package notify

import (
	"context"

	"afterglow/app/bus"
)

// Session is always the same: an id of a toast is never used twice, and a toast outlives
// the agent that showed it.
func Session(context.Context, *bus.Bus) (string, error) { return "toasts", nil }
