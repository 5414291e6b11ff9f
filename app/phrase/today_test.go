package phrase_test

import (
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

func TestAnAdviceSaysWhatItIsAbout(t *testing.T) {
	v := phrase.New(locale.Format{})
	for _, c := range []struct{ name, text, want string }{
		{"Ice pack later", "Later as needed.", "Ice pack later: Later as needed."},
		{"Sunscreen", "Sunscreen whenever you go outside.", "Sunscreen whenever you go outside."},
		{"Event", "Plan no important event.", "Plan no important event."},
		{"Rest", "Give your skin some time, and do not plan anything.", "Give your skin some time, and do not plan anything."},
		{"", "Drink.", "Drink."},
	} {
		if got := v.Advice(service.AdviceView{Name: c.name, Text: c.text}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestADayOfWhichThePlanExpectsNothingIsNotNamedTwice(t *testing.T) {
	now := time.Date(2026, 11, 21, 17, 50, 0, 0, time.UTC)
	v := phrase.New(locale.Format{}).At(now, time.UTC)
	had := service.TreatmentView{ID: 1, At: now.AddDate(0, 0, -1), Day: 1, Device: "pen", DepthMM: 1, Area: "face"}
	plain := had
	plain.Device, plain.DepthMM, plain.Area = "", 0, ""
	for _, c := range []struct {
		name        string
		is          service.TreatmentView
		all         int
		where, head string
	}{
		{"one treatment", had, 1, "Day 1 · pen 1 mm, face", "Here is what your plan says today."},
		{"of which nothing is known", plain, 1, "Day 1", "Here is what your plan says today."},
		{"two treatments", had, 2, "Day 1 · Face: looked after · pen 1 mm, face", "Face: looked after"},
	} {
		st := service.Status{Now: now, Treatment: &c.is, Treatments: make([]service.TreatmentView, c.all)}
		head, _ := v.Expects(st)
		if where := v.Where(st); where != c.where || head != c.head {
			t.Errorf("%s: %q, %q", c.name, where, head)
		}
	}
}
