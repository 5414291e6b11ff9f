package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/service"
)

func TestATreatmentOfSeveralPartsIsOneCourseOfEach(t *testing.T) {
	w := newWorld(t, "12:00")
	v, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 09:00"), Area: "Face,  neck and FACE", PlanID: "essentials"})
	if err != nil || v.Area != "face, neck" || w.voice().Treatment(v) != "face and neck" {
		t.Fatalf("%+v, %v", v, err)
	}
	for _, again := range []string{"neck", "neck, scalp", ""} {
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 09:00"), Area: again, PlanID: "essentials"}); err == nil {
			t.Errorf("%q is treated twice at one time", again)
		}
	}
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 09:00"), Area: "scalp", PlanID: "essentials"}); err != nil {
		t.Errorf("other skin at the same time: %v", err)
	}
	for text, elsewhere := range map[string]string{"can I wear makeup on my neck": "", "may I use retinol on my face": "", "can I shave my legs": "legs"} {
		r, err := w.service.Ask(w.ctx(), ask.Question{Text: text}, time.Time{})
		if err != nil || r.Elsewhere != elsewhere {
			t.Errorf("%s: it is told of as elsewhere %q, %v", text, r.Elsewhere, err)
		}
	}
}

func TestAnAreaThatWasWrittenAsOneIsReadAsItsParts(t *testing.T) {
	w := newWorld(t, "12:00")
	words := service.TreatmentView{At: w.at("2026-11-24 09:00"), Area: "face, neck"}.EnterWords()
	if said := strings.Join(words, "|"); !strings.Contains(said, "--area|face, neck") {
		t.Errorf("%s does not enter it anew", said)
	}
}
