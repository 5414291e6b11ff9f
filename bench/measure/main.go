// Command measure measures Afterglow on the virtual desktop, beside a Fyne
// hello world and the peers that are installed, all in the same run: machines
// differ, ratios less so. "make bench" runs it. It says what it saw and judges
// by the goals; it is no test, since a busy machine would fail it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"afterglow/e2e/desktop"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

// bench is one run of all measurements.
type bench struct {
	d     *desktop.Desktop
	bin   string        // the folder of afterglow and afterglow-window
	tools string        // the folder of hello and seed
	idle  time.Duration // how long the idle programs are watched
	times int           // how often the quick things are measured; the median counts
	table table
}

func run(ctx context.Context) error {
	b := &bench{}
	flag.StringVar(&b.bin, "bin", "build/bin", "the `folder` of the programs")
	flag.StringVar(&b.tools, "tools", "build/bench", "the `folder` of hello and seed")
	flag.DurationVar(&b.idle, "idle", time.Minute, "how long the idle programs are watched")
	flag.IntVar(&b.times, "times", 9, "how often quick things are measured")
	only := flag.String("only", "", "measure only the part whose name holds this")
	rooms := flag.String("rooms", "", "the `file` with what go test -bench printed")
	flag.Parse()

	bin, err := filepath.Abs(b.bin)
	if err != nil {
		return fmt.Errorf("find the programs: %w", err)
	}
	b.bin = bin
	if b.d, err = desktop.Open(); err != nil {
		return err
	}
	defer b.d.Close()

	for _, part := range []struct {
		what    string
		measure func(context.Context) error
	}{
		{"start", b.start},
		{"the window", b.window},
		{"another page", b.turn},
		{"dragging", b.drag},
		{"200 due moments and 10,000 deliveries", b.many},
		{"status with ten years of data", b.status},
		{"a question", b.ask},
		{"what is taken along", b.export},
		{"idle programs", b.rest},
		{"the window at rest", b.restWindow},
		{"the window read aloud", b.readAloud},
		{"rooms", func(context.Context) error { return b.rooms(*rooms) }},
	} {
		if !strings.Contains(part.what, *only) {
			continue
		}
		fmt.Fprintf(os.Stderr, "measuring %s\n", part.what)
		if err := part.measure(ctx); err != nil {
			return fmt.Errorf("measure %s: %w", part.what, err)
		}
	}
	b.table.print(os.Stdout)
	return nil
}

// afterglow gives the programs with a fresh data folder, which cleanup takes away.
func (b *bench) afterglow(ctx context.Context) (a desktop.Afterglow, cleanup func(), err error) {
	data, err := os.MkdirTemp("", "agbench")
	if err != nil {
		return a, nil, fmt.Errorf("make a data folder: %w", err)
	}
	a = desktop.Afterglow{Bin: b.bin, Data: data}
	cleanup = func() { os.RemoveAll(data) }
	for _, setting := range [][2]string{{"sleep", "off"}, {"water", "off"}} {
		if _, err := a.Do(ctx, "settings", setting[0], setting[1]); err != nil {
			cleanup()
			return a, nil, err
		}
	}
	return a, cleanup, nil
}

// treated is an Afterglow in its light theme, on the second day of a course.
func (b *bench) treated(ctx context.Context) (a desktop.Afterglow, cleanup func(), err error) {
	a, cleanup, err = b.afterglow(ctx)
	if err != nil {
		return a, nil, err
	}
	for _, args := range [][]string{{"settings", "theme", "light"}, {"treat", "--at", "-27h", "--device", "pen", "--depth", "0.5"}} {
		if _, err := a.Do(ctx, args...); err != nil {
			cleanup()
			return a, nil, err
		}
	}
	return a, cleanup, nil
}

// windowOf is the command that opens the window of a.
func (b *bench) windowOf(a desktop.Afterglow, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(b.bin, "afterglow-window"), args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "AFTERGLOW_DATA="+a.Data)
	return cmd
}

// opened starts a program and waits for its window with that title. Who asks has to kill the process.
func (b *bench) opened(ctx context.Context, title string, cmd *exec.Cmd) (p *desktop.Process, id string, err error) {
	if p, err = desktop.Start(cmd); err != nil {
		return nil, "", err
	}
	if id, err = b.d.AwaitWindow(ctx, title); err != nil {
		err = fmt.Errorf("%w; the program said: %s", err, p.Said())
		return nil, "", errors.Join(err, p.Kill())
	}
	return p, id, nil
}

// quit ends the agent and waits until it has ended.
func quit(ctx context.Context, a desktop.Afterglow, p *desktop.Process) error {
	if _, err := a.Do(ctx, "quit"); err != nil {
		return errors.Join(err, p.Kill())
	}
	ctx, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	if _, err := p.Wait(ctx); err != nil {
		return errors.Join(err, p.Kill())
	}
	return nil
}
