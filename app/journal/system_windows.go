//go:build windows

package journal

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

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
