//go:build !windows && !darwin

package locale

import (
	"context"
	"strings"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// desktopClock is where a desktop says which clock it shows.
type desktopClock struct {
	// read is what it says, and in which setting; "" for a setting that says nothing.
	read  func(ctx context.Context, b *bus.Bus) (hours, setting string)
	news  []dbus.MatchOption // signals after which read may say otherwise
	about func(s *dbus.Signal) bool
}

// clockOf is the setting of the desktop that is in use. Elsewhere its settings may be there too, but nobody chose them.
func clockOf(getenv func(string) string) (c desktopClock, ok bool) {
	switch {
	case isDesktop(getenv, "GNOME", "Unity", "Budgie"):
		return gnomeClock(), true
	case isDesktop(getenv, "X-Cinnamon", "Cinnamon"):
		return keyClock(bus.Key{Schema: "org.cinnamon.desktop.interface", Path: "/org/cinnamon/desktop/interface/", Name: "clock-use-24h"},
			map[string]string{"true": "24h", "false": "12h"}), true
	case isDesktop(getenv, "MATE"):
		const path = "/org/mate/panel/objects/clock/prefs/" // of the panel's own clock; a second one has another name
		return keyClock(bus.Key{Schema: "org.mate.panel.applet.clock:" + path, Path: path, Name: "format"},
			map[string]string{"24-hour": "24h", "12-hour": "12h"}), true
	case isDesktop(getenv, "XFCE"):
		return xfceClock(), true
	}
	return desktopClock{}, false
}

func gnomeClock() desktopClock {
	const space, key = "org.gnome.desktop.interface", "clock-format"
	return desktopClock{
		read: func(ctx context.Context, b *bus.Bus) (string, string) {
			said, _ := b.Setting(ctx, space, key).(string)
			return said, space + " " + key
		},
		news:  bus.SettingChanges(space),
		about: func(s *dbus.Signal) bool { _, ok := bus.SettingChanged(s, space, key); return ok },
	}
}

// keyClock reads a key whose values mean those hours.
func keyClock(k bus.Key, means map[string]string) desktopClock {
	schema, _, _ := strings.Cut(k.Schema, ":")
	return desktopClock{
		read: func(ctx context.Context, _ *bus.Bus) (string, string) {
			value, _ := k.Read(ctx)
			return means[value], schema + " " + k.Name
		},
		news:  k.Changes(),
		about: k.Changed,
	}
}

// xfceClock reads how the panel's clock writes the time: as strftime does.
func xfceClock() desktopClock {
	const format = "digital-time-format"
	plugins := bus.XfceKey{Channel: "xfce4-panel", Name: "/plugins"}
	return desktopClock{
		read: func(ctx context.Context, b *bus.Bus) (string, string) {
			conn, err := b.Conn(ctx)
			if err != nil {
				return "", ""
			}
			all := plugins.Below(ctx, conn)
			for name, value := range all {
				if value == "clock" {
					said, _ := all[name+"/"+format].(string)
					return hoursOf(said), plugins.Channel + " " + format
				}
			}
			return "", ""
		},
		news:  plugins.Changes(),
		about: plugins.Changed,
	}
}

// hoursOf tells whether a format of strftime counts hours to 12 or to 24; "" for one without hours.
func hoursOf(format string) string {
	for i := strings.IndexByte(format, '%'); i >= 0 && i+1 < len(format); {
		letter := strings.TrimLeft(format[i+1:], "-_0^#")
		if letter == "" {
			break
		}
		switch letter[0] {
		case 'I', 'l', 'r':
			return "12h"
		case 'H', 'k', 'R', 'T':
			return "24h"
		}
		format = letter[1:]
		i = strings.IndexByte(format, '%')
	}
	return ""
}
