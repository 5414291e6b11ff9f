package datadir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Files lists what is in the folder and in its own folders, one below the other; none if
// the folder is not there.
func Files(dir string) ([]string, error) {
	found := []string{}
	top, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return found, nil
	}
	if err != nil {
		return nil, err
	}
	for _, e := range top {
		inner, err := os.ReadDir(filepath.Join(dir, e.Name()))
		if err != nil || len(inner) == 0 {
			found = append(found, e.Name()) // a file, or nothing to look into
			continue
		}
		for _, f := range inner {
			found = append(found, e.Name()+"/"+f.Name())
		}
	}
	return found, nil
}
