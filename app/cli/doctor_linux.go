package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/godbus/dbus/v5"

	"afterglow/app/fault"
	"afterglow/app/phrase"
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
		return []check{r.failed("bus", err, "doctor.bus_fix")}
	}
	defer conn.Close()
	checks := []check{r.trayCheck(ctx, conn)}
	server, capabilities, err := notificationServer(ctx, conn)
	if err != nil {
		return append(checks, r.bad("notifications", "doctor.notifications_none", "doctor.notifications_fix", phrase.Args{"Cause": err}))
	}
	checks = append(checks, r.good("notifications", "doctor.notifications_by", phrase.Args{"Program": server}))
	if slices.Contains(capabilities, "actions") {
		checks = append(checks, r.good("actions", "doctor.actions_offered"))
	} else {
		checks = append(checks, r.good("actions", "doctor.actions_none"))
	}
	return append(checks, r.quietCheck(ctx, conn))
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
		return nil, fault.New("doctor.bus_none", nil)
	}
	conn, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, fault.Wrap(err, "doctor.bus_silent", nil)
	}
	return conn, nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// trayCheck asks whether a panel shows icons.
func (r *run) trayCheck(ctx context.Context, conn *dbus.Conn) check {
	const id = "tray"
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	v, err := property(ctx, conn, trayHost, "/StatusNotifierWatcher", trayHost, "IsStatusNotifierHostRegistered")
	if err != nil {
		return r.bad(id, "doctor.tray_none", "doctor.tray_fix")
	}
	if shown, _ := v.(bool); !shown {
		return r.bad(id, "doctor.tray_unhosted", "doctor.tray_fix")
	}
	return r.good(id, "doctor.tray_shown")
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
func (r *run) quietCheck(ctx context.Context, conn *dbus.Conn) check {
	const id = "quiet"
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	ways := [][2]string{{notifier, "Inhibited"}, {"org.dunstproject.cmd0", "paused"}}
	for _, way := range ways {
		v, err := property(ctx, conn, notifier, notifierPath, way[0], way[1])
		if on, isBool := v.(bool); err == nil && isBool {
			if on {
				return r.good(id, "doctor.quiet_on")
			}
			return r.good(id, "doctor.quiet_off")
		}
	}
	return r.good(id, "doctor.quiet_unknown")
}

func property(ctx context.Context, conn *dbus.Conn, owner string, path dbus.ObjectPath, face, name string) (any, error) {
	var v dbus.Variant
	err := conn.Object(owner, path).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", dbus.FlagNoAutoStart, face, name).Store(&v)
	if err != nil {
		return nil, err
	}
	return v.Value(), nil
}
