package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/service"
)

func TestCanAllowsNothingThatAnAdviceForbidsInAWay(t *testing.T) {
	w := newWorld(t, "12:00")
	text := clinic(t) + "\n[[care]]\nid = \"later\"\nname = \"Visits\"\ntext = \"No sauna before your visit to us.\"\nsource = \"leaflet\"\n"
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-10 15:30"), PlanFile: text, PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	_, err := w.service.Can(w.ctx(), "sauna", time.Time{})
	if err == nil || !strings.Contains(w.said(err), "No sauna before your visit") {
		t.Errorf("sauna: %v", err)
	}
	if v := w.can("gym", time.Time{}); !v.Allowed {
		t.Errorf("the gym, of which it says nothing: %+v", v)
	}
}

func TestCanAllowsNothingByAWaitForTheTimeBeforeTheTreatment(t *testing.T) {
	w := newWorld(t, "12:00")
	text := clinic(t) + "\n[[windows]]\nid = \"bare\"\nname = \"Lashes\"\navoid = \"Come without false lashes.\"\nfrom = \"-1d\"\nuntil = \"0h\"\nthen = \"Clean brushes.\"\nsource = \"leaflet\"\n"
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-22 15:30"), PlanFile: text, PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"bare", "Lashes", "false lashes"} {
		if views, err := w.service.Can(w.ctx(), word, time.Time{}); err == nil {
			t.Errorf("%s: %+v", word, views)
		}
	}
}
