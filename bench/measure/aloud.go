package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"afterglow/e2e/desktop"
)

const (
	aloudGoal   = 1.0                    // percent of one core more, at most, while something reads the window
	aloudRounds = 4                      // with nobody and with somebody by turns: what else the machine does meets both alike
	aloudWatch  = 6 * time.Second        // how long the window is watched at once; all of it takes two minutes and a half
	aloudSettle = 2 * time.Second        // how long it may work on somebody who comes or goes
	turnEvery   = 500 * time.Millisecond // how often another page is turned to
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
	if err := pass(ctx, settle); err != nil {
		return err
	}
	page := 0
	turn := func() error {
		page = page%7 + 1
		return b.d.Key(ctx, fmt.Sprintf("ctrl+%d", page))
	}
	var rest, use [2]float64 // percent of one core, with nobody and with somebody who listens
	for range aloudRounds {
		for i, reads := range []bool{false, true} {
			if err := b.d.Reads(ctx, reads); err != nil {
				return err
			}
			for _, x := range []struct {
				into *float64
				act  func() error
			}{{&rest[i], func() error { return nil }}, {&use[i], turn}} {
				percent, err := works(ctx, window.PID(), x.act)
				if err != nil {
					return err
				}
				*x.into += percent / aloudRounds
			}
		}
	}
	for _, x := range []struct {
		when  string
		works [2]float64
	}{{"at rest", rest}, {"two pages a second", use}} {
		more := x.works[1] - x.works[0]
		b.table.add(row{what: "read aloud, " + x.when + ": CPU of one core more", goal: fmt.Sprintf("at most %.0f %%", aloudGoal),
			figure: fmt.Sprintf("%.2f %%", more), against: fmt.Sprintf("nobody listens %.2f %%", x.works[0]), met: more <= aloudGoal})
	}
	return nil
}

// works is how much of one core a process works, in percent, while act is done again and again.
func works(ctx context.Context, pid int, act func() error) (percent float64, err error) {
	if err := pass(ctx, aloudSettle); err != nil {
		return 0, err
	}
	before, err := readTally(pid)
	if err != nil {
		return 0, err
	}
	begun := time.Now()
	for time.Since(begun) < aloudWatch {
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
