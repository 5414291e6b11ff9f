package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"afterglow/app/autostart"
	"afterglow/app/fault"
	"afterglow/app/ipc"
)

// Run under wine, never on Windows itself.

// startsWithin is how long the tray may take until it answers.
const startsWithin = 15 * time.Second

// handOver names the program that is to be the agent in this one's place; "" where this one is.
// A console's window would go with this program and stay as long as it: the tray belongs
// to the same program without a console, if that lies beside it.
func handOver(self string) string {
	tray := autostart.Starter(self)
	if strings.EqualFold(filepath.Base(self), autostart.TrayProgram) || tray == self {
		return ""
	}
	return tray
}

// start starts the tray and waits until it answers, or says why it does not.
func start(ctx context.Context, tray, dataDir string) error {
	cmd := exec.Command(tray, os.Args[1:]...)
	// Its output leads nowhere: else this program's own would stay open as long as the tray lives.
	if err := cmd.Start(); err != nil {
		return fault.Wrap(err, "program.tray_not_started", fault.Args{"Program": tray})
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	ctx, cancel := context.WithTimeout(ctx, startsWithin)
	defer cancel()
	answers := make(chan error, 1)
	go func() {
		_, err := ipc.Await(ctx, dataDir, ipc.Agent, ipc.Message{Do: ipc.DoPing})
		answers <- err
	}()
	select {
	case err := <-answers:
		return err
	case err := <-ended:
		if err != nil {
			return fault.New("program.tray_ended", nil)
		}
		return nil // one runs already, and was asked to show its window
	}
}
