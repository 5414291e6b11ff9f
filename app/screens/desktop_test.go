package screens

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

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

// playPortal has a portal with these settings run in the session.
func playPortal(t *testing.T, session *bustest.Bus, says moves) *dbus.Conn {
	t.Helper()
	conn := session.Connect()
	if err := conn.Export(says, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"); err != nil {
		t.Fatal(err)
	}
	session.Own(conn, "org.freedesktop.portal.Desktop")
	return conn
}

const wish = "org.freedesktop.appearance color-scheme"

func TestAsMyDesktopIsWhatItsPortalOrElseItsThemeSays(t *testing.T) {
	for name, c := range map[string]struct {
		desktop string
		portal  moves  // nil: none runs
		gtk     string // what gsettings says of any key; "": there is no gsettings
		lxqt    string // LXQt's file of settings
		want    theme.Choice
	}{
		"no portal":                    {"GNOME", nil, "", "", theme.AlwaysLight},
		"dark":                         {"GNOME", moves{wish: uint32(1)}, "", "", theme.AlwaysDark},
		"light":                        {"GNOME", moves{wish: uint32(2)}, "", "", theme.AlwaysLight},
		"no wish":                      {"ubuntu:GNOME", moves{wish: uint32(0)}, "'Yaru-dark'", "", theme.AlwaysLight},
		"a strange wish":               {"GNOME", moves{wish: uint32(7)}, "", "", theme.AlwaysLight},
		"Cinnamon, dark":               {"X-Cinnamon", nil, "'Mint-Y-Dark-Aqua'", "", theme.AlwaysDark},
		"Cinnamon, light":              {"X-Cinnamon", moves{wish: uint32(0)}, "'Mint-Y-Aqua'", "", theme.AlwaysLight},
		"Cinnamon's portal says light": {"X-Cinnamon", moves{wish: uint32(2)}, "'Mint-Y-Dark'", "", theme.AlwaysLight},
		"MATE, dark":                   {"MATE", nil, "'BlackMATE'", "", theme.AlwaysDark},
		"MATE, of high contrast":       {"MATE", nil, "'HighContrastInverse'", "", theme.AlwaysDark},
		"Budgie, dark":                 {"Budgie:GNOME", moves{wish: uint32(0)}, "'Adwaita-dark'", "", theme.AlwaysDark},
		"Budgie, light":                {"Budgie:GNOME", nil, "'Adwaita'", "", theme.AlwaysLight},
		"Plasma with a GTK theme":      {"KDE", moves{wish: uint32(0)}, "'Adwaita-dark'", "", theme.AlwaysLight},
		"sway, dark, without a portal": {"sway", nil, "'prefer-dark'", "", theme.AlwaysDark},
		"sway, a dark GTK theme":       {"sway", nil, "'Adwaita-dark'", "", theme.AlwaysDark},
		"sway, light":                  {"sway", nil, "'prefer-light'", "", theme.AlwaysLight},
		"sway, no wish":                {"sway", moves{wish: uint32(0)}, "'default'", "", theme.AlwaysLight},
		"sway's portal says light":     {"sway", moves{wish: uint32(2)}, "'Adwaita-dark'", "", theme.AlwaysLight},
		"sway without gsettings":       {"sway", nil, "", "", theme.AlwaysLight},
		"a desktop without a name":     {"", nil, "'prefer-dark'", "", theme.AlwaysDark},
		"LXQt, dark":                   {"LXQt", nil, "", "[Palette]\nwindow_color=#636464\n", theme.AlwaysDark},
		"LXQt, light":                  {"LXQt", nil, "", "[Palette]\nwindow_color=#a2a5a4\n", theme.AlwaysLight},
		"LXQt, no colours":             {"LXQt", nil, "'Adwaita-dark'", "[General]\ntheme=dark\n", theme.AlwaysLight},
		"LXQt, a colour by name":       {"LXQt", nil, "", "[Palette]\nwindow_color=black\n", theme.AlwaysLight},
		"LXQt, no file":                {"LXQt", nil, "'Adwaita-dark'", "", theme.AlwaysLight},
		"another desktop, LXQt's file": {"MATE", nil, "'Menta'", "[Palette]\nwindow_color=#232323\n", theme.AlwaysLight},
	} {
		t.Run(name, func(t *testing.T) {
			session := bustest.Start(t)
			if c.portal != nil {
				playPortal(t, session, c.portal)
			}
			bin := t.TempDir()
			if c.gtk != "" {
				if err := os.WriteFile(filepath.Join(bin, "gsettings"), []byte("#!/bin/sh\necho \""+c.gtk+"\"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			t.Setenv("PATH", bin)
			t.Setenv("XDG_CONFIG_DIRS", t.TempDir())
			t.Setenv("XDG_CONFIG_HOME", t.TempDir())
			if c.lxqt != "" {
				lxqtHas(t, c.lxqt)
			}
			env := func(name string) string { return map[string]string{"XDG_CURRENT_DESKTOP": c.desktop}[name] }
			if got := schemeOf(t.Context(), env, bus.New(t.Context())); got != c.want {
				t.Errorf("it is %q, want %q", got, c.want)
			}
		})
	}
}

// lxqtHas puts a file of LXQt's settings in the place of the one before, as LXQt's editor does.
func lxqtHas(t *testing.T, text string) {
	t.Helper()
	name := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "lxqt", "lxqt.conf")
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+".new", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(name+".new", name); err != nil {
		t.Fatal(err)
	}
}

func TestLXQtsColoursAreFollowedWhileTheWindowIsOpen(t *testing.T) {
	bustest.Start(t)
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	lxqtHas(t, "[Palette]\nwindow_color=#efefef\n")
	told := make(chan looks)
	env := func(name string) string { return map[string]string{"XDG_CURRENT_DESKTOP": "LXQt"}[name] }
	go followLooks(t.Context(), env, bus.New(t.Context()), func(l looks) {
		select {
		case told <- l:
		case <-t.Context().Done():
		}
	})
	want := func(want theme.Choice) {
		t.Helper()
		for end := time.After(time.Minute); ; { // a change may be told twice, the first time of what was before
			select {
			case got := <-told:
				if got.scheme == want {
					return
				}
			case <-end:
				t.Fatalf("%q was never told", want)
			}
		}
	}
	want(theme.AlwaysLight)
	lxqtHas(t, "[Palette]\nwindow_color=#31302d\n")
	want(theme.AlwaysDark)
	lxqtHas(t, "[General]\ntheme=dark\n")
	want(theme.AlwaysLight)
}

// xfceSays answers as Xfce's store of settings.
type xfceSays struct{ theme *atomic.Value }

func (x xfceSays) GetProperty(channel, name string) (dbus.Variant, *dbus.Error) {
	if channel != "xsettings" || name != "/Net/ThemeName" {
		return dbus.Variant{}, dbus.NewError("org.xfce.Xfconf.Error.PropertyNotFound", nil)
	}
	return dbus.MakeVariant(x.theme.Load()), nil
}

func TestTheDesktopIsFollowedWhileTheWindowIsOpen(t *testing.T) {
	session := bustest.Start(t)
	xfce, says := session.Connect(), xfceSays{&atomic.Value{}}
	says.theme.Store("Greybird")
	if err := xfce.Export(says, "/org/xfce/Xfconf", "org.xfce.Xfconf"); err != nil {
		t.Fatal(err)
	}
	session.Own(xfce, "org.xfce.Xfconf")

	ctx, cancel := context.WithCancel(t.Context())
	told, ended := make(chan looks), make(chan struct{})
	env := func(name string) string { return map[string]string{"XDG_CURRENT_DESKTOP": "XFCE"}[name] }
	go func() {
		defer close(ended)
		followLooks(ctx, env, bus.New(ctx), func(l looks) { told <- l })
	}()
	want := func(when string, want looks) {
		t.Helper()
		select {
		case got := <-told:
			if got != want {
				t.Errorf("%s it is told as %+v, want %+v", when, got, want)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s nothing was told", when)
		}
	}
	want("at the start", looks{theme.AlwaysLight, false, 1})
	says.theme.Store("Greybird-dark")
	if err := xfce.Emit("/org/xfce/Xfconf", "org.xfce.Xfconf.PropertyChanged", "xsettings", "/Net/ThemeName", dbus.MakeVariant("Greybird-dark")); err != nil {
		t.Fatal(err)
	}
	want("after the theme was changed", looks{theme.AlwaysDark, false, 1})
	wishes := moves{wish: uint32(2), "org.freedesktop.appearance contrast": uint32(1), "org.gnome.desktop.interface text-scaling-factor": 1.5}
	portal := playPortal(t, session, wishes)
	want("after a portal came", looks{theme.AlwaysLight, true, 1.5})
	for _, of := range [][2]string{
		{"org.freedesktop.appearance", "color-scheme"}, {"org.freedesktop.appearance", "contrast"},
		{"org.gnome.desktop.a11y.interface", "high-contrast"}, {"org.gnome.desktop.interface", "text-scaling-factor"},
	} {
		if err := portal.Emit("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings.SettingChanged", of[0], of[1], dbus.MakeVariant(uint32(1))); err != nil {
			t.Fatal(err)
		}
		want("after the portal told of "+of[1], looks{theme.AlwaysLight, true, 1.5}) // it is asked anew: what it tells may be old
	}
	cancel()
	<-ended
}

func TestNoBusIsLight(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if got := (<-askDesktop(context.Background())).scheme; got != theme.AlwaysLight {
		t.Errorf("it is %q", got)
	}
}

func TestAWindowInTheDesktopsLookTurnsWithIt(t *testing.T) {
	a := test.NewApp()
	defer a.Quit()
	s := NewShell(a, a.NewWindow("Afterglow"), Options{AsDesktop: theme.AlwaysLight, Voice: phrase.New(locale.Format{})})
	for _, to := range []theme.Choice{theme.AlwaysDark, theme.AlwaysDark, theme.AlwaysLight} {
		s.desktopTurned(looks{to, false, 1}, false)
		if s.k.P.Dark != (to == theme.AlwaysDark) {
			t.Errorf("the desktop is %s, and the window is dark: %v", to, s.k.P.Dark)
		}
	}
	s.state.settings = []service.SettingView{{Key: "theme", Value: "light"}}
	s.desktopTurned(looks{theme.AlwaysDark, false, 1}, false)
	if s.k.P.Dark {
		t.Error("the person's own choice gave way to the desktop's")
	}
	for _, sharp := range []bool{true, false} {
		s.desktopTurned(looks{theme.AlwaysDark, sharp, 1}, false)
		if s.k.P.Sharp != sharp || s.k.P.Dark {
			t.Errorf("more contrast is asked for: %v; the window has it: %v, and is dark: %v", sharp, s.k.P.Sharp, s.k.P.Dark)
		}
	}
}
