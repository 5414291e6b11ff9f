package autostart

import (
	"os"
	"path/filepath"
	"strings"

	"afterglow/app/datadir"
)

// StopFor takes the autostart entry away if it starts Afterglow with this data folder.
func StopFor(dir string) (removed bool, err error) {
	e, err := Read()
	if err != nil || !e.On || !samePlace(dataOf(e.Command), dir) {
		return false, err
	}
	return true, Set(false, "")
}

// dataOf is the data folder that a command line names, else the system's own place.
func dataOf(command []string) string {
	for i, word := range command {
		if dir, found := strings.CutPrefix(word, "--data="); found {
			return dir
		}
		if word == "--data" && i+1 < len(command) {
			return command[i+1]
		}
	}
	return datadir.Default()
}

func samePlace(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
