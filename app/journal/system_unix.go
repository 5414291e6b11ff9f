//go:build unix

package journal

import (
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// errReadOnlyDisk is what the system says of a disk that is mounted read-only.
const errReadOnlyDisk = syscall.EROFS

// fullErrno tells whether the system ran out of space. A file size limit counts too.
func fullErrno(n syscall.Errno) bool {
	return n == syscall.ENOSPC || n == syscall.EDQUOT || n == syscall.EFBIG
}

// ownedByOther tells whether another user owns the file.
func ownedByOther(info fs.FileInfo) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(st.Uid) != os.Geteuid()
}

// openToOthers tells whether others may read or write the file.
func openToOthers(info fs.FileInfo) bool { return info.Mode().Perm()&0o077 != 0 }

// writable asks the system, which also knows of read-only disks.
func writable(path string) bool {
	return unix.Faccessat(unix.AT_FDCWD, path, unix.W_OK, unix.AT_EACCESS) == nil
}

// lockFile waits until no other process holds the lock on f. Closing f lets go.
func lockFile(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX)
		if err != unix.EINTR {
			return err
		}
	}
}

// removeLock takes the lock's file away while it is held: a process that waits for it then
// finds that it holds the lock of nothing.
func removeLock(path string, unlock func()) error {
	defer unlock()
	return os.Remove(path)
}

// inUse is for Windows alone: here a file can be moved and removed while others have it open.
func inUse(error) bool { return false }

// syncDir makes renames in dir last through a power cut.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
