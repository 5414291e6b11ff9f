//go:build !windows && !darwin

package notify

import (
	"context"
	"os/exec"
	"strings"

	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"
)

// dconfKey is a switch of a desktop that stands on GNOME's settings. On is the value at which no notification is to show.
type dconfKey struct{ schema, path, key, on string }

const dconfNews = "ca.desrt.dconf.Writer"

// keyed reads the switch with gsettings, as D-Bus has no call for it, and hears of it from the one who writes it.
func keyed(by string, of func(service.ServerInformation) bool, k dconfKey) manner {
	return manner{
		by: by, of: of,
		quiet: func(ctx context.Context, _ *dbus.Conn) (on, told bool) {
			out, err := exec.CommandContext(ctx, "gsettings", "get", k.schema, k.key).Output() // fixed words
			return err == nil && strings.TrimSpace(string(out)) == k.on, err == nil
		},
		news:  [][]dbus.MatchOption{{dbus.WithMatchInterface(dconfNews), dbus.WithMatchMember("Notify"), dbus.WithMatchArgPath(0, k.path)}},
		about: func(s *dbus.Signal) bool { return s.Name == dconfNews+".Notify" && touches(s, k.path+k.key) },
	}
}

// touches says whether a signal tells of a key: by its whole name, by names below a folder, or by a folder that was
// written as a whole.
func touches(s *dbus.Signal, key string) bool {
	var prefix string
	var names []string
	if len(s.Body) < 2 || dbus.Store(s.Body[:2], &prefix, &names) != nil {
		return false
	}
	for _, name := range names {
		switch whole := prefix + name; {
		case whole == key, strings.HasSuffix(whole, "/") && strings.HasPrefix(key, whole):
			return true
		}
	}
	return false
}
