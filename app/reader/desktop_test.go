//go:build !windows && !darwin

package reader

import (
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus/bustest"
)

// desktop is a session with a stand-in for at-spi: one bus is the session's and the accessibility bus.
type desktop struct {
	t        *testing.T
	session  string // the address of its bus
	conn     *dbus.Conn
	embedded chan ref // who registered
	reads    atomic.Bool
	offered  atomic.Pointer[string] // the accessibility bus
	looked   chan string            // what was asked of whether somebody listens
	events   chan *dbus.Signal
}

func newDesktop(t *testing.T) *desktop {
	t.Helper()
	b := bustest.Start(t)
	d := &desktop{t: t, session: b.Addr, conn: b.Connect(), embedded: make(chan ref, 8), looked: make(chan string, 100), events: make(chan *dbus.Signal, 1000)}
	d.offered.Store(&b.Addr)
	export := func(methods map[string]any, path dbus.ObjectPath, face string) {
		if err := d.conn.ExportMethodTable(methods, path, face); err != nil {
			t.Fatal(err)
		}
	}
	export(map[string]any{"GetAddress": func() (string, *dbus.Error) { return *d.offered.Load(), nil }}, statusPath, statusName)
	export(map[string]any{"Get": func(_, name string) (dbus.Variant, *dbus.Error) {
		d.looked <- name
		return dbus.MakeVariant(name == "ScreenReaderEnabled" && d.reads.Load()), nil
	}}, statusPath, properties)
	if _, err := d.conn.RequestName(statusName, 0); err != nil {
		t.Fatal(err)
	}
	d.registers(d.conn)
	return d
}

// registers has programs register on the bus of conn.
func (d *desktop) registers(conn *dbus.Conn) {
	d.t.Helper()
	err := conn.ExportMethodTable(map[string]any{"Embed": func(r ref) (ref, *dbus.Error) {
		d.embedded <- r
		return ref{conn.Names()[0], rootPath}, nil
	}}, rootPath, iface+"Socket")
	if err == nil {
		_, err = conn.RequestName(registry, 0)
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

// listen has somebody listen, or nobody any more.
func (d *desktop) listen(on bool) {
	d.t.Helper()
	d.reads.Store(on)
	err := d.conn.Emit(statusPath, properties+".PropertiesChanged", statusFace,
		map[string]dbus.Variant{"ScreenReaderEnabled": dbus.MakeVariant(on)}, []string{})
	if err != nil {
		d.t.Fatal(err)
	}
}

// hear has the events come in from now on.
func (d *desktop) hear() {
	d.t.Helper()
	for _, face := range []string{"Event.Object", "Event.Window"} {
		if err := d.conn.AddMatchSignal(dbus.WithMatchInterface(iface + face)); err != nil {
			d.t.Fatal(err)
		}
	}
	d.conn.Signal(d.events)
}

// start starts a program that tells its windows; asked gets what is asked of it.
func (d *desktop) start(do func(Request, func(bool))) (r *Reader, joined chan struct{}) {
	d.t.Helper()
	joined = make(chan struct{}, 8)
	r = Start(d.t.Context(), Options{Address: d.session, Name: "Afterglow", Toolkit: "Fyne", Locale: "en_GB",
		Joined: func() { joined <- struct{}{} }, Do: do})
	return r, joined
}

// program is a program that is listened to and has shown these windows, and its name on the bus.
func (d *desktop) program(do func(Request, func(bool)), windows ...Node) (r *Reader, name string) {
	d.t.Helper()
	d.reads.Store(true)
	d.hear()
	r, joined := d.start(do)
	wait(d.t, joined, "it joins")
	name = (<-d.embedded).Bus
	r.Show(Box{X: 100, Y: 50}, windows...)
	d.until("Window.Create", "")
	return r, name
}

// until waits for an event of this name and detail, and gives all that came until then.
func (d *desktop) until(name, detail string) (all []string) {
	d.t.Helper()
	for {
		e := wait(d.t, d.events, name)
		all = append(all, heard(e))
		if e.Name == iface+"Event."+name && e.Body[0] == detail {
			return all
		}
	}
}

// heard is an event in a line: what, its detail, its two numbers and its value.
func heard(e *dbus.Signal) string {
	line := e.Name[len(iface+"Event."):]
	if len(e.Body) < 4 {
		return line
	}
	return line + " " + e.Body[0].(string)
}

// wait gives what comes out of a channel.
func wait[T any](t *testing.T, from <-chan T, what string) (v T) {
	t.Helper()
	select {
	case v = <-from:
	case <-time.After(20 * time.Second):
		t.Fatalf("never: %s", what)
	}
	return v
}

// items are all that the program tells, by their names.
func (d *desktop) items(program string) map[string]cached {
	d.t.Helper()
	var all []cached
	d.call(program, cachePath, "Cache.GetItems").into(&all)
	named := map[string]cached{}
	for _, it := range all {
		named[it.Name] = it
	}
	return named
}

type answered struct {
	t    *testing.T
	call *dbus.Call
}

func (d *desktop) call(program string, path dbus.ObjectPath, method string, args ...any) answered {
	return answered{d.t, d.conn.Object(program, path).Call(iface+method, 0, args...)}
}

func (a answered) into(values ...any) {
	a.t.Helper()
	if err := a.call.Store(values...); err != nil {
		a.t.Fatalf("%s: %v", a.call.Method, err)
	}
}
