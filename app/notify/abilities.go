//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"os/exec"
	"strings"

	"github.com/godbus/dbus/v5"

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
	return Abilities{
		Server:  strings.TrimSpace(s.info.Name + " " + s.info.Version),
		Actions: s.actions,
		Quiet:   tellsQuiet(ctx, conn, strings.ToLower(s.info.Name)),
	}
}

// tellsQuiet says whether Quiet can hear of "do not disturb" here; it looks where that does.
func tellsQuiet(ctx context.Context, conn *dbus.Conn, server string) bool {
	for _, p := range [][2]string{{serviceName, "Inhibited"}, {"org.dunstproject.cmd0", "paused"}} {
		if _, err := bus.Property[bool](ctx, conn, serviceName, servicePath, p[0], p[1]); err == nil {
			return true
		}
	}
	if server == "gnome-shell" {
		_, err := exec.LookPath("gsettings")
		return err == nil
	}
	return strings.Contains(server, "xfce") && bus.Owned(ctx, conn, "org.xfce.Xfconf")
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
