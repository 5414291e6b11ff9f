package service_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/service"
	"afterglow/guidance"
)

const rolesPlan = `format = 1
id = "quay"
name = "Quay Clinic"
[[sources]]
id = "sheet"
title = "Sheet"
strength = "clinic"
[[routines]]
id = "serum"
role = "moisturise"
name = "Serum"
times = ["09:00", "21:00"]
until = "7d"
[[routines]]
id = "drink"
role = "water"
name = "Still water"
amount = "6 cups"
until = "7d"
[[routines]]
id = "mirror"
role = "checkin"
name = "Look in the mirror"
times = ["19:00"]
until = "7d"
`

func TestAClinicsOwnNamesForRoutinesHaveTheirSettingsGlassesAndQuestion(t *testing.T) {
	w := newWorld(t, "19:05")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:00"), PlanFile: rolesPlan, PlanName: "quay.toml"}); err != nil {
		t.Fatal(err)
	}
	views, err := w.service.Settings(w.ctx())
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, v := range views {
		keys = append(keys, v.Key)
	}
	if !slices.Contains(keys, "serum.times") || !slices.Contains(keys, "mirror.times") || slices.Contains(keys, "drink.times") || slices.Contains(keys, "cleanse.times") {
		t.Errorf("settings %q", keys)
	}
	w.done("drink")
	st := w.status()
	if r := w.routine(st, "drink"); r.Role != guidance.Water || r.Done != 1 || r.Goal != 6 {
		t.Errorf("drinks are %+v", r)
	}
	if due, ok := st.DueAs(guidance.CheckIn); !ok || due.What != "mirror" {
		t.Errorf("the question how the skin is: %+v, %v", due, ok)
	}
}

func TestChosenTimesOfARoutineAreKeptWhileAnotherPlanIsInUse(t *testing.T) {
	w := newWorld(t, "12:00")
	if err := w.service.SetSetting(w.ctx(), "cleanse.times", "07:00"); err != nil {
		t.Fatal(err)
	}
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:00"), PlanFile: rolesPlan, PlanName: "quay.toml"}); err != nil {
		t.Fatal(err)
	}
	p, err := w.service.Prefs(w.ctx())
	if err != nil || !slices.Equal(p.Times["cleanse"], []guidance.Clock{7 * 60}) {
		t.Errorf("times %v, %v", p.Times, err)
	}
}

func TestWaterOffHoldsForDrinksAtTimesOfTheDayToo(t *testing.T) {
	w := newWorld(t, "12:00")
	plan := rolesPlan + "[[routines]]\nid = \"tea\"\nname = \"Tea\"\ntimes = [\"13:00\"]\nuntil = \"7d\"\n"
	plan = strings.Replace(plan, `amount = "6 cups"`, `times = ["10:00", "14:00"]`, 1)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:00"), PlanFile: plan, PlanName: "quay.toml"}); err != nil {
		t.Fatal(err)
	}
	if err := w.service.SetSetting(w.ctx(), "water", "off"); err != nil {
		t.Fatal(err)
	}
	r := w.routine(w.status(), "drink")
	if !r.Off || r.Goal != 0 || r.Next != nil {
		t.Errorf("drinks are asked for although water is off: %+v", r)
	}
	up, err := w.service.Upcoming(w.ctx(), 2)
	if err != nil || slices.ContainsFunc(up, func(v service.NextView) bool { return v.What == "drink" }) {
		t.Errorf("to come: %+v, %v", up, err)
	}
	if r := w.routine(w.status(), "tea"); r.Off || r.Next == nil || r.Next.Sub(w.at("2026-11-24 13:00")).Abs() > time.Hour {
		t.Errorf("another routine is off too: %+v", r)
	}
}
