package reminder

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"afterglow/app/record"
)

var errKilled = errors.New("killed")

// mortal is a ledger and a desktop in a process that is killed at its n-th step: each call is one
// step before its effect and one after it.
type mortal struct {
	*ledger
	desktop *desktop
	left    int
	dead    bool
	die     context.CancelFunc
}

// step says whether the process still lives.
func (m *mortal) step() bool {
	if m.dead {
		return false
	}
	if m.left == 0 {
		m.dead = true
		m.die()
		return false
	}
	m.left--
	return true
}

func (m *mortal) Begin(ctx context.Context, d record.Delivery) (int64, bool, error) {
	if !m.step() {
		return 0, false, errKilled
	}
	id, fresh, err := m.ledger.Begin(ctx, d)
	if !m.step() {
		return 0, false, errKilled
	}
	return id, fresh, err
}

func (m *mortal) Shown(ctx context.Context, id int64, told Told, at time.Time) error {
	return m.around(func() error { return m.ledger.Shown(ctx, id, told, at) })
}

func (m *mortal) Close(ctx context.Context, id int64, reason string, at time.Time) error {
	return m.around(func() error { return m.ledger.Close(ctx, id, reason, at) })
}

func (m *mortal) LetGo(ctx context.Context, ds []record.Delivery) error {
	return m.around(func() error { return m.ledger.LetGo(ctx, ds) })
}

func (m *mortal) SawAt(ctx context.Context, at time.Time) error {
	return m.around(func() error { return m.ledger.SawAt(ctx, at) })
}

func (m *mortal) around(f func() error) error {
	if !m.step() {
		return errKilled
	}
	err := f()
	if !m.step() {
		return errKilled
	}
	return err
}

type mortalDesktop struct{ *mortal }

func (m mortalDesktop) Show(ctx context.Context, n Notice) (told Told, err error) {
	err = m.around(func() (err error) {
		told, err = m.desktop.Show(ctx, n)
		return err
	})
	return told, err
}

func (m mortalDesktop) Close(ctx context.Context, delivery int64) error {
	return m.around(func() error { return m.desktop.Close(ctx, delivery) })
}

// lives runs until the end, killed once after so many steps and started again a minute later. It
// says whether it came to that.
func lives(t *testing.T, s *stage, steps int, until string) (killed bool) {
	s.end() // its own runner: we bring ours
	s.desktop.shown, s.desktop.when, s.ledger.deliveries, s.ledger.last = nil, nil, nil, time.Time{}
	for _, left := range []int{steps, 1 << 30} {
		ctx, cancel := context.WithCancel(context.Background())
		m := &mortal{ledger: s.ledger, desktop: s.desktop, left: left, die: cancel}
		r := NewRunner(Parts{Store: m, Teller: mortalDesktop{m}, Clock: s.clock})
		done := make(chan struct{})
		go func() { defer close(done); r.Run(ctx) }()
		if left == steps {
			select {
			case <-done:
				killed = true
				<-time.After(time.Minute)
			case <-time.After(at(t, until).Sub(s.clock.Now())):
			}
		} else {
			s.pass(t, until)
		}
		cancel()
		<-done
		if !killed {
			break
		}
	}
	return killed
}

func TestKilledAtAnyStepNothingIsLostAndOnlyWhatWasInFlightIsRepeated(t *testing.T) {
	for _, scenario := range []struct{ from, until string }{
		{"Sun 15:29", "Sun 23:00"}, // windows, routines, what is let go and taken away
		{"Sun 21:00", "Sun 23:00"}, // a welcome back
	} {
		killed := 0
		for steps := 0; ; steps++ {
			again := false
			synctest.Test(t, func(t *testing.T) {
				s := perform(t, scenario.from, nil)
				again = lives(t, s, steps, scenario.until)
				checkTold(t, fmt.Sprintf("from %s, killed at step %d", scenario.from, steps), s)
			})
			if !again || t.Failed() {
				break
			}
			killed++
		}
		if killed < 12 {
			t.Errorf("from %s: only %d steps", scenario.from, killed)
		}
	}
}

// checkTold: everything was told, once, but for one notification that may be there twice.
func checkTold(t *testing.T, when string, s *stage) {
	t.Helper()
	var occurrences []string
	notices := map[string]int{}
	repeats := 0
	for _, n := range s.desktop.shown {
		if notices[key(n.ID, n.Round)]++; notices[key(n.ID, n.Round)] > 1 {
			repeats++
			continue
		}
		if n.Kind != Welcome {
			occurrences = append(occurrences, n.ID)
		}
		for _, c := range n.Covers {
			occurrences = append(occurrences, c.ID)
		}
	}
	slices.Sort(occurrences)
	want := []string{"alcohol/1", "cleanse/2026-11-22/2", "makeup/1", "moisturise/2026-11-22/3"}
	if !slices.Equal(occurrences, want) {
		t.Errorf("%s: told %q, want %q", when, occurrences, want)
	}
	if repeats > 1 {
		t.Errorf("%s: %d repeats: %v", when, repeats, s.desktop.ids())
	}
	for _, d := range s.ledger.deliveries {
		if d.State == record.Begun {
			t.Errorf("%s: %s is still begun", when, d.Occurrence)
		}
	}
}
