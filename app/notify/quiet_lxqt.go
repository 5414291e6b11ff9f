//go:build !windows && !darwin

package notify

import (
	"context"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// lxqtQuiet is the switch of LXQt's service; one that was never set is off.
var lxqtQuiet = bus.LXQtKey{File: "notifications.conf", Group: "General", Name: "doNotDisturb"}

func ofLXQt() manner {
	return manner{
		by: ByLXQt, of: called("lxqt"),
		quiet: func(context.Context, *dbus.Conn) (on, told bool) {
			value, _ := lxqtQuiet.Read()
			return value == "true", true
		},
		about: func(*dbus.Signal) bool { return false },
		watch: lxqtQuiet.Watch,
	}
}
