package reminder

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterglow/app/record"
)

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
	}
}

func TestTheRunnerShowsEachAtItsMomentAndWritesItDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		s.pass(t, "Sun 20:31")
		same(t, "shown", s.desktop.ids(), []string{
			"Sun 15:30:00 makeup/1", "Sun 18:30:00 moisturise/2026-11-22/3", "Sun 20:30:00 cleanse/2026-11-22/2",
		})
		lead, also := s.ledger.at("makeup/1", 0), s.ledger.at("alcohol/1", 0)
		if lead.State != record.Shown || lead.Title != "Title of makeup/1" || lead.Body != "Body." || !lead.ShownAt.Equal(at(t, "Sun 15:30")) {
			t.Errorf("%+v", lead)
		}
		if also.State != record.LetGo || also.SumOf != "makeup/1" || also.Reason != ReasonSummedUp {
			t.Errorf("%+v", also)
		}
	})
}

func TestAnIdleRunnerDoesNotLook(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:31", func(l *ledger) { l.deliveries = numbered(told(t)) })
		looks := s.ledger.looks
		s.pass(t, "Sun 18:29")
		if s.ledger.looks != looks {
			t.Errorf("%d looks in three idle hours", s.ledger.looks-looks)
		}
	})
}

func numbered(ds []record.Delivery) []record.Delivery {
	for i := range ds {
		ds[i].ID = int64(i + 1)
	}
	return ds
}

func TestDoneElsewhereTakesTheNotificationAwayAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 18:00", func(l *ledger) { l.deliveries = numbered(told(t)) })
		s.pass(t, "Sun 18:40")
		s.ledger.enter(record.Entry{At: s.clock.Now(), Kind: record.KindDone, Occurrence: "moisturise/2026-11-22/3"})
		s.Wake()
		synctest.Wait()
		if d := s.ledger.at("moisturise/2026-11-22/3", 0); d.State != record.Closed || d.Reason != ReasonDone || !slices.Equal(s.desktop.closed, []int64{d.ID}) {
			t.Errorf("%+v, closed %v", d, s.desktop.closed)
		}
	})
}

func TestDoNotDisturbIsAskedWhenSomethingIsDueAndNeverPolled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 14:00", nil)
		s.pass(t, "Sun 15:29")
		if s.desktop.asked != 0 {
			t.Errorf("asked %d times with nothing due", s.desktop.asked)
		}
		s.desktop.set(func(d *desktop) { d.quiet = true })
		s.pass(t, "Sun 15:51")
		if len(s.desktop.shown) > 0 || len(s.last.Held) != 2 || s.last.Held[0].Reason != HeldQuiet || s.last.Held[0].By != "dunst" {
			t.Errorf("shown %v, held %+v", s.desktop.ids(), s.last.Held)
		}
		if s.desktop.asked != 5 { // at 15:30 and every five minutes while it holds something
			t.Errorf("asked %d times", s.desktop.asked)
		}
		s.desktop.set(func(d *desktop) { d.quiet = false })
		s.pass(t, "Sun 15:56")
		if got := s.desktop.shown; len(got) != 1 || tells(got[0].News, s.clock.zone) != "away 0s, let go 0, over Makeup Sun 15:30, over Alcohol Sun 15:30" {
			t.Errorf("%+v", got)
		}
	})
}

func TestADesktopThatRefusesIsTriedAgainLaterAndLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		s.desktop.set(func(d *desktop) { d.fail = errDesktop })
		s.pass(t, "Sun 15:45")
		var after []string
		for _, try := range s.desktop.tries {
			after = append(after, try.Sub(at(t, "Sun 15:30")).String())
		}
		same(t, "tries", after, []string{"0s", "30s", "2m30s", "12m30s"})
		if err := s.Problem(); !errors.Is(err, errDesktop) || !strings.Contains(err.Error(), "makeup/1") {
			t.Errorf("problem: %v", err)
		}
		if s.ledger.at("makeup/1", 0).State != record.Begun {
			t.Error("what was not shown must stay begun")
		}
		s.Wake() // does not make it hammer the desktop
		synctest.Wait()
		s.desktop.set(func(d *desktop) { d.fail = nil })
		s.pass(t, "Sun 16:00")
		same(t, "shown", s.desktop.ids(), []string{"Sun 15:52:30 makeup/1"})
		if s.Problem() != nil || s.problems[len(s.problems)-1] != "well again" {
			t.Errorf("problem: %v, told %q", s.Problem(), s.problems)
		}
	})
}

func TestADesktopThatHasBecomeAnotherIsTriedAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		s.desktop.set(func(d *desktop) { d.fail = errDesktop })
		s.pass(t, "Sun 15:40")
		s.desktop.set(func(d *desktop) { d.fail = nil })
		s.Retry()
		synctest.Wait()
		same(t, "shown", s.desktop.ids(), []string{"Sun 15:40:00 makeup/1"})
	})
}

func TestWhatASlowDesktopHasShownAfterAllIsTakenOverAtOnceEachTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		for _, at := range []string{"Sun 15:31", "Sun 18:31"} {
			s.desktop.set(func(d *desktop) { d.fail = errDesktop })
			s.pass(t, at)
			s.desktop.set(func(d *desktop) { d.fail = nil })
			s.Answered()
			synctest.Wait()
		}
		same(t, "shown", s.desktop.ids(), []string{"Sun 15:31:00 makeup/1", "Sun 18:31:00 moisturise/2026-11-22/3"})
	})
}

func TestADesktopThatRefusedIsAskedAgainWhenTheClockJumps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		s.desktop.set(func(d *desktop) { d.fail = errDesktop })
		s.pass(t, "Sun 15:44") // refused last at 15:42:30: not asked again before 15:52:30
		s.desktop.set(func(d *desktop) { d.fail = nil })
		s.clock.suspend(-time.Minute) // set back: by the new clock that would be a minute longer
		synctest.Wait()
		same(t, "shown", s.desktop.ids(), []string{"Sun 15:43:00 makeup/1"})
	})
}

func TestADesktopThatFallsOverEachTimeIsNotAskedInACircle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		s.desktop.set(func(d *desktop) { d.fail = errDesktop })
		s.pass(t, "Sun 15:30")
		for range 100 { // it is started again and again
			s.Retry()
			synctest.Wait()
		}
		if n := len(s.desktop.tries); n != 2 {
			t.Errorf("it was asked %d times within seconds", n)
		}
		s.desktop.set(func(d *desktop) { d.fail = nil })
		s.pass(t, "Sun 15:45")
		same(t, "shown", s.desktop.ids(), []string{"Sun 15:32:00 makeup/1"})
	})
}

func TestAJournalThatFailsDoesNotEndTheRunner(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := errors.New("the disk is full")
		s := perform(t, "Sun 15:00", nil)
		s.ledger.mu.Lock()
		s.ledger.fail = full
		s.ledger.mu.Unlock()
		s.pass(t, "Sun 15:40")
		if !errors.Is(s.Problem(), full) || len(s.desktop.shown) > 0 {
			t.Errorf("problem %v, shown %v", s.Problem(), s.desktop.ids())
		}
		s.ledger.mu.Lock()
		s.ledger.fail = nil
		s.ledger.mu.Unlock()
		s.pass(t, "Sun 15:41")
		if len(s.desktop.shown) != 1 || s.Problem() != nil {
			t.Errorf("problem %v, shown %v", s.Problem(), s.desktop.ids())
		}
	})
}

// deaf is a ledger that cannot write that something was shown.
type deaf struct {
	*ledger
	fails int
}

func (d *deaf) Shown(ctx context.Context, id int64, told Told, at time.Time) error {
	if d.fails > 0 {
		d.fails--
		return errors.New("the disk is full")
	}
	return d.ledger.Shown(ctx, id, told, at)
}

func TestWhatTheDesktopTookIsNotShownTwiceWhereOnlyTheLedgerFailed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		s.end()
		s.Runner = NewRunner(Parts{Store: &deaf{s.ledger, 3}, Teller: s.desktop, Clock: s.clock})
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan struct{})
		go func() { defer close(done); s.Run(ctx) }()
		s.pass(t, "Sun 15:45")
		cancel()
		<-done
		same(t, "shown", s.desktop.ids(), []string{"Sun 15:30:00 makeup/1"})
		if d := s.ledger.at("makeup/1", 0); d.State != record.Shown || !d.ShownAt.Equal(at(t, "Sun 15:30")) {
			t.Errorf("%+v", d)
		}
	})
}

func TestAfterASuspendOneNotificationSumsUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		s.clock.suspend(6 * time.Hour)
		synctest.Wait()
		same(t, "shown", s.desktop.ids(), []string{"Sun 21:00:00 welcome/2026-11-22T19:30:00Z"})
		want := "away 5h30m0s, let go 0, do Moisturise, do Gentle cleanse, over Makeup Sun 15:30, over Alcohol Sun 15:30"
		if n := s.desktop.shown[0]; tells(n.News, s.clock.zone) != want || len(n.Covers) != 4 {
			t.Errorf("%s with %d", tells(n.News, s.clock.zone), len(n.Covers))
		}
		s.pass(t, "Mon 07:00")
		if n := len(s.desktop.shown); n != 1 {
			t.Errorf("%d notifications: %v", n, s.desktop.ids())
		}
	})
}

func TestALateStartKnowsSinceWhenNobodyLooked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", func(l *ledger) { l.in.Courses[0].Windows = l.in.Courses[0].Windows[:1] })
		s.end()
		if !s.ledger.last.Equal(at(t, "Sun 15:00")) {
			t.Errorf("the last look was written as %s", s.ledger.last)
		}
		s.clock.suspend(6*time.Hour + 35*time.Minute)
		<-s.clock.jumped
		s.begin()
		if len(s.desktop.shown) != 1 {
			t.Fatalf("shown %v", s.desktop.ids())
		}
		if got, want := tells(s.desktop.shown[0].News, s.clock.zone), "away 6h35m0s, let go 1, do Gentle cleanse, over Makeup Sun 15:30"; got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	})
}

func TestTheRunnerEndsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := perform(t, "Sun 15:00", nil)
		before := time.Now()
		s.end()
		if took := time.Since(before); took != 0 {
			t.Errorf("it took %s", took)
		}
	})
}
