package reminder

import (
	"context"
	"testing"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

func putOff(occurrence string, when, until time.Time) record.Entry {
	return record.Entry{At: when, Kind: record.KindSnooze, Occurrence: occurrence, Until: until}
}

func TestAGlassDrunkBeforeItsLaterHidesNothingOfTomorrow(t *testing.T) {
	both := waterPlan()
	both.Routines = append(both.Routines, routine("cleanse", "Gentle cleanse", "Pat dry.", 3*time.Hour, 8*60))
	in := thirsty(t, "Sun 22:26")
	in.Courses = []course.Course{begun(1, both, at(t, "Sat 12:00"))}
	in.Entries = []record.Entry{
		{At: at(t, "Sun 08:00"), Kind: record.KindDone, What: "cleanse", Occurrence: "cleanse/2026-11-22/1"},
		putOff("water/2026-11-22/7", at(t, "Sun 21:40"), at(t, "Sun 22:29")),
		drunk(at(t, "Sun 22:24"), 0),
	}
	if next := Decide(in).LookAgain; !next.Equal(at(t, "Mon 08:00")) {
		t.Errorf("looks again at %v; the first reminder of tomorrow is at 08:00", next)
	}
}

func TestAGlassPutOffIsNotAskedForOnceWaterIsOff(t *testing.T) {
	in := thirsty(t, "Sun 12:30")
	in.Entries = []record.Entry{putOff("water/2026-11-22/2", at(t, "Sun 11:30"), at(t, "Sun 12:30"))}
	if len(Decide(in).Show) != 1 {
		t.Fatal("what was put off is not asked for at all")
	}
	in.Prefs.Water = false
	if shown := Decide(in).Show; len(shown) != 0 {
		t.Errorf("asked for though water is off: %+v", shown)
	}
	in.Prefs.Water, in.Prefs.Times = true, map[string][]guidance.Clock{"water": {}}
	if shown := Decide(in).Show; len(shown) != 0 {
		t.Errorf("asked for though its reminders are off: %+v", shown)
	}
}

func TestASnoozeAfterAnUndoneSnoozeRemindsAgain(t *testing.T) {
	undone := putOff("moisturise/2026-11-22/3", at(t, "Sun 18:31"), at(t, "Sun 18:46"))
	undone.Undone = true
	in := base(t, "Sun 20:00", told(t), undone, putOff("moisturise/2026-11-22/3", at(t, "Sun 18:50"), at(t, "Sun 20:00")))
	for round, when := range []string{"Sun 18:30", "Sun 18:46"} {
		d := shownAt("moisturise/2026-11-22/3", "moisturise", false, at(t, "Sun 18:30"), at(t, when))
		d.Round, d.State = round, record.Closed
		in.Deliveries = append(in.Deliveries, d)
	}
	for _, n := range Decide(in).Show {
		if n.ID == "moisturise/2026-11-22/3" && n.Round == 2 {
			return
		}
	}
	t.Errorf("not reminded of again: %+v", Decide(in).Show)
}

// forgetful is a ledger that does not give old rows back, as a journal read only some days back.
type forgetful struct{ *ledger }

func (f forgetful) Input(ctx context.Context, now time.Time, zone *time.Location) (Input, error) {
	in, err := f.ledger.Input(ctx, now, zone)
	kept := in.Deliveries[:0]
	for _, d := range in.Deliveries {
		if now.Sub(d.Due) < 72*time.Hour || now.Sub(d.BegunAt) < 72*time.Hour {
			kept = append(kept, d)
		}
	}
	in.Deliveries = kept
	return in, err
}

var _ clock.Clock = (*still)(nil)

// still is a clock that stands.
type still struct{ now time.Time }

func (s *still) Now() time.Time       { return s.now }
func (s *still) Zone() *time.Location { return s.now.Location() }
func (s *still) Wait(context.Context, time.Time, <-chan struct{}) clock.Reason {
	return clock.Ended
}

type shows struct{ notices []Notice }

func (s *shows) Show(_ context.Context, n Notice) (Told, error) {
	s.notices = append(s.notices, n)
	return Told{Handle: uint32(len(s.notices))}, nil
}
func (s *shows) Close(context.Context, int64) error { return nil }

func TestWhatStoodForDaysAndIsPutOffIsShownOnce(t *testing.T) {
	plan := smallPlan()
	plan.Windows = nil
	l := newLedger(course.DefaultPrefs(), begun(1, plan, at(t, "Sat 15:30")))
	old := shownAt("moisturise/2026-11-22/3", "moisturise", false, at(t, "Sun 18:30"), at(t, "Sun 18:30"))
	second := old
	second.Round = 1
	for _, d := range []record.Delivery{old, second} {
		d.State, d.Reason = record.Closed, ReasonSnoozed
		l.deliveries = append(l.deliveries, d)
	}
	l.in.Entries = []record.Entry{putOff(old.Occurrence, at(t, "Thu 12:00"), at(t, "Thu 12:15"))}
	screen := &shows{}
	NewRunner(Parts{Store: forgetful{l}, Teller: screen, Clock: &still{at(t, "Thu 12:15")}}).Run(t.Context())
	shown := 0
	for _, n := range screen.notices {
		if n.ID == old.Occurrence {
			shown++
		}
	}
	if shown != 1 {
		t.Errorf("shown %d times: %+v", shown, screen.notices)
	}
}

func TestWhatWasDueBeforeWeKnewAndIsPutOffInTheNightIsToldInTheMorning(t *testing.T) {
	c := begun(1, smallPlan(), at(t, "Sun 05:30"))
	c.Treatment.EnteredAt = at(t, "Sun 06:50")
	in := only(t, "Sun 06:56", c)
	in.Prefs.Sleep = guidance.HourRange{From: 22*60 + 30, To: 7*60 + 30}
	in.Prefs.Times = map[string][]guidance.Clock{"cleanse": {6*60 + 40}, "moisturise": {}}
	in.Entries = []record.Entry{{ID: 1, At: at(t, "Sun 06:52"), Kind: record.KindSnooze, What: "cleanse",
		Occurrence: "cleanse/2026-11-22/1", Until: at(t, "Sun 06:55")}}
	d := Decide(in)
	if len(d.LetGo) > 0 || len(d.Held) != 1 || d.Held[0].ID != "cleanse/2026-11-22/1" {
		t.Errorf("held %+v, let go %+v", d.Held, d.LetGo)
	}
	in.Now = at(t, "Sun 07:30")
	if d = Decide(in); len(d.Show) != 1 || d.Show[0].ID != "cleanse/2026-11-22/1" {
		t.Errorf("in the morning it shows %+v", d.Show)
	}
}

func TestWhatIsPutOffAfterTheClockWasSetBackRemindsAgain(t *testing.T) {
	undone := putOff("moisturise/2026-11-22/3", at(t, "Sun 18:31"), at(t, "Sun 18:46"))
	undone.Undone = true
	in := base(t, "Sun 18:45", told(t), undone, putOff("moisturise/2026-11-22/3", at(t, "Sun 18:40"), at(t, "Sun 18:45")))
	for round, when := range []string{"Sun 18:30", "Sun 18:46"} { // the second ahead: since then the clock was set back
		d := shownAt("moisturise/2026-11-22/3", "moisturise", false, at(t, "Sun 18:30"), at(t, when))
		d.Round, d.State = round, record.Closed
		in.Deliveries = append(in.Deliveries, d)
	}
	in.Prefs.Spacing = 0
	d := Decide(in)
	if len(d.Show) != 1 || d.Show[0].ID != "moisturise/2026-11-22/3" || d.Show[0].Round != 2 {
		t.Errorf("it was put off again, and never comes:\n%s", lines(d, in.Zone))
	}
}
