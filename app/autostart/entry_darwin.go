package autostart

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Compile-checked, never run on a Mac. launchd reads the file at the next login: nothing is
// started or ended when it is written, so this works from the tray, the window and the command line.

// place is the folder of this person's launch agents.
func place() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, "Library", "LaunchAgents", appID+".plist"), nil
}

func read() (Entry, error) {
	path, err := place()
	if err != nil {
		return Entry{}, err
	}
	e := Entry{Path: path}
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return e, nil
	}
	if err != nil {
		return e, err
	}
	e.On, e.Command, err = readLaunchAgent(string(text))
	return e, err
}

func write(exe string, args []string) error {
	// What was not moved out of its disk image runs from a place that is gone at the next login.
	if strings.Contains(exe, "/AppTranslocation/") || strings.HasPrefix(exe, "/Volumes/") {
		return errors.New("move Afterglow to your Applications folder first, then open it from there")
	}
	path, err := place()
	if err != nil {
		return err
	}
	text, err := launchAgent(exe, args)
	if err != nil {
		return err
	}
	return writeFile(path, text)
}

func remove() error {
	path, err := place()
	if err != nil {
		return err
	}
	return removeFile(path)
}
