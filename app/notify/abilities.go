//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"strings"

	"afterglow/app/bus"
	"afterglow/app/fault"
)

// Abilities asks the notification service what it can do.
func (d *desktop) Abilities(ctx context.Context) Abilities {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	conn, err := d.connected(ctx)
	if err != nil {
		return Abilities{Problem: problem(err)}
	}
	s, err := d.serverOf(ctx, conn)
	if err != nil {
		return Abilities{Problem: problem(err)}
	}
	m, _, told := d.asked(ctx, conn)
	can := Abilities{Server: strings.TrimSpace(s.info.Name + " " + s.info.Version), Actions: s.actions}
	if told {
		can.Quiet = m.by
	}
	return can
}

// problem is what keeps notifications from working, as a fault.
func problem(err error) *fault.Fault {
	id := "notify.refused"
	switch {
	case errors.Is(err, bus.ErrNone):
		id = "notify.no_bus"
	case absent(err):
		return fault.Wrap(err, "notify.none", nil).Of(ErrNone)
	case errors.Is(err, context.DeadlineExceeded):
		id = "notify.silent"
	case errors.Is(err, context.Canceled), errors.Is(err, errStopped):
		id = "notify.stopped"
	}
	return fault.Wrap(err, id, nil)
}
