//go:build !windows && !darwin

package bus

import (
	"context"
	"os/exec"
	"strings"

	"github.com/godbus/dbus/v5"
)

// Key is a setting of a desktop that keeps its settings as GNOME does. It is read with gsettings, as D-Bus has no call for
// that, and heard of from the one who writes it.
type Key struct {
	Schema string // "org.mate.NotificationDaemon"; of a schema without a place of its own with ":/its/place/"
	Path   string // where its keys lie: "/org/mate/notification-daemon/"
	Name   string
}

const dconf = "ca.desrt.dconf.Writer"

// Read is the setting as gsettings prints it, a text without its quotes. It is false where there is none.
func (k Key) Read(ctx context.Context) (value string, ok bool) {
	out, err := exec.CommandContext(ctx, "gsettings", "get", k.Schema, k.Name).Output() // fixed words
	return strings.Trim(strings.TrimSpace(string(out)), "'"), err == nil
}

// Changes match the signals that tell of the setting; see [Key.Changed].
func (k Key) Changes() []dbus.MatchOption {
	return []dbus.MatchOption{dbus.WithMatchInterface(dconf), dbus.WithMatchMember("Notify"), dbus.WithMatchArgPath(0, k.Path)}
}

// Changed says whether a signal tells of the setting: by its whole name, by names below a folder, or by a folder that was
// written as a whole.
func (k Key) Changed(s *dbus.Signal) bool {
	var prefix string
	var names []string
	if s == nil || s.Name != dconf+".Notify" || len(s.Body) < 2 || dbus.Store(s.Body[:2], &prefix, &names) != nil {
		return false
	}
	for _, name := range names {
		switch whole := prefix + name; {
		case whole == k.Path+k.Name, strings.HasSuffix(whole, "/") && strings.HasPrefix(k.Path+k.Name, whole):
			return true
		}
	}
	return false
}

// XfceKey is a setting of Xfce's, or a folder of them.
type XfceKey struct {
	Channel string // "xsettings"
	Name    string // "/Net/ThemeName"
}

const xfconf, xfconfPath = "org.xfce.Xfconf", "/org/xfce/Xfconf"

// Read is the setting, nil if it was never set. It is false where Xfce's store does not run: none is started.
func (k XfceKey) Read(ctx context.Context, conn *dbus.Conn) (value any, ok bool) {
	if !Owned(ctx, conn, xfconf) {
		return nil, false
	}
	var v dbus.Variant
	err := conn.Object(xfconf, xfconfPath).CallWithContext(ctx, xfconf+".GetProperty", dbus.FlagNoAutoStart, k.Channel, k.Name).Store(&v)
	if err != nil {
		return nil, true
	}
	return v.Value(), true
}

// Below are all settings of a folder, by their whole names; none where the store does not run.
func (k XfceKey) Below(ctx context.Context, conn *dbus.Conn) map[string]any {
	var all map[string]dbus.Variant
	values := map[string]any{}
	if Owned(ctx, conn, xfconf) && conn.Object(xfconf, xfconfPath).
		CallWithContext(ctx, xfconf+".GetAllProperties", dbus.FlagNoAutoStart, k.Channel, k.Name).Store(&all) == nil {
		for name, v := range all {
			values[name] = v.Value()
		}
	}
	return values
}

// Changes match the signals that tell of the channel; see [XfceKey.Changed].
func (k XfceKey) Changes() []dbus.MatchOption {
	return []dbus.MatchOption{dbus.WithMatchInterface(xfconf), dbus.WithMatchMember("PropertyChanged"), dbus.WithMatchArg(0, k.Channel)}
}

// Changed says whether a signal tells of the setting, or of one in its folder.
func (k XfceKey) Changed(s *dbus.Signal) bool {
	var of, name string
	return s != nil && s.Name == xfconf+".PropertyChanged" && len(s.Body) >= 2 && dbus.Store(s.Body[:2], &of, &name) == nil &&
		of == k.Channel && (name == k.Name || strings.HasPrefix(name, k.Name+"/"))
}
