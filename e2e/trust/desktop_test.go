//go:build e2e

package trust

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"afterglow/e2e/desktop"
)

func TestWithoutANotificationServiceNothingIsLost(t *testing.T) {
	s := beginBare(t)
	s.plain()
	p := s.start()
	s.do("treat", "--at", "-23h59m59s")
	s.ails("notifications", "No program shows notifications", "Install one")
	s.ails("agent", "No notification service runs here: install and start one", "Put right what it names")
	if !p.Running() {
		t.Fatalf("the agent ended and said:\n%s", p.Said())
	}
	// One that comes late gets what was due, at once and once.
	heard := s.listen()
	s.startDunst()
	s.toldOnce(heard, makeupOver)
	s.displayed(1)
	s.well("notifications")
	s.mended("agent", "notification service")
}

func TestAServiceThatHangsHoldsNothingUp(t *testing.T) {
	s := beginBare(t)
	hang := make(chan struct{})
	f := s.serve(hang, "actions", "body")
	s.plain()
	p := s.start()
	s.do("treat", "--at", "-23h59m59s")
	s.ails("agent", "does not answer: restart it", "Put right what it names")
	s.ails("notifications", ".", ".")
	if !p.Running() {
		t.Fatalf("the agent ended and said:\n%s", p.Said())
	}
	s.do("done", "cleanse") // the command line waits for nobody

	// Another takes its place.
	s.ok(f.conn.Close())
	close(hang)
	s.ok(s.d.AwaitName(s.patience(), notifications, false))
	heard := s.listen()
	s.startDunst()
	s.toldOnce(heard, makeupOver)
	s.displayed(1)
	s.mended("agent", "does not answer")
}

func TestASlowServiceIsWaitedForAndHoldsNothingElseUp(t *testing.T) {
	s := beginBare(t)
	f := s.serve(nil, "actions", "body")
	f.slow = 800 * time.Millisecond
	s.plain()
	s.start()
	s.do("treat", "--at", "-23h59m59s")
	s.do("done", "cleanse") // the command line waits for nobody
	ctx, cancel := context.WithTimeout(s.ctx, slowDesktop)
	defer cancel()
	s.ok(desktop.Until(ctx, "it is shown", func() error {
		if shown := s.logged("shown", "makeup"); len(shown) != 1 {
			return fmt.Errorf("the log has %+v", shown)
		}
		return nil
	}))
	s.looked()
	for i, all := 1, f.calls(); i < len(all); i++ {
		// On a machine that is slow beside it, no answer may have come in time.
		if apart := all[i].At.Sub(all[i-1].At); apart < askedAgain {
			t.Errorf("it was asked again after %v: %+v", apart, all)
		}
	}
	s.well("notifications")
	s.mended("agent", "does not answer")
}

func TestAServiceThatIsRestartedGetsTheNextAndOldIdsHarmNobody(t *testing.T) {
	s := beginBare(t)
	dunst := s.startDunst()
	heard := s.listen()
	s.plain()
	s.start()
	s.do("treat", "--at", "-23h59m59s")
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.displayed(1)
	s.stopDunst(dunst)
	s.startDunst()
	// The new service counts from one again: this is now somebody else's notification.
	s.ok(s.strangersNote())
	s.displayed(1)
	s.do("treat", "change", "1", "--at", "-47h59m58s") // withdraws the makeup's, which went with the old service
	_, err = heard.Await(s.patience(), sunscreenStarts)
	s.ok(err)
	s.displayed(2)
	s.looked()
	s.displayed(2)
	s.well("notifications")
}

// strangersNote shows a notification of another program.
func (s *scene) strangersNote() error {
	conn := s.bus.Connect()
	return conn.Object(notifications, "/org/freedesktop/Notifications").CallWithContext(s.patience(), notifications+".Notify", 0,
		"stranger", uint32(0), "", "Somebody else's", "", []string{}, map[string]any{}, int32(0)).Err
}

func TestAServiceWithoutActionsIsToldAndTheTrayHasThem(t *testing.T) {
	s := beginBare(t)
	f := s.serve(nil, "body")
	s.cleanseAt("11:59:58")
	s.until("it is shown", func() error {
		if all := f.calls(); len(all) != 1 || all[0].Title != cleanseDue {
			return fmt.Errorf("shown were %+v", all)
		}
		return nil
	})
	if with := f.calls()[0].Actions; len(with) > 0 {
		t.Errorf("it was given the actions %q, which it does not have", with)
	}
	if c := s.doctor("actions"); c.Text != "not offered here; the tray's menu has both" {
		t.Errorf("doctor says %+v", c)
	}
}

func TestATrayThatComesLateGoesAndComesBackHasTheIcon(t *testing.T) {
	s := begin(t)
	s.plain()
	p := s.start()
	s.ails("tray", "No panel here shows tray icons", "Switch on the tray of your panel")
	s.well("agent") // reminders come all the same
	for range 2 {
		panel := s.startPanel()
		_, err := s.d.AwaitItem(s.patience(), p.PID())
		s.ok(err)
		s.well("tray")
		s.well("agent")
		s.stopPanel(panel)
		s.ails("tray", "No panel here shows tray icons", "Switch on the tray of your panel")
	}
	if !p.Running() {
		t.Fatalf("the agent ended and said:\n%s", p.Said())
	}
}

func TestTheAgentOutlivesTheSessionsBus(t *testing.T) {
	s := begin(t)
	s.startPanel()
	s.plain()
	p := s.start()
	_, err := s.d.AwaitItem(s.patience(), p.PID())
	s.ok(err)
	s.bus.Stop()
	s.do("treat", "--at", "-23h59m59s")
	s.ails("bus", "session bus", "Log in to a desktop")
	s.ails("agent", "no D-Bus", "Put right what it names")
	s.do("done", "cleanse")
	if !p.Running() {
		t.Fatalf("the agent ended and said:\n%s", p.Said())
	}

	// A bus that comes back, as with a session manager that restarts it: what was due is told.
	s.bus.Run()
	d, err := desktop.Open()
	s.ok(err)
	s.Cleanup(func() { d.Close() })
	s.d = d
	s.startDunst()
	s.mended("agent", "no D-Bus")
	s.displayed(1)
	s.looked()
	s.displayed(1)
}

func TestOfAHundredDoubleStartsOneAlwaysLives(t *testing.T) {
	s := begin(t)
	s.plain()
	for round := range 100 {
		pair := make([]*desktop.Process, 2)
		for i := range pair {
			p, err := s.a.Start("--background")
			s.ok(err)
			s.Cleanup(func() { s.ok(p.Kill()) })
			pair[i] = p
		}
		var loser int
		s.until("one of two has given way", func() error {
			if loser = slices.IndexFunc(pair, func(p *desktop.Process) bool { return !p.Running() }); loser < 0 {
				return errors.New("both go on")
			}
			return nil
		})
		winner := pair[1-loser]
		s.answers(winner)
		code, err := pair[loser].Wait(s.patience())
		s.ok(err)
		if code != 0 || pair[loser].Said() != "" {
			t.Fatalf("round %d: the one that gave way ended with %d and said %q", round, code, pair[loser].Said())
		}
		// By turns: a clean end, and a crash that leaves its socket behind.
		if round%2 == 0 {
			s.do("quit")
			if _, err := winner.Wait(s.patience()); err != nil {
				t.Fatal(err)
			}
		} else {
			s.ok(winner.Kill())
		}
	}
}
