package notify

import (
	"context"

	"afterglow/app/bus"
)

// Session names the running notification service. Here notifications have no ids that could be mistaken.
func Session(context.Context, *bus.Bus) (string, error) { return "", nil }
