//go:build e2e

package e2e

import (
	"fmt"
	"regexp"
	"slices"
	"testing"
	"time"

	"afterglow/e2e/desktop"
)

// The exact words of the notifications that the tests wait for.
const (
	makeupOver      = "Your makeup wait is over"
	sunscreenStarts = "Sunscreen starts now"
	cleanseDue      = "Gentle cleanse"
)

func TestTheEndOfTheMakeupWaitIsToldOnce(t *testing.T) {
	s := begin(t)
	told, err := s.d.History(s.ctx)
	s.ok(err)
	earlier := len(told)
	heard := s.listen()
	s.startInTray()

	s.do("treat", "--at", "-23h59m55s")
	ends := s.windowEnd("makeup")
	asked, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	if asked.At.Before(ends) {
		t.Errorf("it was told at %v, before the wait ended at %v", asked.At, ends)
	}
	s.displayed(1)
	s.ok(s.d.CloseAll(s.ctx))
	s.displayed(0)

	told, err = s.d.History(s.ctx)
	s.ok(err)
	told = told[:len(told)-earlier]
	want := regexp.MustCompile(`^(Also over: [a-z, ]+\. )?Use clean brushes\. 24 hours passed at ` + ends.Local().Format("15:04") + `\.$`)
	if len(told) != 1 || told[0].Title != makeupOver || !want.MatchString(told[0].Body) {
		t.Errorf("dunst's history has %+q; want %q once, and %s", told, makeupOver, want)
	}
	if told[0].Program != "Afterglow" {
		t.Errorf("it came from %q", told[0].Program)
	}
	s.until("the log has it", func() error {
		if shown := s.logged("shown", "makeup"); len(shown) != 1 {
			return fmt.Errorf("it has it %d times", len(shown))
		}
		return nil
	})
}

// windowEnd is when status says that a window ends.
func (s *scene) windowEnd(id string) time.Time {
	s.Helper()
	var status struct {
		Windows []struct {
			ID    string
			Until time.Time
		}
	}
	s.read(&status, "status")
	for _, w := range status.Windows {
		if w.ID == id {
			return w.Until
		}
	}
	s.Fatalf("status has no window %q: %+v", id, status)
	return time.Time{}
}

// cleanseIsDue makes the cleanse due in the minute that comes, and waits until its notification is shown.
func (s *scene) cleanseIsDue() {
	s.Helper()
	heard := s.listen()
	s.do("settings", "cleanse.times", time.Now().Add(time.Minute).Format("15:04"))
	s.do("treat", "--at", "-26h")
	_, err := heard.Await(s.longPatience(), cleanseDue)
	s.ok(err)
	s.displayed(1)
}

func TestDoneOnTheNotificationIsInTheJournal(t *testing.T) {
	s := begin(t)
	s.startInTray()
	s.cleanseIsDue()
	s.ok(s.d.Choose(s.ctx, "Done"))
	s.until("the journal has it", func() error {
		if done := s.logged("done", "cleanse"); len(done) != 1 {
			return fmt.Errorf("the log is %+v", s.log())
		}
		return nil
	})
	s.displayed(0)
}

// cleanseComesAgain makes the cleanse of this very minute come again in two seconds, and waits until it is shown.
func (s *scene) cleanseComesAgain() {
	s.Helper()
	s.cleanseDue()
	s.do("snooze", "+2s")
	s.displayed(1)
}

// cleanseDue has a cleanse be due in this very minute, on the day after a treatment.
func (s *scene) cleanseDue() {
	s.Helper()
	s.do("settings", "cleanse.times", time.Now().Format("15:04"))
	s.do("treat", "--at", "-26h")
}

func TestLaterInTheMenuTakesTheNotificationAway(t *testing.T) {
	s := begin(t)
	_, item := s.startInTray()
	s.cleanseComesAgain()
	s.until("the menu offers to wait", func() error { return item.Pick(s.ctx, "In 15 minutes") })
	s.displayed(0)
	if put := s.logged("snooze", "cleanse"); len(put) != 2 {
		t.Errorf("the log is %+v", s.log())
	}
}

func TestDoneOnTheCommandLineTakesTheNotificationAway(t *testing.T) {
	s := begin(t)
	s.startInTray()
	s.cleanseComesAgain()
	s.do("done", "cleanse")
	s.displayed(0)
	if done := s.logged("done", "cleanse"); len(done) != 1 {
		t.Errorf("the log is %+v", s.log())
	}
}

func TestAGlassOfWaterInTheMenuIsInTheJournal(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-26h")
	s.do("settings", "water", "on")
	_, item := s.startInTray()
	s.until("the menu offers a glass of water", func() error { return item.Pick(s.ctx, "Water (0 of ") })
	s.until("the journal has it", func() error {
		if len(s.logged("done", "water")) != 1 {
			return fmt.Errorf("the log is %+v", s.log())
		}
		return nil
	})
	s.until("the menu counts it", func() error {
		menu, err := item.Menu(s.ctx)
		if err == nil && !slices.ContainsFunc(desktop.Labels(menu), regexp.MustCompile(`^Water \(1 of `).MatchString) {
			err = fmt.Errorf("the menu is %q", desktop.Labels(menu))
		}
		return err
	})
}

func TestWithoutATrayNobodyIsLockedOut(t *testing.T) {
	s := begin(t)
	s.ok(s.d.StopPanel(s.patience()))
	heard := s.listen()
	p := s.start()
	s.window()
	s.do("treat", "--at", "-23h59m57s")
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	if !p.Running() {
		t.Errorf("the agent ended and said:\n%s", p.Said())
	}
	s.do("quit")
	s.gone(p)
}
