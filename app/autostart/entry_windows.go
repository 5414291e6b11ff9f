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
	// approvedKey is where the Task Manager and the Settings switch such entries off and on again.
	approvedKey = `Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run`
)

const entryPath = `HKEY_CURRENT_USER\` + runKey + `\` + runValue

func read() (Entry, error) {
	e := Entry{Path: entryPath}
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
	e.On = err == nil && len(e.Command) > 0 && !switchedOff()
	return e, err
}

// switchedOff says that the entry stands there, and that the person told Windows to pass it over.
func switchedOff() bool {
	k, err := registry.OpenKey(registry.CURRENT_USER, approvedKey, registry.QUERY_VALUE)
	if err != nil {
		return false
	}
	defer k.Close()
	mark, _, err := k.GetBinaryValue(runValue)
	return err == nil && len(mark) > 0 && mark[0]&1 != 0 // 2: on, 3: off, and the moment of that
}

// forgetSwitch takes away what the person told Windows of the entry; there may be nothing.
func forgetSwitch() {
	k, err := registry.OpenKey(registry.CURRENT_USER, approvedKey, registry.SET_VALUE)
	if err != nil {
		return
	}
	defer k.Close()
	_ = k.DeleteValue(runValue)
}

func write(exe string, args []string) (path string, err error) {
	k, _, err := registry.CreateKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return entryPath, err
	}
	defer k.Close()
	forgetSwitch()
	return entryPath, k.SetStringValue(runValue, windows.ComposeCommandLine(append([]string{exe}, args...)))
}

func remove() (path string, err error) {
	k, err := registry.OpenKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return entryPath, nil
	}
	if err != nil {
		return entryPath, err
	}
	defer k.Close()
	if err := k.DeleteValue(runValue); err != nil && !errors.Is(err, registry.ErrNotExist) {
		return entryPath, err
	}
	return entryPath, nil
}
