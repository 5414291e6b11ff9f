package service_test

import (
	"errors"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/service"
)

func TestDoneAnswersTheNearestOccurrenceOfTheDay(t *testing.T) {
	for _, c := range []struct{ now, want string }{
		{"08:30", "cleanse/2026-11-24/1"},
		{"07:10", "cleanse/2026-11-24/1"},
		{"14:00", "cleanse/2026-11-24/1"},
		{"14:30", "cleanse/2026-11-24/2"},
		{"23:50", "cleanse/2026-11-24/2"},
	} {
		w := newWorld(t, c.now)
		w.treated("2026-11-23 05:00")
		if e := w.done("cleanse"); e.Occurrence != c.want {
			t.Errorf("done at %s answers %q, want %q", c.now, e.Occurrence, c.want)
		}
	}
}

func TestDoneAfterMidnightAnswersTheEveningThatIsStillUseful(t *testing.T) {
	for _, c := range []struct{ now, want string }{
		{"2026-11-25 00:30", ""}, // 20:30 is useful until 23:30
		{"2026-11-25 07:00", "cleanse/2026-11-25/1"},
	} {
		w := newWorld(t, "12:00")
		w.treated("2026-11-23 05:00")
		if err := w.service.SetSetting(w.ctx(), "cleanse.times", "08:00,22:00"); err != nil {
			t.Fatal(err)
		}
		w.now(c.now)
		want := c.want
		if want == "" {
			want = "cleanse/2026-11-24/2"
		}
		if e := w.done("cleanse"); e.Occurrence != want {
			t.Errorf("done at %s answers %q, want %q", c.now, e.Occurrence, want)
		}
	}
}

func TestEachDoneAnswersTheNextOneAndMoreThanTheGoalIsKeptToo(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	var got []string
	for range 3 {
		got = append(got, w.done("cleanse").Occurrence)
	}
	want := []string{"cleanse/2026-11-24/1", "cleanse/2026-11-24/2", ""}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
	if r := w.routine(w.status(), "cleanse"); r.Done != 3 || r.Goal != 2 {
		t.Errorf("done %d of %d, want 3 of 2", r.Done, r.Goal)
	}
}

func TestDoneTakesNamesAndOccurrencesInAnyCase(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	if e := w.done("  GENTLE   Cleanse "); e.What != "cleanse" {
		t.Errorf("by name: %+v", e)
	}
	if e := w.done("moisturise/2026-11-24/3"); e.Occurrence != "moisturise/2026-11-24/3" {
		t.Errorf("by occurrence: %+v", e)
	}
	_, err := w.service.Done(w.ctx(), "moisturise/2026-11-24/3", time.Time{})
	w.refused(err, "answered already")
	_, err = w.service.Done(w.ctx(), "moisturise/2026-11-24/9", time.Time{})
	w.refused(err, "Your plan has no")
	_, err = w.service.Done(w.ctx(), "makeup/1", time.Time{})
	w.refused(err, "is not an occurrence of a routine")
	_, err = w.service.Done(w.ctx(), "moisturize", time.Time{})
	w.refused(err, `Did you mean "moisturise"? It knows: cleanse, moisturise, mist, water.`)
}

func TestDoneWithoutAWordTakesWhatIsDueElseWhatComesNextToday(t *testing.T) {
	w := newWorld(t, "08:40")
	w.treated("2026-11-23 05:00")
	if e := w.done(""); e.Occurrence != "cleanse/2026-11-24/1" {
		t.Errorf("due is %q", e.Occurrence)
	}
	if e := w.done(""); e.Occurrence != "moisturise/2026-11-24/1" {
		t.Errorf("next is %q", e.Occurrence)
	}
}

func TestDoneWithNothingLeftTodaySaysSo(t *testing.T) {
	w := newWorld(t, "23:45")
	w.treated("2026-11-23 05:00")
	_, err := w.service.Done(w.ctx(), "", time.Time{})
	if err == nil || fault.IsUse(err) {
		t.Fatalf("got %v, want a plain error", err)
	}
}

func TestAGlassOfWaterIsTheGlassThatWasChosen(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	if err := w.service.SetSetting(w.ctx(), "glass", "8 FlOz"); err != nil {
		t.Fatal(err)
	}
	if e := w.done("water"); e.AmountML != 237 {
		t.Errorf("a glass is %d ml, want 237", e.AmountML)
	}
	w.done("water")
	if r := w.routine(w.status(), "water"); r.Done != 2 || r.Goal != 8 || r.Drink == nil || r.Drink.Drunk != 474 {
		t.Errorf("got %+v", r)
	}
}

func TestDoneIsRefusedForTimesThatCannotBeMeant(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	_, err := w.service.Done(w.ctx(), "cleanse", w.at("2026-11-24 13:00"))
	w.refused(err, "has not come yet")
	_, err = w.service.Done(w.ctx(), "cleanse", w.at("2026-11-16 13:00"))
	w.refused(err, "more than 7 days ago")
}

func TestDoneAtAnEarlierMomentCountsForItsOwnDay(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	e := w.ok(w.service.Done(w.ctx(), "cleanse", w.at("2026-11-23 20:45")))
	if e.Occurrence != "cleanse/2026-11-23/2" {
		t.Errorf("answers %q", e.Occurrence)
	}
	if r := w.routine(w.status(), "cleanse"); r.Done != 0 {
		t.Errorf("today says %d done", r.Done)
	}
}

func TestWithoutATreatmentThereIsNothingToDo(t *testing.T) {
	w := newWorld(t, "12:00")
	_, err := w.service.Done(w.ctx(), "cleanse", time.Time{})
	if !errors.Is(err, service.ErrNoCourse) {
		t.Fatalf("got %v", err)
	}
}

func TestSkipLetsOneGoWithoutCountingIt(t *testing.T) {
	w := newWorld(t, "08:40")
	w.treated("2026-11-23 05:00")
	if e := w.ok(w.service.Skip(w.ctx(), "")); e.Occurrence != "cleanse/2026-11-24/1" {
		t.Errorf("skipped %q", e.Occurrence)
	}
	st := w.status()
	if w.routine(st, "cleanse").Done != 0 {
		t.Error("it counts as done")
	}
	for _, d := range st.Due {
		if d.What == "cleanse" {
			t.Error("it is still due")
		}
	}
}

func TestEveryWriteRings(t *testing.T) {
	w := newWorld(t, "12:00")
	before := w.rung
	w.treated("2026-11-23 05:00")
	steps := []func() error{
		func() error { _, err := w.service.Done(w.ctx(), "cleanse", time.Time{}); return err },
		func() error { _, err := w.service.Undo(w.ctx()); return err },
		func() error { _, err := w.service.Skip(w.ctx(), "cleanse"); return err },
		func() error { _, err := w.service.SnoozeChoice(w.ctx(), "moisturise", "1h"); return err },
		func() error { _, err := w.service.PauseChoice(w.ctx(), "1h"); return err },
		func() error { _, err := w.service.Resume(w.ctx()); return err },
		func() error { return w.service.SetSetting(w.ctx(), "sound", "off") },
		func() error { return w.service.SetSetting(w.ctx(), "sound", "default") },
		func() error { _, err := w.service.Remove(w.ctx(), 1); return err },
	}
	for i, step := range steps {
		if w.rung == before {
			t.Errorf("step %d did not ring", i)
		}
		before = w.rung
		w.clock.Advance(time.Minute)
		if err := step(); err != nil {
			t.Fatalf("step %d: %v", i+1, err)
		}
	}
	if w.rung == before {
		t.Error("the last step did not ring")
	}
}

func TestWhatWasAnsweredDaysAgoCannotBeAnsweredAgain(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	old := w.done("cleanse").Occurrence
	for _, day := range []string{"2026-11-25 09:00", "2026-11-26 23:59", "2026-11-27 00:01", "2026-11-29 12:00"} {
		w.now(day)
		if _, err := w.service.Done(w.ctx(), old, time.Time{}); !fault.IsUse(err) {
			t.Errorf("%s: done once more: %v", day, err)
		}
		if _, err := w.service.Snooze(w.ctx(), old, w.clock.Now().Add(time.Hour)); !fault.IsUse(err) {
			t.Errorf("%s: snoozed: %v", day, err)
		}
	}
}
