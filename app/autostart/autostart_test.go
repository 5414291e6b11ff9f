//go:build unix && !darwin

package autostart

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// home gives the test a configuration folder of its own, and a program in it.
func home(t *testing.T) (exe string) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	exe = filepath.Join(dir, "my programs", "after $glow 100%")
	if err := os.MkdirAll(filepath.Dir(exe), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(exe, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	return exe
}

func TestItIsOffUntilItIsSwitchedOn(t *testing.T) {
	home(t)
	on, path, err := State()
	if on || err != nil || !strings.HasSuffix(path, "autostart/app.afterglow.Afterglow.desktop") {
		t.Fatalf("got on %v at %s, error %v", on, path, err)
	}
}

func TestWhatIsSwitchedOnIsReadBackWhole(t *testing.T) {
	exe := home(t)
	if err := Set(true, exe, "--background", "--data", `C:\a "b" $c`); err != nil {
		t.Fatal(err)
	}
	e, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{exe, "--background", "--data", `C:\a "b" $c`}
	if !e.On || e.Stale || !slices.Equal(e.Command, want) {
		t.Fatalf("got %+v, want %q", e, want)
	}
}

func TestSwitchingOffTakesTheFileAwayAndMayBeDoneTwice(t *testing.T) {
	exe := home(t)
	if err := Set(true, exe); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := Set(false, ""); err != nil {
			t.Fatal(err)
		}
	}
	_, path, _ := State()
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 0 {
		t.Fatalf("left behind: %v", left)
	}
}

func TestAProgramThatWasMovedIsStale(t *testing.T) {
	exe := home(t)
	if err := Set(true, exe); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(exe); err != nil {
		t.Fatal(err)
	}
	if e, err := Read(); err != nil || !e.On || !e.Stale {
		t.Fatalf("got %+v, %v", e, err)
	}
}

func TestAnEntryThatTheDesktopSwitchedOffIsOff(t *testing.T) {
	for _, line := range []string{"Hidden=true", "X-GNOME-Autostart-enabled=false"} {
		on, _, err := readDesktopEntry("[Desktop Entry]\nExec=/bin/x\n" + line + "\n")
		if on || err != nil {
			t.Errorf("%s: on %v, error %v", line, on, err)
		}
	}
}

func TestAHalfPathOrALineBreakIsRefusedAndNothingIsWritten(t *testing.T) {
	exe := home(t)
	for _, words := range [][]string{{"afterglow"}, {exe, "a\nExec=/bin/rm"}} {
		if err := Set(true, words[0], words[1:]...); err == nil {
			t.Errorf("%q was taken", words)
		}
	}
	if on, _, _ := State(); on {
		t.Error("something was written")
	}
}

func TestAnyCommandLineSurvivesTheDesktopEntry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[ -~é]{0,12}`), 1, 5).Draw(t, "words")
		if words[0] == "" {
			words[0] = "x"
		}
		_, got, err := readDesktopEntry(desktopEntry(words[0], words[1:]))
		if err != nil || !slices.Equal(got, words) {
			t.Fatalf("%q came back as %q, %v", words, got, err)
		}
	})
}

func TestAnyCommandLineSurvivesTheLaunchAgent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[ -~é]{1,12}`), 1, 5).Draw(t, "words")
		text, err := launchAgent(words[0], words[1:])
		if err != nil {
			t.Fatal(err)
		}
		on, got, err := readLaunchAgent(text)
		if err != nil || !on || !slices.Equal(got, words) {
			t.Fatalf("%q came back as %q (on %v), %v", words, got, on, err)
		}
	})
}

func TestADamagedEntryIsAnErrorAndNotOn(t *testing.T) {
	if on, _, err := readDesktopEntry("[Desktop Entry]\nExec=\"/bin/x\n"); on || err == nil {
		t.Errorf("an open quotation mark: on %v, error %v", on, err)
	}
	if on, _, err := readLaunchAgent("<plist><dict>"); on || err == nil {
		t.Errorf("a cut-off list: on %v, error %v", on, err)
	}
}
