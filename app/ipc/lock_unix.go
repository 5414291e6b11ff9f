//go:build !windows

package ipc

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// takeLock opens and locks path for as long as the returned file is open; the
// kernel lets go of it however the process ends. The file itself stays: were
// it removed, two processes could each hold the lock of "the" file.
func takeLock(path string) (*os.File, error) {
	for range 100 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0o600)
		if err != nil {
			return nil, fmt.Errorf("open the lock file: %w", err)
		}
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if err != nil {
			_ = f.Close()
			if errors.Is(err, unix.EWOULDBLOCK) {
				return nil, ErrRunning
			}
			if errors.Is(err, unix.EINTR) {
				continue
			}
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
		// A cleaner of temporary files may have taken the name away between
		// the opening and the locking: then this lock guards nothing.
		if held, err1 := f.Stat(); err1 == nil {
			if named, err2 := os.Lstat(path); err2 == nil && os.SameFile(held, named) {
				return f, nil
			}
		}
		_ = f.Close()
	}
	return nil, fmt.Errorf("lock %s: something keeps removing it", path)
}
