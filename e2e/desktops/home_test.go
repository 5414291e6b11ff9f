//go:build e2e

// Package desktops tries Afterglow on one real desktop after another: what a person meets first, and what only a desktop
// itself can show. It runs inside a script of scripts/desktops; "make test" does so on Xfce and sway, "make test-desktops" on
// all.
package desktops

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterglow/e2e/desktop"
)

const (
	id         = "app.afterglow.Afterglow" // of the desktop entry, and so of the window
	makeupOver = "Your makeup wait is over"
	cleanseDue = "Gentle cleanse"
)

// visit is one person with an empty Afterglow on the desktop at hand.
type visit struct {
	*testing.T
	ctx   context.Context
	d     *desktop.Desktop
	a     desktop.Afterglow
	heard *desktop.Listener
	agent *desktop.Process
	icon  bool // the desktop shows tray icons
}

// TestAfterglowIsAtHomeHere goes through one afternoon. Each step stands on the ones before it, so the first that fails
// ends it.
func TestAfterglowIsAtHomeHere(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 25*time.Minute)
	defer cancel()
	d, err := desktop.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := os.Stat(filepath.Join(d.Dir(), "hands")); err != nil {
		t.Skip("this is none of the desktops of scripts/desktops")
	}
	v := &visit{T: t, ctx: ctx, d: d, a: desktop.Afterglow{Bin: bin(t), Data: filepath.Join(d.Dir(), "data")}}
	v.heard, err = desktop.Listen(ctx)
	v.ok(err)
	defer v.heard.Stop()
	server, err := d.Server(ctx)
	v.ok(err)
	t.Logf("notifications are shown by %s", server)

	for _, s := range [][2]string{{"sleep", "off"}, {"water", "off"}, {"cap", "off"}, {"spacing", "1m"},
		{"cleanse.times", "off"}, {"moisturise.times", "off"}, {"sunscreen.times", "off"}, {"checkin.times", "off"}} {
		v.do("settings", s[0], s[1])
	}
	defer func() { _, _ = v.a.Run(context.WithoutCancel(ctx), "quit") }()
	for _, step := range []struct {
		name string
		do   func(*visit)
	}{
		{"a start shows the window, and the icon where there is a tray", (*visit).starts},
		{"the window is that of the desktop entry", (*visit).isTheEntrys},
		{"a click on the icon opens the window at Today", (*visit).opensByAClick},
		{"light and dark of the desktop are followed", (*visit).followsTheDesktop},
		{"a panel that goes away opens no window", (*visit).outlivesThePanel},
		{"the end of a wait is told once", (*visit).tellsAnEnd},
		{"a click on its notification opens the window at Today", (*visit).opensByItsNote},
		{"do not disturb holds, is shown as holding, and what it held is told", (*visit).heedsQuiet},
		{"doctor finds nothing wrong", (*visit).isWell},
		{"a routine is told when it is due, with its answers", (*visit).tellsARoutine},
		{"what is done elsewhere takes it away", (*visit).takesAway},
		{"in discreet mode nothing tells of health", (*visit).isDiscreet},
		{"a click on Done carries it out", (*visit).isDoneByAClick},
		{"each was told once, and fits", (*visit).toldAll},
		{"the autostart entry starts it", (*visit).startsWithTheSession},
	} {
		if !t.Run(step.name, func(t *testing.T) { here := *v; here.T = t; step.do(&here); here.T = v.T; *v = here }) {
			t.Fatalf("the agent said:\n%s", v.agent.Said())
		}
	}
}

// bin is the folder of the built programs.
func bin(t *testing.T) string {
	if dir := os.Getenv("AFTERGLOW_BIN"); dir != "" {
		return dir
	}
	dir, err := filepath.Abs("../../build/bin")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func (v *visit) ok(err error) {
	v.Helper()
	if err != nil {
		v.Fatal(err)
	}
}

func (v *visit) do(args ...string) string {
	v.Helper()
	out, err := v.a.Do(v.ctx, args...)
	v.ok(err)
	return out
}

// until waits until cond holds.
func (v *visit) until(what string, cond func() error) {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience())
	defer cancel()
	v.ok(desktop.Until(ctx, what, cond))
}

// patience is how long things that should happen at once may take here: a machine that has much else to do is given longer.
func patience() time.Duration {
	var load float64 // how many programs want to run, over the last minute
	text, err := os.ReadFile("/proc/loadavg")
	if err == nil {
		_, err = fmt.Sscan(string(text), &load)
	}
	if err != nil {
		load = 1
	}
	return desktop.Patience * time.Duration(min(max(load/float64(runtime.NumCPU()), 1), 8))
}

// hand has the desktop's own hand do something; where it has none, the step was not tried here.
func (v *visit) hand(name string, args ...string) string {
	v.Helper()
	out, err := v.d.Hands(v.ctx, name, args...)
	if errors.Is(err, desktop.ErrNoHand) {
		v.Skipf("not tried here: %v", err)
	}
	v.ok(err)
	return out
}

// told waits until a notification with that title was asked for so often.
func (v *visit) told(title string, times int) {
	v.Helper()
	v.until(fmt.Sprintf("%q is told %d times", title, times), func() error {
		if n := v.count(title); n != times {
			return fmt.Errorf("it was told %d times; in all: %s", n, v.all())
		}
		return nil
	})
}

// all is what was asked for so far, each with its moment.
func (v *visit) all() string {
	var lines strings.Builder
	for _, a := range v.heard.Seen() {
		fmt.Fprintf(&lines, "\n\t%s %q %q", a.At.Format("15:04:05.000"), a.Title, a.Body)
	}
	return lines.String()
}

func (v *visit) count(title string) (n int) {
	for _, a := range v.heard.Seen() {
		if a.Title == title {
			n++
		}
	}
	return n
}

// check is one line of doctor's.
type check struct {
	ID, Text, Fix string
	OK            bool
}

// doctor is what doctor says, whether all is well or not.
func (v *visit) doctor() map[string]check {
	v.Helper()
	var found struct{ Checks []check }
	answer, err := v.a.Run(v.ctx, "doctor", "--json")
	v.ok(err)
	v.ok(read(answer.Out, &found))
	all := map[string]check{}
	for _, c := range found.Checks {
		all[c.ID] = c
	}
	return all
}

// spacing is the least time between two reminders.
const spacing = time.Minute

// due makes a routine due in the next minute but at least ten seconds from now, and waits until it is told: it keeps its
// distance to the one before.
func (v *visit) due(routine string) {
	v.Helper()
	var at time.Time
	for time.Now().After(at) { // on a slow machine the minute may be over before it is set
		at = time.Now().Add(10 * time.Second).Truncate(time.Minute).Add(time.Minute)
		v.do("settings", routine+".times", at.Format("15:04"))
	}
	ctx, cancel := context.WithDeadline(v.ctx, at.Add(spacing+patience()))
	defer cancel()
	v.ok(desktop.Until(ctx, routine+" is told", func() error { return v.logged("shown", routine) }))
}

// windowOpen says whether the window's program runs.
func (v *visit) windowOpen() bool { return desktop.Runs("afterglow-window") }

func (v *visit) awaitWindow(open bool) {
	v.Helper()
	v.until(fmt.Sprintf("the window is open: %v", open), func() error {
		if is := v.windowOpen(); is != open {
			return fmt.Errorf("it is open: %v", is)
		}
		return nil
	})
}
