package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"afterglow/app/cli"
)

// terminal is a terminal at which somebody has typed.
func terminal(t *testing.T, typed string) *os.File {
	t.Helper()
	keys, screen := openTerminal(t)
	if _, err := keys.WriteString(typed); err != nil {
		t.Fatal(err)
	}
	return screen
}

// openTerminal is both sides of a terminal: where keys are pressed, and what a program stands on.
func openTerminal(t *testing.T) (keys, screen *os.File) {
	t.Helper()
	keys, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("this system has no terminals: ", err)
	}
	t.Cleanup(func() { _ = keys.Close() })
	if err := unix.IoctlSetPointerInt(int(keys.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(int(keys.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	screen, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("this system has no terminals: ", err)
	}
	t.Cleanup(func() { _ = screen.Close() })
	return keys, screen
}

// erase types "afterglow erase" with that file as its standard input.
func (w *world) erase(in *os.File) (code int, out, errs string) { return w.typed(in, "erase") }

// typed types a command with that file as its standard input.
func (w *world) typed(in *os.File, args ...string) (code int, out, errs string) {
	w.t.Helper()
	var o, e bytes.Buffer
	code = cli.Run(w.t.Context(), args, in, &o, &e, cli.Env{
		Version: "0.1.0", Executable: w.path("afterglow"), Clock: w.clock, Getenv: func(k string) string { return w.env[k] },
	})
	return code, o.String(), e.String()
}

func TestAtATerminalEraseAsksFirst(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00")
	before := w.written()
	for _, typed := range []string{"\n", "yes\n", "erase it\n", "\x04"} {
		code, out, errs := w.erase(terminal(t, typed))
		if code != 1 || out != "" || !strings.Contains(errs, w.path("data")+", for good.\nType erase to go on: ") ||
			!strings.HasSuffix(errs, "afterglow: Nothing was erased.\n") {
			t.Errorf("%q typed: exit %d, %q, %q", typed, code, out, errs)
		}
	}
	if w.written() != before {
		t.Error("something is gone")
	}
	code, out, errs := w.erase(terminal(t, "Erase \n"))
	if code != 0 || !strings.HasPrefix(out, "All your data is erased.") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}

func TestWhereNobodySitsEraseDoesNotAsk(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00")
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer nothing.Close()
	code, out, errs := w.erase(nothing)
	if code != 2 || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "erase --yes") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}
