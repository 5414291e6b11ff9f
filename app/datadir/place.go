// Package datadir is the data folder: where it is, and that it is this person's own and closed to others.
package datadir

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// PortableMark is the file that, beside the programs, keeps the data beside them too.
// The Windows zip brings it, for a USB stick say.
const PortableMark = "afterglow-portable.txt"

// portableDir is the data folder beside the programs.
const portableDir = "data"

// Default is the data folder if none is named: beside the program if the mark
// lies there, else the system's own place.
func Default() string {
	if self, err := os.Executable(); err == nil {
		if dir, marked := besideProgram(self); marked {
			return dir
		}
	}
	return filepath.Join(xdg.DataHome, "afterglow")
}

// besideProgram is the data folder beside the program self, and whether the mark asks for it.
func besideProgram(self string) (dir string, marked bool) {
	beside := filepath.Dir(self)
	info, err := os.Stat(filepath.Join(beside, PortableMark))
	return filepath.Join(beside, portableDir), err == nil && info.Mode().IsRegular()
}
