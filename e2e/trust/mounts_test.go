//go:build e2e

package trust

import (
	"errors"
	"os"
	"os/exec"
	"runtime"

	"golang.org/x/sys/unix"
)

// ownMounts gives this test, and the programs that it starts from here on, mounts of
// their own: a disk that is full or read-only, or another /etc, that nobody else sees.
// Only root may do that; elsewhere the test is skipped.
func (s *scene) ownMounts() {
	s.Helper()
	// The mounts belong to the thread, so the thread belongs to the test, and ends with it.
	runtime.LockOSThread()
	err := unix.Unshare(unix.CLONE_NEWNS)
	if err == nil {
		err = unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	}
	if errors.Is(err, unix.EPERM) {
		s.Skip("only root can have mounts of its own")
	}
	s.ok(err)
}

// onDisk makes the data folder a disk of its own, of this size ("600k").
func (s *scene) onDisk(size string) {
	s.Helper()
	s.ownMounts()
	s.ok(os.MkdirAll(s.a.Data, 0o700))
	s.ok(unix.Mount("tmpfs", s.a.Data, "tmpfs", 0, "mode=0700,size="+size))
	s.Cleanup(func() { s.ok(unix.Unmount(s.a.Data, unix.MNT_DETACH)) })
}

// writable makes the data folder's disk writable or read-only. Nobody may have
// a file on it open for writing.
func (s *scene) writable(yes bool) {
	s.Helper()
	flags := uintptr(unix.MS_REMOUNT)
	if !yes {
		flags |= unix.MS_RDONLY
	}
	s.ok(unix.Mount("", s.a.Data, "", flags, ""))
}

// ownEtc gives the programs a copy of /etc in dir, in which the test can change what it likes.
func (s *scene) ownEtc(dir string) {
	s.Helper()
	s.ownMounts()
	if out, err := exec.Command("cp", "-a", "/etc", dir).CombinedOutput(); err != nil {
		s.Fatalf("copy /etc: %v: %s", err, out)
	}
	s.ok(unix.Mount(dir, "/etc", "", unix.MS_BIND, ""))
	s.Cleanup(func() { s.ok(unix.Unmount("/etc", unix.MNT_DETACH)) })
}
