//go:build !windows && !darwin

package tray

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// mend registers our icon if the panel does not have it. The library
// registers first and only then listens for new panels: one that comes in
// between, as happens while a desktop logs in, would never hear of the icon.
func mend(ctx context.Context, conn *dbus.Conn) {
	mendItem(ctx, conn, fmt.Sprintf("org.kde.StatusNotifierItem-%d-1", os.Getpid())) // the library's name
}

func mendItem(ctx context.Context, conn *dbus.Conn, name string) {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	owner := bus.Owner(ctx, conn, name)
	if owner == "" {
		return // the library is not on the bus, so there is no icon to register
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
