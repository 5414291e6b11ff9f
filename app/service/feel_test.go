package service_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/service"
)

var (
	red  = service.Felt{Feeling: record.Feeling{Skin: record.SkinRed, Redness: record.Felt(4)}}
	calm = service.Felt{Feeling: record.Feeling{Skin: record.SkinCalm}}
)

func (w *world) feel(f service.Felt) record.Entry {
	w.t.Helper()
	return w.ok(w.service.Feel(w.ctx(), f, "", time.Time{}))
}

// logged is the log's line of an entry.
func (w *world) logged(id int64) service.LogView {
	w.t.Helper()
	all, err := w.service.Log(w.ctx(), w.at("2026-11-01 00:00"))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, l := range all {
		if l.ID == id && l.Kind == string(record.KindFeel) {
			return l
		}
	}
	w.t.Fatalf("the log has no line %d", id)
	return service.LogView{}
}

func TestAFeelingAnswersTheCheckInThatIsDueOrSoonAndNoOther(t *testing.T) {
	for _, c := range []struct {
		name, now, what, answers string
	}{
		{"hours before it", "2026-11-24 15:00", "", ""},
		{"within the hour before it", "2026-11-24 18:40", "", "checkin/2026-11-24/1"},
		{"while it is due", "2026-11-24 20:00", "", "checkin/2026-11-24/1"},
		{"hours before it, from its own question", "2026-11-24 15:00", "checkin/2026-11-24/1", "checkin/2026-11-24/1"},
		{"for another day's, which it cannot answer", "2026-11-24 15:00", "checkin/2026-11-27/1", ""},
		{"for another routine", "2026-11-24 15:00", "moisturise/2026-11-24/1", ""},
	} {
		w := newWorld(t, "06:00")
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 17:00"), PlanID: "essentials"}); err != nil {
			t.Fatal(err)
		}
		w.now(c.now)
		e := w.ok(w.service.Feel(w.ctx(), red, c.what, time.Time{}))
		if e.Occurrence != c.answers {
			t.Errorf("%s: it answers %q, want %q", c.name, e.Occurrence, c.answers)
		}
		want := 0
		if c.answers != "" {
			want = 1
		}
		if r := w.routine(w.status(), "checkin"); r.Done != want {
			t.Errorf("%s: the check-in was done %d times, want %d", c.name, r.Done, want)
		}
		if second := w.feel(calm); second.Occurrence == c.answers && c.answers != "" {
			t.Errorf("%s: one check-in was answered twice", c.name)
		}
	}
}

func TestAFeelingIsKeptWhereItsCheckInWasAnsweredElsewhereMeanwhile(t *testing.T) {
	w := newWorld(t, "06:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 17:00"), PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	w.now("2026-11-24 20:00")
	w.done("checkin/2026-11-24/1")
	e := w.ok(w.service.Feel(w.ctx(), service.Felt{Note: "typed slowly"}, "checkin/2026-11-24/1", time.Time{}))
	if e.Occurrence != "" || w.logged(e.ID).Feel.Note != "typed slowly" {
		t.Errorf("written down: %+v", e)
	}
}

func TestCalmSkinAnswersEveryWaitThatAsksAndUndoAsksAgain(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-23 05:00")
	w.feel(calm) // too early: the plan asks for time and state
	w.now("2026-11-25 20:00")
	if v := w.window(w.status(), "actives"); v.State != course.Ask {
		t.Fatalf("the wait is %s, want it to ask", v.State)
	}
	e := w.feel(calm)
	if v := w.window(w.status(), "actives"); v.State == course.Ask {
		t.Error("the skin was said to be calm, and the wait asks on")
	}
	w.ok(w.service.UndoNumber(w.ctx(), e.ID))
	if v := w.window(w.status(), "actives"); v.State != course.Ask {
		t.Errorf("taken back, and the wait is %s", v.State)
	}
}

func TestCalmSkinStaysSaidWhenTheTreatmentAtHandThenIsRemoved(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-23 05:00")
	other, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 05:00"), PlanID: "essentials", Area: "scalp"})
	if err != nil {
		t.Fatal(err)
	}
	w.now("2026-11-25 20:00")
	if e := w.feel(calm); e.Treatment != other.ID {
		t.Fatalf("the feeling is noted with treatment %d, want the newest", e.Treatment)
	}
	w.ok(w.service.Remove(w.ctx(), other.ID))
	w.now("2026-11-29 20:00") // past what is read in any case
	if v := w.window(w.status(), "actives"); v.State == course.Ask {
		t.Error("the other treatment was removed, and the wait asks anew")
	}
}

func TestWhoSaysStillRedIsNotAskedWhetherTheSkinIsCalmUntilTheyWakeNext(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-22 05:00")
	w.now("2026-11-25 20:00")
	said := w.feel(red)
	st := w.status()
	if again := st.AskAgain; again == nil || !again.Equal(w.at("2026-11-26 07:30")) {
		t.Errorf("asked again at %v, want at 7:30 the next day", again)
	}
	if v := w.window(st, "actives"); v.State != course.Ask {
		t.Errorf("no word ends the wait, and it is %s", v.State)
	}
	w.ok(w.service.UndoNumber(w.ctx(), said.ID))
	if again := w.status().AskAgain; again != nil {
		t.Errorf("taken back, and it is asked only at %v", again)
	}
	w.feel(red)
	w.now("2026-11-26 07:30")
	if again := w.status().AskAgain; again != nil {
		t.Errorf("on the next day it is asked only at %v", again)
	}
	w.feel(red)
	w.now("2026-11-26 09:00")
	w.feel(calm)
	if again := w.status().AskAgain; again != nil {
		t.Errorf("the skin was called calm since, and it is asked at %v", again)
	}
}

func TestAChangedFeelingStandsAtTheSameMomentAndUndoBringsTheOldOneBack(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-22 05:00")
	w.now("2026-11-25 20:00")
	first := w.feel(red)
	w.now("2026-11-25 21:00")
	rung := w.rung
	second := w.ok(w.service.ChangeFeel(w.ctx(), first.ID, calm))
	if w.rung != rung+1 {
		t.Errorf("the others were rung %d times", w.rung-rung)
	}
	if l := w.logged(second.ID); !l.At.Equal(first.At) || l.Feel.Skin != record.SkinCalm || l.Feel.Replaces != first.ID || l.Undone {
		t.Errorf("the new line: %+v", l)
	}
	if l := w.logged(first.ID); !l.Undone || l.Feel.Felt != red {
		t.Errorf("the old line: %+v", l)
	}
	if f := w.status().Felt; f == nil || f.ID != second.ID {
		t.Errorf("it felt last: %+v", f)
	}
	w.refused(errorOf(w.service.ChangeFeel(w.ctx(), first.ID, calm)), "taken back already")
	w.ok(w.service.Undo(w.ctx()))
	if f := w.status().Felt; f == nil || f.ID != first.ID || f.Felt != red {
		t.Errorf("after undo it felt last: %+v", f)
	}
	w.ok(w.service.Undo(w.ctx()))
	if f := w.status().Felt; f != nil {
		t.Errorf("all was taken back, and it felt %+v", f)
	}
}

func TestWhatWasNotChangedWritesNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	first := w.feel(red)
	if same := w.ok(w.service.ChangeFeel(w.ctx(), first.ID, red)); same.ID != first.ID || w.logged(first.ID).Undone {
		t.Errorf("changed to the same it is entry %d", same.ID)
	}
}

func errorOf[A any](_ A, err error) error { return err }

func TestAFeelingThatSaysNothingOrTooMuchIsRefusedAndStoresNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	if err := errorOf(w.service.Feel(w.ctx(), red, "", time.Time{})); !errors.Is(err, service.ErrNoCourse) {
		t.Errorf("without a treatment: %v", err)
	}
	w.treated("2026-11-22 05:00")
	for _, c := range []struct {
		name string
		felt service.Felt
		at   time.Time
		want string
	}{
		{"nothing", service.Felt{}, time.Time{}, "says nothing"},
		{"blanks", service.Felt{Note: " \n "}, time.Time{}, "says nothing"},
		{"eleven", service.Felt{Feeling: record.Feeling{Itch: record.Felt(11)}}, time.Time{}, "11 is not between 0 and 10"},
		{"less than none", service.Felt{Feeling: record.Feeling{Itch: record.Felt(-1)}}, time.Time{}, "-1 is not between"},
		{"a long note", service.Felt{Note: strings.Repeat("é", service.LongestNote+1)}, time.Time{}, "300 letters"},
		{"hidden letters", service.Felt{Note: "a\u202eb"}, time.Time{}, "nobody can see"},
		{"tomorrow", red, w.at("2026-11-25 12:00"), "not come yet"},
		{"last month", red, w.at("2026-10-25 12:00"), "more than"},
	} {
		_, err := w.service.Feel(w.ctx(), c.felt, "", c.at)
		if err == nil || !fault.IsUse(err) || !strings.Contains(w.said(err), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if f := w.status().Felt; f != nil {
		t.Errorf("stored: %+v", f)
	}
	w.refused(errorOf(w.service.ChangeFeel(w.ctx(), 99, red)), "no entry 99")
	w.refused(errorOf(w.service.ChangeFeel(w.ctx(), 1, red)), "does not say how your skin felt")
}

func TestANoteOfBlanksIsNoNote(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	e, err := w.service.Feel(w.ctx(), service.Felt{Feeling: red.Feeling, Note: " \n\n"}, "", time.Time{})
	if err != nil || e.Note != "" || e.Feeling != red.Feeling {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestAFeelingCanBeNotedWeeksAfterTheCourseIsOver(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-22 05:00")
	w.now("2027-03-24 12:00")
	if st := w.status(); st.Treatment != nil {
		t.Fatal("the course runs on")
	}
	if e := w.feel(red); e.Treatment != v.ID || e.Occurrence != "" {
		t.Errorf("written down: %+v", e)
	}
}

func TestAChangeThatFailsHalfWayLeavesTheOldFeeling(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	first := w.feel(red)
	ctx, stop := context.WithCancel(w.ctx())
	stop()
	if _, err := w.service.ChangeFeel(ctx, first.ID, calm); err == nil {
		t.Fatal("a stopped act succeeded")
	}
	if f := w.status().Felt; f == nil || f.ID != first.ID {
		t.Errorf("it felt last: %+v", f)
	}
}

func TestSkinThatIsStillRedMeetsThePlansLineFromItsDayOn(t *testing.T) {
	own := strings.Replace(clinic(t), "[[call]]", "[[call]]\nid = \"early\"\ntext = \"Red on day 5.\"\nact = \"today\"\nsource = \"leaflet\"\nstill_after = \"5d\"\n\n[[call]]", 1)
	const ours = "Redness that is still there after day 7."
	for _, c := range []struct {
		name, plan, now string
		want            []string
	}{
		{"day 6", clinic(t), "2026-11-28 12:00", nil},
		{"a minute before day 7 is over", clinic(t), "2026-11-29 04:59", nil},
		{"after day 7", clinic(t), "2026-11-29 05:00", []string{ours}},
		{"weeks after the course", clinic(t), "2027-03-01 12:00", []string{ours}},
		{"a clinic's own, on day 5", own, "2026-11-27 12:00", []string{"Red on day 5."}},
		{"a clinic's own, which is more urgent", own, "2026-11-30 12:00", []string{"Red on day 5.", ours}},
	} {
		w := newWorld(t, "06:00")
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-22 05:00"), PlanFile: c.plan, PlanName: "own.toml"}); err != nil {
			t.Fatal(c.name, err)
		}
		w.now(c.now)
		var got []string
		for _, v := range w.status().IfRed {
			got = append(got, v.Text)
			if v.Says.Title == "" || v.Phone == "" || (v.Text == ours) != (v.Says.Line == 0) {
				t.Errorf("%s: %+v", c.name, v)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
