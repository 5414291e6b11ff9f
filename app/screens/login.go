package screens

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"afterglow/app/autostart"
	"afterglow/app/fault"
)

// login is the entry that starts the agent, not the window, when the person logs in.
type login struct {
	agent string // the agent's whole path; "" if it is not beside the window
	args  []string
}

// newLogin finds the agent beside this program. ownDir says that the data folder is not the usual one.
func newLogin(dir string, ownDir bool) login {
	l := login{args: []string{"--background"}}
	if ownDir {
		l.args = append(l.args, "--data", dir)
	}
	if image := os.Getenv("APPIMAGE"); image != "" {
		l.agent = image // the program inside it is gone once it ends
		return l
	}
	self, err := os.Executable()
	if err != nil {
		return l
	}
	name := "afterglow"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if path := filepath.Join(filepath.Dir(self), name); isFile(path) {
		l.agent = autostart.Starter(path)
	}
	return l
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// On says whether Afterglow opens at login.
func (l login) On() (bool, error) {
	on, _, err := autostart.State()
	return on, err
}

// start starts the agent now, as at login.
func (l login) start() error {
	if l.agent == "" {
		return fault.New("shell.no_agent_program", nil)
	}
	cmd := exec.Command(l.agent, l.args...)
	if err := cmd.Start(); err != nil {
		return fault.Wrap(err, "shell.no_agent_started", nil)
	}
	go func() { _ = cmd.Wait() }() // it lives on without this window; if it ends before, it leaves no zombie
	return nil
}

// Set has the agent started at login, or not any more.
func (l login) Set(on bool) error {
	if on && l.agent == "" {
		return fault.New("shell.no_agent_program", nil)
	}
	return autostart.Set(on, l.agent, l.args...)
}
