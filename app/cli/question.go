package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"afterglow/app/fault"
)

// errStopped is the kind of what ended since the person, or the system, wanted the program to end.
var errStopped = errors.New("stopped by a signal")

// stoppable does what may wait for ever, such as to read what a person types, and gives up once ctx ends. What it
// waits for is then left to itself: the program ends.
func stoppable[T any](ctx context.Context, wait func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := wait()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		if err := stopped(ctx); err != nil {
			return r.value, err // both at once: the signal was meant
		}
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, stopped(ctx)
	}
}

// stopped is a fault once ctx has ended: it is asked before a step that cannot be taken back.
func stopped(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return fault.New("cli.stopped", nil).Of(errStopped)
}

// longestAnswer is how many bytes of a line that was typed are read; the rest of it is dropped.
const longestAnswer = 1024

// line reads what is typed up to a return, without it. It takes nothing of the next line, which answers the next question.
func line(in io.Reader) (string, error) {
	var answer []byte
	for b := make([]byte, 1); ; {
		n, err := in.Read(b)
		switch {
		case n > 0 && b[0] == '\n':
			return string(answer), nil
		case n > 0 && len(answer) < longestAnswer:
			answer = append(answer, b[0])
		}
		if err != nil {
			return string(answer), err
		}
	}
}

// ask puts a question to who sits at a terminal, and reads one line. A command may ask several times.
func (r *run) ask(ctx context.Context, question, prompt string) (string, error) {
	answer, _, err := r.askOn(ctx, question, prompt)
	return answer, err
}

// askOn is ask for one of several questions; more is false once the person has ended what they type, as with Ctrl-D.
func (r *run) askOn(ctx context.Context, question, prompt string) (answer string, more bool, err error) {
	fmt.Fprintln(r.errw, clean(question))
	fmt.Fprint(r.errw, clean(prompt)+" ")
	answer, err = stoppable(ctx, func() (string, error) { return line(r.in) })
	if err != nil {
		fmt.Fprintln(r.errw) // the line that was not ended by a return
	}
	if errors.Is(err, errStopped) {
		return "", false, err
	}
	return strings.TrimSpace(answer), err == nil, nil
}

// atTerminal says whether somebody can answer on in.
func atTerminal(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&fs.ModeCharDevice == 0 {
		return false
	}
	nothing, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, nothing)
}
