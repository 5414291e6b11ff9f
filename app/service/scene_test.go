package service_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/reminder"
)

func TestTenYearsOfDataAreNotRead(t *testing.T) {
	w := newWorld(t, "12:00")
	for i := range 12 {
		at := w.at("2026-11-23 17:00").AddDate(-1, -i, -5)
		_, err := w.journal.AddTreatment(w.ctx(), course.Treatment{At: at, EnteredAt: at, PlanText: clinic(t)})
		if err != nil {
			t.Fatal(err)
		}
	}
	w.treated("2026-11-23 17:00")
	sc, err := w.service.Scene(w.ctx(), time.Time{})
	if err != nil || len(sc.Courses) != 1 || len(sc.Entries) != 1 {
		t.Errorf("%d courses, %d entries, %v", len(sc.Courses), len(sc.Entries), err)
	}
	all, err := w.service.Treatments(w.ctx())
	if err != nil || len(all) != 13 || all[0].ID != 13 || all[0].Over || !all[12].Over {
		t.Errorf("%d treatments, %v", len(all), err)
	}
}

func TestASceneMovedToAnotherMomentAnswersAsAskingThenWould(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	sc, err := w.service.Scene(w.ctx(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	later := w.at("2026-11-25 19:00")
	moved, err := json.Marshal(sc.At(later).Status())
	if err != nil {
		t.Fatal(err)
	}
	asked, err := json.Marshal(w.statusAt(later))
	if err != nil {
		t.Fatal(err)
	}
	if string(moved) != string(asked) {
		t.Errorf("moved %s\nasked %s", moved, asked)
	}
}

func TestDoNotDisturbHoldsWhatIsDueForWhoeverAsks(t *testing.T) {
	w := newWorld(t, "07:45")
	w.treated("2026-11-23 05:00")
	w.now("2026-11-24 08:20")
	asked := 0
	quiet := reminder.Quiet{}
	w.service.HearQuiet(func(context.Context) reminder.Quiet {
		asked++
		return quiet
	})
	if st := w.status(); len(st.Due) == 0 || len(st.Held) != 0 || asked != 1 {
		t.Errorf("due %+v, held %+v, asked %d times", st.Due, st.Held, asked)
	}
	quiet = reminder.Quiet{On: true, By: "dunst"}
	st := w.status()
	if _, due := st.DueOf("cleanse"); due {
		t.Errorf("still due: %+v", st.Due)
	}
	if len(st.Held) == 0 || st.Held[0].Reason != reminder.HeldQuiet || st.Held[0].By != "dunst" {
		t.Errorf("held: %+v", st.Held)
	}
	w.now("2026-11-24 05:30") // nothing should be on the desktop: it is not asked
	asked = 0
	if w.status(); asked != 0 {
		t.Errorf("asked %d times for nothing", asked)
	}
	if w.statusAt(w.at("2026-11-24 08:20")); asked != 0 {
		t.Error("what the desktop wants now says nothing of a moment to come")
	}
}
