package agent

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"afterglow/app/ipc"
)

func TestAPanelThatGoesAwayOpensNoWindow(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("a panel cannot go away here")
	}
	t.Setenv("DISPLAY", ":0")
	home := t.TempDir()
	opened := filepath.Join(home, "opened")
	window := "#!/bin/sh\n>'" + opened + "'\n"
	if err := os.WriteFile(filepath.Join(home, "afterglow-window"), []byte(window), 0o700); err != nil {
		t.Fatal(err)
	}
	a, _ := morning(t)
	var said strings.Builder
	a.messages = &said
	a.window = windowOpener{dataDir: t.TempDir(), self: filepath.Join(home, "afterglow"), ended: func(error) {}, open: &sync.WaitGroup{}}
	settled := func() { a.acts.Wait(); a.window.open.Wait() }
	isOpen := func() bool { _, err := os.Stat(opened); return err == nil }

	for _, there := range []bool{false, true, false, true} { // at the start and at each lock of the screen
		a.trayHost(there)
		settled()
		if isOpen() {
			t.Fatalf("the window opened after the tray was there: %v", there)
		}
		if told := strings.Contains(said.String(), "no tray icons"); !told {
			t.Errorf("it was not said that there is no tray: %q", said.String())
		}
		if all := a.problems(); len(all) != 0 {
			t.Errorf("with a tray %v reminders are said to suffer: %q", there, all)
		}
	}
	a.trayActions().Open() // and the window can be opened at all
	settled()
	if !isOpen() {
		t.Error("a click opens no window")
	}
}

func TestWithoutADesktopNoWindowIsStarted(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("there is always a desktop here")
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	w := windowOpener{dataDir: t.TempDir(), self: "/bin/sh", ended: func(err error) { t.Errorf("one was started and ended: %v", err) }}
	err := w.start(ipc.Message{Do: ipc.DoShow})
	if err == nil || !strings.Contains(voice.Error(err), "afterglow status") || strings.Contains(voice.Error(err), "\n") {
		t.Errorf("got %v, want one line that says what to do", err)
	}
	t.Setenv("WAYLAND_DISPLAY", "wayland-0")
	if err := noDesktop(); err != nil {
		t.Errorf("on a desktop: %v", err)
	}
}
