//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"strings"

	"afterglow/app/bus"
)

// Abilities asks the notification service what it can do.
func (d *desktop) Abilities(ctx context.Context) Abilities {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	conn, err := d.connected(ctx)
	if err == nil {
		var s server
		if s, err = d.serverOf(ctx, conn); err == nil {
			return Abilities{Way: "D-Bus", Server: strings.TrimSpace(s.info.Name + " " + s.info.Version), Actions: s.actions}
		}
	}
	a := Abilities{Way: "D-Bus", Problem: advice(err)}
	if absent(err) {
		a.Way = "beeep"
	}
	return a
}

// advice says in one plain sentence what keeps notifications from working and what to do.
func advice(err error) string {
	switch {
	case errors.Is(err, bus.ErrNone):
		return "This session has no D-Bus: start Afterglow from inside your desktop."
	case absent(err):
		return "No notification service runs here: install and start one, such as dunst."
	case errors.Is(err, context.DeadlineExceeded):
		return "The notification service does not answer: restart it, or log in again."
	case errors.Is(err, context.Canceled):
		return "Afterglow stopped before the notification was shown: start it again."
	}
	return "The notification service refuses our notifications: restart it, or log in again."
}
