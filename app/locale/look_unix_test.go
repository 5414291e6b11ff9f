//go:build !windows && !darwin

package locale

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"
)

// gnome is a desktop's portal whose clock is set so.
type gnome struct{ clock *atomic.Value }

// Read is of org.freedesktop.portal.Settings.
func (g gnome) Read(space, key string) (dbus.Variant, *dbus.Error) {
	clock := g.clock.Load()
	if space != gnomeSpace || key != gnomeClock || clock == nil {
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
	if err := conn.Emit(portalPath, portalFace+".SettingChanged", gnomeSpace, gnomeClock, dbus.MakeVariant("12h")); err != nil {
		t.Fatal(err)
	}
	if got := <-told; got != us {
		t.Errorf("after the change %+v", got)
	}
	cancel()
	<-ended
}
