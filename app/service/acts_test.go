package service_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
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

func TestWhatWasMissedHoursAgoIsNeitherLetGoNorPutOff(t *testing.T) {
	w := newWorld(t, "21:00")
	w.treated("2026-11-23 05:00")
	if e := w.ok(w.service.Skip(w.ctx(), "cleanse")); e.Occurrence != "cleanse/2026-11-24/2" {
		t.Errorf("let go %q, not what is due", e.Occurrence)
	}
	// The cleanse of the morning was missed; only it is left.
	_, err := w.service.Skip(w.ctx(), "cleanse")
	if err == nil || !strings.Contains(w.said(err), "is not due") {
		t.Errorf("skip: %v", err)
	}
	if _, err := w.service.SnoozeChoice(w.ctx(), "cleanse", "15m"); err == nil || !strings.Contains(w.said(err), "is not due") {
		t.Errorf("snooze: %v", err)
	}
}

func TestWhatWasDoneWhileTheClockWasAYearBehindIsNotPutOff(t *testing.T) {
	w := newWorld(t, "08:30")
	w.treated("2026-11-23 17:00")
	const cleanse = "cleanse/2026-11-24/1"
	entry := record.Entry{At: w.at("2025-11-24 08:20"), Kind: record.KindDone, What: "cleanse", Occurrence: cleanse}
	id, err := w.journal.AddEntry(w.ctx(), entry)
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.service.Snooze(w.ctx(), cleanse, w.at("2026-11-24 09:00"))
	w.refused(err, "is answered already")
	if err := w.service.TakeBack(w.ctx(), id); err != nil {
		t.Fatal(err)
	}
	w.ok(w.service.Snooze(w.ctx(), cleanse, w.at("2026-11-24 09:00")))
}

func TestSnoozeKeepsItAwayUntilThen(t *testing.T) {
	w := newWorld(t, "08:40")
	w.treated("2026-11-23 05:00")
	e := w.ok(w.service.SnoozeChoice(w.ctx(), "", "15m"))
	if e.Occurrence != "cleanse/2026-11-24/1" || !e.Until.Equal(w.at("2026-11-24 08:55")) {
		t.Fatalf("got %+v", e)
	}
	if due := w.status().Due; len(due) != 0 {
		t.Errorf("due while it waits: %+v", due)
	}
	w.now("2026-11-24 08:56")
	if due := w.status().Due; len(due) != 1 || due[0].ID != e.Occurrence {
		t.Errorf("due when the wait is over: %+v", due)
	}
}

func TestTonightIsHalfPastEightOrAnHourBeforeSleep(t *testing.T) {
	for _, c := range []struct{ sleep, want string }{
		{"22:30-07:30", "20:30"}, {"off", "20:30"}, {"21:00-06:00", "20:00"}, {"01:00-09:00", "20:30"},
	} {
		w := newWorld(t, "08:40")
		w.treated("2026-11-23 05:00")
		if err := w.service.SetSetting(w.ctx(), "sleep", c.sleep); err != nil {
			t.Fatal(err)
		}
		e := w.ok(w.service.SnoozeChoice(w.ctx(), "cleanse", "tonight"))
		if got := e.Until.In(w.zone).Format("15:04"); got != c.want {
			t.Errorf("sleep %s: tonight is %s, want %s", c.sleep, got, c.want)
		}
	}
	w := newWorld(t, "21:00")
	w.treated("2026-11-23 05:00")
	_, err := w.service.SnoozeChoice(w.ctx(), "cleanse", "tonight")
	w.refused(err, "Tonight has begun")
}

func TestWaitingIsBoundedAndAlwaysAhead(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	now := w.at("2026-11-24 12:00")
	_, err := w.service.Snooze(w.ctx(), "cleanse", now)
	w.refused(err, "has passed")
	_, err = w.service.Snooze(w.ctx(), "cleanse", now.Add(25*time.Hour))
	w.refused(err, "24 hours at most")
	_, err = w.service.Pause(w.ctx(), now)
	w.refused(err, "has passed")
	_, err = w.service.Pause(w.ctx(), now.Add(8*24*time.Hour))
	w.refused(err, "7 days at most")
	_, err = w.service.PauseChoice(w.ctx(), "2h")
	w.refused(err, "write 1h or tomorrow")
	_, err = w.service.SnoozeChoice(w.ctx(), "cleanse", "soon")
	w.refused(err, "write 15m, 1h or tonight")
	if w.status().Paused != nil {
		t.Error("a pause was written down")
	}
}

func TestAPauseUntilTomorrowEndsWhenThePersonWakes(t *testing.T) {
	for _, c := range []struct{ now, want string }{
		{"2026-11-24 22:00", "2026-11-25 07:30"},
		{"2026-11-25 00:40", "2026-11-25 07:30"},
		{"2026-11-25 08:00", "2026-11-26 07:30"},
	} {
		w := newWorld(t, "12:00")
		w.treated("2026-11-23 05:00")
		w.now(c.now)
		w.ok(w.service.PauseChoice(w.ctx(), "tomorrow"))
		if p := w.status().Paused; p == nil || !p.Equal(w.at(c.want)) {
			t.Errorf("at %s: paused until %v, want %s", c.now, p, c.want)
		}
	}
}

func TestResumeEndsAPauseAndSaysWhereNoneHolds(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	if _, err := w.service.Resume(w.ctx()); !errors.Is(err, service.ErrNotPaused) {
		t.Fatalf("got %v", err)
	}
	w.ok(w.service.PauseChoice(w.ctx(), "1h"))
	w.clock.Advance(time.Minute)
	w.ok(w.service.Resume(w.ctx()))
	if w.status().Paused != nil {
		t.Error("it is still paused")
	}
}

func TestCalmCountsOnlyOnceThePlanAsks(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	_, err := w.service.Calm(w.ctx(), "actives")
	w.refused(err, "Your plan says wait until tomorrow 05:00")
	_, err = w.service.Calm(w.ctx(), "makeup")
	w.refused(err, "does not ask this")
	if _, err := w.service.Calm(w.ctx(), ""); !errors.Is(err, service.ErrNotAsked) {
		t.Fatalf("got %v", err)
	}
	w.now("2026-11-25 06:00")
	if st := w.window(w.status(), "actives").State; st != course.Ask {
		t.Fatalf("state %s, want ask", st)
	}
	w.ok(w.service.Calm(w.ctx(), ""))
	if st := w.window(w.status(), "actives").State; st != course.Open {
		t.Errorf("state %s after calm, want open", st)
	}
	w.ok(w.service.Undo(w.ctx()))
	if st := w.window(w.status(), "actives").State; st != course.Ask {
		t.Errorf("state %s after undo, want ask", st)
	}
}

func TestCalmAndExtendTakeTheWordsThatCanTakes(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	_, err := w.service.Extend(w.ctx(), "gym")
	w.refused(err, `longer wait for "Exercise"`)
	if e := w.ok(w.service.Extend(w.ctx(), "Mascara")); e.What != "makeup" {
		t.Errorf("mascara lengthens %q", e.What)
	}
	w.now("2026-11-25 06:00")
	_, err = w.service.Calm(w.ctx(), "sauna yoga") // two waits, of which neither asks
	w.refused(err, `does not ask this for "Exercise"`)
	if e := w.ok(w.service.Calm(w.ctx(), "acids, retinol")); e.What != "actives" {
		t.Errorf("acids are %q", e.What)
	}
	_, err = w.service.Calm(w.ctx(), "mekup")
	w.refused(err, `Did you mean "makeup"?`)
	none := newWorld(t, "12:00")
	if _, err := none.service.Calm(none.ctx(), ""); !errors.Is(err, service.ErrNoCourse) {
		t.Errorf("without a treatment: %v", err)
	}
}

func TestOneWordForTwoWaitsMeansTheOneThatFits(t *testing.T) {
	w := newWorld(t, "12:00")
	// The clinic's plan, in which "sauna yoga" is heat too, whose wait asks and can be made longer.
	plan := strings.Replace(clinic(t), "until = \"5d\"\nactivities", "until = \"48h\"\nand_when = \"calm\"\nextend = \"24h\"\nactivities", 1)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 05:00"), PlanFile: plan, PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	w.now("2026-11-25 06:00")
	for _, act := range []func() (record.Entry, error){
		func() (record.Entry, error) { return w.service.Calm(w.ctx(), "sauna yoga") },
		func() (record.Entry, error) { return w.service.Extend(w.ctx(), "sauna yoga") },
	} {
		if e := w.ok(act()); e.What != "heat" {
			t.Errorf("%s is of %q, want heat", e.Kind, e.What)
		}
	}
}

func TestAWindowIsExtendedOnlyByWhatThePlanSaysAndOnlyNearItsEnd(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-24 11:00") // makeup until tomorrow 11:00
	_, err := w.service.Extend(w.ctx(), "sun")
	w.refused(err, "says nothing of a longer wait")
	_, err = w.service.Extend(w.ctx(), "lipstick")
	w.refused(err, `Did you mean "makeup"?`)
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	v := w.window(w.status(), "makeup")
	if !v.Until.Equal(w.at("2026-11-26 11:00")) || !v.Extended {
		t.Fatalf("got %+v", v)
	}
	_, err = w.service.Extend(w.ctx(), "makeup")
	w.refused(err, "anyway")
	w.now("2026-11-26 15:00") // open since 11:00
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	if v := w.window(w.status(), "makeup"); v.State != course.Wait || !v.Until.Equal(w.at("2026-11-27 15:00")) { // 24 hours more, from now

		t.Fatalf("got %+v", v)
	}
	w.now("2026-11-28 16:00")
	if _, err := w.service.Extend(w.ctx(), "makeup"); err == nil || fault.IsUse(err) {
		t.Fatalf("long open: got %v", err)
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
