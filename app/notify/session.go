//go:build !windows && !darwin

package notify

import (
	"context"

	"afterglow/app/bus"
)

// Session names the running notification service: while the name stays the same, the
// ids that Show gave are still its own. A service that is not running yet has no name of its own.
func Session(ctx context.Context, b *bus.Bus) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	conn, err := b.Conn(ctx)
	if err != nil {
		return "", err
	}
	id, err := bus.ID(ctx, conn)
	if err != nil {
		return "", err
	}
	return id + bus.Owner(ctx, conn, serviceName), nil
}
