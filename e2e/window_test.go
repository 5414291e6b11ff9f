//go:build e2e

package e2e

import (
	"fmt"
	"slices"
	"testing"
)

func TestTheFirstStartOpensTheWindow(t *testing.T) {
	s := begin(t)
	s.start()
	s.window()
}

func TestAStartFromTheMenuShowsTheWindowAlsoWithATreatment(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-2h")
	s.start()
	s.window()
}

func TestInTheBackgroundNothingIsShown(t *testing.T) {
	s := begin(t)
	_, item := s.startInTray()
	s.status(item, "Nothing to look after today")
	if ids, err := s.d.Windows(s.ctx, windowTitle); err != nil || len(ids) > 0 {
		t.Errorf("windows %v are open (%v)", ids, err)
	}
}

func TestASecondStartRaisesTheWindowOfTheFirst(t *testing.T) {
	s := begin(t)
	s.start()
	first := s.window()
	s.ok(s.d.Minimise(s.ctx, first))
	s.ok(s.d.AwaitNoWindow(s.patience(), windowTitle))

	second := s.start()
	code, err := second.Wait(s.patience())
	s.ok(err)
	if code != 0 {
		t.Errorf("the second start ended with %d and said:\n%s", code, second.Said())
	}
	if again := s.window(); again != first {
		t.Errorf("another window came: %s, not %s", again, first)
	}
	s.active(first)
}

// active waits until a window has the focus.
func (s *scene) active(id string) {
	s.Helper()
	s.until("the window has the focus", func() error {
		have, err := s.d.Active(s.ctx)
		if err == nil && have != id {
			err = fmt.Errorf("window %s has it, not %s", have, id)
		}
		return err
	})
}

func TestATreatmentEnteredInTheWindowIsInTheTrayAtOnce(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	p := s.start()
	item, err := s.d.AwaitItem(s.patience(), p.PID())
	s.ok(err)
	s.status(item, "Nothing to look after today")
	id := s.window()

	s.enter(id)
	s.status(item, "makeup opens")
	var status struct{ Treatment *struct{ Plan string } }
	s.read(&status, "status")
	if status.Treatment == nil || status.Treatment.Plan != "essentials" {
		t.Errorf("status has %+v", status.Treatment)
	}
}

func TestDoneInTheWindowIsInTheJournalAndTakesTheNotificationAway(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	_, item := s.startInTray()
	s.cleanseComesAgain()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	_, err := s.d.Lead(s.ctx, s.window(), nil)
	s.ok(err)
	s.displayed(0)
	if done := s.logged("done", "cleanse"); len(done) != 1 {
		t.Errorf("the log is %+v", s.log())
	}
}

func TestAClosedWindowLeavesTheAgentAndComesBack(t *testing.T) {
	s := begin(t)
	p, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	// At once after it has gone its process still lives, and must not be the one that is asked.
	for range 4 {
		s.ok(s.d.CloseWindow(s.ctx, s.window()))
		s.ok(s.d.AwaitNoWindow(s.patience(), windowTitle))
		if !p.Running() {
			t.Fatalf("the agent went with its window and said:\n%s", p.Said())
		}
		s.ok(item.Pick(s.ctx, "Open Afterglow"))
	}
	s.window()
	if said := p.Said(); said != "" {
		t.Errorf("agent and window said:\n%s", said)
	}
}

func TestAKilledWindowCostsNothing(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-2h")
	s.do("done", "moisturise")
	p, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	first := s.window()
	before := s.log()

	s.killWindow(first)
	s.ok(s.d.AwaitNoWindow(s.patience(), windowTitle))
	if !p.Running() {
		t.Fatalf("the agent went with its window and said:\n%s", p.Said())
	}
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	s.window()
	if after := s.log(); !slices.Equal(before, after) {
		t.Errorf("the log was\n%+v\nand is\n%+v", before, after)
	}
}
