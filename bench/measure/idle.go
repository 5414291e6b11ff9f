package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"

	"afterglow/e2e/desktop"
)

const (
	idlePrivate  = 6e6  // bytes of its own, at most
	idlePSS      = 16e6 // bytes with its share of files, at most
	idlePSSShare = 0.2  // of a Fyne hello world with a tray, at most
	idleWakes    = 1    // a minute, at most

	// settle is how long a program may still work on its start before it counts as idle.
	settle = 10 * time.Second
	// glance is how often the counters are looked at; what happens between two glances is one wake-up.
	glance = 100 * time.Millisecond
)

// peer is a program that is watched while it does nothing.
type peer struct {
	name    string
	program string
	args    []string
}

// peers are tray programs of other people, with the words that start them quietly.
var peers = []peer{
	{"alarm-clock-applet", "alarm-clock-applet", []string{"--hidden"}},
	{"Workrave", "workrave", nil},
	{"Safe Eyes", "safeeyes", nil},
}

// watched is what was seen of one idle program.
type watched struct {
	name   string
	pid    int
	before tally
	last   int64 // context switches at the last glance
	used   tally // between the first and the last glance
	wakes  int   // moments in which any thread ran
	holds  memory
}

// rest watches the idle agent with a running course, the hello world and the peers, all at the same time.
func (b *bench) rest(ctx context.Context) error {
	a, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	// Two days in: a course that runs, with its windows' ends and the next routine ahead, not in this minute.
	for _, routine := range []string{"cleanse", "moisturise", "sunscreen", "checkin"} {
		if _, err := a.Do(ctx, "settings", routine+".times", time.Now().Add(3*time.Hour).Format("15:04")); err != nil {
			return err
		}
	}
	if _, err := a.Do(ctx, "treat", "--at", "-52h", "--device", "pen", "--depth", "0.5"); err != nil {
		return err
	}
	agent, err := a.Start("--background")
	if err != nil {
		return err
	}
	defer quit(ctx, a, agent)
	if _, err := b.d.AwaitItem(ctx, agent.PID()); err != nil {
		return err
	}
	hello, err := desktop.Start(exec.Command(filepath.Join(b.tools, "hello")))
	if err != nil {
		return err
	}
	defer hello.Kill()
	if _, err := b.d.AwaitItem(ctx, hello.PID()); err != nil {
		return err
	}
	all := []*watched{{name: "Afterglow", pid: agent.PID()}, {name: "Fyne hello world", pid: hello.PID()}}
	for _, p := range peers {
		if _, err := exec.LookPath(p.program); err != nil {
			b.table.add(row{what: "idle: " + p.name, figure: "not installed", info: true})
			continue
		}
		process, err := desktop.Start(exec.Command(p.program, p.args...))
		if err != nil {
			return err
		}
		defer process.Kill()
		all = append(all, &watched{name: p.name, pid: process.PID()})
	}
	if err := b.watch(ctx, all); err != nil {
		return err
	}
	b.judgeIdle(all[0], all[1], all[2:])
	return nil
}

// watch looks at the counters of all programs until the time is over. It only reads /proc, which wakes nobody up.
func (b *bench) watch(ctx context.Context, all []*watched) error {
	if err := pass(ctx, settle); err != nil {
		return err
	}
	for _, w := range all {
		var err error
		if w.before, err = readTally(w.pid); err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
		w.last = w.before.switches
	}
	look := time.NewTicker(glance)
	defer look.Stop()
	for end := time.Now().Add(b.idle); time.Now().Before(end); {
		select {
		case <-look.C:
		case <-ctx.Done():
			return ctx.Err()
		}
		for _, w := range all {
			switches, err := readSwitches(w.pid)
			if err != nil {
				return fmt.Errorf("%s: %w", w.name, err)
			}
			if switches != w.last {
				w.wakes, w.last = w.wakes+1, switches
			}
		}
	}
	for _, w := range all {
		after, err := readTally(w.pid)
		if err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
		w.used = tally{ticks: after.ticks - w.before.ticks, switches: after.switches - w.before.switches}
		if w.holds, err = readMemory(w.pid); err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
	}
	return nil
}

// pass lets time pass.
func pass(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (b *bench) judgeIdle(ours, hello *watched, others []*watched) {
	minutes := b.idle.Minutes()
	b.table.add(row{
		what: "idle: CPU ticks in " + b.idle.String(), goal: "0", figure: fmt.Sprint(ours.used.ticks),
		against: fmt.Sprintf("hello %d", hello.used.ticks), ratio: ratio(float64(ours.used.ticks), float64(hello.used.ticks)),
		met: ours.used.ticks == 0,
	})
	b.table.add(row{
		what: "idle: wake-ups a minute", goal: fmt.Sprintf("at most %d", idleWakes), figure: fmt.Sprintf("%.1f", float64(ours.wakes)/minutes),
		against: fmt.Sprintf("hello %.0f", float64(hello.wakes)/minutes), ratio: ratio(float64(ours.wakes), float64(hello.wakes)),
		met: float64(ours.wakes)/minutes <= idleWakes,
	})
	b.table.add(row{
		what: "idle: context switches a minute", figure: fmt.Sprintf("%.0f", float64(ours.used.switches)/minutes),
		against: fmt.Sprintf("hello %.0f", float64(hello.used.switches)/minutes), ratio: ratio(float64(ours.used.switches), float64(hello.used.switches)),
		info: true,
	})
	b.table.add(row{what: "idle: private memory", goal: "at most " + mb(idlePrivate), figure: mb(ours.holds.private),
		against: "hello " + mb(hello.holds.private), ratio: ratio(float64(ours.holds.private), float64(hello.holds.private)),
		met: ours.holds.private <= idlePrivate})
	b.table.add(row{what: "idle: memory (PSS)", goal: "at most " + mb(idlePSS), figure: mb(ours.holds.pss), met: ours.holds.pss <= idlePSS})
	b.table.add(row{
		what: "idle: memory (PSS) beside hello", goal: fmt.Sprintf("at most %.1f", idlePSSShare), figure: mb(ours.holds.pss),
		against: "hello " + mb(hello.holds.pss), ratio: ratio(float64(ours.holds.pss), float64(hello.holds.pss)),
		met: float64(ours.holds.pss) <= idlePSSShare*float64(hello.holds.pss),
	})
	for _, other := range others {
		b.table.add(row{
			what: "idle: memory (PSS) beside " + other.name, goal: "below 1", figure: mb(ours.holds.pss),
			against: fmt.Sprintf("%s, %d ticks, %.0f switches a minute", mb(other.holds.pss), other.used.ticks, float64(other.used.switches)/minutes),
			ratio:   ratio(float64(ours.holds.pss), float64(other.holds.pss)), met: ours.holds.pss < other.holds.pss,
		})
	}
}
