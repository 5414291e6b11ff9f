package screens

import (
	"bufio"
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	base "fyne.io/fyne/v2/theme"
	"github.com/godbus/dbus/v5"

	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// privateBus is a bus of the test's own; it ends with the test.
func privateBus(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("dbus-daemon is not installed")
	}
	cmd := exec.Command(path, "--session", "--nofork", "--print-address=1", "--address=unix:dir="+t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("start a bus: %v", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// portal answers as a desktop with this colour scheme.
type portal struct{ scheme uint32 }

func (p portal) Read(space, key string) (dbus.Variant, *dbus.Error) {
	if space != portalSpace || key != portalKey {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(dbus.MakeVariant(p.scheme)), nil
}

func TestOnlyADesktopThatAsksForLightOrDarkStatesAPreference(t *testing.T) {
	bus := privateBus(t)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if portalStates(ctx, bus) {
		t.Error("a preference was heard where there is no portal")
	}
	for scheme, want := range map[uint32]bool{0: false, 1: true, 2: true, 7: false} {
		conn, err := dbus.Connect(bus)
		if err != nil {
			t.Fatal(err)
		}
		if err := conn.Export(portal{scheme}, portalPath, "org.freedesktop.portal.Settings"); err != nil {
			t.Fatal(err)
		}
		if _, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
			t.Fatal(err)
		}
		if got := portalStates(ctx, bus); got != want {
			t.Errorf("scheme %d: a preference is %v, want %v", scheme, got, want)
		}
		if _, err := conn.ReleaseName(portalName); err != nil {
			t.Fatal(err)
		}
		conn.Close()
	}
}

func TestNoBusIsNoScheme(t *testing.T) {
	t.Setenv(sessionBusIn, "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if <-desktopScheme(context.Background()) {
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
