//go:build windows

package journal

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// errReadOnlyDisk is what the system says of a disk that is write-protected.
const errReadOnlyDisk = windows.ERROR_WRITE_PROTECT

// fullErrno tells whether the system ran out of space.
func fullErrno(n syscall.Errno) bool {
	return n == windows.ERROR_DISK_FULL || n == windows.ERROR_HANDLE_DISK_FULL
}

// ownedByOther is always false: a Windows profile folder is private by its access list.
func ownedByOther(fs.FileInfo) bool { return false }

// openToOthers is always false: modes say nothing of others here, and a file cannot be
// given another one while SQLite uses it.
func openToOthers(fs.FileInfo) bool { return false }

// writable tries, since Windows has no plain question for it.
func writable(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	if !info.IsDir() {
		return info.Mode().Perm()&0o200 != 0
	}
	f, err := os.CreateTemp(path, ".write-*")
	if err != nil {
		return false
	}
	name := f.Name()
	return f.Close() == nil && os.Remove(name) == nil
}

// lockFile waits until no other process holds the lock on f. Closing f lets go.
func lockFile(f *os.File) error {
	return windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, new(windows.Overlapped))
}

// removeLock takes the lock's file away once it is not held any more: an open file cannot be
// removed. One that another process has taken up since then stays its own.
func removeLock(path string, unlock func()) error {
	unlock()
	if err := os.Remove(path); err != nil && !inUse(err) {
		return err
	}
	return nil
}

// inUse tells whether another program has the file open: then it can neither be moved nor removed.
func inUse(err error) bool { return errors.Is(err, windows.ERROR_SHARING_VIOLATION) }

// syncDir does nothing: Windows cannot sync a folder.
func syncDir(string) error { return nil }
