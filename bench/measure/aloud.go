package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"afterglow/e2e/desktop"
)

const (
	aloudGoal = 1.0                    // percent of one core more, at most, while something reads the window
	turnEvery = 500 * time.Millisecond // how often another page is turned to
)

// readAloud measures what the window works more while something reads windows: at rest, and while its pages are turned.
func (b *bench) readAloud(ctx context.Context) (err error) {
	a, cleanup, err := b.treated(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	limited, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	window, _, err := b.opened(limited, "Afterglow", b.windowOf(a))
	if err != nil {
		return err
	}
	defer window.Kill()
	defer func() { err = errors.Join(err, b.d.Reads(context.WithoutCancel(ctx), false)) }()
	var rest, use [2]float64 // percent of one core, with nobody and with somebody who listens
	for i, reads := range []bool{false, true} {
		if err := b.d.Reads(ctx, reads); err != nil {
			return err
		}
		if rest[i], err = b.works(ctx, window.PID(), func() error { return nil }); err != nil {
			return err
		}
		page := 0
		use[i], err = b.works(ctx, window.PID(), func() error {
			page = page%7 + 1
			return b.d.Key(ctx, fmt.Sprintf("ctrl+%d", page))
		})
		if err != nil {
			return err
		}
	}
	b.table.add(row{what: "read aloud, at rest: CPU of one core more", goal: fmt.Sprintf("at most %.0f %%", aloudGoal),
		figure: fmt.Sprintf("%.2f %%", rest[1]-rest[0]), against: fmt.Sprintf("nobody listens %.2f %%", rest[0]), met: rest[1]-rest[0] <= aloudGoal})
	b.table.add(row{what: "read aloud, two pages a second: CPU of one core more", figure: fmt.Sprintf("%.2f %%", use[1]-use[0]),
		against: fmt.Sprintf("nobody listens %.2f %%", use[0]), info: true})
	return nil
}

// works is how much of one core a process works, in percent, while act is done again and again.
func (b *bench) works(ctx context.Context, pid int, act func() error) (percent float64, err error) {
	if err := pass(ctx, settle); err != nil {
		return 0, err
	}
	before, err := readTally(pid)
	if err != nil {
		return 0, err
	}
	begun := time.Now()
	for time.Since(begun) < b.idle {
		if err := errors.Join(act(), pass(ctx, turnEvery)); err != nil {
			return 0, err
		}
	}
	after, err := readTally(pid)
	if err != nil {
		return 0, err
	}
	return float64(after.ticks-before.ticks) / time.Since(begun).Seconds(), nil // a tick is a hundredth of a second
}
