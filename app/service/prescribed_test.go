package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/service"
)

// forSome is the clinic's plan with tablets that are only for those to whom they were prescribed.
const forSome = `
[[routines]]
id = "antiviral"
name = "Antiviral tablets"
how = "One tablet with water."
times = ["08:00", "20:00"]
until = "5d"
situation = "prescribed"
source = "leaflet"
`

func TestWhatIsPrescribedIsRemindedOfOnceThePersonSaysThatItWas(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 17:00"), PlanFile: clinic(t) + forSome, PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	comes := func() (n int) {
		all, err := w.service.Upcoming(w.ctx(), 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range all {
			if v.What == "antiviral" {
				n++
			}
		}
		return n
	}
	asked := func() ask.Verdict {
		sc, err := w.service.Scene(w.ctx(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return sc.Ask(ask.Question{Text: "antiviral tablets"}).Verdict
	}
	scene := func() service.Scene {
		sc, err := w.service.Scene(w.ctx(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return sc
	}
	if n, v := comes(), asked(); n != 0 || v != ask.Advice {
		t.Errorf("before they say so: %d reminders, %s", n, v)
	}
	if err := w.service.SetSetting(w.ctx(), "antiviral.prescribed", "on"); err != nil {
		t.Fatal(err)
	}
	if n, v := comes(), asked(); n == 0 || v != ask.Yes || w.routine(w.status(), "antiviral").Situation != "" {
		t.Errorf("once they said so: %d reminders, %s", n, v)
	}
	parts := scene().Prescribed()
	if len(parts) != 1 || !parts[0].On || parts[0].Name != "Antiviral tablets" {
		t.Errorf("the switch: %+v", parts)
	}
	if err := w.service.SetSetting(w.ctx(), "antiviral.prescribed", "default"); err != nil {
		t.Fatal(err)
	}
	if n := comes(); n != 0 {
		t.Errorf("taken back: %d reminders", n)
	}
	if err := w.service.SetSetting(w.ctx(), "antiviral.prescribed", "perhaps"); err == nil || !strings.Contains(w.said(err), "perhaps") {
		t.Errorf("neither on nor off: %v", err)
	}
	if err := w.service.SetSetting(w.ctx(), "cleanse.prescribed", "on"); err == nil {
		t.Error("what is for everybody has no such switch")
	}
}
