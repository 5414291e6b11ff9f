package autostart

import (
	"errors"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// runKey lists what Windows starts when this person logs in.
const (
	runKey   = `Software\Microsoft\Windows\CurrentVersion\Run`
	runValue = "Afterglow"
)

func read() (Entry, error) {
	e := Entry{Path: `HKEY_CURRENT_USER\` + runKey + `\` + runValue}
	k, err := registry.OpenKey(registry.CURRENT_USER, runKey, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return e, nil
	}
	if err != nil {
		return e, err
	}
	defer k.Close()
	line, _, err := k.GetStringValue(runValue)
	if errors.Is(err, registry.ErrNotExist) {
		return e, nil
	}
	if err != nil {
		return e, err
	}
	e.Command, err = windows.DecomposeCommandLine(line)
	e.On = err == nil && len(e.Command) > 0
	return e, err
}

func write(exe string, args []string) error {
	k, _, err := registry.CreateKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return err
	}
	defer k.Close()
	return k.SetStringValue(runValue, windows.ComposeCommandLine(append([]string{exe}, args...)))
}

func remove() error {
	k, err := registry.OpenKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer k.Close()
	if err := k.DeleteValue(runValue); err != nil && !errors.Is(err, registry.ErrNotExist) {
		return err
	}
	return nil
}
