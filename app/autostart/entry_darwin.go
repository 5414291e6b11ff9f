package autostart

import (
	"errors"
	"os"
	"path/filepath"
)

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
