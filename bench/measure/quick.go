package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"afterglow/e2e/desktop"
)

const (
	startGoal  = 30 * time.Millisecond
	windowGoal = 1.1 // times a Fyne hello world, at most
	statusGoal = 1.5 // times an empty journal's, at most
	askGoal    = 1.3 // times a status, at most
)

// start measures from the start of the agent to its icon's registration at the panel.
func (b *bench) start(ctx context.Context) error {
	a, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	if _, err := a.Do(ctx, "treat", "--at", "-2h"); err != nil {
		return err
	}
	var ours, hellos []time.Duration
	for range b.times {
		took, p, err := b.untilIcon(ctx, func() (*desktop.Process, error) { return a.Start("--background") })
		if err != nil {
			return err
		}
		ours = append(ours, took)
		if err := quit(ctx, a, p); err != nil {
			return err
		}
		took, p, err = b.untilIcon(ctx, func() (*desktop.Process, error) {
			return desktop.Start(exec.Command(filepath.Join(b.tools, "hello")))
		})
		if err != nil {
			return err
		}
		hellos = append(hellos, took)
		if err := p.Kill(); err != nil {
			return err
		}
	}
	our, hello := median(ours), median(hellos)
	b.table.add(row{
		what: "start to tray icon", goal: "at most " + ms(startGoal), figure: ms(our),
		against: "hello " + ms(hello), ratio: ratio(float64(our), float64(hello)), met: our <= startGoal,
	})
	return nil
}

// untilIcon starts a program and waits for the panel's word that its icon is registered.
func (b *bench) untilIcon(ctx context.Context, start func() (*desktop.Process, error)) (time.Duration, *desktop.Process, error) {
	registered, stop, err := b.d.Registrations()
	if err != nil {
		return 0, nil, err
	}
	defer stop()
	begun := time.Now()
	p, err := start()
	if err != nil {
		return 0, nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	select {
	case at := <-registered:
		return at.Sub(begun), p, nil
	case <-ctx.Done():
		return 0, p, fmt.Errorf("no icon came; the program said: %s", p.Said())
	}
}

// window measures from the click on the tray icon to the window on the screen,
// beside the start of a hello world to its window.
func (b *bench) window(ctx context.Context) error {
	a, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	if _, err := a.Do(ctx, "treat", "--at", "-2h"); err != nil {
		return err
	}
	agent, err := a.Start("--background")
	if err != nil {
		return err
	}
	defer quit(ctx, a, agent)
	item, err := b.d.AwaitItem(ctx, agent.PID())
	if err != nil {
		return err
	}
	var ours, hellos []time.Duration
	for range b.times {
		took, err := b.untilWindow(ctx, "Afterglow", func() (func() error, error) {
			return func() error { return b.closeWindow(ctx, "Afterglow") }, item.Activate(ctx)
		})
		if err != nil {
			return err
		}
		ours = append(ours, took)
		took, err = b.untilWindow(ctx, "hello", func() (func() error, error) {
			p, err := desktop.Start(exec.Command(filepath.Join(b.tools, "hello"), "shown"))
			if err != nil {
				return nil, err
			}
			return p.Kill, nil
		})
		if err != nil {
			return err
		}
		hellos = append(hellos, took)
	}
	our, hello := median(ours), median(hellos)
	b.table.add(row{
		what: "click to window shown", goal: fmt.Sprintf("at most %.1f", windowGoal), figure: ms(our),
		against: "hello " + ms(hello), ratio: ratio(float64(our), float64(hello)), met: float64(our) <= windowGoal*float64(hello),
	})
	return nil
}

// untilWindow opens a window, waits for the window manager's word that it is there, and has it closed again.
func (b *bench) untilWindow(ctx context.Context, title string, open func() (closeIt func() error, err error)) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	opened, err := b.d.Opened(ctx)
	if err != nil {
		return 0, err
	}
	begun := time.Now()
	closeIt, err := open()
	if err != nil {
		return 0, err
	}
	var took time.Duration
	select {
	case at := <-opened:
		took = at.Sub(begun)
	case <-ctx.Done():
		return 0, fmt.Errorf("no window %s came", title)
	}
	if _, err := b.d.AwaitWindow(ctx, title); err != nil {
		return 0, err
	}
	if err := closeIt(); err != nil {
		return 0, err
	}
	return took, b.d.AwaitNoWindow(ctx, title)
}

func (b *bench) closeWindow(ctx context.Context, title string) error {
	id, err := b.d.AwaitWindow(ctx, title)
	if err != nil {
		return err
	}
	return b.d.CloseWindow(ctx, id)
}

// status measures the command with ten years of data beside an empty journal, by turns.
func (b *bench) status(ctx context.Context) error {
	empty, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	full, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	seed := exec.CommandContext(ctx, filepath.Join(b.tools, "seed"), full.Data)
	seed.Stderr = os.Stderr
	if err := seed.Run(); err != nil {
		return fmt.Errorf("fill the journal: %w", err)
	}
	var empties, fulls []time.Duration
	for range b.times * 3 {
		for _, one := range []struct {
			a    desktop.Afterglow
			list *[]time.Duration
		}{{empty, &empties}, {full, &fulls}} {
			begun := time.Now()
			if _, err := one.a.Do(ctx, "status"); err != nil {
				return err
			}
			*one.list = append(*one.list, time.Since(begun))
		}
	}
	f, e := median(fulls), median(empties)
	b.table.add(row{
		what: "status, 100,000 entries", goal: fmt.Sprintf("at most %.1f", statusGoal), figure: ms(f),
		against: "empty " + ms(e), ratio: ratio(float64(f), float64(e)), met: float64(f) <= statusGoal*float64(e),
	})
	return nil
}

// ask measures a question beside a status of the same journal, by turns.
func (b *bench) ask(ctx context.Context) error {
	a, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	if _, err := a.Do(ctx, "treat", "--at", "-3h"); err != nil {
		return err
	}
	took := map[string][]time.Duration{}
	for range b.times * 3 {
		for _, args := range [][]string{{"status"}, {"ask", "may I go to hot yoga on saturday"}} {
			begun := time.Now()
			if _, err := a.Do(ctx, args...); err != nil {
				return err
			}
			took[args[0]] = append(took[args[0]], time.Since(begun))
		}
	}
	asked, status := median(took["ask"]), median(took["status"])
	b.table.add(row{
		what: "a question", goal: fmt.Sprintf("at most %.1f", askGoal), figure: ms(asked),
		against: "status " + ms(status), ratio: ratio(float64(asked), float64(status)), met: float64(asked) <= askGoal*float64(status),
	})
	return nil
}
