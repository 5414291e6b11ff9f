package service_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
)

func TestATreatmentIsRefusedBeyondItsBounds(t *testing.T) {
	w := newWorld(t, "12:00")
	now := w.at("2026-11-24 12:00")
	for words, n := range map[string]service.NewTreatment{
		"more than a year ago":       {At: now.AddDate(-1, 0, -3)},
		"more than 60 days ahead":    {At: now.AddDate(0, 0, 61)},
		"is not a device":            {At: now, Device: "hammer"},
		"9 mm is not a needle depth": {At: now, DepthMM: 9},
		"-1 mm":                      {At: now, DepthMM: -1},
		"NaN mm":                     {At: now, DepthMM: math.NaN()},
		"area does not fit":          {At: now, Area: strings.Repeat("face ", 20)},
		`does not know "essentiels". Did you mean "essentials"?`: {At: now, PlanID: "essentiels"},
		"mine.toml:": {At: now, PlanFile: "format = 9", PlanName: "mine.toml"},
	} {
		_, err := w.service.Begin(w.ctx(), n)
		w.refused(err, words)
	}
	if all, err := w.service.Treatments(w.ctx()); err != nil || len(all) != 0 {
		t.Errorf("something was written down: %v, %v", all, err)
	}
	if log, err := w.service.Log(w.ctx(), now.AddDate(0, 0, -1)); err != nil || len(log) != 0 {
		t.Errorf("something was logged: %v, %v", log, err)
	}
}

func TestTheSameTreatmentIsNotEnteredTwice(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	_, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 17:00")})
	w.refused(err, "is there already")
	_, err = w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 17:00").Add(20 * time.Second), Area: "neck"})
	w.refused(err, "name the area of each")
}

func TestTwoAreasAtOneAppointmentAreTwoTreatments(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, area := range []string{"face", "neck"} {
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 10:00"), Area: area}); err != nil {
			t.Fatal(err)
		}
	}
	_, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 10:00"), Area: "Neck"})
	w.refused(err, "of the neck is there already")
	st := w.status()
	if len(st.Treatments) != 2 {
		t.Fatalf("%d treatments run", len(st.Treatments))
	}
	cleanse := 0
	for _, o := range st.Due {
		if o.What == "cleanse" {
			cleanse++
		}
	}
	if cleanse > 1 {
		t.Errorf("a cleanse is asked for %d times", cleanse)
	}
	if _, err := w.service.Change(w.ctx(), 2, service.NewTreatment{At: w.at("2026-11-24 10:00"), Area: "face"}); err == nil {
		t.Error("both were made the face's")
	}
}

func TestALongerWaitMovesWithItsTreatment(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 13:00")
	if _, err := w.service.Extend(w.ctx(), "makeup"); err != nil {
		t.Fatal(err)
	}
	before := w.window(w.status(), "makeup").Until
	if _, err := w.service.Change(w.ctx(), 1, service.NewTreatment{At: w.at("2026-11-23 16:00")}); err != nil {
		t.Fatal(err)
	}
	if after := w.window(w.status(), "makeup").Until; after.Sub(before) != 3*time.Hour {
		t.Errorf("the treatment was three hours later, and the wait that was made longer ends %v later", after.Sub(before))
	}
}

func TestATreatmentKeepsThePlanItWasBegunWith(t *testing.T) {
	w := newWorld(t, "12:00")
	v, err := w.service.UsePlan(w.ctx(), "clinic.toml", clinic(t))
	if err != nil || v.ID != "rose-street" || v.Starter {
		t.Fatalf("got %+v, %v", v, err)
	}
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 10:00")}); err != nil {
		t.Fatal(err)
	}
	newer := strings.Replace(clinic(t), `until = "24h"`, `until = "96h"`, 1)
	if _, err := w.service.UsePlan(w.ctx(), "clinic.toml", newer); err != nil {
		t.Fatal(err)
	}
	if v := w.window(w.status(), "makeup"); !v.Until.Equal(w.at("2026-11-25 10:00")) {
		t.Errorf("the running treatment slipped to %v", v.Until)
	}
	if _, err := w.service.Change(w.ctx(), 1, service.NewTreatment{PlanID: "rose-street"}); err != nil {
		t.Fatal(err)
	}
	if v := w.window(w.status(), "makeup"); !v.Until.Equal(w.at("2026-11-28 10:00")) {
		t.Errorf("asked for, the newer plan gives %v", v.Until)
	}
}

func TestAClinicPlanMustNotTakeAStarterPlansId(t *testing.T) {
	w := newWorld(t, "12:00")
	_, err := w.service.UsePlan(w.ctx(), "clinic.toml", strings.Replace(clinic(t), `"rose-street"`, `"essentials"`, 1))
	w.refused(err, "write another id")
	_, err = w.service.UsePlan(w.ctx(), "clinic.toml", strings.Repeat("# long\n", 200_000))
	w.refused(err, "larger than 1 MiB")
	plans, err := w.service.Plans(w.ctx())
	if err != nil || len(plans) != 2 || !plans[0].Starter || plans[0].ID != "essentials" || plans[1].ID != "cautious" {
		t.Errorf("plans %+v, %v", plans, err)
	}
}

func TestBothStarterPlansAnswerEveryQuestion(t *testing.T) {
	for _, plan := range []string{"essentials", "cautious"} {
		w := newWorld(t, "12:00")
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 17:00"), PlanID: plan, Device: "rf", DepthMM: 2, Sensitive: true}); err != nil {
			t.Fatal(err)
		}
		st := w.status()
		for _, id := range []string{"makeup", "sun", "sweat", "heat", "actives", "alcohol", "wax", "procedures", "hands"} {
			if v := w.can(id, time.Time{}); w.voice().Why(v) == "" || v.Says.Title == "" || w.voice().Strength(v.Says.Strength) == "" {
				t.Errorf("%s: %s has no reason or source: %+v", plan, id, v)
			}
		}
		for _, id := range []string{"cleanse", "moisturise", "water", "sunscreen", "checkin"} {
			w.routine(st, id)
		}
		if st.Phase == nil || st.Next == nil || st.NextVisit == nil {
			t.Errorf("%s: phase %v, next %v, next treatment %v", plan, st.Phase, st.Next, st.NextVisit)
		}
	}
}

func TestAChangedTreatmentMovesItsWindowsAndARemovedOneIsGone(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 17:00")
	if _, err := w.service.Change(w.ctx(), v.ID, service.NewTreatment{At: w.at("2026-11-24 09:00"), Device: "pen", DepthMM: 0.5}); err != nil {
		t.Fatal(err)
	}
	if v := w.window(w.status(), "makeup"); !v.Until.Equal(w.at("2026-11-25 09:00")) {
		t.Errorf("makeup until %v", v.Until)
	}
	if _, err := w.service.Remove(w.ctx(), v.ID); err != nil {
		t.Fatal(err)
	}
	if st := w.status(); st.Treatment != nil || len(st.Windows) != 0 {
		t.Errorf("still there: %+v", st.Treatment)
	}
	_, err := w.service.Remove(w.ctx(), v.ID)
	w.refused(err, "There is no treatment")
	_, err = w.service.Change(w.ctx(), 99, service.NewTreatment{})
	w.refused(err, "There is no treatment")
	log, err := w.service.Log(w.ctx(), w.at("2026-11-24 00:00"))
	if err != nil || len(log) != 3 || log[2].Kind != string(record.KindTreat) || log[2].Reason != "removed" {
		t.Errorf("log %+v, %v", log, err)
	}
}

func TestTheKeyTimesSumATreatmentUpBeforeItIsEntered(t *testing.T) {
	w := newWorld(t, "12:00")
	plan, err := w.service.ReadPlan("clinic.toml", clinic(t))
	if err != nil {
		t.Fatal(err)
	}
	times := service.KeyTimesOf(service.NewTreatment{At: w.at("2026-11-24 10:00")}, plan, w.service.Zone())
	want := []string{"Gentle cleanse begins", "Makeup: the wait ends", "Sun: then SPF 30+, hat, shade", "Exercise: the wait ends", "Midday sun: the wait ends"}
	for i, k := range times {
		if i >= len(want) || w.voice().KeyTime(k) != want[i] || (i > 0 && k.At.Before(times[i-1].At)) || k.Says.Title == "" {
			t.Fatalf("got %+v", times)
		}
	}
	if len(times) != len(want) {
		t.Errorf("%d key times", len(times))
	}
	if all, _ := w.service.Treatments(w.ctx()); len(all) != 0 {
		t.Error("the preview was written down")
	}
}
