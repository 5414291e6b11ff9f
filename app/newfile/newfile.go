// Package newfile writes files that a person asked for: whole, and never over one that is there.
package newfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"afterglow/app/fault"
)

// Write writes a file that is not there yet: whole, or not at all, even if the program ends in between.
func Write(path string, content []byte) error {
	d, err := Begin(path, content, nil)
	if err != nil {
		return err
	}
	return d.Keep()
}

// mostNumbered is how many files of one name are counted.
const mostNumbered = 999

// Free is the path itself, or with the first number that no file there has: "card-2.png". What a person makes again and
// again, such as a picture, asks for no new name each time.
func Free(path string) (string, error) {
	ending := filepath.Ext(path)
	for n, try := 2, path; n <= mostNumbered; n++ {
		_, err := os.Lstat(try)
		if errors.Is(err, fs.ErrNotExist) {
			return try, nil
		}
		if err != nil {
			return "", fault.Wrap(Bare(err), "newfile.not_written", fault.Args{"File": path})
		}
		try = strings.TrimSuffix(path, ending) + "-" + strconv.Itoa(n) + ending
	}
	return "", fault.Use("newfile.there_already", fault.Args{"File": path})
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

// Bare is why a file cannot be written or read, without its path: that is said already.
func Bare(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	if at, ok := errors.AsType[*os.LinkError](err); ok {
		return at.Err
	}
	return err
}
