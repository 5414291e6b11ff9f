package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDoctorKnowsWhatKeepsTheTrayFromStarting(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	if info, err := os.Stat("/run/user/0"); err == nil && info.Mode().Perm() == 0o700 {
		t.Skip("the system has a runtime folder for this user")
	}
	w := newWorld(t, "12:00")
	short, err := os.MkdirTemp("", "l")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	t.Setenv("TMPDIR", short)
	t.Setenv("XDG_RUNTIME_DIR", "")
	taken := filepath.Join(short, "afterglow-0")
	if err := os.Mkdir(taken, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(taken, 65534, 65534); err != nil {
		t.Fatal(err)
	}
	if c := w.doctor()["agent"]; c.OK || !strings.Contains(c.Text, taken) || !strings.Contains(c.Text, "another user") || c.Fix == "" {
		t.Errorf("doctor says %+v", c)
	}
}
