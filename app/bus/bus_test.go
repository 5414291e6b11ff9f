//go:build !windows && !darwin

package bus_test

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"
)

func TestAllWhoAskShareOneConnection(t *testing.T) {
	bustest.Start(t)
	b := bus.New(t.Context())
	var asked sync.WaitGroup
	conns := make(chan *dbus.Conn, 20)
	for range cap(conns) {
		asked.Go(func() {
			conn, err := b.Conn(t.Context())
			if err != nil {
				t.Error(err)
			}
			conns <- conn
		})
	}
	asked.Wait()
	first := <-conns
	for range cap(conns) - 1 {
		if conn := <-conns; conn != first {
			t.Fatal("there is a second connection")
		}
	}
}

func TestALostBusIsToldAndFoundAgain(t *testing.T) {
	session := bustest.Start(t)
	b := bus.New(t.Context())
	conn, err := b.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	signals, _, err := bus.Listen(t.Context(), conn, bus.OwnerChanges("app.afterglow.Test"))
	if err != nil {
		t.Fatal(err)
	}
	session.Stop()
	for open := true; open; {
		_, open = next(t, signals) // the channel's end is the bus's
	}
	if _, err := b.Conn(t.Context()); !errors.Is(err, bus.ErrNone) {
		t.Errorf("without a bus: %v", err)
	}
	session.Run()
	again, err := b.Conn(t.Context())
	if err != nil || again == conn {
		t.Errorf("the bus that came back is not found: %v", err)
	}
}

func TestWhoFollowsTheBusHasEachConnectionInItsTurn(t *testing.T) {
	session := bustest.Start(t)
	session.Stop()
	b := bus.New(t.Context())
	ctx, end := context.WithCancel(t.Context())
	conns, ended := make(chan *dbus.Conn), make(chan struct{})
	go func() {
		defer close(ended)
		b.Each(ctx, func(conn *dbus.Conn) {
			conns <- conn
			<-conn.Context().Done()
		})
	}()
	var last *dbus.Conn
	for range 3 {
		session.Run()
		made, err := b.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if conn := <-conns; conn != made || conn == last {
			t.Error("it has another connection than who asks")
		}
		last = made
		session.Stop()
	}
	end()
	<-ended
}

func TestABusThatStaysAwayIsGoneAndOneThatComesBackIsNot(t *testing.T) {
	session := bustest.Start(t)
	// watched has Gone wait for the end of a bus that it has connected to.
	watched := func(away time.Duration) (conn *dbus.Conn, gone <-chan bool, b *bus.Bus) {
		t.Helper()
		asked := make(chan struct{}, 100)
		b = bus.At(t.Context(), func() string {
			select {
			case asked <- struct{}{}:
			default:
			}
			return bus.Address(os.Getenv)
		})
		told := make(chan bool, 1)
		go func() { told <- b.Gone(t.Context(), away) }()
		<-asked
		conn, err := b.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return conn, told, b
	}
	conn, gone, b := watched(time.Minute)
	session.Stop()
	<-conn.Context().Done()
	session.Run()
	if _, err := b.Conn(t.Context()); err != nil {
		t.Fatal(err)
	}
	select {
	case <-gone:
		t.Fatal("a bus that came back counts as gone")
	default:
	}

	conn, gone, _ = watched(16 * time.Millisecond)
	session.Stop()
	<-conn.Context().Done()
	select {
	case yes := <-gone:
		if !yes {
			t.Error("a bus that stays away is not told as gone")
		}
	case <-time.After(time.Minute):
		t.Error("that a bus stays away is not told")
	}
}

func TestWhoNeverHadABusLosesNone(t *testing.T) {
	if bus.At(t.Context(), func() string { return "" }).Gone(t.Context(), time.Millisecond) {
		t.Error("it is told as gone")
	}
	bustest.Start(t)
	ctx, end := context.WithCancel(t.Context())
	end()
	if bus.New(t.Context()).Gone(ctx, time.Millisecond) {
		t.Error("it is told as gone after its reader's end")
	}
}

func TestWhoOwnsANameIsToldAndAsked(t *testing.T) {
	session := bustest.Start(t)
	b := bus.New(t.Context())
	conn, err := b.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const name = "app.afterglow.Test"
	signals, stop, err := bus.Listen(t.Context(), conn, bus.OwnerChanges(name))
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	owner := session.Connect()
	session.Own(owner, name)
	told := func() (had, has bool) {
		for {
			s, open := next(t, signals)
			if !open {
				t.Fatal("the bus has gone")
			}
			if had, has, ok := bus.OwnerChanged(s, name); ok {
				return had, has
			}
		}
	}
	if had, has := told(); had || !has || !bus.Owned(t.Context(), conn, name) || bus.Owner(t.Context(), conn, name) == "" {
		t.Error("who came is not told")
	}
	_ = owner.Close()
	if had, has := told(); !had || has || bus.Owned(t.Context(), conn, name) || bus.Owner(t.Context(), conn, name) != "" {
		t.Error("who went is not told")
	}
}

func TestABusThatNeverAnswersDoesNotHoldUpWhoAsks(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "bus")
	mute, err := net.Listen("unix", socket) // takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer mute.Close()
	b := bus.At(t.Context(), func() string { return "unix:path=" + socket })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := b.Conn(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("it answers %v", err)
	}
}

func TestTheAddressIsThatOfTheSessionAndNoneIsStarted(t *testing.T) {
	dir := t.TempDir()
	env := func(vars map[string]string) string {
		return bus.Address(func(name string) string { return vars[name] })
	}
	if got := env(map[string]string{"XDG_RUNTIME_DIR": dir}); got != "" {
		t.Errorf("an empty folder has a bus at %q", got)
	}
	if err := os.WriteFile(filepath.Join(dir, "bus"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		vars map[string]string
		want string
	}{
		"named":              {map[string]string{"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x", "XDG_RUNTIME_DIR": dir}, "unix:path=/x"},
		"by the folder":      {map[string]string{"XDG_RUNTIME_DIR": dir}, "unix:path=" + dir + "/bus"},
		"to be started":      {map[string]string{"DBUS_SESSION_BUS_ADDRESS": "autolaunch:", "XDG_RUNTIME_DIR": dir}, "unix:path=" + dir + "/bus"},
		"no absolute folder": {map[string]string{"XDG_RUNTIME_DIR": "."}, ""},
	} {
		if got := env(c.vars); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// portal is a desktop's portal with one setting.
type portal struct{ value any }

// Read is of org.freedesktop.portal.Settings.
func (p portal) Read(space, key string) (dbus.Variant, *dbus.Error) {
	if space != "org.gnome.desktop.interface" || key != "clock-format" {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(dbus.MakeVariant(p.value)), nil
}

func TestASettingOfTheDesktopIsReadAndItsChangesHeard(t *testing.T) {
	session := bustest.Start(t)
	b := bus.New(t.Context())
	const space, key = "org.gnome.desktop.interface", "clock-format"
	if got := b.Setting(t.Context(), space, key); got != nil {
		t.Errorf("without a portal it is %v", got)
	}
	owner := session.Connect()
	const path, face = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
	if err := owner.Export(portal{"12h"}, path, face); err != nil {
		t.Fatal(err)
	}
	session.Own(owner, "org.freedesktop.portal.Desktop")
	if got := b.Setting(t.Context(), space, key); got != "12h" {
		t.Errorf("it is %v", got)
	}
	if got := b.Setting(t.Context(), space, "gtk-theme"); got != nil {
		t.Errorf("an unknown one is %v", got)
	}
	conn, err := b.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	signals, stop, err := bus.Listen(t.Context(), conn, bus.SettingChanges(space))
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	if err := owner.Emit(path, face+".SettingChanged", space, key, dbus.MakeVariant("24h")); err != nil {
		t.Fatal(err)
	}
	for {
		s, open := next(t, signals)
		if !open {
			t.Fatal("the bus has gone")
		}
		if value, ok := bus.SettingChanged(s, space, key); ok {
			if value != "24h" {
				t.Errorf("it changed to %v", value)
			}
			return
		}
	}
}

// next waits for a signal; a minute is for a test that fails.
func next(t *testing.T, signals <-chan *dbus.Signal) (*dbus.Signal, bool) {
	t.Helper()
	select {
	case s, open := <-signals:
		return s, open
	case <-time.After(time.Minute):
		t.Fatal("nothing came")
		return nil, false
	}
}
