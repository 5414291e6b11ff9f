package ipc

import (
	"errors"
	"io/fs"
	"os"

	"afterglow/app/fault"
)

// Alone runs f while neither agent nor window nor what writes to the calendar server runs for dataDir, and lets none start meanwhile. It is [ErrRunning]
// if one does. No file of ours is left in the folder afterwards.
func Alone(dataDir string, f func() error) (err error) {
	if _, err := os.Lstat(dataDir); errors.Is(err, fs.ErrNotExist) {
		return f() // nobody uses a folder that does not exist, and none is made for this
	}
	busy := func(Message) Reply { return Reply{Fault: "ipc.erasing"} }
	for _, role := range []string{Agent, Window, Sync} {
		s, err := Listen(dataDir, role, busy)
		if err != nil {
			return err
		}
		defer func() {
			if gone := s.discard(); gone != nil && err == nil {
				err = fault.Wrap(gone, "ipc.lock_left", fault.Args{"Path": s.lock.Name()})
			}
		}()
	}
	return f()
}
