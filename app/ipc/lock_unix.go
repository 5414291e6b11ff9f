//go:build !windows

package ipc

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"

	"afterglow/app/datadir"
)

// takeLock opens and locks path for as long as the returned file is open; the
// kernel lets go of it however the process ends. The file itself stays: if it
// were removed, two processes could each hold the lock of "the" file.
func takeLock(path string) (*os.File, error) {
	for range 100 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0o600)
		if err != nil {
			return nil, notLocked(path, err)
		}
		if err := f.Chmod(datadir.FileMode); err != nil { // the umask may have taken rights away
			_ = f.Close()
			return nil, notLocked(path, err)
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
			return nil, notLocked(path, err)
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
	return nil, notLocked(path, os.ErrNotExist)
}

// noLocksHere tells that a lock could not be taken in this place: there is no space, or its file
// system knows no locks, as some network file systems do not.
func noLocksHere(err error) bool {
	return datadir.IsFull(err) || errors.Is(err, unix.ENOLCK) || errors.Is(err, unix.ENOSYS) ||
		errors.Is(err, unix.EOPNOTSUPP) || errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL)
}

// discard is Close that takes the lock's file away too, while it is held: who waits for it finds that it
// holds the lock of nothing.
func (s *Server) discard() error {
	err := os.Remove(s.lock.Name())
	return errors.Join(err, s.Close())
}
