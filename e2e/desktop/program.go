package desktop

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Afterglow is the built programs with a data folder of their own.
type Afterglow struct {
	Bin  string   // the folder of the programs
	Data string   // the data folder
	Env  []string // besides the desktop's own
}

// Answer is what a command said.
type Answer struct {
	Out, Err string
	Code     int
}

// Run runs one command to its end.
func (a Afterglow) Run(ctx context.Context, args ...string) (Answer, error) {
	cmd := a.command(ctx, "afterglow", args)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	answer := Answer{Out: out.String(), Err: errs.String(), Code: cmd.ProcessState.ExitCode()}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return answer, fmt.Errorf("run afterglow %s: %w", strings.Join(args, " "), err)
	}
	return answer, nil
}

// Do runs a command that must succeed.
func (a Afterglow) Do(ctx context.Context, args ...string) (string, error) {
	answer, err := a.Run(ctx, args...)
	if err == nil && answer.Code != 0 {
		err = fmt.Errorf("afterglow %s ended with %d: %s", strings.Join(args, " "), answer.Code, strings.TrimSpace(answer.Err))
	}
	return answer.Out, err
}

// Read runs a command with --json and reads its answer into v.
func (a Afterglow) Read(ctx context.Context, v any, args ...string) error {
	out, err := a.Do(ctx, append(args, "--json")...)
	if err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(out), v); err != nil {
		return fmt.Errorf("read the answer of afterglow %s: %w", strings.Join(args, " "), err)
	}
	return nil
}

// Command is afterglow with these arguments, to be run by the caller.
func (a Afterglow) Command(ctx context.Context, args ...string) *exec.Cmd {
	return a.command(ctx, "afterglow", args)
}

func (a Afterglow) command(ctx context.Context, program string, args []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, filepath.Join(a.Bin, program), args...)
	cmd.Env = append(append(os.Environ(), "LC_ALL=C", "AFTERGLOW_DATA="+a.Data), a.Env...)
	return cmd
}

// Process is a program that was started and goes on.
type Process struct {
	cmd  *exec.Cmd
	said string // the file that it writes to
	done chan struct{}
}

// Start starts the agent with these words and does not wait for it.
func (a Afterglow) Start(args ...string) (*Process, error) {
	return Start(a.command(context.Background(), "afterglow", args))
}

// Start starts a program and does not wait for it.
func Start(cmd *exec.Cmd) (*Process, error) {
	// A pipe would stay open as long as a child of the program lives, and Wait with it; a file does not.
	// The desktop's own folder goes away with the desktop.
	out, err := os.CreateTemp(filepath.Join(os.Getenv("AFTERGLOW_DESKTOP"), "log"), "said")
	if err != nil {
		return nil, fmt.Errorf("make a file for what the program says: %w", err)
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", cmd.Path, err)
	}
	p := &Process{cmd: cmd, said: out.Name(), done: make(chan struct{})}
	go func() {
		_ = cmd.Wait() // how it ended is in the process's state
		close(p.done)
	}()
	return p, nil
}

// PID is the process's id.
func (p *Process) PID() int { return p.cmd.Process.Pid }

// Kill ends the process on the spot, as a crash or a lack of memory would.
func (p *Process) Kill() error {
	if err := p.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("kill process %d: %w", p.PID(), err)
	}
	<-p.done
	return nil
}

// Signal sends the process a signal.
func (p *Process) Signal(s os.Signal) error { return p.cmd.Process.Signal(s) }

// Wait waits until the process has ended and gives its exit code.
func (p *Process) Wait(ctx context.Context) (int, error) {
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode(), nil
	case <-ctx.Done():
		return 0, fmt.Errorf("process %d goes on", p.PID())
	}
}

// Running says whether the process goes on.
func (p *Process) Running() bool {
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// Said is what the program has written so far.
func (p *Process) Said() string {
	text, err := os.ReadFile(p.said)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
