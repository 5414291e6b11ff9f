package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"afterglow/app/card"
	"afterglow/app/cli"
	"afterglow/app/clock"
	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/app/screens/pocket"
)

// asProgram has this test's own program be the command line, so that it can be sent signals.
const asProgram = "AFTERGLOW_TEST_IS_PROGRAM"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == card.Served {
		os.Exit(pocket.Serve(os.Stdin, os.Stdout, os.Stderr))
	}
	if len(os.Args) > 1 && os.Args[1] == plancode.Served {
		os.Exit(picture.Serve(os.Args[2:], os.Stdin, os.Stdout, os.Stderr)) // as the window's program does
	}
	if len(os.Args) > 1 && os.Args[1] == plancode.Paper { // it says which words it was to print
		words, err := io.ReadAll(os.Stdin)
		if err == nil {
			_, err = os.Stdout.Write(append([]byte("%PDF-"), words...))
		}
		if err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	if os.Getenv(asProgram) == "" {
		os.Exit(m.Run())
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, cli.Env{Version: "0.1.0", Clock: clock.System(clock.Options{})}))
}

// program is the command line in a process of its own.
type program struct {
	*exec.Cmd
	t    *testing.T
	errs bytes.Buffer
}

func (w *world) program(in *os.File, args ...string) *program {
	w.t.Helper()
	self, err := os.Executable()
	if err != nil {
		w.t.Fatal(err)
	}
	p := &program{Cmd: exec.Command(self, args...), t: w.t}
	p.Env = append(os.Environ(), asProgram+"=1", "AFTERGLOW_DATA="+w.path("data"))
	p.Stdin = in
	return p
}

// waits starts the program and returns once it has said what it says before it waits; "" waits for nothing.
func (p *program) waits(until string) {
	p.t.Helper()
	errs, err := p.StderrPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = p.Process.Kill() })
	for chunk := make([]byte, 256); !strings.Contains(p.errs.String(), until); {
		n, err := errs.Read(chunk)
		p.errs.Write(chunk[:n])
		if err != nil {
			p.t.Fatalf("it ended without a word of %q: %s", until, p.errs.String())
		}
	}
	go func() { _, _ = p.errs.ReadFrom(errs) }()
}

// ends waits for the program's end and returns its exit code.
func (p *program) ends() int {
	p.t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- p.Wait() }()
	select {
	case <-ended:
		return p.ProcessState.ExitCode()
	case <-time.After(20 * time.Second):
		p.t.Fatal("the signal does nothing")
		return 0
	}
}

// entered has a treatment in the data folder by the clock of this computer, and returns what tells that it is there.
func (w *world) entered() (still func() bool) {
	w.t.Helper()
	w.clock.Set(time.Now())
	w.must("treat", "--at", "-2h")
	return func() bool {
		var all []struct{ ID int }
		w.ask(&all, "treat", "list")
		return len(all) == 1
	}
}

func TestAtAQuestionCtrlCAndTerminateEndTheCommandAndNothingIsGone(t *testing.T) {
	for _, c := range []struct {
		name, prompt string
		args         []string
	}{
		{"erase", "Type erase to go on: ", []string{"erase"}},
		{"treat remove", "Remove it? y/N: ", []string{"treat", "remove", "1"}},
		{"feel", "red, calm, or Enter to leave it open: ", []string{"feel"}},
	} {
		for _, way := range []string{"ctrl-c", "terminate"} {
			t.Run(c.name+" "+way, func(t *testing.T) {
				w := newWorld(t, "12:00")
				still := w.entered()
				keys, screen := openTerminal(t)
				p := w.program(screen, c.args...)
				p.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 0}
				p.waits(c.prompt)
				if way == "ctrl-c" {
					if _, err := keys.WriteString("\x03"); err != nil {
						t.Fatal(err)
					}
				} else if err := p.Process.Signal(syscall.SIGTERM); err != nil {
					t.Fatal(err)
				}
				if code := p.ends(); code != 1 {
					t.Errorf("exit %d", code)
				}
				if !still() {
					t.Error("something is gone")
				}
			})
		}
	}
}

func TestASignalEndsTheReadingOfAPlanThatNeverComes(t *testing.T) {
	w := newWorld(t, "12:00")
	fifo := w.path("plan.toml")
	if err := unix.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"plan", "check", "-"}, {"plan", "diff", "-"}, {"plan", "check", fifo}, {"treat", "--plan", fifo}, {"plan", "use", fifo}} {
		t.Run(strings.Join(args[:2], " "), func(t *testing.T) {
			read, write, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer read.Close()
			defer write.Close()
			p := w.program(read, args...)
			if err := p.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = p.Process.Kill() })
			if args[len(args)-1] == fifo {
				if write, err = os.OpenFile(fifo, os.O_WRONLY, 0); err != nil { // waits until the program opens it
					t.Fatal(err)
				}
				defer write.Close()
			}
			if _, err := write.WriteString("format = 1\n"); err != nil {
				t.Fatal(err)
			}
			drained(t, write)
			if err := p.Process.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
			if code := p.ends(); code != 1 {
				t.Errorf("exit %d", code)
			}
		})
	}
}

// drained waits until all that was written into a pipe has been read.
func drained(t *testing.T, pipe *os.File) {
	t.Helper()
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	for tooLong := time.After(20 * time.Second); ; {
		left, err := unix.IoctlGetInt(int(pipe.Fd()), unix.TIOCINQ)
		if err != nil {
			t.Fatal(err)
		}
		if left == 0 {
			return
		}
		select {
		case <-look.C:
		case <-tooLong:
			t.Fatal("nobody reads")
		}
	}
}
