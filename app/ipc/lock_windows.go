package ipc

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"

	"afterglow/app/datadir"
)

// lockedByte is where the locked byte lies, far behind the end: what is locked here nobody else can read.
const lockedByte = 1 << 30

// takeLock opens and locks path for as long as the returned file is open; the
// system lets go of it however the process ends.
func takeLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, notLocked(path, err)
	}
	err = windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{Offset: lockedByte})
	if err != nil {
		_ = f.Close()
		if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
			return nil, ErrRunning
		}
		return nil, notLocked(path, err)
	}
	return f, nil
}

// noLocksHere tells that a lock could not be taken in this place: there is no space, or its file system knows no locks.
func noLocksHere(err error) bool {
	return datadir.IsFull(err) || errors.Is(err, windows.ERROR_INVALID_FUNCTION)
}

// discard is Close that takes the lock's file away too, once it is not held any more: an open file cannot be
// removed. One that another process has taken up since then stays its own.
func (s *Server) discard() error {
	err := s.Close()
	if gone := os.Remove(s.lock.Name()); gone != nil && !errors.Is(gone, windows.ERROR_SHARING_VIOLATION) {
		err = errors.Join(err, gone)
	}
	return err
}

// nobodyThere reports whether a failed connection means that nobody listens: there is no such pipe.
func nobodyThere(err error) bool { return errors.Is(err, os.ErrNotExist) }
