//go:build !windows && !darwin

package reader

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/godbus/dbus/v5"
)

// Where the session says whether anything reads windows, and where the accessibility bus is.
const (
	statusName  = "org.a11y.Bus"
	statusPath  = dbus.ObjectPath("/org/a11y/bus")
	statusFace  = "org.a11y.Status"
	daemon      = "org.freedesktop.DBus"
	properties  = daemon + ".Properties"
	callTime    = 3 * time.Second // what somebody may take to answer
	mostSignals = 16              // that wait to be looked at
)

// Reader tells whoever listens what the windows show.
type Reader struct {
	o       Options
	listens atomic.Bool
	shown   chan picture // holds the newest that was not told yet
}

// picture is what the windows show at one moment, and where their content begins on the screen.
type picture struct {
	at      Box
	windows []Node
}

// Start watches whether anybody wants to read the windows, until ctx ends, and joins the accessibility bus while somebody
// does. Nothing of it runs in between.
func Start(ctx context.Context, o Options) *Reader {
	r := &Reader{o: o, shown: make(chan picture, 1)}
	if o.Address != "" {
		go r.watch(ctx)
	}
	return r
}

// Listens says whether anybody does. Until then there is nothing to describe.
func (r *Reader) Listens() bool { return r.listens.Load() }

// Show tells what the windows show now, and where their content begins on the screen. It never waits: what comes faster
// than it can be told is told as it is by then. One goroutine alone may call it.
func (r *Reader) Show(at Box, windows ...Node) {
	if !r.Listens() {
		return
	}
	select {
	case <-r.shown: // older, and not told yet
	default:
	}
	r.shown <- picture{at, windows}
}

// watch joins and leaves as the session says, until ctx or the session ends.
func (r *Reader) watch(ctx context.Context) {
	session, err := connect(ctx, r.o.Address)
	if err != nil {
		return // who has no session bus has no screen reader
	}
	defer session.Close()
	signals := make(chan *dbus.Signal, mostSignals)
	session.Signal(signals)
	for _, match := range [][]dbus.MatchOption{
		{dbus.WithMatchObjectPath(statusPath), dbus.WithMatchInterface(properties), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchArg(0, statusFace)},
		{dbus.WithMatchSender(daemon), dbus.WithMatchInterface(daemon), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, statusName)},
	} {
		if session.AddMatchSignalContext(ctx, match...) != nil {
			return
		}
	}
	var joined *server
	var left <-chan struct{} // the accessibility bus is gone
	leave := func() {
		r.listens.Store(false)
		if joined != nil {
			joined.close()
			joined, left = nil, nil
		}
	}
	defer leave()
	for {
		switch wanted := wanted(ctx, session); {
		case wanted && joined == nil:
			if joined, err = join(ctx, session, r.o); err == nil {
				left = joined.gone()
				r.listens.Store(true)
				r.o.Joined()
			}
		case !wanted:
			leave()
		}
		if !r.serve(ctx, joined, signals, left, leave) {
			return
		}
	}
}

// serve tells what is shown until it is worth to ask again whether anybody listens, as it is when the accessibility bus is
// gone: another one may be there; false: all is over.
func (r *Reader) serve(ctx context.Context, joined *server, signals <-chan *dbus.Signal, left <-chan struct{}, leave func()) bool {
	var called <-chan struct{}
	var rest, most <-chan time.Time
	if joined != nil {
		called, rest, most = joined.called, joined.news.rest.C, joined.news.most.C
	}
	for {
		select {
		case <-ctx.Done():
			return false
		case p := <-r.shown:
			if joined != nil {
				joined.tell(p)
			}
		case <-called:
			joined.news.asked()
		case <-rest:
			joined.tellNews()
		case <-most:
			joined.tellNews()
		case s := <-signals:
			return s != nil // else the session is over
		case <-left:
			leave()
			return true
		}
	}
}

// wanted asks whether anything reads windows. It starts nothing.
func wanted(ctx context.Context, session *dbus.Conn) bool {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	for _, name := range []string{"ScreenReaderEnabled", "IsEnabled"} {
		var v dbus.Variant
		err := session.Object(statusName, statusPath).CallWithContext(ctx, properties+".Get", dbus.FlagNoAutoStart, statusFace, name).Store(&v)
		if on, _ := v.Value().(bool); err == nil && on {
			return true
		}
	}
	return false
}

// connect joins a bus, within callTime. o may give a handler of calls.
func connect(ctx context.Context, address string, o ...dbus.ConnOption) (*dbus.Conn, error) {
	conn, err := dbus.Dial(address, append(o, dbus.WithContext(ctx))...)
	if err != nil {
		return nil, err
	}
	late := time.AfterFunc(callTime, func() { _ = conn.Close() })
	defer late.Stop()
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	return conn, nil
}
