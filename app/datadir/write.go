package datadir

import (
	"os"
	"path/filepath"
)

// Write has the folder dir keep a file of ours, whole or not at all: a kill or a full disk leaves the one before. Only its
// owner can read it. What a kill leaves beside it is known as ours.
func Write(dir, name string, content []byte) error {
	f, err := os.CreateTemp(dir, ".write-*") // 0600
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the cause matters more
	}
	return err
}
