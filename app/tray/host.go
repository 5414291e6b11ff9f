//go:build !windows && !darwin

package tray

import (
	"context"
	"fmt"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	watcher     = "org.kde.StatusNotifierWatcher"
	watcherPath = "/StatusNotifierWatcher"

	// grace is how long a tray may be missing before that is told: at login
	// the panel may start after us, and one that restarts takes a moment.
	grace = 2 * time.Second
	// askTime is what a panel may take to answer.
	askTime = time.Second
)

// HostPresent reports whether something on this desktop shows tray icons now.
func HostPresent(ctx context.Context) bool {
	conn, err := dial(ctx)
	if err != nil {
		return false
	}
	defer conn.Close()
	return present(ctx, conn)
}

// watchHost returns a function that tells, until ctx ends, whether a tray is
// there. It waits for signals of the bus and does not poll. The connection is
// its own: the tray library, on the shared one, stops looking after its
// registration at the first signal of another shape than it expects.
func watchHost(ctx context.Context) (func(told func(bool)), error) {
	conn, err := dial(ctx)
	if err != nil {
		return nil, err
	}
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	matches := [][]dbus.MatchOption{{dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchInterface("org.freedesktop.DBus"),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, watcher)}}
	for _, member := range []string{"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"} {
		matches = append(matches, []dbus.MatchOption{dbus.WithMatchInterface(watcher), dbus.WithMatchMember(member)})
	}
	for _, m := range matches {
		if err := conn.AddMatchSignalContext(ctx, m...); err != nil {
			_ = conn.Close()
			return nil, fmt.Errorf("watch for a tray: %w", err)
		}
	}
	return func(told func(bool)) {
		defer conn.Close()
		follow(ctx, signals, func() bool { return present(ctx, conn) }, func() { mend(ctx, conn) }, told)
	}, nil
}

// follow asks at the start and after each signal, and tells what is new: a
// tray at once, the want of one after the grace. A tray that is there has the
// grace to show our icon; then mend looks after that.
func follow(ctx context.Context, signals <-chan *dbus.Signal, ask func() bool, mend func(), told func(bool)) {
	known, was := false, false
	tell := func(now bool) {
		if !known || now != was {
			known, was = true, now
			told(now)
		}
	}
	var missing, settled <-chan time.Time
	look := func() {
		if ask() {
			missing = nil
			settled = time.After(grace)
			tell(true)
		} else if missing == nil && (!known || was) {
			missing = time.After(grace)
		}
	}
	look()
	for {
		select {
		case _, ok := <-signals:
			if !ok { // the bus has gone, and the tray with it
				if ctx.Err() == nil {
					tell(false)
				}
				return
			}
			look()
		case <-missing:
			missing = nil
			tell(ask())
		case <-settled:
			settled = nil
			mend()
		case <-ctx.Done():
			return
		}
	}
}

// present asks the watcher whether a host draws what is registered with it. It starts none.
func present(ctx context.Context, conn *dbus.Conn) bool {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	var v dbus.Variant
	err := conn.Object(watcher, watcherPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get",
		dbus.FlagNoAutoStart, watcher, "IsStatusNotifierHostRegistered").Store(&v)
	yes, ok := v.Value().(bool)
	return err == nil && ok && yes
}

// dial opens a connection of our own to the session's bus, and starts no bus
// where the session has none. It ends with ctx or after askTime.
func dial(ctx context.Context) (*dbus.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if err != nil {
		return nil, fmt.Errorf("find the session's D-Bus: %w", err)
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	err = conn.Auth(nil)
	if err == nil {
		err = conn.Hello()
	}
	if !stop() && err == nil {
		err = ctx.Err()
	}
	if err != nil {
		_ = conn.Close()
		return nil, fmt.Errorf("connect to the session's D-Bus: %w", err)
	}
	return conn, nil
}
