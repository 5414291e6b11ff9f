package service_test

import (
	"testing"

	"afterglow/app/fault"
	"afterglow/app/service"
)

func TestARefusedAnswerStoresNeitherTheTreatmentNorTheOthers(t *testing.T) {
	w := newWorld(t, "12:00")
	begin := func(sleep string) error {
		_, err := w.service.BeginWith(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 10:00"), PlanID: "essentials"},
			service.Preference{Key: "water", Value: "off"}, service.Preference{Key: "sleep", Value: sleep})
		return err
	}
	stored := func() (treatments int, water, sleep string) {
		t.Helper()
		all, err := w.service.Treatments(w.ctx())
		if err != nil {
			t.Fatal(err)
		}
		a, _ := w.service.Setting(w.ctx(), "water")
		b, _ := w.service.Setting(w.ctx(), "sleep")
		return len(all), a.Value, b.Value
	}
	if err := begin("06:00-23:00"); !fault.IsUse(err) { // the two were swapped
		t.Fatalf("17 hours of sleep: %v", err)
	}
	if n, water, sleep := stored(); n != 0 || water != "on" || sleep != "22:30-07:30" {
		t.Errorf("refused, and yet there are %d treatments, water %s, sleep %s", n, water, sleep)
	}
	if err := begin("23:00-06:00"); err != nil {
		t.Fatal(err)
	}
	if n, water, sleep := stored(); n != 1 || water != "off" || sleep != "23:00-06:00" {
		t.Errorf("there are %d treatments, water %s, sleep %s", n, water, sleep)
	}
}
