//go:build !windows && !darwin

package notify

import (
	"context"
	"sync"
	"testing"
	"time"

	"afterglow/app/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// shown is one call of Notify that the fake service got.
type shown struct {
	App      string
	Replaces uint32
	Icon     string
	Title    string
	Body     string
	Actions  []string
	Hints    map[string]dbus.Variant
	Timeout  int32
	ID       uint32
}

// fake is a notification service that does as the test says.
type fake struct {
	t      *testing.T
	conn   *dbus.Conn
	name   string
	vendor string
	can    []string
	hang   chan struct{} // Notify answers once it is closed; nil: at once
	mute   chan struct{} // the same for every other call

	mu     sync.Mutex
	last   uint32
	got    chan shown
	closed chan uint32
}

func newFake(t *testing.T, b *bustest.Bus, can ...string) *fake {
	t.Helper()
	f := &fake{t: t, conn: b.Connect(), name: "fake", vendor: "test", can: can, got: make(chan shown, 64), closed: make(chan uint32, 64)}
	if err := f.conn.Export(f, servicePath, serviceName); err != nil {
		t.Fatal(err)
	}
	b.Own(f.conn, serviceName)
	return f
}

// set changes what the fake does, before anyone calls it.
func (f *fake) set(change func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change()
}

func (f *fake) wait() {
	f.mu.Lock()
	mute := f.mute
	f.mu.Unlock()
	if mute != nil {
		<-mute
	}
}

func (f *fake) GetCapabilities() ([]string, *dbus.Error) { f.wait(); return f.can, nil }

func (f *fake) GetServerInformation() (string, string, string, string, *dbus.Error) {
	f.wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.name, f.vendor, "1.0", "1.2", nil
}

func (f *fake) Notify(app string, replaces uint32, icon, title, body string, actions []string, hints map[string]dbus.Variant, timeout int32) (uint32, *dbus.Error) {
	f.mu.Lock()
	hang := f.hang
	f.mu.Unlock()
	if hang != nil {
		<-hang
	}
	f.mu.Lock()
	id := replaces
	if id == 0 {
		f.last++
		id = f.last
	}
	f.mu.Unlock()
	f.got <- shown{app, replaces, icon, title, body, actions, hints, timeout, id}
	return id, nil
}

func (f *fake) CloseNotification(id uint32) *dbus.Error {
	f.wait()
	f.mu.Lock()
	known := id <= f.last
	f.mu.Unlock()
	if !known {
		return dbus.NewError("org.freedesktop.DBus.Error.Failed", nil)
	}
	f.closed <- id
	f.emit("NotificationClosed", id, uint32(3))
	return nil
}

func (f *fake) emit(signal string, body ...any) {
	f.t.Helper()
	if err := f.conn.Emit(servicePath, serviceName+"."+signal, body...); err != nil {
		f.t.Error(err)
	}
}

var options = Options{AppName: "Afterglow", DesktopEntry: "app.afterglow.Afterglow", Icon: "app.afterglow.Afterglow"}

// start returns a Notifier whose fall-back is noted instead of shown.
func start(t *testing.T, o Options) (*desktop, chan Note) {
	t.Helper()
	b := newDesktop(context.Background(), o)
	t.Cleanup(b.Stop)
	fallen := make(chan Note, 8)
	b.plain.send = func(n Note, _ any) error { fallen <- n; return nil }
	return b, fallen
}

func show(t *testing.T, b *desktop, n Note) uint32 {
	t.Helper()
	id, err := b.Show(context.Background(), n)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// next waits for something to arrive; a minute is for a test that fails.
func next[T any](t *testing.T, c <-chan T) T {
	t.Helper()
	select {
	case v, ok := <-c:
		if !ok {
			t.Fatal("the channel was closed")
		}
		return v
	case <-time.After(time.Minute):
		t.Fatal("nothing came")
	}
	panic("unreachable")
}

func none[T any](t *testing.T, c <-chan T) {
	t.Helper()
	select {
	case v := <-c:
		t.Errorf("got %+v, want nothing", v)
	default:
	}
}
