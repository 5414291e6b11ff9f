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
func SetAside(dir string) (name string, err error) { return moveTo(dir, datadir.DamagedDrafts) }

// moveTo moves the draft that dir keeps to the first name of a pattern that is free.
func moveTo(dir, pattern string) (name string, err error) {
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = "-" + strconv.Itoa(n)
		}
		path := filepath.Join(dir, strings.Replace(pattern, "*", end, 1))
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
	return unkept(datadir.Write(dir, datadir.DraftFile, text))
}

// unkept says why a draft is not kept; nil for nil.
func unkept(err error) error {
	switch {
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
