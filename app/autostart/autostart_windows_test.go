package autostart

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// The registry is this user's own: what stood there before a test stands there after it.
func keepEntry(t *testing.T) {
	t.Helper()
	before, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if before.On {
			_ = Set(true, before.Command[0], before.Command[1:]...)
			return
		}
		_ = Set(false, "")
	})
}

func TestWhatIsSwitchedOnIsReadBackWhole(t *testing.T) {
	keepEntry(t)
	exe := filepath.Join(t.TempDir(), "my programs.exe")
	if err := os.WriteFile(exe, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"--background"}, {"--background", "--data", `C:\a "b" c\`}} {
		if err := Set(true, exe, args...); err != nil {
			t.Fatal(err)
		}
		e, err := Read()
		if want := append([]string{exe}, args...); err != nil || !e.On || e.Stale || !slices.Equal(e.Command, want) {
			t.Errorf("got %+v, %v, want %q", e, err, want)
		}
	}
	if err := os.Remove(exe); err != nil {
		t.Fatal(err)
	}
	if e, err := Read(); err != nil || !e.Stale {
		t.Errorf("a program that is gone: %+v, %v", e, err)
	}
	for range 2 { // switched off twice
		if err := Set(false, ""); err != nil {
			t.Fatal(err)
		}
	}
	if e, err := Read(); err != nil || e.On {
		t.Errorf("switched off: %+v, %v", e, err)
	}
}

func TestTheProgramWithoutAConsoleIsStartedWhereItIsThere(t *testing.T) {
	dir := t.TempDir()
	agent, tray := filepath.Join(dir, "afterglow.exe"), filepath.Join(dir, TrayProgram)
	if got := Starter(agent); got != agent {
		t.Errorf("without it: %s", got)
	}
	if err := os.WriteFile(tray, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := Starter(agent); got != tray {
		t.Errorf("beside it: %s", got)
	}
}
