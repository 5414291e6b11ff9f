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
	if f := Read(path); f.OK() || !strings.Contains(f.Problems[0], "is not a plain file.") {
		t.Errorf("got %q", f.Problems)
	}
	if f := Read(os.DevNull); f.OK() || !strings.Contains(f.Problems[0], "is not a plain file.") {
		t.Errorf("a device: got %q", f.Problems)
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
	if f := Read(path); f.OK() || f.Problems[0] != "secret.afterglow-plan may not be read by you. Copy it to a folder of yours." {
		t.Errorf("got %q", f.Problems)
	}
}

func TestWhyAFileCannotBeReadComesWithoutItsPath(t *testing.T) {
	for err, want := range map[error]string{
		&os.PathError{Op: "open", Path: "/somewhere/long", Err: os.ErrPermission}: "may not be read by you. Copy it to a folder of yours.",
		&os.PathError{Op: "open", Path: "/somewhere/long", Err: syscall.EIO}:      "cannot be read: input/output error.",
	} {
		if got := cannot(err); got != want {
			t.Errorf("%v became %q, want %q", err, got, want)
		}
	}
}
