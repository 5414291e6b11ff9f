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
