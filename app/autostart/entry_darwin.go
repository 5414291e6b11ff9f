package autostart

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"afterglow"
	"afterglow/app/fault"
)

// Compile-checked, never run on a Mac. launchd reads the file at the next login: nothing is
// started or ended when it is written, so this works from the tray, the window and the command line.

// place is the folder of this person's launch agents.
func place() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, "Library", "LaunchAgents", afterglow.ID()+".plist"), nil
}

func read() (Entry, error) {
	path, err := place()
	if err != nil {
		return Entry{}, err
	}
	e := Entry{Path: path}
	text, err := readFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return e, nil
	}
	if err != nil {
		return e, err
	}
	e.On, e.Command, err = readLaunchAgent(text)
	return e, err
}

func write(exe string, args []string) (path string, err error) {
	// What was not moved out of its disk image runs from a place that is gone at the next login.
	if strings.Contains(exe, "/AppTranslocation/") || strings.HasPrefix(exe, "/Volumes/") {
		return "", fault.New("autostart.disk_image", nil)
	}
	if path, err = place(); err != nil {
		return "", err
	}
	text, err := launchAgent(exe, args)
	if err != nil {
		return path, err
	}
	return path, writeFile(path, text)
}

func remove() (path string, err error) {
	if path, err = place(); err != nil {
		return "", err
	}
	return path, removeFile(path)
}
