// Package autostart has Afterglow started when the person logs in, and tells whether
// it is: a desktop entry on Linux, a launch agent on macOS, the Run key on Windows.
// What stands there is the only truth; nothing is remembered elsewhere.
package autostart

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// Entry is what is set up to run at login.
type Entry struct {
	On      bool
	Path    string   // where it stands: a file, or a key of the registry
	Command []string // the program and its arguments; empty where On is false
	// Stale says that the program which would be started is not there any more: then nothing starts.
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
		return e, told(err, "autostart.unreadable", e.Path)
	}
	if e.On && len(e.Command) > 0 && missing(e.Command[0]) {
		e.Stale = true
	}
	return e, nil
}

// missing says that a program is not there. A folder that cannot be looked into tells nothing.
func missing(program string) bool {
	if !strings.ContainsAny(program, `/\`) {
		_, err := exec.LookPath(program)
		return err != nil
	}
	_, err := os.Stat(program)
	return errors.Is(err, os.ErrNotExist)
}

// Set has exe started with args at login, or takes that away. Exe is a whole path.
func Set(on bool, exe string, args ...string) error {
	if !on {
		path, err := remove()
		return told(err, "autostart.not_removed", path)
	}
	if !filepath.IsAbs(exe) {
		return fault.New("autostart.half_path", fault.Args{"Program": exe})
	}
	for _, word := range append([]string{exe}, args...) {
		if strings.ContainsFunc(word, unicode.IsControl) {
			return fault.New("autostart.line_break", fault.Args{"Word": strconv.Quote(word)})
		}
	}
	path, err := write(exe, args)
	return told(err, "autostart.not_written", path)
}

// told makes a fault of what the system says of path.
func told(err error, id, path string) error {
	var known *fault.Fault
	if err == nil || errors.As(err, &known) {
		return err
	}
	return fault.Wrap(err, id, fault.Args{"Path": path})
}

// readFile reads an entry's file, which must be a file and no large one.
func readFile(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() || info.Size() > entryAtMost {
		return "", fault.New("autostart.no_file", fault.Args{"Path": path})
	}
	text, err := os.ReadFile(path)
	return string(text), err
}

// entryAtMost is more than any entry is long, in bytes.
const entryAtMost = 1 << 16

// writeFile puts text at path in one step: a crash leaves the old file or the new one.
func writeFile(path, text string) error {
	if err := datadir.CheckPerson(path); err != nil {
		return err
	}
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
