package service_test

import (
	"slices"
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

// treatedArea enters a treatment of that area with the clinic's plan, which asks for a gentle cleanse from 6 h on.
func (w *world) treatedArea(at, area string) {
	w.t.Helper()
	n := service.NewTreatment{At: w.at(at), Device: "pen", DepthMM: 0.5, Area: area, PlanFile: clinic(w.t), PlanName: "clinic.toml"}
	if _, err := w.service.Begin(w.ctx(), n); err != nil {
		w.t.Fatal(err)
	}
}

// notice is what is due as the person reads it.
func (w *world) notice(v service.NextView) (title, body string) {
	return phrase.New(locale.Format{}).At(w.clock.Now(), w.clock.Zone()).NoticeAt(v.News, v.At)
}

func TestARoutineSaysWhichSkinHasToWait(t *testing.T) {
	w := newWorld(t, "13:00")
	w.treatedArea("2026-11-23 05:00", "face")
	w.treatedArea("2026-11-24 12:00", "neck")
	if r := w.routine(w.status(), "cleanse"); r.NotYet == nil || !slices.Equal(r.NotYet.Areas, []string{"neck"}) || !r.NotYet.From.Equal(w.at("2026-11-24 18:00")) || r.Starts != nil {
		t.Errorf("not yet %+v, starts %v", r.NotYet, r.Starts)
	}
	w.now("2026-11-24 18:00")
	if r := w.routine(w.status(), "cleanse"); r.NotYet != nil || r.Starts != nil {
		t.Errorf("not yet %+v, starts %v, though its time has come", r.NotYet, r.Starts)
	}
}

func TestARoutineOfSkinThatWasTreatedAgainIsStillToCome(t *testing.T) {
	w := newWorld(t, "13:00")
	w.treatedArea("2026-11-23 05:00", "face")
	w.treatedArea("2026-11-24 12:00", "face")
	r := w.routine(w.status(), "cleanse")
	if r.NotYet != nil || r.Starts == nil || !r.Starts.Equal(w.at("2026-11-24 18:00")) {
		t.Errorf("not yet %+v, starts %v, want 18:00", r.NotYet, r.Starts)
	}
	for _, d := range w.status().Due {
		if d.What == "cleanse" {
			t.Errorf("%+v is asked for within the hours that the plan asks to wait", d)
		}
	}
}

func TestWhatWasDueBeforeTheNewTreatmentSaysWhichSkinHasToWait(t *testing.T) {
	w := newWorld(t, "08:20")
	w.treatedArea("2026-11-23 05:00", "face")
	w.treatedArea("2026-11-24 08:10", "neck")
	due, ok := w.status().DueOf("cleanse")
	if _, body := w.notice(due); !ok || due.At != w.at("2026-11-24 08:00") || !strings.HasPrefix(body, "Neck: not before 14:10. Mild cleanser.") {
		t.Errorf("due is %+v, %q", due, body)
	}
}

func TestWhatIsDueIsToldInFullInDiscreetMode(t *testing.T) {
	for _, shown := range []bool{false, true} {
		w := newWorld(t, "08:20")
		w.treatedArea("2026-11-23 05:00", "face")
		if err := w.service.SetSetting(w.ctx(), "discreet", "on"); err != nil {
			t.Fatal(err)
		}
		if at := w.at("2026-11-24 08:00"); shown {
			d := record.Delivery{Occurrence: "cleanse/2026-11-24/1", What: "cleanse", Due: at, BegunAt: at, State: record.Begun}
			id, _, err := w.journal.BeginDelivery(w.ctx(), d)
			if err != nil {
				t.Fatal(err)
			}
			if err := w.journal.MarkShown(w.ctx(), id, "Reminder", "Open Afterglow to read it.", 7, at); err != nil {
				t.Fatal(err)
			}
		}
		due, ok := w.status().DueOf("cleanse")
		if title, body := w.notice(due); !ok || title != "Gentle cleanse" || !strings.Contains(body, "Mild cleanser.") {
			t.Errorf("shown %v: due is %+v, %q, %q", shown, due, title, body)
		}
	}
}
