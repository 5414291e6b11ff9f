package autostart

import (
	"os"
	"path/filepath"
)

// TrayProgram is the agent without a console. A program with one, started at login,
// would leave a black window on the screen.
const TrayProgram = "afterglow-tray.exe"

// Starter is the program to start at login in place of agent: the one without a console,
// where it lies beside it.
func Starter(agent string) string {
	tray := filepath.Join(filepath.Dir(agent), TrayProgram)
	if info, err := os.Stat(tray); err == nil && info.Mode().IsRegular() {
		return tray
	}
	return agent
}
