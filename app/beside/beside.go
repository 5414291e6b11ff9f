// Package beside finds the other program of Afterglow: the two are installed beside each other.
package beside

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"afterglow/app/fault"
)

// window is the name of the program with the window.
const window = "afterglow-window"

// Window is the path of the program with the window. It looks beside the program self first, so that two installed
// versions do not mix.
func Window(self string) (string, error) {
	name := window
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	near := filepath.Join(filepath.Dir(self), name)
	if _, err := os.Stat(near); err == nil {
		return near, nil
	}
	program, err := exec.LookPath(name)
	if err != nil {
		return "", fault.New("background.window_missing", fault.Args{"Program": name, "Beside": self})
	}
	return program, nil
}
