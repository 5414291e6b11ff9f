package screens

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	base "fyne.io/fyne/v2/theme"
	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// portal answers as a desktop with this colour scheme.
type portal struct{ scheme uint32 }

func (p portal) Read(space, key string) (dbus.Variant, *dbus.Error) {
	if space != "org.freedesktop.appearance" || key != "color-scheme" {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(dbus.MakeVariant(p.scheme)), nil
}

func TestOnlyADesktopThatAsksForLightOrDarkStatesAPreference(t *testing.T) {
	session := bustest.Start(t)
	if statesScheme(t.Context(), bus.New(t.Context())) {
		t.Error("a preference was heard where there is no portal")
	}
	const portalName = "org.freedesktop.portal.Desktop"
	for scheme, want := range map[uint32]bool{0: false, 1: true, 2: true, 7: false} {
		conn := session.Connect()
		if err := conn.Export(portal{scheme}, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"); err != nil {
			t.Fatal(err)
		}
		session.Own(conn, portalName)
		if got := statesScheme(t.Context(), bus.New(t.Context())); got != want {
			t.Errorf("scheme %d: a preference is %v, want %v", scheme, got, want)
		}
		if _, err := conn.ReleaseName(portalName); err != nil {
			t.Fatal(err)
		}
	}
}

// moves answers as a desktop that has these settings.
type moves map[string]any

func (m moves) Read(space, key string) (dbus.Variant, *dbus.Error) {
	value, known := m[space+" "+key]
	if !known {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(dbus.MakeVariant(value)), nil
}

func TestLessMotionIsHeardHoweverADesktopSaysIt(t *testing.T) {
	const every, gnome, plasma = "org.freedesktop.appearance reduced-motion", "org.gnome.desktop.interface enable-animations", "org.kde.kdeglobals.KDE AnimationDurationFactor"
	for name, c := range map[string]struct {
		says moves
		want bool
	}{
		"nothing":                         {moves{}, false},
		"the setting of all: less":        {moves{every: uint32(1)}, true},
		"the setting of all: no wish":     {moves{every: uint32(0), gnome: false}, false},
		"GNOME without animations":        {moves{gnome: false}, true},
		"GNOME with animations":           {moves{gnome: true}, false},
		"Plasma with instant ones":        {moves{plasma: "0"}, true},
		"Plasma with quick ones":          {moves{plasma: "0.5"}, false},
		"what is no setting of such kind": {moves{every: "1", gnome: "no", plasma: 0}, false},
	} {
		t.Run(name, func(t *testing.T) {
			session := bustest.Start(t)
			conn := session.Connect()
			if err := conn.Export(c.says, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"); err != nil {
				t.Fatal(err)
			}
			session.Own(conn, "org.freedesktop.portal.Desktop")
			if got := asksStill(t.Context(), bus.New(t.Context())); got != c.want {
				t.Errorf("less motion is asked for: %v, want %v", got, c.want)
			}
		})
	}
}

func TestNoBusIsNoScheme(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if (<-askDesktop(context.Background())).scheme {
		t.Error("a preference was heard without a bus")
	}
}

// darkByItself is an app whose desktop looks dark to Fyne.
type darkByItself struct{ fyne.App }

func (d darkByItself) Settings() fyne.Settings { return darkSettings{d.App.Settings()} }

type darkSettings struct{ fyne.Settings }

func (darkSettings) ThemeVariant() fyne.ThemeVariant { return base.VariantDark }

func TestAsMyDesktopIsLightWhereTheDesktopStatesNoScheme(t *testing.T) {
	for _, noScheme := range []bool{true, false} {
		a := test.NewApp()
		s := NewShell(darkByItself{a}, a.NewWindow("Afterglow"), Options{NoScheme: noScheme, Voice: phrase.New(locale.Format{})})
		if s.k.P.Dark == noScheme {
			t.Errorf("no scheme %v: dark is %v", noScheme, s.k.P.Dark)
		}
		a.Quit()
	}
}
