//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// properties answers org.freedesktop.DBus.Properties.Get.
type properties map[string]any

func (p properties) Get(iface, name string) (dbus.Variant, *dbus.Error) {
	v, ok := p[iface+"."+name]
	if !ok {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
	}
	return dbus.MakeVariant(v), nil
}

type xfconf map[string]any

func (x xfconf) GetProperty(channel, name string) (dbus.Variant, *dbus.Error) {
	return properties(x).Get(channel, name)
}

func TestQuietIsReadFromEachDesktopInItsOwnWay(t *testing.T) {
	for name, c := range map[string]struct {
		server    string
		props     properties
		xfce      xfconf
		gsettings string
		want      bool
	}{
		"Plasma, on":          {"Plasma", properties{serviceName + ".Inhibited": true}, nil, "", true},
		"Plasma, off":         {"Plasma", properties{serviceName + ".Inhibited": false}, nil, "", false},
		"a strange property":  {"Plasma", properties{serviceName + ".Inhibited": "yes"}, nil, "", false},
		"dunst, paused":       {"dunst", properties{"org.dunstproject.cmd0.paused": true}, nil, "", true},
		"dunst, running":      {"dunst", properties{"org.dunstproject.cmd0.paused": false}, nil, "", false},
		"Xfce, on":            {"Xfce Notify Daemon", nil, xfconf{"xfce4-notifyd./do-not-disturb": true}, "", true},
		"Xfce, off":           {"Xfce Notify Daemon", nil, xfconf{"xfce4-notifyd./do-not-disturb": false}, "", false},
		"Xfce, never set":     {"Xfce Notify Daemon", nil, xfconf{}, "", false},
		"Xfce's, dunst shows": {"dunst", nil, xfconf{"xfce4-notifyd./do-not-disturb": true}, "", false},
		"Xfce, not started":   {"", nil, xfconf{"xfce4-notifyd./do-not-disturb": true}, "", true},
		"GNOME, on":           {"gnome-shell", nil, nil, "echo false", true},
		"GNOME, off":          {"gnome-shell", nil, nil, "echo true", false},
		"GNOME, broken":       {"gnome-shell", nil, nil, "exit 1", false},
		"GNOME, hanging":      {"gnome-shell", nil, nil, "exec sleep 30", false},
		"GNOME's, other":      {"mako", nil, nil, "echo false", false},
		"nothing runs":        {"", nil, nil, "echo false", false},
	} {
		t.Run(name, func(t *testing.T) {
			session := bustest.Start(t)
			if c.server != "" {
				f := newFake(t, session)
				f.set(func() { f.name = c.server })
				if err := f.conn.Export(c.props, servicePath, "org.freedesktop.DBus.Properties"); err != nil {
					t.Fatal(err)
				}
			}
			if c.xfce != nil {
				conn := session.Connect()
				if err := conn.Export(c.xfce, "/org/xfce/Xfconf", "org.xfce.Xfconf"); err != nil {
					t.Fatal(err)
				}
				session.Own(conn, "org.xfce.Xfconf")
			}
			bin := t.TempDir()
			if c.gsettings != "" {
				text := "#!/bin/sh\n" + c.gsettings + "\n"
				if err := os.WriteFile(filepath.Join(bin, "gsettings"), []byte(text), 0o700); err != nil {
					t.Fatal(err)
				}
				t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
			} else {
				t.Setenv("PATH", bin)
			}
			b, _ := start(t, options)
			on, by := b.Quiet(context.Background())
			if on != c.want || on == (by == "") {
				t.Errorf("quiet %v, %q, want %v", on, by, c.want)
			}
		})
	}
}

func TestAServiceThatHangsDoesNotHoldUpTheQuestion(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	f.set(func() { f.mute = make(chan struct{}) })
	defer close(f.mute)
	if err := f.conn.Export(hanging{f.mute}, servicePath, "org.freedesktop.DBus.Properties"); err != nil {
		t.Fatal(err)
	}
	b, _ := start(t, options)
	begun := time.Now()
	if on, _ := b.Quiet(context.Background()); on {
		t.Error("quiet is on")
	}
	if took := time.Since(begun); took > 2*quietTime {
		t.Errorf("took %v", took)
	}
}

type hanging struct{ until chan struct{} }

func (h hanging) Get(_, _ string) (dbus.Variant, *dbus.Error) {
	<-h.until
	return dbus.MakeVariant(true), nil
}

func TestWhatKeepsNotificationsFromWorkingIsTold(t *testing.T) {
	for id, err := range map[string]error{
		"notify.no_bus":  fmt.Errorf("connect: %w", bus.ErrNone),
		"notify.none":    dbus.Error{Name: "org.freedesktop.DBus.Error.ServiceUnknown"},
		"notify.silent":  fmt.Errorf("ask: %w", context.DeadlineExceeded),
		"notify.stopped": context.Canceled,
		"notify.refused": dbus.Error{Name: "org.freedesktop.DBus.Error.AccessDenied"},
	} {
		if got := problem(err); got.ID != id || got.Cause == nil || errors.Is(got, ErrNone) != (id == "notify.none") {
			t.Errorf("%v is told as %v, want %s", err, got, id)
		}
	}
}
