package cli_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus/bustest"
	"afterglow/app/ipc"
)

// desktop plays a panel with a tray and a program that shows notifications.
type desktop struct {
	hosted, paused bool
	capabilities   []string
}

// Get answers org.freedesktop.DBus.Properties.Get.
func (d desktop) Get(face, name string) (dbus.Variant, *dbus.Error) {
	switch name {
	case "IsStatusNotifierHostRegistered":
		return dbus.MakeVariant(d.hosted), nil
	case "Inhibited":
		return dbus.MakeVariant(d.paused), nil
	}
	return dbus.Variant{}, dbus.MakeFailedError(os.ErrNotExist)
}

// GetServerInformation is of org.freedesktop.Notifications.
func (d desktop) GetServerInformation() (name, vendor, version, spec string, err *dbus.Error) {
	return "played", "us", "7", "1.2", nil
}

// GetCapabilities is of org.freedesktop.Notifications.
func (d desktop) GetCapabilities() ([]string, *dbus.Error) { return d.capabilities, nil }

type seen struct {
	ID, Text, Fix string
	OK            bool
}

func (w *world) doctor() map[string]seen {
	w.t.Helper()
	var f struct{ Checks []seen }
	w.ask(&f, "doctor")
	all := map[string]seen{}
	for _, c := range f.Checks {
		all[c.ID] = c
	}
	return all
}

func TestDoctorSaysThatThereIsNoDesktopSession(t *testing.T) {
	w := newWorld(t, "12:00")
	if c := w.doctor()["bus"]; c.OK || !strings.Contains(c.Text, "no desktop session bus") || c.Fix == "" {
		t.Errorf("got %+v", c)
	}
	w.env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=" + w.path("nobody")
	if c := w.doctor()["bus"]; c.OK || !strings.Contains(c.Text, "cannot be reached") {
		t.Errorf("got %+v", c)
	}
}

func TestDoctorTellsTrayAndNotificationsOfTheDesktop(t *testing.T) {
	bus := bustest.Start(t)
	w := newWorld(t, "12:00")
	w.env["DBUS_SESSION_BUS_ADDRESS"] = os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	bare := w.doctor()
	if bare["tray"].OK || bare["notifications"].OK || bare["tray"].Fix == "" || bare["notifications"].Fix == "" {
		t.Errorf("an empty desktop: %+v", bare)
	}

	w.env["XDG_CURRENT_DESKTOP"] = "ubuntu:GNOME"
	if c := w.doctor()["tray"]; c.OK || !strings.Contains(c.Text, "GNOME") || !strings.Contains(c.Fix, "Reminders come all the same") {
		t.Errorf("plain GNOME: %+v", c)
	}

	play := func(d desktop) func() {
		conn := bus.Connect()
		for path, faces := range map[dbus.ObjectPath][]string{
			"/StatusNotifierWatcher":         {"org.freedesktop.DBus.Properties"},
			"/org/freedesktop/Notifications": {"org.freedesktop.DBus.Properties", "org.freedesktop.Notifications"},
		} {
			for _, face := range faces {
				if err := conn.Export(d, path, face); err != nil {
					t.Fatal(err)
				}
			}
		}
		bus.Own(conn, "org.kde.StatusNotifierWatcher")
		bus.Own(conn, "org.freedesktop.Notifications")
		return func() { _ = conn.Close() }
	}
	end := play(desktop{hosted: true, capabilities: []string{"body", "actions"}})
	whole := w.doctor()
	for id, words := range map[string]string{"tray": "a panel shows icons", "notifications": "played 7", "actions": "offers them", "quiet": "off, as played 7 tells. Known are Plasma, "} {
		if c := whole[id]; !c.OK || !strings.Contains(c.Text, words) {
			t.Errorf("%s: %+v", id, c)
		}
	}
	end()
	end = play(desktop{paused: true})
	defer end()
	poor := w.doctor()
	if poor["tray"].OK || !strings.Contains(poor["actions"].Text, "not offered") || !strings.Contains(poor["quiet"].Text, "on, as ") {
		t.Errorf("a poor desktop: %+v", poor)
	}
}

// silent owns the names and never answers.
type silent struct{ ended chan struct{} }

// Get never answers.
func (s silent) Get(face, name string) (dbus.Variant, *dbus.Error) {
	<-s.ended
	return dbus.Variant{}, nil
}

func TestADesktopThatNeverAnswersDoesNotHangDoctor(t *testing.T) {
	bus := bustest.Start(t)
	w := newWorld(t, "12:00")
	w.env["DBUS_SESSION_BUS_ADDRESS"] = os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	conn := bus.Connect()
	s := silent{make(chan struct{})}
	defer close(s.ended)
	if err := conn.Export(s, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties"); err != nil {
		t.Fatal(err)
	}
	if err := conn.Export(desktop{}, "/org/freedesktop/Notifications", "org.freedesktop.Notifications"); err != nil {
		t.Fatal(err)
	}
	bus.Own(conn, "org.kde.StatusNotifierWatcher")
	bus.Own(conn, "org.freedesktop.Notifications")
	begun := time.Now()
	found := w.doctor()
	if found["tray"].OK || !found["notifications"].OK {
		t.Errorf("a tray that hangs spoils the rest: %+v", found)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestDoctorKnowsTheDesktopOfTheAgentWhereItsOwnLoginHasNone(t *testing.T) {
	w := newWorld(t, "12:00")
	server, err := ipc.Listen(w.path("data"), ipc.Agent, func(ipc.Message) ipc.Reply {
		return ipc.Reply{OK: true, Data: json.RawMessage(`{"problems": [], "notified_by": "dunst 1.9.0"}`)}
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	if c := w.doctor()["bus"]; !c.OK || !strings.Contains(c.Text, "dunst 1.9.0") {
		t.Errorf("got %+v", c)
	}
}
