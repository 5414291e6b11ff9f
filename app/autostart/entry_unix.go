//go:build unix && !darwin

package autostart

import (
	"errors"
	"os"
	"path/filepath"
)

// place is the autostart folder of this person's desktop.
func place() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(config, "autostart", appID+".desktop"), nil
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
	e.On, e.Command, err = readDesktopEntry(string(text))
	return e, err
}

func write(exe string, args []string) error {
	path, err := place()
	if err != nil {
		return err
	}
	return writeFile(path, desktopEntry(exe, args))
}

func remove() error {
	path, err := place()
	if err != nil {
		return err
	}
	return removeFile(path)
}
