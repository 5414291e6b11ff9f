//go:build e2e

// Package trust tries what must hold when things go wrong: the real programs on
// a real X server, each test with a session bus, a notification service, a
// folder and a local time of its own. So it disturbs no other test on the same
// desktop, and can take away, stop and break what it likes.
package trust

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// jobVariable names what the test's own binary is to do where a test starts it as another program.
const jobVariable = "AFTERGLOW_TRUST_JOB"

func TestMain(m *testing.M) {
	if job := os.Getenv(jobVariable); job != "" {
		os.Exit(runJob(job))
	}
	// The tests set TZ for the programs that they start, to zones that are off by odd seconds. Go reads TZ
	// once, at the first time that is written out: it must not be one of those, or times lose their seconds.
	time.Local = time.UTC
	code, err := onScreen(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// onScreen runs the tests with an X server of their own: their notifications
// and windows are never in the way of other tests' pictures.
func onScreen(tests func() int) (code int, err error) {
	desk := os.Getenv("AFTERGLOW_DESKTOP")
	if desk == "" {
		return 1, errors.New("this is not the virtual desktop: start it with scripts/desktop.sh, as \"make test\" does")
	}
	own := filepath.Join(desk, "trust")
	if err := os.MkdirAll(filepath.Join(own, "log"), 0o700); err != nil {
		return 1, fmt.Errorf("make a folder for these tests: %w", err)
	}
	screen := exec.Command("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
	out, err := screen.StdoutPipe()
	if err == nil {
		err = screen.Start()
	}
	if err != nil {
		return 1, fmt.Errorf("start an X server: %w", err)
	}
	defer func() {
		_ = screen.Process.Kill()
		_ = screen.Wait()
	}()
	number, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return 1, fmt.Errorf("start an X server: it did not say its number: %w", err)
	}
	for name, value := range map[string]string{"AFTERGLOW_DESKTOP": own, "DISPLAY": ":" + strings.TrimSpace(number)} {
		if err := os.Setenv(name, value); err != nil {
			return 1, fmt.Errorf("set %s: %w", name, err)
		}
	}
	return tests(), nil
}

// runJob is the test's own binary as another program.
func runJob(job string) int {
	switch job {
	case jobDial:
		return dialAsStranger()
	}
	fmt.Fprintf(os.Stderr, "there is no job %q\n", job)
	return 2
}
