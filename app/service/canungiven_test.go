package service_test

import (
	"testing"
	"time"

	"afterglow/app/service"
)

// The end of a wait is a yes to what the plan waited with. To the sun, and where the clinic is to be asked first, it is none: can
// says so where ask does.
func TestAnEndThatGivesNothingIsNotAllowed(t *testing.T) {
	w := newWorld(t, "12:00")
	begun := w.at("2026-11-03 12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: begun, Device: "pen", Area: "face", PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	w.clock.Set(begun.Add(21 * 24 * time.Hour))
	for activity, gives := range map[string]bool{"sun": false, "sunbathing": false, "laser": false, "makeup": true, "gym": true} {
		all, err := w.service.Can(w.ctx(), activity, time.Time{})
		if err != nil || len(all) == 0 {
			t.Fatalf("%s: %v %v", activity, all, err)
		}
		for _, v := range all {
			if v.Allowed != gives || v.Ungiven == gives {
				t.Errorf("%s, three weeks later: allowed %v, ungiven %v", activity, v.Allowed, v.Ungiven)
			}
		}
	}
}
