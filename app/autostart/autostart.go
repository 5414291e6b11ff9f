// Package autostart has Afterglow started when the person logs in, and tells whether
// it is: a desktop entry on Linux, a launch agent on macOS, the Run key on Windows.
// What stands there is the only truth; nothing is remembered elsewhere.
package autostart

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// appID names the entry on every system.
const appID = "app.afterglow.Afterglow"

// Entry is what is set up to run at login.
type Entry struct {
	On      bool
	Path    string   // where it stands: a file, or a key of the registry
	Command []string // the program and its arguments; empty where On is false
	// Stale says that the program which would be started is not there any more.
	Stale bool
}

// State says whether Afterglow starts at login, and where that is written.
func State() (on bool, path string, err error) {
	e, err := Read()
	return e.On, e.Path, err
}

// Read tells all that is set up.
func Read() (Entry, error) {
	e, err := read()
	if err != nil {
		return e, fmt.Errorf("cannot read the autostart entry: %w", err)
	}
	if e.On && len(e.Command) > 0 {
		// Only a missing program is stale: a folder that cannot be looked into tells nothing.
		_, err := os.Stat(e.Command[0])
		e.Stale = errors.Is(err, os.ErrNotExist)
	}
	return e, nil
}

// Set has exe started with args at login, or takes that away. Exe is a whole path.
func Set(on bool, exe string, args ...string) error {
	if !on {
		if err := remove(); err != nil {
			return fmt.Errorf("cannot take the autostart entry away: %w", err)
		}
		return nil
	}
	if !filepath.IsAbs(exe) {
		return fmt.Errorf("cannot start at login: %q is not a whole path", exe)
	}
	for _, word := range append([]string{exe}, args...) {
		if strings.ContainsFunc(word, unicode.IsControl) {
			return fmt.Errorf("cannot start at login: %q has a line break in it", word)
		}
	}
	if err := write(exe, args); err != nil {
		return fmt.Errorf("cannot write the autostart entry: %w", err)
	}
	return nil
}

// writeFile puts text at path in one step: a crash leaves the old file or the new one.
func writeFile(path, text string) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".afterglow-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // gone already where all went well
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// removeFile takes a file away; one that is not there is fine.
func removeFile(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
