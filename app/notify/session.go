//go:build !windows && !darwin

package notify

import (
	"context"
	"fmt"

	"github.com/godbus/dbus/v5"
)

// Session names the running notification service: while the name stays the same, the
// ids that Show gave are still its own. A service that is not running yet has no name of its own.
func Session(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	conn, err := dial(ctx)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	var bus, owner string
	if err := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetId", 0).Store(&bus); err != nil {
		return "", fmt.Errorf("ask D-Bus for its name: %w", err)
	}
	err = conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetNameOwner", dbus.FlagNoAutoStart, serviceName).Store(&owner)
	if err != nil {
		owner = "" // not running
	}
	return bus + owner, nil
}
