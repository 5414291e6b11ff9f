// Command tour shows Afterglow at work on the virtual desktop, as "make run"
// does where there is no display: a treatment whose makeup wait ends within
// seconds, its notification, the menu and every screen. It leaves a picture of
// each and ends everything that it began.
package main

import (
	"context"
	"flag"
	"fmt"
	"image"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"afterglow/e2e/desktop"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "tour:", err)
		os.Exit(1)
	}
}

// tour is one walk through Afterglow.
type tour struct {
	d        *desktop.Desktop
	a        desktop.Afterglow
	out      string      // the folder for the pictures
	empty    image.Image // the desktop before Afterglow
	last     image.Image // the window as it looked last
	pictures []string    // what was taken: the file and what it shows
}

func run(ctx context.Context) (err error) {
	bin := flag.String("bin", "build/bin", "the `folder` of the programs")
	out := flag.String("out", "build/run", "the `folder` for the pictures")
	flag.Parse()
	t := &tour{out: *out}
	if t.d, err = desktop.Open(); err != nil {
		return err
	}
	defer t.d.Close()
	if t.a.Bin, err = filepath.Abs(*bin); err != nil {
		return fmt.Errorf("find the programs: %w", err)
	}
	// In the desktop's own folder, which goes away with it.
	t.a.Data = filepath.Join(t.d.Dir(), "data")
	if err := os.MkdirAll(t.out, 0o755); err != nil {
		return fmt.Errorf("make a folder for the pictures: %w", err)
	}
	if err := t.walk(ctx); err != nil {
		return err
	}
	fmt.Println("\nPictures:")
	for _, picture := range t.pictures {
		fmt.Println("  " + picture)
	}
	return nil
}

// walk starts Afterglow, shows it and quits it, whatever happened.
func (t *tour) walk(ctx context.Context) error {
	settings := [][2]string{{"theme", "light"}}
	// Who tours at night would otherwise be told in the morning.
	if hour := time.Now().Hour(); hour < 8 || hour >= 22 {
		settings = append(settings, [2]string{"sleep", "off"})
	}
	for _, setting := range settings {
		if _, err := t.a.Do(ctx, "settings", setting[0], setting[1]); err != nil {
			return err
		}
	}
	var err error
	if t.empty, err = t.d.Picture(ctx); err != nil {
		return err
	}
	agent, err := t.a.Start()
	if err != nil {
		return err
	}
	if err := t.show(ctx, agent); err != nil {
		_ = agent.Kill()
		return fmt.Errorf("%w\nafterglow said: %s", err, agent.Said())
	}
	if _, err := t.a.Do(ctx, "quit"); err != nil {
		_ = agent.Kill()
		return err
	}
	code, err := agent.Wait(ctx)
	if err != nil || code != 0 {
		return fmt.Errorf("after quit: ended with %d (%w) and said: %s", code, err, agent.Said())
	}
	if err := t.d.AwaitNoWindow(ctx, windowTitle); err != nil {
		return err
	}
	say("quit: Afterglow has ended, its window and its icon have gone")
	return nil
}

func (t *tour) show(ctx context.Context, agent *desktop.Process) error {
	item, err := t.d.AwaitItem(ctx, agent.PID())
	if err != nil {
		return err
	}
	say("started: its icon is in the tray, its window asks about the treatment")
	for _, part := range []func(context.Context, desktop.Item) error{t.firstRun, t.makeup, t.menu, t.ask, t.screens} {
		if err := part(ctx, item); err != nil {
			return err
		}
	}
	return nil
}

func say(format string, args ...any) { fmt.Printf("- "+format+"\n", args...) }
