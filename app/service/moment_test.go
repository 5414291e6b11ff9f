package service_test

import (
	"testing"
	"time"

	"afterglow/app/record"
)

func TestWhatWasDoneYesterdayAnswersNothingOfToday(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	w.told("water/2026-11-24/1", "water")
	if e := w.ok(w.service.Done(w.ctx(), "water", w.at("2026-11-23 20:00"))); e.Occurrence != "" {
		t.Errorf("yesterday's drink answers %q", e.Occurrence)
	}
	if e := w.ok(w.service.Done(w.ctx(), "water", time.Time{})); e.Occurrence != "water/2026-11-24/1" {
		t.Errorf("a drink now answers %q", e.Occurrence)
	}
	if e := w.ok(w.service.Done(w.ctx(), "", w.at("2026-11-23 20:45"))); e.Occurrence != "cleanse/2026-11-23/2" {
		t.Errorf("without a name it answers %q, which was not due then", e.Occurrence)
	}
	if _, err := w.service.Done(w.ctx(), "", w.at("2026-11-24 03:00")); err == nil {
		t.Error("in the night something was due")
	}
}

func TestWhatIsDoneBeforeThePlanBeginsItIsExtraAndTheReminderStays(t *testing.T) {
	w := newWorld(t, "15:00")
	w.treated("2026-11-24 14:00") // cleansing from 20:00 on, at 20:30
	comes := func() bool {
		t.Helper()
		next, err := w.service.Upcoming(w.ctx(), 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range next {
			if n.ID == "cleanse/2026-11-24/2" {
				return true
			}
		}
		return false
	}
	if !comes() {
		t.Fatal("nothing comes this evening: the test shows nothing")
	}
	_, err := w.service.Done(w.ctx(), "cleanse/2026-11-24/2", time.Time{})
	if said := w.said(err); said != `Your plan has not begun "Gentle cleanse" yet. It is due 20:30; until then it cannot be answered.` {
		t.Errorf("named, it says %q", said)
	}
	if e := w.ok(w.service.Done(w.ctx(), "cleanse", time.Time{})); e.Occurrence != "" {
		t.Errorf("it answers %q", e.Occurrence)
	}
	if r := w.routine(w.status(), "cleanse"); r.Done != 0 || !comes() {
		t.Errorf("counted %d times, and the evening's comes: %v", r.Done, comes())
	}
}

func TestWhatBelongsToALaterDayIsNotDoneToday(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	if _, err := w.service.Done(w.ctx(), "cleanse/2026-11-25/1", time.Time{}); err == nil {
		t.Error("tomorrow's cleanse is done today")
	}
	w.ok(w.service.Done(w.ctx(), "cleanse/2026-11-24/2", time.Time{})) // this evening's, early
}

func TestADrinkPastMidnightCountsForTheWakingDay(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	if err := w.service.SetSetting(w.ctx(), "sleep", "02:00-09:00"); err != nil {
		t.Fatal(err)
	}
	w.ok(w.service.Done(w.ctx(), "water", time.Time{}))
	w.now("2026-11-25 00:30")
	w.ok(w.service.Done(w.ctx(), "water", time.Time{}))
	if r := w.routine(w.status(), "water"); r.Done != 2 {
		t.Errorf("at half past midnight, still awake, %d glasses count", r.Done)
	}
	if e := w.ok(w.service.Done(w.ctx(), "cleanse", time.Time{})); e.Occurrence != "cleanse/2026-11-24/2" {
		t.Errorf("a cleanse at half past midnight answers %q, not the evening's", e.Occurrence)
	}
	w.now("2026-11-25 09:30")
	if r := w.routine(w.status(), "water"); r.Done != 0 {
		t.Errorf("a new day begins with %d glasses", r.Done)
	}
}

func TestACleansePastMidnightIsTheEveningsAndNotTheNextMornings(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	for _, c := range []struct{ at, want string }{
		{"2026-11-24 23:50", "cleanse/2026-11-24/2"}, {"2026-11-25 00:30", ""}, {"2026-11-25 06:30", "cleanse/2026-11-25/1"},
	} {
		w.now(c.at)
		if e := w.ok(w.service.Done(w.ctx(), "cleanse", time.Time{})); e.Kind != record.KindDone || e.Occurrence != c.want {
			t.Errorf("at %s it answers %q, want %q", c.at, e.Occurrence, c.want)
		}
	}
}
