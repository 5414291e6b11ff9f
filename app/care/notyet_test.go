package care_test

import (
	"testing"

	"afterglow/app/care"
)

// treatedArea enters a treatment of that area with the clinic's plan, which asks for a gentle cleanse from 6 h on.
func (w *world) treatedArea(at, area string) {
	w.t.Helper()
	n := care.NewTreatment{At: w.at(at), Device: "pen", DepthMM: 0.5, Area: area, PlanFile: clinic(w.t), PlanName: "clinic.toml"}
	if _, err := w.care.Begin(w.ctx(), n); err != nil {
		w.t.Fatal(err)
	}
}

func TestARoutineSaysWhichSkinHasToWait(t *testing.T) {
	w := newWorld(t, "13:00")
	w.treatedArea("2026-11-23 05:00", "face")
	w.treatedArea("2026-11-24 12:00", "neck")
	if r := w.routine(w.status(), "cleanse"); r.NotYet != "Neck: not before 18:00." || r.Starts != nil {
		t.Errorf("not yet %q, starts %v", r.NotYet, r.Starts)
	}
	w.now("2026-11-24 18:00")
	if r := w.routine(w.status(), "cleanse"); r.NotYet != "" || r.Starts != nil {
		t.Errorf("not yet %q, starts %v, though its time has come", r.NotYet, r.Starts)
	}
}

func TestARoutineOfSkinThatWasTreatedAgainIsStillToCome(t *testing.T) {
	w := newWorld(t, "13:00")
	w.treatedArea("2026-11-23 05:00", "face")
	w.treatedArea("2026-11-24 12:00", "face")
	r := w.routine(w.status(), "cleanse")
	if r.NotYet != "" || r.Starts == nil || !r.Starts.Equal(w.at("2026-11-24 18:00")) {
		t.Errorf("not yet %q, starts %v, want 18:00", r.NotYet, r.Starts)
	}
	for _, d := range w.status().Due {
		if d.What == "cleanse" {
			t.Errorf("%+v is asked for within the hours that the plan asks to wait", d)
		}
	}
}
