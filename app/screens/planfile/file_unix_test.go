//go:build unix

package planfile

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestAPipeIsNotWaitedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.afterglow-plan")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skipf("cannot make a pipe here: %v", err)
	}
	if f := Read(path); f.OK() || !strings.Contains(told(f)[0], "is not a plain file.") {
		t.Errorf("got %q", told(f))
	}
	if f := Read(os.DevNull); f.OK() || !strings.Contains(told(f)[0], "is not a plain file.") {
		t.Errorf("a device: got %q", told(f))
	}
}

func TestAFileThatMayNotBeReadIsToldSo(t *testing.T) {
	path := put(t, "secret.afterglow-plan", []byte("format = 1\n"))
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(path); err == nil {
		t.Skip("this user may read everything")
	}
	if f := Read(path); f.OK() || told(f)[0] != "secret.afterglow-plan may not be read by you. Copy it to a folder of yours." {
		t.Errorf("got %q", told(f))
	}
}
