//go:build !windows && !darwin

package locale

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"
)

// GNOME's setting, as the portal tells it.
const gnomeSpace, gnomeFormat = "org.gnome.desktop.interface", "clock-format"

// gnome is a desktop's portal whose clock is set so.
type gnome struct{ clock *atomic.Value }

// Read is of org.freedesktop.portal.Settings.
func (g gnome) Read(space, key string) (dbus.Variant, *dbus.Error) {
	clock := g.clock.Load()
	if space != gnomeSpace || key != gnomeFormat || clock == nil {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(dbus.MakeVariant(clock)), nil
}

const (
	portalPath = "/org/freedesktop/portal/desktop"
	portalFace = "org.freedesktop.portal.Settings"
)

func played(t *testing.T, session *bustest.Bus, clock any) (*dbus.Conn, gnome) {
	t.Helper()
	conn, g := session.Connect(), gnome{&atomic.Value{}}
	if clock != nil {
		g.clock.Store(clock)
	}
	if err := conn.Export(g, portalPath, portalFace); err != nil {
		t.Fatal(err)
	}
	session.Own(conn, "org.freedesktop.portal.Desktop")
	return conn, g
}

func TestTheClockIsThatOfTheDesktopThatIsInUse(t *testing.T) {
	const key = "org.gnome.desktop.interface clock-format"
	for name, c := range map[string]struct {
		desktop string
		setting any
		lang    string
		want    Format
		by      string
	}{
		"GNOME, 12 hours":             {"GNOME", "12h", "en_GB.UTF-8", au, key},
		"GNOME, 24 hours":             {"ubuntu:GNOME", "24h", "en_US.UTF-8", Format{Order: MonthDay, Week: FromSunday}, key},
		"GNOME without its portal":    {"GNOME", nil, "en_US.UTF-8", us, "LANG=en_US.UTF-8"},
		"a strange value":             {"GNOME", 12, "en_US.UTF-8", us, "LANG=en_US.UTF-8"},
		"Budgie":                      {"Budgie:GNOME", "24h", "en_US.UTF-8", Format{Order: MonthDay, Week: FromSunday}, key},
		"another desktop's own clock": {"XFCE", "24h", "en_US.UTF-8", us, "LANG=en_US.UTF-8"},
		"no desktop":                  {"", "24h", "en_US.UTF-8", us, "LANG=en_US.UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			session := bustest.Start(t)
			played(t, session, c.setting)
			env := environment(map[string]string{"XDG_CURRENT_DESKTOP": c.desktop, "LANG": c.lang})
			got := Look(t.Context(), env, bus.New(t.Context()))
			if got.Format != c.want || got.Clock.Setting != c.by {
				t.Errorf("%+v, want %+v by %q", got, c.want, c.by)
			}
		})
	}
}

// panel plays Xfce's store of settings.
type panel map[string]any

func (p panel) GetAllProperties(channel, below string) (map[string]dbus.Variant, *dbus.Error) {
	all := map[string]dbus.Variant{}
	for name, value := range p {
		if channel == "xfce4-panel" && below == "/plugins" {
			all[name] = dbus.MakeVariant(value)
		}
	}
	return all, nil
}

func TestTheClockIsThatOfCinnamonMATEAndXfce(t *testing.T) {
	const (
		cinnamon = "org.cinnamon.desktop.interface clock-use-24h"
		mate     = "org.mate.panel.applet.clock format"
		xfce     = "xfce4-panel digital-time-format"
	)
	us24 := Format{Order: MonthDay, Week: FromSunday}
	clock := func(format any) panel {
		return panel{"/plugins/plugin-1": "tasklist", "/plugins/plugin-5": "clock", "/plugins/plugin-5/digital-time-format": format}
	}
	for name, c := range map[string]struct {
		desktop   string
		gsettings string // what it answers to that one key
		xfce      panel
		want      Format
		by        string
	}{
		"Cinnamon, 24 hours":     {"X-Cinnamon", "get org.cinnamon.desktop.interface clock-use-24h=true", nil, us24, cinnamon},
		"Cinnamon, 12 hours":     {"X-Cinnamon", "get org.cinnamon.desktop.interface clock-use-24h=false", nil, us, cinnamon},
		"MATE, 24 hours":         {"MATE", "get org.mate.panel.applet.clock:/org/mate/panel/objects/clock/prefs/ format='24-hour'", nil, us24, mate},
		"MATE, 12 hours":         {"MATE", "get org.mate.panel.applet.clock:/org/mate/panel/objects/clock/prefs/ format='12-hour'", nil, us, mate},
		"MATE, in another way":   {"MATE", "get org.mate.panel.applet.clock:/org/mate/panel/objects/clock/prefs/ format='internet'", nil, us, "LANG=en_US.UTF-8"},
		"Xfce, 24 hours":         {"XFCE", "", clock("%a %d, %R"), us24, xfce},
		"Xfce, without a zero":   {"XFCE", "", clock("%-H:%M"), us24, xfce},
		"Xfce, 12 hours":         {"XFCE", "", clock("%l:%M %p"), us, xfce},
		"Xfce, no hours":         {"XFCE", "", clock("100%% %d %"), us, "LANG=en_US.UTF-8"},
		"Xfce, never set":        {"XFCE", "", panel{"/plugins/plugin-5": "clock"}, us, "LANG=en_US.UTF-8"},
		"Xfce, a strange value":  {"XFCE", "", clock(7), us, "LANG=en_US.UTF-8"},
		"Cinnamon's on another":  {"LXQt", "get org.cinnamon.desktop.interface clock-use-24h=true", nil, us, "LANG=en_US.UTF-8"},
		"Cinnamon, no gsettings": {"X-Cinnamon", "", nil, us, "LANG=en_US.UTF-8"},
		"Xfce without its store": {"XFCE", "", nil, us, "LANG=en_US.UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			session := bustest.Start(t)
			if c.xfce != nil {
				conn := session.Connect()
				if err := conn.Export(c.xfce, "/org/xfce/Xfconf", "org.xfce.Xfconf"); err != nil {
					t.Fatal(err)
				}
				session.Own(conn, "org.xfce.Xfconf")
			}
			bin := t.TempDir()
			t.Setenv("PATH", bin)
			if asked, answer, ok := strings.Cut(c.gsettings, "="); ok {
				script := "#!/bin/sh\n[ \"$*\" = \"" + asked + "\" ] && echo \"" + answer + "\"\n"
				if err := os.WriteFile(filepath.Join(bin, "gsettings"), []byte(script), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			env := environment(map[string]string{"XDG_CURRENT_DESKTOP": c.desktop, "LANG": "en_US.UTF-8"})
			got := Look(t.Context(), env, bus.New(t.Context()))
			if got.Format != c.want || got.Clock.Setting != c.by {
				t.Errorf("%+v, want %+v by %q", got, c.want, c.by)
			}
		})
	}
}

func TestADesktopThatIsNotThereOrNeverAnswersIsPassedOver(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/none")
	env := environment(map[string]string{"XDG_CURRENT_DESKTOP": "GNOME", "LANG": "en_US.UTF-8"})
	if got := Look(t.Context(), env, bus.New(t.Context())).Format; got != us {
		t.Errorf("without a bus %+v", got)
	}
	if got := Look(t.Context(), env, nil).Format; got != us {
		t.Errorf("without asking %+v", got)
	}
	session := bustest.Start(t)
	conn := session.Connect()
	hanging := make(chan struct{})
	defer close(hanging)
	if err := conn.ExportMethodTable(map[string]any{"Read": func(string, string) (dbus.Variant, *dbus.Error) {
		<-hanging
		return dbus.Variant{}, nil
	}}, portalPath, portalFace); err != nil {
		t.Fatal(err)
	}
	session.Own(conn, "org.freedesktop.portal.Desktop")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if got := Look(ctx, env, bus.New(t.Context())).Format; got != us {
		t.Errorf("a portal that hangs gives %+v", got)
	}
}

func TestPlasmasChoiceSinceLoginIsFound(t *testing.T) {
	config := t.TempDir()
	file := filepath.Join(config, plasmaFile)
	vars := map[string]string{"XDG_CURRENT_DESKTOP": "KDE", "LANG": "en_GB.UTF-8", "LC_TIME": "en_GB.UTF-8", "XDG_CONFIG_HOME": config}
	look := func() Format { return Look(t.Context(), environment(vars), nil).Format }
	if got := look(); got != gb {
		t.Errorf("without its file %+v", got)
	}
	if err := os.WriteFile(file, []byte("[Formats]\nLC_TIME=en_US.UTF-8\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := look(); got != us {
		t.Errorf("with its file %+v", got)
	}
	vars["LC_ALL"] = "en_AU.UTF-8"
	if got := look(); got != au {
		t.Errorf("under LC_ALL %+v", got)
	}
	delete(vars, "LC_ALL")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(file, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := look(); got != gb { // and does not hang
		t.Errorf("with a pipe for its file %+v", got)
	}
}

func TestAClockThatIsSetWhileAfterglowRunsIsTold(t *testing.T) {
	session := bustest.Start(t)
	conn, g := played(t, session, "24h")
	ctx, cancel := context.WithCancel(t.Context())
	told, ended := make(chan Format), make(chan struct{})
	env := environment(map[string]string{"XDG_CURRENT_DESKTOP": "GNOME", "LANG": "en_US.UTF-8"})
	go func() {
		defer close(ended)
		Follow(ctx, env, bus.New(ctx), func(f Format) { told <- f })
	}()
	if got := <-told; got != (Format{Order: MonthDay, Week: FromSunday}) {
		t.Errorf("at the start %+v", got)
	}
	g.clock.Store("12h")
	if err := conn.Emit(portalPath, portalFace+".SettingChanged", gnomeSpace, gnomeFormat, dbus.MakeVariant("12h")); err != nil {
		t.Fatal(err)
	}
	if got := <-told; got != us {
		t.Errorf("after the change %+v", got)
	}
	cancel()
	<-ended
}
