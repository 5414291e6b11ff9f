package studio

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
	"afterglow/guidance"
)

// ReadKept is the draft that dir keeps; nil: it keeps none. What lies there and is no file, or too large, is none of ours.
func ReadKept(dir string) ([]byte, error) {
	path := filepath.Join(dir, datadir.DraftFile)
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && (!info.Mode().IsRegular() || info.Size() > guidance.LargestFile) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// WriteKept has dir keep a draft, whole or not at all: a kill or a full disk leaves the one before. nil forgets it.
func WriteKept(dir string, text []byte) error {
	path := filepath.Join(dir, datadir.DraftFile)
	if text == nil {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	f, err := os.CreateTemp(dir, ".write-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the cause matters more
	}
	return err
}
