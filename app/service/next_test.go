package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
)

// untilNext is a plan in which one window counts back from the next treatment and one asks at its end.
const untilNext = `format = 1
id = "until-next"
name = "Until next"
version = "1"
[[sources]]
id = "clinic"
title = "The clinic"
strength = "clinic"
[[windows]]
id = "retinol"
name = "Retinol"
avoid = "No retinol."
from = "next-2w"
until = "next"
source = "clinic"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "48h"
and_when = "calm"
extend = "48h"
source = "clinic"
[spacing]
from = "4w"
text = "4 weeks"
source = "clinic"
`

func TestWhatCountsBackFromTheNextTreatmentHoldsOnceThatIsEntered(t *testing.T) {
	w := newWorld(t, "12:00")
	begin := func(at string) {
		t.Helper()
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(at), PlanFile: untilNext, PlanName: "next.toml"}); err != nil {
			t.Fatal(err)
		}
	}
	begin("2026-11-23 12:00")
	begin("2026-12-04 12:00") // ten days ahead: two weeks before it is in the past
	if v := w.can("retinol", time.Time{}); v.Allowed || v.Until == nil || !v.Until.Equal(w.at("2026-12-04 12:00")) {
		t.Errorf("ten days before a treatment the plan that stops two weeks before says %+v", v)
	}
}

func TestAQuestionThatIsOpenCanBeAnsweredAfterAllElseIsOver(t *testing.T) {
	w := newWorld(t, "12:00")
	plan := strings.Replace(untilNext, "until = \"48h\"", "until = \"4w\"", 1)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 12:00"), PlanFile: plan, PlanName: "next.toml"}); err != nil {
		t.Fatal(err)
	}
	w.now("2026-12-23 12:00") // the last wait of the plan ended the day before
	if v := w.can("makeup", time.Time{}); v.Allowed || v.State != course.Ask {
		t.Errorf("nobody said that the skin is calm, and can says %+v", v)
	}
	if v := w.window(w.status(), "makeup"); v.ExtendUntil == nil || !v.ExtendUntil.Equal(w.at("2026-12-25 12:00")) {
		t.Errorf("48 hours more are offered until %v", v.ExtendUntil)
	}
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	if v := w.window(w.status(), "makeup"); v.State != course.Wait || !v.Until.Equal(w.at("2026-12-25 12:00")) {
		t.Errorf("48 hours more last until %s", v.Until)
	}
	w.now("2026-12-25 12:00")
	w.ok(w.service.Calm(w.ctx(), "makeup"))
	if st := w.status(); st.Treatment != nil {
		t.Errorf("answered, and still looked after: %+v", st.Treatment)
	}
}

func TestOneAnswerIsEnoughHoweverOftenTheSkinWasTreated(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, at := range []string{"2026-11-24 10:00", "2026-12-10 12:00"} {
		w.now(at)
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(at), PlanFile: untilNext, PlanName: "next.toml"}); err != nil {
			t.Fatal(err)
		}
	}
	w.now("2026-12-13 12:00")
	if v := w.can("makeup", time.Time{}); v.State != course.Ask {
		t.Fatalf("nobody said that the skin is calm, and can says %+v", v)
	}
	w.ok(w.service.Calm(w.ctx(), "makeup"))
	if v := w.can("makeup", time.Time{}); !v.Allowed {
		t.Errorf("the skin is calm, and can says %+v", v)
	}
}
