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
	t.Setenv("XDG_CONFIG_DIRS", filepath.Join(dir, "all"))
	t.Setenv("XDG_CURRENT_DESKTOP", "")
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

func TestAnEntryIsOnWhereTheDesktopStartsIt(t *testing.T) {
	for _, c := range []struct {
		name, lines, desktop string
		on                   bool
	}{
		{"hidden", "Hidden=true", "KDE", false},
		{"hidden, as GLib reads it", "Hidden=1", "", false},
		{"not hidden", "Hidden=false", "KDE", true},
		{"of another type", "Type=Link", "GNOME", false},
		{"switched off in GNOME", "X-GNOME-Autostart-enabled=false", "ubuntu:GNOME", false},
		{"switched off in GNOME, elsewhere", "X-GNOME-Autostart-enabled=false", "KDE", true},
		{"switched off in GNOME, nobody knows where we are", "X-GNOME-Autostart-enabled=false", "", false},
		{"switched off in MATE", "X-MATE-Autostart-enabled=false", "MATE", false},
		{"switched off in MATE, in GNOME", "X-MATE-Autostart-enabled=false", "GNOME", true},
		{"only elsewhere", "OnlyShowIn=GNOME;Unity;", "KDE", false},
		{"only here", "OnlyShowIn=GNOME;Unity", "ubuntu:GNOME", true},
		{"only somewhere, nobody knows where we are", "OnlyShowIn=GNOME;", "", true},
		{"nowhere", "OnlyShowIn=", "KDE", false},
		{"not here", "NotShowIn=XFCE;KDE;", "KDE", false},
		{"not elsewhere", "NotShowIn=XFCE;", "KDE", true},
		{"Xfce was told to start it all the same", "OnlyShowIn=GNOME;\nX-XFCE-Autostart-Override=true", "XFCE", true},
		{"keys of a language", "Hidden[de]=true\nExec[de]=/bin/y\nName[de]=Nachglühen", "KDE", true},
		{"keys of another group", "[Desktop Action Quit]\nExec=/bin/y\nHidden=true", "KDE", true},
		{"a comment", "#Hidden=true", "KDE", true},
		{"spaces around the sign", "Hidden = true", "KDE", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			on, command, _, err := readDesktopEntry("[Desktop Entry]\nExec=/bin/x\n"+c.lines+"\n", filepath.SplitList(c.desktop))
			if on != c.on || err != nil || !slices.Equal(command, []string{"/bin/x"}) {
				t.Errorf("on %v, %q, %v", on, command, err)
			}
		})
	}
}

func TestAnExecLineIsReadAsDesktopsReadIt(t *testing.T) {
	for line, want := range map[string][]string{
		`/bin/x --background`:               {"/bin/x", "--background"},
		`/bin/x %U`:                         {"/bin/x"},
		`/bin/x --icon %i 100%%`:            {"/bin/x", "--icon", "100%"},
		`"/bin/my x" 'a "b"' c\\ d`:         {"/bin/my x", `a "b"`, "c d"},
		`/bin/x "--data=/a b" "" --flag=""`: {"/bin/x", "--data=/a b", "", "--flag="},
		`/bin/x\sy`:                         {"/bin/x", "y"},
	} {
		if got, err := splitExec(line); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s is read as %q, %v, want %q", line, got, err, want)
		}
	}
}

func TestAnEntryWhoseTryExecIsGoneIsStale(t *testing.T) {
	home(t)
	_, path, err := State()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	for try, stale := range map[string]bool{"/nowhere/x": true, "no-such-program": true, "sh": false, "/bin/sh": false} {
		if err := os.WriteFile(path, []byte("[Desktop Entry]\nExec=sh\nTryExec="+try+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if e, err := Read(); err != nil || !e.On || e.Stale != stale {
			t.Errorf("TryExec=%s: %+v, %v", try, e, err)
		}
	}
}

func TestAnEntryForAllUsersIsSeenAndSwitchedOffForOneAlone(t *testing.T) {
	exe := home(t)
	all := t.TempDir()
	t.Setenv("XDG_CONFIG_DIRS", all)
	path := filepath.Join(all, "autostart", name())
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(desktopEntry(exe, nil)), 0o600); err != nil {
		t.Fatal(err)
	}
	if on, where, err := State(); !on || where != path || err != nil {
		t.Fatalf("on %v at %s, %v", on, where, err)
	}
	if err := Set(false, ""); err != nil {
		t.Fatal(err)
	}
	if on, where, err := State(); on || where == path || err != nil {
		t.Errorf("switched off: on %v at %s, %v", on, where, err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the entry of all is gone: %v", err)
	}
	if err := Set(true, exe); err != nil {
		t.Fatal(err)
	}
	if on, _, err := State(); !on || err != nil {
		t.Errorf("switched on again: %v, %v", on, err)
	}
}

func TestTheSuperuserWritesNoEntryIntoAnotherUsersHome(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only the superuser is in the way of others")
	}
	config := filepath.Join(t.TempDir(), "config")
	if err := os.Mkdir(config, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(config, 65534, 65534); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CONFIG_HOME", config)
	if err := Set(true, "/bin/sh"); err == nil {
		t.Error("it was written")
	}
	if left, err := os.ReadDir(config); err != nil || len(left) != 0 {
		t.Errorf("made %v, %v", left, err)
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
		_, got, _, err := readDesktopEntry(desktopEntry(words[0], words[1:]), nil)
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
	if on, _, _, err := readDesktopEntry("[Desktop Entry]\nExec=\"/bin/x\n", nil); on || err == nil {
		t.Errorf("an open quotation mark: on %v, error %v", on, err)
	}
	if on, _, err := readLaunchAgent("<plist><dict>"); on || err == nil {
		t.Errorf("a cut-off list: on %v, error %v", on, err)
	}
}
