//go:build !windows && !darwin

package bus

import (
	"context"

	"github.com/godbus/dbus/v5"
)

// Each calls use with the connection, and again with each one that takes its place after the bus was restarted, until ctx
// ends. Use returns once its connection has ended. Each connects once and then waits for whoever connects next: see [Bus.Gone].
func (b *Bus) Each(ctx context.Context, use func(*dbus.Conn)) {
	_, _ = b.Conn(ctx) // without a bus the next one is waited for
	var last *dbus.Conn
	for {
		made := b.nextMade()
		if conn := b.present(ctx); conn != nil && conn != last && conn.Connected() {
			last = conn
			use(conn)
			continue
		}
		select {
		case <-made:
		case <-ctx.Done():
			return
		}
	}
}

// present is the connection as it is; nil if there is none yet.
func (b *Bus) present(ctx context.Context) *dbus.Conn {
	select {
	case conn := <-b.turn:
		b.turn <- conn
		return conn
	case <-ctx.Done():
		return nil
	}
}

// nextMade is closed when the next connection is made.
func (b *Bus) nextMade() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.made
}

// tellMade says that a connection was made.
func (b *Bus) tellMade() {
	b.mu.Lock()
	defer b.mu.Unlock()
	close(b.made)
	b.made = make(chan struct{})
}
