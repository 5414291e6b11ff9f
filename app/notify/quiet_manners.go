//go:build !windows && !darwin

package notify

import (
	"context"
	"slices"
	"strings"

	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// manner is how one kind of notification service tells of its "do not disturb". A desktop's switch counts only while that
// desktop's own service is the one in use: another one shows what it likes.
type manner struct {
	by    string
	of    func(s service.ServerInformation) bool
	quiet func(ctx context.Context, conn *dbus.Conn) (on, told bool) // told: there was an answer
	news  [][]dbus.MatchOption                                       // signals after which quiet may say otherwise
	about func(s *dbus.Signal) bool                                  // whether a signal is such news
	watch func(ctx context.Context, news func()) (run func())        // begins to watch a file for news; nil: there is none
}

// manners are those that are known. Each was read from the service itself; docs/testing.md says on which each was tried.
func manners() []manner {
	return []manner{
		inhibited(ByPlasma, called("plasma")),
		keyed(ByGNOME, called("gnome-shell"), bus.Key{Schema: "org.gnome.desktop.notifications", Path: "/org/gnome/desktop/notifications/", Name: "show-banners"}, "false"),
		keyed(ByCinnamon, called("cinnamon"), bus.Key{Schema: "org.cinnamon.desktop.notifications", Path: "/org/cinnamon/desktop/notifications/", Name: "display-notifications"}, "false"),
		keyed(ByMATE, made("mate"), bus.Key{Schema: "org.mate.NotificationDaemon", Path: "/org/mate/notification-daemon/", Name: "do-not-disturb"}, "true"),
		ofXfce(),
		ofLXQt(),
		ofBudgie(),
		ofDunst(),
		ofMako(),
		ofSwaync(),
		inhibited(ByDesktop, func(service.ServerInformation) bool { return true }), // any other that has KDE's property
	}
}

// mannerOf is the manner of a service; there is always one, the last.
func mannerOf(s service.ServerInformation) manner {
	all := manners()
	return all[slices.IndexFunc(all, func(m manner) bool { return m.of(s) })]
}

// called is every service with such a name.
func called(name string) func(service.ServerInformation) bool {
	return func(s service.ServerInformation) bool { return strings.Contains(strings.ToLower(s.Name), name) }
}

// made is every service of such a maker: MATE's calls itself "Notification Daemon".
func made(vendor string) func(service.ServerInformation) bool {
	return func(s service.ServerInformation) bool { return strings.EqualFold(s.Vendor, vendor) }
}

// inhibited reads the property that KDE's Plasma has.
func inhibited(by string, of func(service.ServerInformation) bool) manner {
	return manner{
		by: by, of: of,
		quiet: property(serviceName, "Inhibited"),
		news:  changesOf(servicePath),
		about: changed("Inhibited"),
	}
}

func ofDunst() manner {
	return manner{
		by: ByDunst, of: called("dunst"),
		quiet: property("org.dunstproject.cmd0", "paused"),
		news:  changesOf(servicePath),
		about: changed("paused"),
	}
}

// property reads a boolean of the notification service.
func property(face, name string) func(context.Context, *dbus.Conn) (on, told bool) {
	return func(ctx context.Context, conn *dbus.Conn) (on, told bool) {
		on, err := bus.Property[bool](ctx, conn, serviceName, servicePath, face, name)
		return on, err == nil
	}
}

const propertiesChanged = "org.freedesktop.DBus.Properties.PropertiesChanged"

func changesOf(path dbus.ObjectPath) [][]dbus.MatchOption {
	return [][]dbus.MatchOption{{dbus.WithMatchInterface("org.freedesktop.DBus.Properties"), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchObjectPath(path)}}
}

// changed says of a signal that it tells of the property of that name.
func changed(name string) func(*dbus.Signal) bool {
	return func(s *dbus.Signal) bool {
		var of string
		var now map[string]dbus.Variant
		var other []string
		if s.Name != propertiesChanged || dbus.Store(s.Body, &of, &now, &other) != nil {
			return false
		}
		_, has := now[name]
		return has || slices.Contains(other, name)
	}
}

// ofMako: mako has modes that the person names and sets up. Only one that is called so can be meant to keep reminders back.
func ofMako() manner {
	const path, face = "/fr/emersion/Mako", "fr.emersion.Mako"
	return manner{
		by: ByMako, of: called("mako"),
		quiet: func(ctx context.Context, conn *dbus.Conn) (on, told bool) {
			var modes []string
			err := conn.Object(serviceName, path).CallWithContext(ctx, face+".ListModes", dbus.FlagNoAutoStart).Store(&modes)
			return slices.ContainsFunc(modes, asksForQuiet), err == nil
		},
		news:  changesOf(path), // from mako 1.9 on; older ones tell no news
		about: changed("Modes"),
	}
}

func asksForQuiet(mode string) bool {
	switch strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(mode)) {
	case "donotdisturb", "dnd":
		return true
	}
	return false
}

func ofSwaync() manner {
	const name, path = "org.erikreider.swaync.cc", "/org/erikreider/swaync/cc"
	return manner{
		by: BySwaync, of: called("swaynotification"), // SwayNotificationCenter
		quiet: func(ctx context.Context, conn *dbus.Conn) (on, told bool) {
			var held bool // by a program, such as one that shares the screen
			err := conn.Object(name, path).CallWithContext(ctx, name+".GetDnd", dbus.FlagNoAutoStart).Store(&on)
			if conn.Object(name, path).CallWithContext(ctx, name+".IsInhibited", dbus.FlagNoAutoStart).Store(&held) != nil {
				held = false // older ones know nothing of it
			}
			return on || held, err == nil
		},
		news:  [][]dbus.MatchOption{{dbus.WithMatchInterface(name), dbus.WithMatchObjectPath(path)}},
		about: func(s *dbus.Signal) bool { return s.Name == name+".Subscribe" || s.Name == name+".SubscribeV2" },
	}
}

// ofBudgie was read from its source (10.7), not tried.
func ofBudgie() manner {
	const name, path, face = "org.budgie_desktop.Notifications", "/org/budgie_desktop/Notifications", "org.buddiesofbudgie.budgie.Dispatcher"
	return manner{
		by: ByBudgie, of: called("budgie"),
		quiet: func(ctx context.Context, conn *dbus.Conn) (on, told bool) {
			err := conn.Object(name, path).CallWithContext(ctx, face+".GetDoNotDisturb", dbus.FlagNoAutoStart).Store(&on)
			return on, err == nil
		},
		news:  [][]dbus.MatchOption{{dbus.WithMatchInterface(face), dbus.WithMatchObjectPath(path), dbus.WithMatchMember("DoNotDisturbChanged")}},
		about: func(s *dbus.Signal) bool { return s.Name == face+".DoNotDisturbChanged" },
	}
}

// keyed reads a switch among the desktop's settings. On is its value while no notification is to show.
func keyed(by string, of func(service.ServerInformation) bool, k bus.Key, on string) manner {
	return manner{
		by: by, of: of,
		quiet: func(ctx context.Context, _ *dbus.Conn) (bool, bool) {
			value, told := k.Read(ctx)
			return told && value == on, told
		},
		news:  [][]dbus.MatchOption{k.Changes()},
		about: k.Changed,
	}
}

// ofXfce: the desktop keeps its switch in its own store. Its service is started on demand, so none yet is Xfce's too.
func ofXfce() manner {
	key := bus.XfceKey{Channel: "xfce4-notifyd", Name: "/do-not-disturb"}
	return manner{
		by: ByXfce, of: func(s service.ServerInformation) bool { return s.Name == "" || called("xfce")(s) },
		quiet: func(ctx context.Context, conn *dbus.Conn) (on, told bool) {
			value, told := key.Read(ctx, conn)
			on, _ = value.(bool) // one that was never set is off
			return on, told
		},
		news:  [][]dbus.MatchOption{key.Changes()},
		about: key.Changed,
	}
}
