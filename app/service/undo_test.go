package service_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/service"
)

func TestUndoTakesBackOneAfterTheOtherButNotByOneWordTheEnteringOfATreatment(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Undo(w.ctx()); !errors.Is(err, service.ErrNothingToUndo) {
		t.Fatalf("got %v", err)
	}
	v := w.treated("2026-11-23 05:00")
	w.done("cleanse")
	w.ok(w.service.Change(w.ctx(), v.ID, service.NewTreatment{Area: "scalp"}))
	w.ok(w.service.PauseChoice(w.ctx(), "1h"))
	w.ok(w.service.Done(w.ctx(), "moisturise", w.at("2026-11-24 09:00"))) // written down last, though done first
	w.ok(w.service.Remove(w.ctx(), v.ID))
	for _, want := range []record.Kind{record.KindTreat, record.KindDone, record.KindPause, record.KindTreat, record.KindDone} {
		if e := w.ok(w.service.Undo(w.ctx())); e.Kind != want || !e.Undone {
			t.Fatalf("took back %+v, want %s", e, want)
		}
	}
	_, err := w.service.Undo(w.ctx())
	if !errors.Is(err, service.ErrLastWasTreatment) || !strings.Contains(w.said(err), "Take it back with: afterglow undo 1") {
		t.Fatalf("got %v", err)
	}
	st := w.status()
	if st.Paused != nil || w.routine(st, "cleanse").Done != 0 || st.Treatment == nil || st.Treatment.Area != "" || st.Treatment.Device != "pen" {
		t.Errorf("something stayed: %+v", st.Treatment)
	}
}

func TestARemovedTreatmentComesBackWithAllThatHangsOnIt(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 05:00")
	w.done("cleanse")
	before := w.status()
	gone := w.ok(w.service.Remove(w.ctx(), v.ID))
	w.clock.Advance(time.Hour)
	rung := w.rung
	if e := w.ok(w.service.UndoNumber(w.ctx(), gone.ID)); !e.Undone || e.ID != gone.ID {
		t.Errorf("took back %+v", e)
	}
	if w.rung == rung {
		t.Error("nobody was told")
	}
	st := w.status()
	if st.Treatment == nil || !st.Treatment.At.Equal(v.At) || w.routine(st, "cleanse").Done != 1 || len(st.Windows) != len(before.Windows) {
		t.Errorf("it came back as %+v", st.Treatment)
	}
	_, err := w.service.UndoNumber(w.ctx(), gone.ID)
	w.refused(err, "taken back already")
	w.wantTitles("begun number 1: yesterday 05:00", " ", "removed number 1: yesterday 05:00")
}

func TestWhatWasTakenBackOfATreatmentCanBeDoneAgain(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 05:00")
	changed := w.ok(w.service.Change(w.ctx(), v.ID, service.NewTreatment{At: w.at("2026-11-23 09:00"), Area: "neck"}))
	there := func(want string) {
		t.Helper()
		got := "nothing"
		if tr := w.status().Treatment; tr != nil {
			got = fmt.Sprint(tr.At.Format("15:04"), " ", tr.Device, " ", tr.Area)
		}
		if got != want {
			t.Fatalf("there is %q, want %q", got, want)
		}
	}
	there("09:00  neck")
	w.ok(w.service.UndoNumber(w.ctx(), changed.ID))
	there("05:00 pen ")
	w.ok(w.service.Redo(w.ctx(), changed.ID))
	there("09:00  neck")
	w.ok(w.service.UndoNumber(w.ctx(), 1)) // the entering itself
	there("nothing")
	w.ok(w.service.Redo(w.ctx(), 1))
	there("09:00  neck")
	gone := w.ok(w.service.Remove(w.ctx(), v.ID))
	w.ok(w.service.UndoNumber(w.ctx(), gone.ID))
	w.ok(w.service.Redo(w.ctx(), gone.ID))
	there("nothing")
	_, err := w.service.Redo(w.ctx(), gone.ID)
	w.refused(err, "was not taken back")
}

func TestAChangeIsTakenBackOnlyWhereTheTreatmentStandsAsItLeftIt(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 05:00")
	first := w.ok(w.service.Change(w.ctx(), v.ID, service.NewTreatment{Area: "neck"}))
	w.clock.Advance(time.Hour)
	second := w.ok(w.service.Change(w.ctx(), v.ID, service.NewTreatment{Area: "face"}))
	_, err := w.service.UndoNumber(w.ctx(), first.ID)
	w.refused(err, "changed again later (13:00). Take that back first")
	w.ok(w.service.UndoNumber(w.ctx(), second.ID))
	w.ok(w.service.UndoNumber(w.ctx(), first.ID))
	_, err = w.service.Redo(w.ctx(), second.ID)
	w.refused(err, "An earlier change is taken back too (12:00). Put that one back first")
	w.ok(w.service.Redo(w.ctx(), first.ID))
	w.ok(w.service.Redo(w.ctx(), second.ID))

	gone := w.ok(w.service.Remove(w.ctx(), v.ID))
	_, err = w.service.UndoNumber(w.ctx(), second.ID)
	w.refused(err, "Bring it back first")
	_, err = w.service.UndoNumber(w.ctx(), 1)
	w.refused(err, "removed already")
	w.ok(w.service.UndoNumber(w.ctx(), gone.ID))
	if got := w.status().Treatment.Area; got != "face" {
		t.Errorf("the area is %q", got)
	}
}

func TestAChangeThatNobodyWroteDownInFullStays(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	w.note("changed")
	_, err := w.service.UndoNumber(w.ctx(), 2)
	w.refused(err, "is not written down")
}

func TestATreatmentComesBackToNoPlaceThatAnotherOneHasTaken(t *testing.T) {
	for name, c := range map[string]struct {
		area, meanwhile string
		taken           bool
	}{
		"the same area":                {"face", "face", true},
		"an area that was not named":   {"face", "", true},
		"another area at the same day": {"face", "neck", false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, "12:00")
			at := w.at("2026-11-23 05:00")
			enter := func(area string) service.TreatmentView {
				v, err := w.service.Begin(w.ctx(), service.NewTreatment{At: at, Area: area, PlanID: "essentials"})
				if err != nil {
					t.Fatal(err)
				}
				return v
			}
			v := enter(c.area)
			gone := w.ok(w.service.Remove(w.ctx(), v.ID))
			other := enter(c.meanwhile)
			_, err := w.service.UndoNumber(w.ctx(), gone.ID)
			if !c.taken {
				w.ok(record.Entry{}, err)
				return
			}
			w.refused(err, "Another treatment is there for that time: yesterday 05:00")
			w.ok(w.service.Change(w.ctx(), other.ID, service.NewTreatment{At: at.Add(time.Hour), Area: c.meanwhile}))
			moved := w.ok(w.service.UndoNumber(w.ctx(), gone.ID))
			_, err = w.service.Undo(w.ctx()) // the other one cannot go back there now
			w.refused(err, "Another treatment is there for that time")
			w.ok(w.service.Redo(w.ctx(), moved.ID))
			w.ok(w.service.Undo(w.ctx()))
		})
	}
}

func TestAChangeOfThePlanBringsThePlanBackAsItWasThen(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	text, err := w.journal.Treatment(w.ctx(), 1)
	if err != nil {
		t.Fatal(err)
	}
	changed := w.ok(w.service.Change(w.ctx(), 1, service.NewTreatment{At: w.at("2026-11-23 05:00"), PlanID: "essentials"}))
	w.ok(w.service.Undo(w.ctx()))
	now, err := w.journal.Treatment(w.ctx(), 1)
	if err != nil || now.PlanText != text.PlanText || now.Plan.ID != text.Plan.ID {
		t.Fatalf("it has %q now, %v", now.Plan.ID, err)
	}
	w.ok(w.service.Redo(w.ctx(), changed.ID))
	if got := w.status().Treatment.Plan; got != "essentials" {
		t.Errorf("it has %q", got)
	}
}

func TestAPlanThatCannotBeReadAnyMoreBringsNothingBack(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	gone := w.ok(w.service.Remove(w.ctx(), 1))
	w.damagePlans()
	_, err := w.service.UndoNumber(w.ctx(), gone.ID)
	if err == nil || fault.IsUse(err) || !strings.Contains(w.said(err), "cannot be read any more") {
		t.Errorf("got %v", err)
	}
	if w.status().Unread != nil {
		t.Error("nothing can be told any more")
	}
}

func TestWhatIsWrittenDownAgainNeverCountsTwice(t *testing.T) {
	for name, act := range map[string]func(w *world) (record.Entry, error){
		"a cleanse": func(w *world) (record.Entry, error) {
			return w.service.Done(w.ctx(), "cleanse", w.at("2026-11-24 08:30"))
		},
		"a wish to be told": func(w *world) (record.Entry, error) {
			e, _, err := w.service.TellMeWhen(w.ctx(), "Retinol", []string{"actives"})
			return e, err
		},
		"a longer wait": func(w *world) (record.Entry, error) { return w.service.Extend(w.ctx(), "makeup") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, "12:00")
			w.treated("2026-11-23 05:00")
			first := w.ok(act(w))
			w.ok(w.service.UndoNumber(w.ctx(), first.ID))
			w.ok(w.service.Redo(w.ctx(), first.ID))
			w.ok(w.service.UndoNumber(w.ctx(), first.ID))
			second := w.ok(act(w))
			_, err := w.service.Redo(w.ctx(), first.ID)
			w.refused(err, "was written down again later")
			w.ok(w.service.UndoNumber(w.ctx(), second.ID))
			w.ok(w.service.Redo(w.ctx(), first.ID))
		})
	}
}

func TestAKeptThingIsPutBackAsItStood(t *testing.T) {
	w := newWorld(t, "12:00")
	_, kept, err := w.service.AddQuestion(w.ctx(), "may I fly")
	w.noError(err)
	w.ok(w.service.UndoNumber(w.ctx(), kept.ID))
	w.ok(w.service.Redo(w.ctx(), kept.ID))
	_, answered, err := w.service.AnswerQuestion(w.ctx(), 1, "after 5 days")
	w.noError(err)
	w.ok(w.service.UndoNumber(w.ctx(), answered.ID))
	w.ok(w.service.Redo(w.ctx(), answered.ID))
	all, err := w.service.Questions(w.ctx())
	w.noError(err)
	if len(all) != 1 || all[0].Answer != "after 5 days" {
		t.Fatalf("there is %+v", all)
	}
	_, err = w.service.UndoNumber(w.ctx(), kept.ID)
	w.refused(err, "changed since")

	_, gone, err := w.service.RemoveQuestion(w.ctx(), 1)
	w.noError(err)
	_, again, err := w.service.AddQuestion(w.ctx(), "May I fly?")
	w.noError(err)
	_, err = w.service.UndoNumber(w.ctx(), gone.ID) // the same question twice
	w.refused(err, "keep that question already")
	w.ok(w.service.UndoNumber(w.ctx(), again.ID))
	w.ok(w.service.UndoNumber(w.ctx(), gone.ID))
}

func TestANameThatAnotherProductHasNowIsNotGivenBack(t *testing.T) {
	w := newWorld(t, "12:00")
	_, _, err := w.service.AddProduct(w.ctx(), "Serum", "Aqua, Retinol")
	w.noError(err)
	_, renamed, err := w.service.RenameProduct(w.ctx(), 1, "Night serum")
	w.noError(err)
	_, _, err = w.service.AddProduct(w.ctx(), "Serum", "Aqua, Glycerin")
	w.noError(err)
	_, err = w.service.UndoNumber(w.ctx(), renamed.ID)
	w.refused(err, "Serum")
	_, off, err := w.service.RemoveProduct(w.ctx(), 2)
	w.noError(err)
	w.ok(w.service.UndoNumber(w.ctx(), renamed.ID))
	_, err = w.service.UndoNumber(w.ctx(), off.ID)
	w.refused(err, "Serum")
}

func TestAChangedFeelingIsPutBackInThePlaceOfTheOldOneAndNeverBesideIt(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-22 05:00")
	w.now("2026-11-25 20:00")
	first := w.feel(red)
	second := w.ok(w.service.ChangeFeel(w.ctx(), first.ID, calm))
	_, err := w.service.Redo(w.ctx(), first.ID) // taken back since the second stands in its place
	w.refused(err, "was written down again later")
	w.ok(w.service.UndoNumber(w.ctx(), second.ID))
	w.ok(w.service.Redo(w.ctx(), second.ID))
	if f := w.status().Felt; f == nil || f.ID != second.ID || !w.logged(first.ID).Undone {
		t.Errorf("it felt last: %+v", f)
	}
}
