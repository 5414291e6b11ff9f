//go:build unix

package journal

import (
	"os"

	"golang.org/x/sys/unix"
)

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
