//go:build !windows && !darwin

// Package bus is the connection to the session's D-Bus: one for all that Afterglow asks of the desktop, namely
// notifications, the tray and its panel, the settings portal, and doctor.
package bus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

// ErrNone is a session without a D-Bus that can be reached.
var ErrNone = errors.New("this session has no D-Bus")

// connectTime is what connecting may take at most.
const connectTime = 3 * time.Second

// Bus is one connection, made when it is first needed, shared by all who ask, and made anew when the bus has
// restarted. While nobody asks, nothing of it runs but the reading of signals.
type Bus struct {
	address func() string
	life    context.Context
	turn    chan *dbus.Conn // holds the connection, nil before the first: who connects has taken it, the others wait

	mu   sync.Mutex
	made chan struct{} // closed when the next connection is made; guarded by mu
}

// New is the bus of this session. Its connection closes when ctx ends.
func New(ctx context.Context) *Bus { return At(ctx, func() string { return Address(os.Getenv) }) }

// At is the bus at another address.
func At(ctx context.Context, address func() string) *Bus {
	b := &Bus{address: address, life: ctx, turn: make(chan *dbus.Conn, 1), made: make(chan struct{})}
	b.turn <- nil
	return b
}

// Conn is the connection; it is made if there is none, or if the bus has gone since.
func (b *Bus) Conn(ctx context.Context) (*dbus.Conn, error) {
	select {
	case conn := <-b.turn:
		if conn != nil && conn.Connected() {
			b.turn <- conn
			return conn, nil
		}
		made, err := b.dial(ctx)
		if err != nil {
			b.turn <- conn
			return nil, err
		}
		b.turn <- made
		b.tellMade()
		return made, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("connect to D-Bus: %w", ctx.Err())
	}
}

// dial connects, until ctx ends or connectTime is over. It starts no bus if there is none.
func (b *Bus) dial(ctx context.Context) (*dbus.Conn, error) {
	address := b.address()
	if address == "" {
		return nil, ErrNone
	}
	ctx, cancel := context.WithTimeout(ctx, connectTime)
	defer cancel()
	conn, err := dbus.Dial(address, dbus.WithContext(b.life), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
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
		if ctx.Err() != nil {
			return nil, fmt.Errorf("connect to D-Bus: no answer in time: %w", ctx.Err())
		}
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	}
	return conn, nil
}

// Listen has the signals that match come in, in order, until the connection ends, which closes the channel, or until
// stop is called. Other signals of the connection come too: a listener looks at the name of each.
func Listen(ctx context.Context, conn *dbus.Conn, matches ...[]dbus.MatchOption) (signals <-chan *dbus.Signal, stop func(), err error) {
	all := make(chan *dbus.Signal, 16)
	conn.Signal(all)
	stop = func() { conn.RemoveSignal(all) }
	for _, match := range matches {
		if err := conn.AddMatchSignalContext(ctx, match...); err != nil {
			stop()
			return nil, nil, fmt.Errorf("listen on D-Bus: %w", err)
		}
	}
	return all, stop, nil
}

// OwnerChanges matches the signals that tell who owns a name; see [OwnerChanged].
func OwnerChanges(name string) []dbus.MatchOption {
	return []dbus.MatchOption{dbus.WithMatchSender(daemon), dbus.WithMatchInterface(daemon),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, name)}
}

// OwnerChanged reads a signal that tells who owns a name: had says that somebody did, has that somebody does.
func OwnerChanged(s *dbus.Signal, name string) (had, has, ok bool) {
	var of, old, now string
	if s == nil || s.Name != daemon+".NameOwnerChanged" || dbus.Store(s.Body, &of, &old, &now) != nil || of != name {
		return false, false, false
	}
	return old != "", now != "", true
}
