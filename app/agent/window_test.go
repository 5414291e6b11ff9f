package agent

import (
	"runtime"
	"strings"
	"testing"

	"afterglow/app/ipc"
)

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
