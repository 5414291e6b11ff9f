// Package beside finds the other programs of Afterglow: they are installed beside each other.
package beside

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"afterglow/app/fault"
)

// The names of the programs.
const (
	window   = "afterglow-window"
	syncName = "afterglow-sync"
)

// Window is the path of the program with the window. It looks beside the program self first, so that two installed
// versions do not mix.
func Window(self string) (string, error) { return find(self, window, "background.window_missing") }

// Sync is the path of the program that writes to a calendar server, found likewise.
func Sync(self string) (string, error) { return find(self, syncName, "calserver.missing") }

func find(self, name, missing string) (string, error) {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	near := filepath.Join(filepath.Dir(self), name)
	if _, err := os.Stat(near); err == nil {
		return near, nil
	}
	program, err := exec.LookPath(name)
	if err != nil {
		return "", fault.New(missing, fault.Args{"Program": name, "Beside": self})
	}
	return program, nil
}
