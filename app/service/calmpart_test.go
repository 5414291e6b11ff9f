package service_test

import (
	"testing"
	"time"

	"afterglow/app/service"
)

// A routine whose end only the nurse and the person know goes on until they say so, and then is over.
func TestARoutineUntilTheAnswerEndsByItsOwnAnswerAlone(t *testing.T) {
	w := newWorld(t, "12:00")
	at := w.at("2026-11-16 10:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: at, Device: "pen", PlanFile: sheetFile(t, "mskcc.toml"), PlanName: "mskcc.toml"}); err != nil {
		t.Fatal(w.said(err))
	}
	_, err := w.service.Calm(w.ctx(), "")
	w.refused(err, "afterglow calm ointment")
	if e := w.ok(w.service.Calm(w.ctx(), "ointment")); e.What != "ointment" {
		t.Errorf("written is %+v", e)
	}
	_, err = w.service.Calm(w.ctx(), "Wash, ointment")
	w.refused(err, "already")
	w.clock.Set(w.clock.Now().Add(24 * time.Hour))
	for _, r := range w.status().Routines {
		if r.ID == "ointment" && r.Goal > 0 {
			t.Errorf("the ointment is due still: %+v", r)
		}
	}
	if goal := w.routine(w.status(), "dressing").Goal; goal != 2 {
		t.Errorf("the dressing, of which nothing was said, is due %d times", goal)
	}
	w.ok(w.service.Calm(w.ctx(), "bath"))
}

// Two waits, a step and an advice that end in the same words are one question: it is answered once.
func TestWhatIsAskedInTheSameWordsIsAnsweredOnce(t *testing.T) {
	for _, part := range []string{"gel", "makeup"} {
		w := newWorld(t, "12:00")
		at := w.at("2026-11-12 10:00")
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: at, Device: "pen", PlanFile: sheetFile(t, "dermaunique.toml"), PlanName: "dermaunique.toml"}); err != nil {
			t.Fatal(w.said(err))
		}
		w.ok(w.service.Calm(w.ctx(), part))
		s := w.status()
		if len(s.Questions) > 0 {
			t.Errorf("answered for %s, and asked still: %+v", part, s.Questions)
		}
		for _, v := range s.Windows {
			if waits := v.State == "ask"; waits {
				t.Errorf("answered for %s, and %s is asked still", part, v.Name)
			}
		}
	}
}
