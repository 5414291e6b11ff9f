package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"

	"afterglow/e2e/desktop"
)

// restWindow watches the open window with a running course beside the window of the hello world, while nobody touches them.
func (b *bench) restWindow(ctx context.Context) error {
	a, cleanup, err := b.treated(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	limited, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	hello, _, err := b.opened(limited, "hello", exec.Command(filepath.Join(b.tools, "hello"), "shown"))
	if err != nil {
		return err
	}
	defer hello.Kill()
	window, _, err := b.opened(limited, "Afterglow", b.windowOf(a))
	if err != nil {
		return err
	}
	defer window.Kill()
	ours, theirs := &watched{name: "Afterglow's window", pid: window.PID()}, &watched{name: "the window of a Fyne hello world", pid: hello.PID()}
	if err := b.watch(ctx, []*watched{ours, theirs}); err != nil {
		return err
	}
	// A tick is 10 ms: both stand still if neither needs one.
	b.table.add(row{
		what: "window at rest: CPU ticks in " + b.idle.String(), goal: fmt.Sprintf("at most %.1f of hello's", windowGoal), figure: fmt.Sprint(ours.used.ticks),
		against: fmt.Sprintf("hello %d", theirs.used.ticks), ratio: ratio(float64(ours.used.ticks), float64(theirs.used.ticks)),
		met: float64(ours.used.ticks) <= windowGoal*float64(theirs.used.ticks),
	})
	b.table.add(row{what: "window at rest: private memory", figure: mb(ours.holds.private), against: "hello " + mb(theirs.holds.private),
		ratio: ratio(float64(ours.holds.private), float64(theirs.holds.private)), info: true})
	b.table.add(row{what: "window at rest: memory (PSS)", figure: mb(ours.holds.pss), against: "hello " + mb(theirs.holds.pss),
		ratio: ratio(float64(ours.holds.pss), float64(theirs.holds.pss)), info: true})
	return nil
}
