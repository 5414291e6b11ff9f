package service_test

import (
	"strings"
	"testing"

	"afterglow/app/service"
)

func TestThePlansSpacingIsSaidOfTheSameSkinOnly(t *testing.T) {
	for _, c := range []struct{ first, area, second, area2, want string }{
		{"2026-11-19 12:00", "face", "2026-11-24 09:00", "face", "The last one on your face is 5 days before this one (Thursday 19 November, 12:00)."},
		{"2026-11-24 09:00", "face", "2026-11-19 12:00", "face", "The next one on your face is 5 days after this one (Tuesday 24 November, 09:00)."},
		{"2026-11-23 12:00", "face", "2026-11-24 09:00", "", "The last one is 1 day before this one (Monday 23 November, 12:00)."},
		{"2026-11-24 07:00", "neck", "2026-11-24 09:00", "neck", "Another one on your neck is on the same day (Tuesday 24 November, 07:00)."},
		{"2026-11-23 12:00", "face", "2026-11-24 09:00", "neck", ""},
		{"2026-11-23 12:00", "face, neck", "2026-11-24 09:00", "Neck and scalp", "The last one on your neck is 1 day before this one (Monday 23 November, 12:00)."},
		{"2026-11-23 12:00", "face, neck", "2026-11-24 09:00", "neck and face", "The last one on your neck and face is 1 day before this one (Monday 23 November, 12:00)."},
		{"2026-10-27 09:00", "face", "2026-11-24 09:00", "face", ""}, // four weeks to the hour
		{"2026-10-27 09:01", "face", "2026-11-24 09:00", "face", "The last one on your face is 28 days before this one (Tuesday 27 October, 09:01)."},
	} {
		w := newWorld(t, "12:00")
		begin := func(at, area string) service.TreatmentView {
			v, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(at), Area: area, PlanID: "essentials"})
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		begin(c.first, c.area)
		note, err := w.service.SpacingNote(w.ctx(), begin(c.second, c.area2).ID)
		got := w.voice().Spaced(note)
		want := c.want
		if want != "" {
			want = "Your plan says 4 to 6 weeks between treatments. " + want + " Check the date, or ask your clinic."
		}
		if err != nil || got != want {
			t.Errorf("%s %s, %s %s: %q, %v, want %q", c.first, c.area, c.second, c.area2, got, err, want)
		}
	}
}

func TestAPlanWithoutSpacingSaysNothingOfIt(t *testing.T) {
	w := newWorld(t, "12:00")
	plan, _, found := strings.Cut(clinic(t), "[spacing]")
	if !found {
		t.Fatal("the clinic's plan has no spacing: nothing is cut off")
	}
	for _, at := range []string{"2026-11-23 12:00", "2026-11-24 09:00"} {
		v, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(at), PlanFile: plan, PlanName: "clinic.toml"})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := w.service.SpacingNote(w.ctx(), v.ID); err != nil || got != nil {
			t.Errorf("%+v, %v", got, err)
		}
	}
}
