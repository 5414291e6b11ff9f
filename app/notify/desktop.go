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
	"time"

	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

const (
	serviceName = "org.freedesktop.Notifications"
	servicePath = "/org/freedesktop/Notifications"
)

// desktop is a Notifier over D-Bus. While nothing happens, nothing of it runs.
type desktop struct {
	opts     Options
	picture  *service.Hint // the icon as a hint; nil if there is none
	plain    *plain        // for a session without a notification service
	life     context.Context
	end      context.CancelFunc
	events   chan Event
	pump     sync.WaitGroup // all our goroutines; added to with mu held, while life lasts
	patience time.Duration  // claimTime
	joining  chan struct{}  // holds one token: one begins to listen, the others wait

	mu     sync.Mutex // guards all below
	conn   *dbus.Conn
	cutOff bool             // the bus of an earlier connection has gone
	server *server          // what the present service can do; nil: not asked
	mine   map[uint32]bool  // shown by us and, for all we know, still there
	lost   map[uint32]bool  // ids of a service that has ended: the next one gives them to others
	queue  []Event          // to be delivered
	poke   chan struct{}    // says that queue has grown
	inward int              // calls of Notify under way
	early  []Event          // of ids whose Notify has not returned yet
	late   map[string]*late // by their notes' keys: not answered in time, and not claimed since

	watching bool // a file of the desktop's is watched for "do not disturb"
}

// server is a running notification service.
type server struct {
	info           service.ServerInformation
	actions, sound bool
}

// New returns this desktop's notifications. They stop when ctx ends.
func New(ctx context.Context, o Options) Notifier { return newDesktop(ctx, o) }

func newDesktop(ctx context.Context, o Options) *desktop {
	d := &desktop{
		opts: o, picture: picture(o), plain: newPlain(o),
		events: make(chan Event), patience: claimTime, joining: make(chan struct{}, 1), poke: make(chan struct{}, 1),
		mine: map[uint32]bool{}, lost: map[uint32]bool{}, late: map[string]*late{},
	}
	d.joining <- struct{}{}
	for _, id := range o.Open {
		d.mine[id] = true
	}
	d.life, d.end = context.WithCancel(ctx)
	if d.opts.Bus == nil {
		d.opts.Bus = bus.New(d.life)
	}
	d.pump.Go(d.deliver)
	d.pump.Go(d.listenAgain)
	return d
}

// listenAgain listens on a bus that was restarted before anything is shown there: what was held may be told now.
func (d *desktop) listenAgain() {
	d.opts.Bus.Each(d.life, func(conn *dbus.Conn) {
		d.mu.Lock()
		again := d.cutOff
		d.mu.Unlock()
		if again {
			ctx, cancel := d.limit(d.life)
			_, _ = d.connected(ctx) // else the next notification tries
			cancel()
		}
		select {
		case <-conn.Context().Done():
		case <-d.life.Done():
		}
	})
}

// Stop lets go of the desktop and ends Events.
func (d *desktop) Stop() {
	d.mu.Lock() // whoever adds to pump looks at life first, holding mu
	d.end()
	d.mu.Unlock()
	d.pump.Wait()
}

// limit is ctx, ended by Stop and after callTime at the latest.
func (d *desktop) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	stop := context.AfterFunc(d.life, cancel)
	return ctx, func() { stop(); cancel() }
}

// connected returns the connection, listened to.
func (d *desktop) connected(ctx context.Context) (*dbus.Conn, error) {
	select {
	case <-d.joining:
		defer func() { d.joining <- struct{}{} }()
	case <-ctx.Done():
		return nil, fmt.Errorf("connect to D-Bus: %w", ctx.Err())
	}
	if d.life.Err() != nil {
		return nil, errStopped
	}
	conn, err := d.opts.Bus.Conn(ctx)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	known := d.conn
	d.mu.Unlock()
	if conn == known {
		return conn, nil
	}
	signals, unlisten, err := bus.Listen(ctx, conn, append([][]dbus.MatchOption{
		{dbus.WithMatchInterface(serviceName), dbus.WithMatchObjectPath(servicePath)},
		bus.OwnerChanges(serviceName),
	}, quietMatches()...)...)
	if err != nil {
		return nil, err
	}
	there := bus.Owned(ctx, conn, serviceName)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.life.Err() != nil {
		unlisten()
		return nil, errStopped
	}
	d.conn, d.server = conn, nil
	if d.cutOff {
		d.cutOff = false
		if there { // it started unheard; one that is still to come is heard, and is not news twice
			d.push(Event{Key: Started})
		}
	}
	d.pump.Go(func() {
		defer unlisten()
		d.listen(conn, signals)
	})
	return conn, nil
}

var errStopped = errors.New("notifications have been stopped")

// serverOf asks the service what it can do, once in its life. The call starts
// a service that the session starts on demand.
func (d *desktop) serverOf(ctx context.Context, conn *dbus.Conn) (server, error) {
	d.mu.Lock()
	known := d.server
	d.mu.Unlock()
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
		case "sound":
			s.sound = true
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.conn == conn {
		d.server = &s
	}
	return s, nil
}

// absent reports whether err means that this session has no notification
// service, rather than one that fails.
func absent(err error) bool { return errors.Is(err, bus.ErrNone) || bus.Absent(err) }

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

// withoutAutolaunch keeps beeep from starting a bus of its own if the
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
