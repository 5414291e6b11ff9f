package agent

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"time"

	"afterglow/app/beside"
	"afterglow/app/fault"
	"afterglow/app/ipc"
)

// windowOpener raises the window that is open, or starts one.
type windowOpener struct {
	dataDir string
	self    string // the agent's own executable
	ended   func(error)
	open    *sync.WaitGroup // the windows that this agent started and that are open
}

// Open shows page ("" for the last or first one). A window that is open is raised.
func (w windowOpener) Open(ctx context.Context, page string) error {
	return w.show(ctx, ipc.Message{Do: ipc.DoShow, Page: page})
}

// OpenPlan shows what the window says of a plan file.
func (w windowOpener) OpenPlan(ctx context.Context, path string) error {
	return w.show(ctx, ipc.Message{Do: ipc.DoShow, Plan: path})
}

func (w windowOpener) show(ctx context.Context, show ipc.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	r, err := ipc.Send(ctx, w.dataDir, ipc.Window, show)
	if err != nil && !errors.Is(err, ipc.ErrNobody) && ctx.Err() == nil {
		// It may have been killed while it answered: then nobody is there now.
		r, err = ipc.Send(ctx, w.dataDir, ipc.Window, show)
	}
	switch {
	case err == nil && r.OK:
		return nil
	case err == nil, errors.Is(err, ipc.ErrNobody): // one that says no is being closed
		return w.start(show)
	}
	// It lives but does not answer, as while it draws for the first time: it will be seen anyway.
	return fault.Wrap(err, "background.window_silent", nil)
}

func (w windowOpener) start(show ipc.Message) error {
	if err := noDesktop(); err != nil {
		return err
	}
	program, err := beside.Window(w.self)
	if err != nil {
		return err
	}
	args := []string{"--data", w.dataDir}
	if show.Page != "" {
		args = append(args, "--page", show.Page)
	}
	if show.Plan != "" {
		args = append(args, "--plan", show.Plan)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Start(); err != nil {
		return fault.Wrap(err, "background.window_start", fault.Args{"Program": program})
	}
	// Waited for so that a closed window leaves no zombie; its crash costs the agent nothing.
	w.open.Go(func() { w.ended(cmd.Wait()) })
	return nil
}

// noDesktop says why no window and no icon can be seen; nil if they can.
func noDesktop() error {
	switch {
	case runtime.GOOS == "windows", runtime.GOOS == "darwin", os.Getenv("DISPLAY") != "", os.Getenv("WAYLAND_DISPLAY") != "":
		return nil
	}
	return fault.New("background.no_desktop", nil)
}
