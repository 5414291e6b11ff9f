//go:build unix && !darwin

package autostart

import (
	"errors"
	"os"
	"path/filepath"

	"afterglow"
)

// name is the entry's name in each of the folders that desktops look into.
func name() string { return afterglow.ID() + ".desktop" }

// place is the entry in the autostart folder of this person's desktop.
func place() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(config, "autostart", name()), nil
}

// systemPlace is the entry that the computer has for all its users; "" where there is none. The
// person's own one, of the same name, comes before it.
func systemPlace() string {
	dirs := filepath.SplitList(os.Getenv("XDG_CONFIG_DIRS"))
	if len(dirs) == 0 {
		dirs = []string{"/etc/xdg"}
	}
	for _, dir := range dirs {
		path := filepath.Join(dir, "autostart", name())
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	return ""
}

func read() (Entry, error) {
	path, err := place()
	if err != nil {
		return Entry{}, err
	}
	e := Entry{Path: path}
	text, err := readFile(path)
	if errors.Is(err, os.ErrNotExist) {
		system := systemPlace()
		if system == "" {
			return e, nil
		}
		e.Path = system
		text, err = readFile(system)
	}
	if err != nil {
		return e, err
	}
	desktops := filepath.SplitList(os.Getenv("XDG_CURRENT_DESKTOP"))
	e.On, e.Command, e.Stale, err = readDesktopEntry(text, desktops)
	return e, err
}

func write(exe string, args []string) (path string, err error) {
	if path, err = place(); err != nil {
		return "", err
	}
	return path, writeFile(path, desktopEntry(exe, args))
}

// remove takes the person's entry away. Where the computer has one for all, that takes one which hides it.
func remove() (path string, err error) {
	if path, err = place(); err != nil {
		return "", err
	}
	if systemPlace() != "" {
		return path, writeFile(path, "[Desktop Entry]\nType=Application\nName=Afterglow\nHidden=true\n")
	}
	return path, removeFile(path)
}
