//go:build !windows && !darwin

package notify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	_ "image/png" // the icon is one
	"os"
	"sync"

	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"
)

const (
	serviceName = "org.freedesktop.Notifications"
	servicePath = "/org/freedesktop/Notifications"
)

// errNoBus is a session without D-Bus.
var errNoBus = errors.New("this session has no D-Bus")

// bus is a Notifier over D-Bus. Its connection is its own, made when first
// needed and made anew when the bus restarted; while nothing happens, nothing
// of it runs.
type bus struct {
	opts    Options
	picture *service.Hint // the icon as a hint; nil where there is none
	plain   *plain        // where the session has no notification service
	life    context.Context
	end     context.CancelFunc
	events  chan Event
	pump    sync.WaitGroup // all our goroutines; added to with mu held, while life lasts
	dialing chan struct{}  // holds one token: one connects, the others wait

	mu     sync.Mutex // guards all below
	conn   *dbus.Conn
	cutOff bool            // the bus of an earlier connection has gone
	server *server         // what the present service can do; nil: not asked
	mine   map[uint32]bool // shown by us and, for all we know, still there
	lost   map[uint32]bool // ids of a service that has ended: the next one gives them to others
	queue  []Event         // to be delivered
	poke   chan struct{}   // says that queue has grown
	inward int             // calls of Notify under way
	early  []Event         // of ids whose Notify has not returned yet
}

// server is a running notification service.
type server struct {
	info                   service.ServerInformation
	actions, markup, sound bool
}

// New returns this desktop's notifications. They stop when ctx ends.
func New(ctx context.Context, o Options) Notifier { return newBus(ctx, o) }

func newBus(ctx context.Context, o Options) *bus {
	b := &bus{
		opts: o, picture: picture(o), plain: newPlain(o),
		events: make(chan Event), dialing: make(chan struct{}, 1), poke: make(chan struct{}, 1),
		mine: map[uint32]bool{}, lost: map[uint32]bool{},
	}
	b.dialing <- struct{}{}
	for _, id := range o.Open {
		b.mine[id] = true
	}
	b.life, b.end = context.WithCancel(ctx)
	b.pump.Go(b.deliver)
	context.AfterFunc(b.life, b.hangUp)
	return b
}

// Stop lets go of the desktop and ends Events.
func (b *bus) Stop() {
	b.mu.Lock() // whoever adds to pump looks at life first, holding mu
	b.end()
	b.mu.Unlock()
	b.pump.Wait()
}

func (b *bus) hangUp() {
	b.mu.Lock()
	conn := b.conn
	b.conn = nil
	b.mu.Unlock()
	if conn != nil {
		_ = conn.Close()
	}
}

// limit is ctx, ended by Stop and after callTime at the latest.
func (b *bus) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	stop := context.AfterFunc(b.life, cancel)
	return ctx, func() { stop(); cancel() }
}

// connected returns the connection, making it where there is none.
func (b *bus) connected(ctx context.Context) (*dbus.Conn, error) {
	select {
	case <-b.dialing:
		defer func() { b.dialing <- struct{}{} }()
	case <-ctx.Done():
		return nil, fmt.Errorf("connect to D-Bus: %w", ctx.Err())
	}
	b.mu.Lock()
	conn := b.conn
	b.mu.Unlock()
	if conn != nil && conn.Connected() {
		return conn, nil
	}
	conn, err := dial(ctx)
	if err != nil {
		return nil, err
	}
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	for _, match := range append([][]dbus.MatchOption{
		{dbus.WithMatchInterface(serviceName), dbus.WithMatchObjectPath(servicePath)},
		{dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchInterface("org.freedesktop.DBus"),
			dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, serviceName)},
	}, quietMatches()...) {
		if err := conn.AddMatchSignalContext(ctx, match...); err != nil {
			_ = conn.Close()
			return nil, fmt.Errorf("listen on D-Bus: %w", err)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.life.Err() != nil {
		_ = conn.Close()
		return nil, errors.New("notifications have been stopped")
	}
	b.conn, b.server = conn, nil
	if b.cutOff {
		b.cutOff = false
		b.push(Event{Key: Started}) // whatever started meanwhile, we did not hear of it
	}
	b.pump.Go(func() { b.listen(conn, signals) })
	return conn, nil
}

// dial opens a connection of our own to the session's bus, and starts none
// where there is no bus. Until ctx ends it may take part in the hand-shake.
func dial(ctx context.Context) (*dbus.Conn, error) {
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoBus, err)
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
		return nil, fmt.Errorf("%w: %w", errNoBus, err)
	}
	return conn, nil
}

// serverOf asks the service what it can do, once in its life. The call starts
// a service that the session starts on demand.
func (b *bus) serverOf(ctx context.Context, conn *dbus.Conn) (server, error) {
	b.mu.Lock()
	known := b.server
	b.mu.Unlock()
	if known != nil {
		return *known, nil
	}
	var s server
	var can []string
	o := conn.Object(serviceName, servicePath)
	if err := o.CallWithContext(ctx, serviceName+".GetCapabilities", 0).Store(&can); err != nil {
		return s, fmt.Errorf("ask the notification service what it can do: %w", err)
	}
	if err := o.CallWithContext(ctx, serviceName+".GetServerInformation", 0).
		Store(&s.info.Name, &s.info.Vendor, &s.info.Version, &s.info.SpecVersion); err != nil {
		return s, fmt.Errorf("ask the notification service for its name: %w", err)
	}
	for _, c := range can {
		switch c {
		case "actions":
			s.actions = true
		case "body-markup":
			s.markup = true
		case "sound":
			s.sound = true
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.conn == conn {
		b.server = &s
	}
	return s, nil
}

// absent reports whether err means that this session has no notification
// service, rather than one that fails.
func absent(err error) bool {
	if errors.Is(err, errNoBus) {
		return true
	}
	var e dbus.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Name {
	case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner",
		"org.freedesktop.DBus.Error.Spawn.ServiceNotFound", "org.freedesktop.DBus.Error.Spawn.ExecFailed",
		"org.freedesktop.DBus.Error.Spawn.ChildExited", "org.freedesktop.DBus.Error.Spawn.ChildSignaled",
		"org.freedesktop.DBus.Error.Spawn.Failed", "org.freedesktop.DBus.Error.Spawn.FileInvalid":
		return true
	}
	return false
}

// picture turns the icon into what the notification service takes; an icon
// that cannot be read is left out, a reminder without one is still a reminder.
func picture(o Options) *service.Hint {
	if o.Icon != "" || len(o.IconPNG) == 0 {
		return nil
	}
	img, _, err := image.Decode(bytes.NewReader(o.IconPNG))
	if err != nil {
		return nil
	}
	// The service wants colours that are not multiplied by their alpha, the
	// library's parameter is of a type that means the opposite.
	flat := image.NewNRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(flat, flat.Bounds(), img, img.Bounds().Min, draw.Src)
	h := service.HintImageDataRGBA(&image.RGBA{Pix: flat.Pix, Stride: flat.Stride, Rect: flat.Rect})
	return &h
}

// withoutAutolaunch keeps beeep from starting a bus of its own where the
// session has none: it would be left running for nobody. The returned function
// undoes it.
func withoutAutolaunch() func() {
	const name = "DBUS_SESSION_BUS_ADDRESS"
	was, set := os.LookupEnv(name)
	if was != "" && was != "autolaunch:" {
		return func() {}
	}
	if _, err := os.Stat(fmt.Sprintf("/run/user/%d/bus", os.Getuid())); err == nil {
		return func() {}
	}
	_ = os.Setenv(name, "unix:path=/dev/null")
	return func() {
		if set {
			_ = os.Setenv(name, was)
		} else {
			_ = os.Unsetenv(name)
		}
	}
}
