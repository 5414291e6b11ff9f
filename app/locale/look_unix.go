//go:build !windows && !darwin

package locale

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

func look(ctx context.Context, getenv func(string) string, b *bus.Bus) Found {
	found := FromEnvironment(getenv)
	switch {
	case isDesktop(getenv, "KDE") && getenv("LC_ALL") == "":
		if plasma, ok := fromPlasma(plasmaSettings(getenv)); ok {
			found = plasma
		}
	case b != nil:
		if clock, ok := clockOf(getenv); ok {
			found.clock(clock.read(ctx, b))
		}
	}
	return found
}

// clock takes in what a desktop says of the clock; of dates it says nothing.
func (f *Found) clock(hours, setting string) {
	switch hours {
	case "12h":
		f.Format.Hours = Hours12
	case "24h":
		f.Format.Hours = Hours24
	default:
		return
	}
	f.Clock = Said{Desktop, setting}
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

// follow asks at once, after each news of the desktop's clock, and when the bus was restarted.
func follow(ctx context.Context, getenv func(string) string, b *bus.Bus, ask func()) {
	clock, ok := clockOf(getenv)
	if b == nil || !ok {
		ask()
		return
	}
	connecting, cancel := context.WithTimeout(ctx, askTime)
	_, err := b.Conn(connecting)
	cancel()
	if err != nil {
		ask()
	}
	b.Each(ctx, func(conn *dbus.Conn) {
		listening, cancel := context.WithTimeout(ctx, askTime)
		signals, stop, err := bus.Listen(listening, conn, clock.news)
		cancel()
		ask()
		if err != nil {
			return
		}
		defer stop()
		hear(ctx, signals, clock, ask)
	})
}

// hear asks after each news of the clock, until the bus goes or ctx ends.
func hear(ctx context.Context, signals <-chan *dbus.Signal, clock desktopClock, ask func()) {
	for {
		select {
		case s, open := <-signals:
			if !open {
				return
			}
			if clock.about(s) {
				ask()
			}
		case <-ctx.Done():
			return
		}
	}
}
