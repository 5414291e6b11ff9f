//go:build unix

package clock

import (
	"path/filepath"
	"syscall"
	"testing"
)

func TestAPipeForAZoneIsNeverWaitedFor(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TZ", pipe)
	if w := System(Options{}); ZoneFault(w) == nil || w.Zone() == nil {
		t.Error("nobody is told")
	}
}
