//go:build e2e

// Package e2e tries the two real programs on a real desktop: an X server, a
// window manager, a panel with a tray and a notification service. It runs
// inside scripts/desktop.sh; "make test-e2e" does that.
package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/e2e/desktop"
)

// windowTitle is what the window's frame says.
const windowTitle = "Afterglow"

// scene is one person at one desktop with an empty Afterglow.
type scene struct {
	*testing.T
	ctx context.Context
	d   *desktop.Desktop
	a   desktop.Afterglow
}

// begin gives each test a desktop with nothing of the last one on it.
func begin(t *testing.T) *scene {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	t.Cleanup(cancel)
	d, err := desktop.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	t.Setenv("AFTERGLOW_THREADS", "check") // the graphics library complains of calls from elsewhere
	bin, err := filepath.Abs("../build/bin")
	if err != nil {
		t.Fatal(err)
	}
	s := &scene{T: t, ctx: ctx, d: d, a: desktop.Afterglow{Bin: bin, Data: t.TempDir()}}
	// Registered first, so run last: whatever a test leaves is taken away for the next one.
	t.Cleanup(func() {
		tidy, cancel := context.WithTimeout(context.Background(), desktop.Patience)
		defer cancel()
		s.tidy(tidy)
	})
	s.tidy(ctx)
	// The tests pass at any time of day, and hear only what they wait for.
	for _, setting := range [][2]string{
		{"sleep", "off"}, {"water", "off"}, {"cleanse.times", "off"}, {"moisturise.times", "off"}, {"sunscreen.times", "off"}, {"checkin.times", "off"},
	} {
		s.do("settings", setting[0], setting[1])
	}
	return s
}

func (s *scene) tidy(ctx context.Context) {
	if _, err := s.a.Run(ctx, "quit"); err != nil {
		s.Error(err)
	}
	s.ok(s.d.StartPanel(ctx))
	s.ok(s.d.CloseAll(ctx))
	s.ok(s.d.AwaitNoWindow(ctx, windowTitle))
}

// ok ends the test where err is not nil.
func (s *scene) ok(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// until waits until cond holds, and ends the test where it does not come to that.
func (s *scene) until(what string, cond func() error) {
	s.Helper()
	ctx, cancel := context.WithTimeout(s.ctx, desktop.Patience)
	defer cancel()
	s.ok(desktop.Until(ctx, what, cond))
}

// do runs a command that must succeed and gives what it printed.
func (s *scene) do(args ...string) string {
	s.Helper()
	out, err := s.a.Do(s.ctx, args...)
	s.ok(err)
	return out
}

// read runs a command with --json that must succeed and reads its answer.
func (s *scene) read(v any, args ...string) {
	s.Helper()
	s.ok(s.a.Read(s.ctx, v, args...))
}

// start starts the agent. Where the test ends before the agent, the agent is ended too.
func (s *scene) start(args ...string) *desktop.Process {
	s.Helper()
	p, err := s.a.Start(args...)
	s.ok(err)
	s.Cleanup(func() {
		if s.Failed() {
			s.Logf("the agent said:\n%s", p.Said())
		}
		if _, err := s.a.Run(context.Background(), "quit"); err != nil {
			s.Error(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), desktop.Patience)
		defer cancel()
		if _, err := p.Wait(ctx); err != nil {
			s.Errorf("after quit: %v", err)
			s.ok(p.Kill())
		}
		s.wellDrawn(p)
	})
	return p
}

// wellDrawn holds that the graphics library complained of nothing, in the window that the agent started neither: it
// does so where the keyboard is given to a widget that is gone, or where widgets are touched from another goroutine.
func (s *scene) wellDrawn(p *desktop.Process) {
	s.Helper()
	if said := p.Said(); strings.Contains(said, "Fyne error") || strings.Contains(said, "Error in Fyne") {
		s.Errorf("the window said:\n%s", said)
	}
}

// startInTray starts the agent without its window and waits for its icon and its menu: panels are told of the icon
// first.
func (s *scene) startInTray() (*desktop.Process, desktop.Item) {
	s.Helper()
	p := s.start("--background")
	item, err := s.d.AwaitItem(s.patience(), p.PID())
	s.ok(err)
	s.until("the menu stands", func() error {
		menu, err := item.Menu(s.ctx)
		if err == nil && !slices.Contains(desktop.Labels(menu), "Quit Afterglow") {
			err = fmt.Errorf("it says %q", desktop.Labels(menu))
		}
		return err
	})
	return p, item
}

// patience is a context for one thing that should happen soon.
func (s *scene) patience() context.Context {
	ctx, cancel := context.WithTimeout(s.ctx, desktop.Patience)
	s.Cleanup(cancel)
	return ctx
}

// longPatience is a context for what comes with the next full minute.
func (s *scene) longPatience() context.Context {
	ctx, cancel := context.WithTimeout(s.ctx, time.Minute+desktop.Patience)
	s.Cleanup(cancel)
	return ctx
}

// listen writes down every notification from now on.
func (s *scene) listen() *desktop.Listener {
	s.Helper()
	l, err := desktop.Listen(s.ctx)
	s.ok(err)
	s.Cleanup(l.Stop)
	return l
}

// window waits for the one window and gives its id.
func (s *scene) window() string {
	s.Helper()
	id, err := s.d.AwaitWindow(s.patience(), windowTitle)
	s.ok(err)
	return id
}

// entry is the part of a line of "log --json" that the tests look at.
type entry struct {
	ID         int64
	At         time.Time
	Kind, What string
	Occurrence string
	Undone     bool
}

// log is what was done, felt and shown, as the command line tells it.
func (s *scene) log() []entry {
	s.Helper()
	var all []entry
	s.read(&all, "log")
	return all
}

// logged are the lines of the log of this kind and about this.
func (s *scene) logged(kind, what string) []entry {
	s.Helper()
	return slices.DeleteFunc(s.log(), func(e entry) bool { return e.Kind != kind || e.What != what })
}

// displayed waits until so many notifications are on the screen.
func (s *scene) displayed(want int) {
	s.Helper()
	s.until(fmt.Sprintf("%d notifications are shown", want), func() error {
		have, err := s.d.Displayed(s.ctx)
		if err == nil && have != want {
			err = fmt.Errorf("%d are shown", have)
		}
		return err
	})
}

// processes are the ids of all processes that work with this data folder.
func (s *scene) processes() []string {
	s.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/environ")
	s.ok(err)
	var pids []string
	for _, file := range files {
		env, err := os.ReadFile(file)
		if err == nil && slices.Contains(strings.Split(string(env), "\x00"), "AFTERGLOW_DATA="+s.a.Data) {
			pids = append(pids, filepath.Base(filepath.Dir(file)))
		}
	}
	return pids
}
