// Package newfile writes files that a person asked for: whole, and never over one that is there.
package newfile

import (
	"errors"
	"io/fs"
	"os"

	"afterglow/app/fault"
)

// Write writes a file that is not there yet. One that cannot be written whole is taken away again.
func Write(path string, content []byte) error {
	named := fault.Args{"File": path}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fault.Use("newfile.there_already", named)
	}
	if err == nil {
		if _, err = f.Write(content); err == nil {
			err = f.Sync()
		}
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			_ = os.Remove(path)
		}
	}
	if err != nil {
		return fault.Wrap(bare(err), "newfile.not_written", named)
	}
	return nil
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
	return err
}
