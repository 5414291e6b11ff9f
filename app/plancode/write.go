package plancode

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"afterglow/app/fault"
)

// Write writes the picture of the index-th of so many codes beside the others: to file itself if it is the only one,
// else to file-1, file-2 and so on. No file is written over, and one that cannot be written whole is taken away again. It
// gives the file's path.
func Write(file string, index, of int, picture []byte) (string, error) {
	if of > 1 {
		ending := filepath.Ext(file)
		file = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(file, ending), index+1, ending)
	}
	named := fault.Args{"File": file}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return "", fault.Use("plancode.there_already", named)
	}
	if err == nil {
		if _, err = f.Write(picture); err == nil {
			err = f.Sync()
		}
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			_ = os.Remove(file)
		}
	}
	if err != nil {
		return "", fault.Wrap(bare(err), "plancode.not_written", named)
	}
	return file, nil
}

// bare is why a file cannot be written, without its path: that is said already.
func bare(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	return err
}
