// Package newfile writes files that a person asked for: whole, and never over one that is there.
package newfile

import (
	"errors"
	"io/fs"
	"os"
)

// Write writes a file that is not there yet: whole, or not at all, even if the program ends in between.
func Write(path string, content []byte) error {
	d, err := Begin(path, content, nil)
	if err != nil {
		return err
	}
	return d.Keep()
}

// All writes several files that belong together: if one cannot be written, none stays.
func All(paths []string, contents [][]byte) error {
	for i, path := range paths {
		if err := Write(path, contents[i]); err != nil {
			for _, had := range paths[:i] {
				_ = os.Remove(had)
			}
			return err
		}
	}
	return nil
}

// bare is why a file cannot be written, without its path: that is said already.
func bare(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	if at, ok := errors.AsType[*os.LinkError](err); ok {
		return at.Err
	}
	return err
}
