//go:build e2e

package trust

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/bus/bustest"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/e2e/desktop"
)

// The exact words of the notifications that the tests wait for.
const (
	makeupOver      = "Your makeup wait is over"
	sunscreenStarts = "Sunscreen starts now"
	cleanseDue      = "Gentle cleanse"
)

// seenAt is the setting in which the agent keeps the moment of its last look.
const seenAt = "agent.seen_at"

// scene is one person with an empty Afterglow in a session of their own: a bus
// on which nothing runs yet.
type scene struct {
	*testing.T
	ctx  context.Context
	root string // the project's folder
	dir  string // this test's own, with a short path
	bus  *bustest.Bus
	d    *desktop.Desktop
	a    desktop.Afterglow
}

// begin gives each test a new session with dunst.
func begin(t *testing.T) *scene {
	t.Helper()
	s := beginBare(t)
	s.startDunst()
	return s
}

// beginBare gives each test a new session without a notification service or a tray.
func beginBare(t *testing.T) *scene {
	t.Helper()
	return beginFor(t, 3*time.Minute)
}

// beginFor is beginBare for a test that may take this long.
func beginFor(t *testing.T, most time.Duration) *scene {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), most)
	t.Cleanup(cancel)
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	// A short path: the names of sockets below it may not pass 107 bytes.
	dir, err := os.MkdirTemp("", "agtrust")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	s := &scene{T: t, ctx: ctx, root: root, dir: dir}
	for name, sub := range map[string]string{
		"HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "home/.config", "XDG_DATA_HOME": "home/.local/share",
		"XDG_STATE_HOME": "home/.local/state", "XDG_CACHE_HOME": "home/.cache",
	} {
		s.ok(os.MkdirAll(filepath.Join(dir, sub), 0o700))
		t.Setenv(name, filepath.Join(dir, sub))
	}
	s.bus = bustest.Start(t)
	s.d, err = desktop.Open()
	s.ok(err)
	t.Cleanup(func() { s.d.Close() })
	s.a = desktop.Afterglow{Bin: filepath.Join(root, "build", "bin"), Data: filepath.Join(dir, "data")}
	return s
}

// plain makes Afterglow tell only the ends of waits, at any time of day.
func (s *scene) plain() {
	s.Helper()
	for _, setting := range [][2]string{
		{"sleep", "off"}, {"water", "off"}, {"cleanse.times", "off"}, {"moisturise.times", "off"}, {"sunscreen.times", "off"}, {"checkin.times", "off"},
	} {
		s.do("settings", setting[0], setting[1])
	}
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
	s.ok(desktop.Until(s.patience(), what, cond))
}

// patience is a context for one thing that should happen soon.
func (s *scene) patience() context.Context {
	ctx, cancel := context.WithTimeout(s.ctx, desktop.Patience)
	s.Cleanup(cancel)
	return ctx
}

// do runs a command that must succeed and gives what it printed.
func (s *scene) do(args ...string) string {
	s.Helper()
	out, err := s.a.Do(s.patience(), args...)
	s.ok(err)
	return out
}

// read runs a command with --json that must succeed and reads its answer.
func (s *scene) read(v any, args ...string) {
	s.Helper()
	s.ok(s.a.Read(s.patience(), v, args...))
}

// refused runs a command that must end with 1 and one line that says this.
func (s *scene) refused(says string, args ...string) {
	s.Helper()
	answer, err := s.a.Run(s.patience(), args...)
	s.ok(err)
	if lines := strings.Count(strings.TrimSpace(answer.Err), "\n") + 1; answer.Code != 1 || lines != 1 || !strings.Contains(answer.Err, says) {
		s.Errorf("afterglow %s ended with %d and said %q; want 1 and one line with %q", strings.Join(args, " "), answer.Code, answer.Err, says)
	}
}

// start starts the agent without its window and waits until it answers. When the test
// ends, the agent must end too when it is asked to.
func (s *scene) start() *desktop.Process {
	s.Helper()
	p, err := s.a.Start("--background")
	s.ok(err)
	s.Cleanup(func() { s.end(p) })
	s.answers(p)
	return p
}

// end asks an agent to end and waits until it has.
func (s *scene) end(p *desktop.Process) {
	s.Helper()
	if s.Failed() {
		s.Logf("the agent said:\n%s", p.Said())
	}
	ctx, cancel := context.WithTimeout(context.Background(), desktop.Patience)
	defer cancel()
	if p.Running() {
		if _, err := s.a.Run(ctx, "quit"); err != nil {
			s.Error(err)
		}
	}
	if _, err := p.Wait(ctx); err != nil {
		s.Errorf("after quit: %v", err)
		s.ok(p.Kill())
	}
}

// answers waits until this agent is the one that answers on the socket.
func (s *scene) answers(p *desktop.Process) {
	s.Helper()
	s.until("the agent answers", func() error {
		if !p.Running() {
			return errors.New("it has ended and said: " + p.Said())
		}
		reply, err := ipc.Send(s.ctx, s.a.Data, ipc.Agent, ipc.Message{Do: ipc.DoDoctor})
		if err == nil && (!reply.OK || reply.PID != p.PID()) {
			err = fmt.Errorf("process %d answers: %s", reply.PID, reply.Text)
		}
		return err
	})
}

// looked waits until the agent has looked at everything once more and left nothing to do.
// After it, what was not shown is not going to be.
func (s *scene) looked() {
	s.Helper()
	// The mark of the last look has whole seconds.
	after := time.Now().Add(time.Second).Truncate(time.Second)
	s.until("the agent has looked again", func() error {
		ipc.Ring(s.a.Data)
		at := s.setting(seenAt)
		seen, err := time.Parse(time.RFC3339, at)
		if err == nil && seen.Before(after) {
			err = fmt.Errorf("its last look was at %s", at)
		}
		return err
	})
}

// journal opens the journal as another program of Afterglow would.
func (s *scene) journal() *journal.Journal {
	s.Helper()
	j, err := journal.Open(s.ctx, s.a.Data)
	s.ok(err)
	return j
}

func (s *scene) setting(key string) string {
	s.Helper()
	j := s.journal()
	defer j.Close()
	all, err := j.Settings(s.ctx)
	s.ok(err)
	return all[key]
}

// entry is the part of a line of "log --json" that the tests look at.
type entry struct {
	ID         int64
	At         time.Time
	Kind, What string
	Occurrence string
	Until      *time.Time
	Title      string
	Reason     string
	Undone     bool
}

// logged are the lines of the log of this kind and about this.
func (s *scene) logged(kind, what string) []entry {
	s.Helper()
	var all []entry
	s.read(&all, "log")
	return slices.DeleteFunc(all, func(e entry) bool { return e.Kind != kind || e.What != what })
}

// passes waits until this moment has passed.
func (s *scene) passes(at time.Time) {
	s.Helper()
	s.until("the time has come", func() error {
		if left := time.Until(at); left > 0 {
			return fmt.Errorf("it is %v ahead", left)
		}
		return nil
	})
}
