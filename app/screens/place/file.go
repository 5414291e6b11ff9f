package place

import (
	"encoding/json"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
)

// mostBytes is how long a file is looked at: what is longer is none of ours.
const mostBytes = 4096

// Read is the place that dir remembers. One that is missing or damaged is none: the window opens as if for the first time.
func Read(dir string) (p Place, found bool) {
	path := filepath.Join(dir, datadir.WindowFile)
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostBytes {
		return Place{}, false
	}
	text, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(text, &p) != nil || p.Width <= 0 || p.Height <= 0 {
		return Place{}, false
	}
	return p, true
}

// Write has dir remember the place, whole or not at all. One without a size is none.
func Write(dir string, p Place) error {
	if p.Width <= 0 || p.Height <= 0 {
		return nil
	}
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return datadir.Write(dir, datadir.WindowFile, append(text, '\n'))
}
