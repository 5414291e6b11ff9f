//go:build !windows && !darwin

package tray

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

const (
	// grace is how long a tray may be missing before that is told: at login
	// the panel may start after us, and one that restarts takes a moment.
	grace = 2 * time.Second
	// askTime is what a panel may take to answer.
	askTime = time.Second
)

// followHost tells, until ctx ends, whether a tray is there. It waits for signals of the bus and does not poll. With the bus
// the tray goes, and with the next one it comes back.
func followHost(ctx context.Context, b *bus.Bus, told func(bool)) {
	asking, cancel := context.WithTimeout(ctx, askTime)
	_, err := b.Conn(asking)
	cancel()
	if err != nil {
		told(false)
	}
	b.Each(ctx, func(conn *dbus.Conn) {
		asking, cancel := context.WithTimeout(ctx, askTime)
		signals, unlisten, err := bus.Listen(asking, conn, bus.PanelChanges()...)
		cancel()
		if err != nil {
			told(false)
			return
		}
		defer unlisten()
		follow(ctx, signals, func() bool { return present(ctx, conn) }, func() { mend(ctx, conn) }, told)
	})
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
		case s, ok := <-signals:
			if !ok { // the bus has gone, and the tray with it
				if ctx.Err() == nil {
					tell(false)
				}
				return
			}
			if bus.PanelChanged(s) {
				look()
			}
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

// present asks whether a panel draws what is registered with it. It starts none.
func present(ctx context.Context, conn *dbus.Conn) bool {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	return bus.PanelOf(ctx, conn) == bus.ShowsIcons
}
