//go:build !windows && !darwin

package tray

import (
	"context"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/tray/sni"
)

// mend registers our icon if the panel does not have it, by whatever its registration
// got lost, as happens while a desktop logs in.
func mend(ctx context.Context, conn *dbus.Conn) {
	mendItem(ctx, conn, sni.Name())
}

func mendItem(ctx context.Context, conn *dbus.Conn, name string) {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	owner := bus.Owner(ctx, conn, name)
	if owner == "" {
		return // it does not stand on the bus yet
	}
	items, err := bus.Property[[]string](ctx, conn, bus.PanelName, bus.PanelPath, bus.PanelName, "RegisteredStatusNotifierItems")
	if err != nil {
		return
	}
	ours := func(item string) bool {
		if end := strings.IndexAny(item, "/@"); end >= 0 { // some panels list the path too
			item = item[:end]
		}
		return item == owner || item == name
	}
	if slices.ContainsFunc(items, ours) {
		return
	}
	// A panel that fails to take it will be asked again when it restarts.
	conn.Object(bus.PanelName, bus.PanelPath).CallWithContext(ctx, bus.PanelName+".RegisterStatusNotifierItem", dbus.FlagNoAutoStart, name)
}
