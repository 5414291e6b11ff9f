package service_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
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

func TestCanAnswersWithThePlansOwnRuleAndItsSource(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	v := w.can("Mascara", time.Time{})
	if v.Allowed || v.State != course.Wait || v.Until == nil || !v.Until.Equal(w.at("2026-11-24 17:00")) {
		t.Errorf("got %+v", v)
	}
	if w.voice().Why(v) != "No makeup. Your plan says wait until 17:00. It has allowed it since 05:00, but advises the wait." {
		t.Errorf("why: %q", w.voice().Why(v))
	}
	if v := w.can("makeup", w.at("2026-11-24 17:00")); !v.Allowed || v.Until != nil || v.State != course.Open {
		t.Errorf("after the wait: %+v", v)
	}
}

func TestTheSunIsNeverSimplyAllowed(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for step := range 8 * 27 {
		hours := 3 * step
		v := w.can("beach", w.at("2026-11-23 17:30").Add(time.Duration(hours)*time.Hour))
		if v.Allowed && (v.State != course.Then || !strings.HasPrefix(w.voice().Why(v), "Your plan: SPF 30+, hat, shade until ") || v.Then == "") {
			t.Fatalf("after %d h: %+v", hours, v)
		}
	}
}

func TestCanHonoursHoursOfTheDay(t *testing.T) {
	w := newWorld(t, "09:00")
	w.treated("2026-11-23 17:00")
	if v := w.can("midday", time.Time{}); !v.Allowed || !v.Until.Equal(w.at("2026-11-24 10:00")) {
		t.Errorf("before the hours: %+v", v)
	}
	if v := w.can("midday sun", w.at("2026-11-24 12:00")); v.Allowed || !v.Until.Equal(w.at("2026-11-24 14:00")) {
		t.Errorf("within the hours: %+v", v)
	}
}

func TestCanWaitsForCalmWithoutNamingAMoment(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 05:00")
	if v := w.can("actives", time.Time{}); v.Allowed || v.State != course.Ask || v.Until != nil || !strings.Contains(w.voice().Why(v), "until your skin is calm") {
		t.Errorf("got %+v", v)
	}
}

func TestOneWordMayMeanSeveralWindows(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	views, err := w.service.Can(w.ctx(), "sauna yoga", time.Time{})
	if err != nil || len(views) != 2 || views[0].Name != "Exercise" || views[1].Name != "Heat" || views[0].Activity != "sauna yoga" {
		t.Errorf("got %+v, %v", views, err)
	}
	if v := w.can("sauna", time.Time{}); v.Name != "Heat" {
		t.Errorf("got %+v", v)
	}
}

func TestAnUnknownActivityIsRefusedWithTheClosestWord(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for word, near := range map[string]string{"gyym": `"gym"`, "gymn": `"gym"`} {
		_, err := w.service.Can(w.ctx(), word, time.Time{})
		w.refused(err, "Did you mean "+near+"?")
	}
	_, err := w.service.Can(w.ctx(), "quidditch", time.Time{})
	w.refused(err, `Afterglow does not know "quidditch". It knows: Makeup; Sun; Midday sun; Exercise; Heat; Acids, retinol; Pool.`)
}

func TestWithNoTreatmentNothingIsAllowedOrForbidden(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, activity := range []string{"", "makeup"} {
		if views, err := w.service.Can(w.ctx(), activity, time.Time{}); !errors.Is(err, service.ErrNoCourse) {
			t.Errorf("can %q: %+v, %v", activity, views, err)
		}
	}
	_, err := w.service.Can(w.ctx(), "quidditch", time.Time{})
	w.refused(err, "does not know")
}
