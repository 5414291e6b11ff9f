package service_test

import (
	"strings"
	"testing"

	"afterglow/app/journal"
	"afterglow/app/service"
)

func TestTheLastTreatmentsPlanIsTheNextOnesUnlessOneIsChosen(t *testing.T) {
	w := newWorld(t, "12:00")
	// The window asks the setting which plan to begin with, the command line the service: both have to say the same.
	want := func(when, id string, by service.PlanBy) {
		t.Helper()
		v, why, err := w.service.PlanInUse(w.ctx())
		if err != nil {
			t.Fatal(err)
		}
		set, err := w.service.Setting(w.ctx(), "plan")
		if err != nil {
			t.Fatal(err)
		}
		all, err := w.service.Settings(w.ctx())
		if err != nil {
			t.Fatal(err)
		}
		listed := ""
		for _, s := range all {
			if s.Key == "plan" {
				listed = s.Value
			}
		}
		if v.ID != id || why != by || set.Value != id || listed != id {
			t.Errorf("%s: %s (%s), the setting says %s and %s, want %s (%s)", when, v.ID, why, set.Value, listed, id, by)
		}
		plans, err := w.service.Plans(w.ctx())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range plans {
			if p.ID == id {
				return
			}
		}
		t.Errorf("%s: %s is not among the plans that the window offers: %+v", when, id, plans)
	}
	want("at first", "essentials", service.PlanStandard)
	w.treated("2026-11-23 17:00")
	want("with the clinic's", "rose-street", service.PlanOfLast)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-20 17:00"), PlanID: "cautious"}); err != nil {
		t.Fatal(err)
	}
	want("an older one entered later", "rose-street", service.PlanOfLast)
	if _, err := w.service.UseKnownPlan(w.ctx(), "cautious"); err != nil {
		t.Fatal(err)
	}
	want("chosen", "cautious", service.PlanChosen)
	if err := w.service.SetSetting(w.ctx(), "plan", "default"); err != nil {
		t.Fatal(err)
	}
	want("no longer chosen", "rose-street", service.PlanOfLast)
	w.now("2027-03-01 12:00") // the course ended more than 60 days ago
	want("months later", "essentials", service.PlanStandard)
	if _, _, err := w.service.Plan(w.ctx(), "Rose-Street"); err != nil {
		t.Errorf("a plan that a treatment had is known by its id: %v", err)
	}
}

func TestAChosenPlanThatIsGoneIsNotClaimed(t *testing.T) {
	w := newWorld(t, "12:00")
	if err := w.journal.Set(w.ctx(), "plan", "gone"); err != nil {
		t.Fatal(err)
	}
	if v, by, err := w.service.PlanInUse(w.ctx()); err != nil || v.ID != "essentials" || by != service.PlanStandard {
		t.Errorf("got %s (%s), %v", v.ID, by, err)
	}
}

func TestAStoredPlanThatCannotBeReadAnyMoreIsStillNamed(t *testing.T) {
	w := newWorld(t, "12:00")
	old := journal.PlanFile{ID: "old", Name: "An old plan", Text: "format = 0\n", SavedAt: w.at("2026-11-20 10:00")}
	if err := w.journal.SavePlan(w.ctx(), old); err != nil {
		t.Fatal(err)
	}
	plans, err := w.service.Plans(w.ctx())
	if err != nil {
		t.Fatal(err)
	}
	last := plans[len(plans)-1]
	if said := w.voice().PlanSummary(last); last.ID != "old" || last.Name != "An old plan" || !strings.HasPrefix(said, "This plan cannot be read any more: old:1: ") {
		t.Errorf("it is told as %+v, %q", last, said)
	}
}
