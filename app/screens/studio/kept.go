package studio

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"afterglow/app/datadir"
	"afterglow/app/fault"
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

// SetAside moves a kept draft that cannot be read out of the way of the next one, and gives its name there: nothing of it is
// lost.
func SetAside(dir string) (name string, err error) {
	for n := 1; ; n++ {
		name = strings.Replace(datadir.DamagedDrafts, "*", "", 1)
		if n > 1 {
			name = strings.Replace(datadir.DamagedDrafts, "*", "-"+strconv.Itoa(n), 1)
		}
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, os.Rename(filepath.Join(dir, datadir.DraftFile), path)
		} else if err != nil {
			return "", err
		}
	}
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
	switch err := datadir.Write(dir, datadir.DraftFile, text); {
	case err == nil:
		return nil
	case datadir.IsFull(err):
		return fault.Wrap(err, "studio.unkept_full", nil)
	case datadir.IsReadOnly(err):
		return fault.Wrap(err, "studio.unkept_read_only", nil)
	default:
		return fault.Wrap(err, "studio.unkept", nil)
	}
}
