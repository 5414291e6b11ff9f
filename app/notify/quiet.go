//go:build !windows && !darwin

package notify

import (
	"context"
	"os/exec"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// quietTime is what asking for "do not disturb" may take in all. A reminder
// waits for the answer, and one that does not come means "not on".
const quietTime = 500 * time.Millisecond

// Quiet asks each desktop in its own way, all at once, and starts no service
// for it. A wrong "on" would silently end every reminder, so only a clear one counts.
func (d *desktop) Quiet(ctx context.Context) (bool, string) {
	ctx, cancel := context.WithTimeout(ctx, quietTime)
	defer cancel()
	conn, err := d.connected(ctx)
	if err != nil {
		return false, ""
	}
	asks := []func() string{
		func() string { return inhibited(ctx, conn) },
		func() string { return dunstPaused(ctx, conn) },
		func() string { return d.ofTheDesktop(ctx, conn) },
	}
	answers := make(chan string, len(asks))
	for _, ask := range asks {
		go func() { answers <- ask() }()
	}
	for range asks {
		select {
		case by := <-answers:
			if by != "" {
				return true, by
			}
		case <-ctx.Done():
			return false, ""
		}
	}
	return false, ""
}

// inhibited reads the property that KDE's Plasma has.
func inhibited(ctx context.Context, conn *dbus.Conn) string {
	if property(ctx, conn, serviceName, "Inhibited") {
		return ByDesktop
	}
	return ""
}

func dunstPaused(ctx context.Context, conn *dbus.Conn) string {
	if property(ctx, conn, "org.dunstproject.cmd0", "paused") {
		return ByDunst
	}
	return ""
}

// property reads a boolean of the notification service, if that runs.
func property(ctx context.Context, conn *dbus.Conn, face, name string) bool {
	on, err := bus.Property[bool](ctx, conn, serviceName, servicePath, face, name)
	return err == nil && on
}

// ofTheDesktop reads the switches of GNOME and Xfce, which lie outside their
// notification services: each counts only if that desktop's service is the
// one in use (for Xfce also if none is yet: it is started on demand).
func (d *desktop) ofTheDesktop(ctx context.Context, conn *dbus.Conn) string {
	name := ""
	if bus.Owned(ctx, conn, serviceName) {
		s, err := d.serverOf(ctx, conn)
		if err != nil {
			return ""
		}
		name = strings.ToLower(s.info.Name)
	}
	switch {
	case name == "gnome-shell":
		if bannersOff(ctx) {
			return ByGNOME
		}
	case name == "" || strings.Contains(name, "xfce"):
		if xfceQuiet(ctx, conn) {
			return ByXfce
		}
	}
	return ""
}

func xfceQuiet(ctx context.Context, conn *dbus.Conn) bool {
	const name = "org.xfce.Xfconf"
	if !bus.Owned(ctx, conn, name) {
		return false
	}
	var v dbus.Variant
	err := conn.Object(name, "/org/xfce/Xfconf").
		CallWithContext(ctx, name+".GetProperty", dbus.FlagNoAutoStart, "xfce4-notifyd", "/do-not-disturb").Store(&v)
	on, ok := v.Value().(bool)
	return err == nil && ok && on
}

// bannersOff asks gsettings, as GNOME has no D-Bus call for it. Its arguments are fixed.
func bannersOff(ctx context.Context) bool {
	out, err := exec.CommandContext(ctx, "gsettings", "get", "org.gnome.desktop.notifications", "show-banners").Output()
	return err == nil && strings.TrimSpace(string(out)) == "false"
}
