package newfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"afterglow/app/newfile"
)

func TestAFullDiskLeavesTheOlderFileAndNothingBeside(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "disk")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=64k,mode=0700"); err != nil {
		t.Skipf("mounting a disk for the test: %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	path := filepath.Join(dir, "plan.ics")
	if err := newfile.Write(path, []byte("older")); err != nil {
		t.Fatal(err)
	}
	_, err := newfile.Begin(path, bytes.Repeat([]byte("x"), 1<<20), func([]byte) bool { return true })
	if idOf(err) != "newfile.not_written" {
		t.Errorf("%v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "older" || len(names(t, dir)) != 1 {
		t.Errorf("%q, in the folder %v", got, names(t, dir))
	}
}
