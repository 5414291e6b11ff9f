package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/godbus/dbus/v5"
)

const (
	trayHost     = "org.kde.StatusNotifierWatcher"
	notifier     = "org.freedesktop.Notifications"
	notifierPath = "/org/freedesktop/Notifications"
)

// desktopChecks looks at the tray and the notifications of this desktop, over D-Bus.
func (r *run) desktopChecks(ctx context.Context) []check {
	ctx, cancel := context.WithTimeout(ctx, 5*lookFor) // each look has its own end too
	defer cancel()
	conn, err := r.sessionBus(ctx)
	if err != nil {
		return []check{bad("bus", "Desktop session", err.Error(),
			"Log in to a desktop, or run under: dbus-run-session. Without it there is no tray and no notification.")}
	}
	defer conn.Close()
	checks := []check{trayCheck(ctx, conn)}
	server, capabilities, err := notificationServer(ctx, conn)
	if err != nil {
		return append(checks, bad("notifications", "Notifications", "No program shows notifications: "+err.Error(),
			"Install one, such as dunst or your desktop's own, and log in anew."))
	}
	checks = append(checks, good("notifications", "Notifications", "shown by "+server))
	if slices.Contains(capabilities, "actions") {
		checks = append(checks, good("actions", "Done and Later on notifications", "this desktop offers them"))
	} else {
		checks = append(checks, good("actions", "Done and Later on notifications", "not offered here; the tray's menu has both"))
	}
	return append(checks, quietCheck(ctx, conn))
}

// sessionBus connects to the bus of this login. It never starts one, as the library would.
func (r *run) sessionBus(ctx context.Context) (*dbus.Conn, error) {
	address := r.env.Getenv("DBUS_SESSION_BUS_ADDRESS")
	if runtime := r.env.Getenv("XDG_RUNTIME_DIR"); address == "" && runtime != "" {
		if socket := filepath.Join(runtime, "bus"); exists(socket) {
			address = "unix:path=" + socket
		}
	}
	if address == "" {
		return nil, errors.New("there is no desktop session bus here")
	}
	conn, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("the desktop session bus cannot be reached: %w", err)
	}
	return conn, nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// trayCheck asks whether a panel shows icons.
func trayCheck(ctx context.Context, conn *dbus.Conn) check {
	const id, name = "tray", "Tray"
	const fix = "Switch on the tray of your panel. On GNOME, install the extension AppIndicator. All else works without it."
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	v, err := property(ctx, conn, trayHost, "/StatusNotifierWatcher", trayHost, "IsStatusNotifierHostRegistered")
	if err != nil {
		return bad(id, name, "No panel here shows tray icons.", fix)
	}
	if shown, _ := v.(bool); !shown {
		return bad(id, name, "A tray is there, but no panel shows it.", fix)
	}
	return good(id, name, "a panel shows icons")
}

// notificationServer asks who shows notifications and what it can do.
func notificationServer(ctx context.Context, conn *dbus.Conn) (server string, capabilities []string, err error) {
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	o := conn.Object(notifier, notifierPath)
	var name, vendor, version, spec string
	if err := o.CallWithContext(ctx, notifier+".GetServerInformation", 0).Store(&name, &vendor, &version, &spec); err != nil {
		return "", nil, err
	}
	if err := o.CallWithContext(ctx, notifier+".GetCapabilities", 0).Store(&capabilities); err != nil {
		return "", nil, err
	}
	return name + " " + version, capabilities, nil
}

// quietCheck tells whether "do not disturb" can be read here.
func quietCheck(ctx context.Context, conn *dbus.Conn) check {
	const id, name = "quiet", "Do not disturb"
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	ways := [][2]string{{notifier, "Inhibited"}, {"org.dunstproject.cmd0", "paused"}}
	for _, way := range ways {
		v, err := property(ctx, conn, notifier, notifierPath, way[0], way[1])
		if on, isBool := v.(bool); err == nil && isBool {
			if on {
				return good(id, name, "on: reminders are kept back until it ends")
			}
			return good(id, name, "off")
		}
	}
	return good(id, name, "your desktop is asked when a reminder is due; where it does not tell, reminders come")
}

func property(ctx context.Context, conn *dbus.Conn, owner string, path dbus.ObjectPath, face, name string) (any, error) {
	var v dbus.Variant
	err := conn.Object(owner, path).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", dbus.FlagNoAutoStart, face, name).Store(&v)
	if err != nil {
		return nil, err
	}
	return v.Value(), nil
}
