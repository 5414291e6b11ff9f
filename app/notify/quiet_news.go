//go:build !windows && !darwin

package notify

import (
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

const gnomeNotifications = "/org/gnome/desktop/notifications/"

// quietMatches are the signals by which each desktop tells that "do not disturb"
// was switched. So what it held back comes at once when it ends, and nothing is polled.
func quietMatches() [][]dbus.MatchOption {
	return [][]dbus.MatchOption{
		// Plasma and dunst
		{dbus.WithMatchInterface("org.freedesktop.DBus.Properties"), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchObjectPath(servicePath)},
		{dbus.WithMatchInterface("org.xfce.Xfconf"), dbus.WithMatchMember("PropertyChanged"), dbus.WithMatchArg(0, "xfce4-notifyd")},
		// GNOME
		{dbus.WithMatchInterface("ca.desrt.dconf.Writer"), dbus.WithMatchMember("Notify"), dbus.WithMatchArgPath(0, gnomeNotifications)},
	}
}

// ofQuiet reports whether a signal of quietMatches is about "do not disturb". Any
// program can send one; all that it does is that we ask again.
func ofQuiet(s *dbus.Signal) bool {
	var of, what string
	switch s.Name {
	case "org.freedesktop.DBus.Properties.PropertiesChanged":
		var changed map[string]dbus.Variant
		var other []string
		if dbus.Store(s.Body, &of, &changed, &other) != nil {
			return false
		}
		_, inhibited := changed["Inhibited"]
		_, paused := changed["paused"]
		return inhibited || paused || slices.Contains(other, "Inhibited") || slices.Contains(other, "paused")
	case "org.xfce.Xfconf.PropertyChanged":
		if len(s.Body) < 2 {
			return false
		}
		return dbus.Store(s.Body[:2], &of, &what) == nil && what == "/do-not-disturb"
	case "ca.desrt.dconf.Writer.Notify":
		if len(s.Body) < 1 {
			return false
		}
		return dbus.Store(s.Body[:1], &of) == nil && strings.HasPrefix(of, gnomeNotifications)
	}
	return false
}
