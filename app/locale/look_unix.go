//go:build !windows && !darwin

package locale

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// The setting of GNOME, and of desktops that stand on it: "12h" or "24h".
const (
	gnomeSpace = "org.gnome.desktop.interface"
	gnomeClock = "clock-format"
)

func look(ctx context.Context, getenv func(string) string, b *bus.Bus) Found {
	found := FromEnvironment(getenv)
	switch {
	case isDesktop(getenv, "KDE") && getenv("LC_ALL") == "":
		if plasma, ok := fromPlasma(plasmaSettings(getenv)); ok {
			found = plasma
		}
	case b != nil && tellsByGNOME(getenv):
		found.gnome(b.Setting(ctx, gnomeSpace, gnomeClock))
	}
	return found
}

// gnome takes in what GNOME's setting says of the clock; of dates it says nothing.
func (f *Found) gnome(value any) {
	switch value {
	case "12h":
		f.Format.Hours = Hours12
	case "24h":
		f.Format.Hours = Hours24
	default:
		return
	}
	f.Clock = Said{Desktop, gnomeSpace + " " + gnomeClock}
}

// tellsByGNOME says whether the desktop's own clock goes by GNOME's setting. Elsewhere the setting is there too, but
// nobody chose it.
func tellsByGNOME(getenv func(string) string) bool {
	return isDesktop(getenv, "GNOME", "Unity", "Budgie")
}

func isDesktop(getenv func(string) string, names ...string) bool {
	for part := range strings.SplitSeq(getenv("XDG_CURRENT_DESKTOP"), ":") {
		if slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(part, name) }) {
			return true
		}
	}
	return false
}

// plasmaSettings reads Plasma's file; nil if there is none.
func plasmaSettings(getenv func(string) string) []byte {
	dir := getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(getenv("HOME"), ".config")
	}
	name := filepath.Join(dir, plasmaFile)
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	const most = 64 << 10 // bytes; such a file has a few hundred
	text, err := io.ReadAll(io.LimitReader(file, most))
	if err != nil {
		return nil
	}
	return text
}

// follow asks at once, and after each news of GNOME's setting. A bus that goes takes the news with it.
func follow(ctx context.Context, getenv func(string) string, b *bus.Bus, ask func()) {
	signals, stop, err := news(ctx, getenv, b)
	ask()
	if err != nil {
		return
	}
	defer stop()
	for {
		select {
		case s, open := <-signals:
			if !open {
				return
			}
			if _, ok := bus.SettingChanged(s, gnomeSpace, gnomeClock); ok {
				ask()
			}
		case <-ctx.Done():
			return
		}
	}
}

var errNoNews = errors.New("this desktop tells no news of its clock")

// news listens for changes of GNOME's setting.
func news(ctx context.Context, getenv func(string) string, b *bus.Bus) (signals <-chan *dbus.Signal, stop func(), err error) {
	if b == nil || !tellsByGNOME(getenv) {
		return nil, nil, errNoNews
	}
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	conn, err := b.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	return bus.Listen(ctx, conn, bus.SettingChanges(gnomeSpace))
}
