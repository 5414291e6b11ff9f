package service_test

import (
	"errors"
	"strings"
	"testing"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/service"
)

func TestCalmCountsOnlyOnceThePlanAsks(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	_, err := w.service.Calm(w.ctx(), "actives")
	w.refused(err, "Your plan says wait until tomorrow 05:00")
	_, err = w.service.Calm(w.ctx(), "makeup")
	w.refused(err, "does not ask this")
	if _, err := w.service.Calm(w.ctx(), ""); !errors.Is(err, service.ErrNotAsked) {
		t.Fatalf("got %v", err)
	}
	w.now("2026-11-25 06:00")
	if st := w.window(w.status(), "actives").State; st != course.Ask {
		t.Fatalf("state %s, want ask", st)
	}
	w.ok(w.service.Calm(w.ctx(), ""))
	if st := w.window(w.status(), "actives").State; st != course.Open {
		t.Errorf("state %s after calm, want open", st)
	}
	w.ok(w.service.Undo(w.ctx()))
	if st := w.window(w.status(), "actives").State; st != course.Ask {
		t.Errorf("state %s after undo, want ask", st)
	}
}

func TestCalmAndExtendTakeTheWordsThatCanTakes(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	_, err := w.service.Extend(w.ctx(), "gym")
	w.refused(err, `longer wait for "Exercise"`)
	if e := w.ok(w.service.Extend(w.ctx(), "Mascara")); e.What != "makeup" {
		t.Errorf("mascara lengthens %q", e.What)
	}
	w.now("2026-11-25 06:00")
	_, err = w.service.Calm(w.ctx(), "sauna yoga") // two waits, of which neither asks
	w.refused(err, `does not ask this for "Exercise"`)
	if e := w.ok(w.service.Calm(w.ctx(), "acids, retinol")); e.What != "actives" {
		t.Errorf("acids are %q", e.What)
	}
	_, err = w.service.Calm(w.ctx(), "mekup")
	w.refused(err, `Did you mean "makeup"?`)
	none := newWorld(t, "12:00")
	if _, err := none.service.Calm(none.ctx(), ""); !errors.Is(err, service.ErrNoCourse) {
		t.Errorf("without a treatment: %v", err)
	}
}

func TestOneWordForTwoWaitsMeansTheOneThatFits(t *testing.T) {
	w := newWorld(t, "12:00")
	// The clinic's plan, in which "sauna yoga" is heat too, whose wait asks and can be made longer.
	plan := strings.Replace(clinic(t), "until = \"5d\"\nactivities", "until = \"48h\"\nand_when = \"calm\"\nextend = \"24h\"\nactivities", 1)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 05:00"), PlanFile: plan, PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	w.now("2026-11-25 06:00")
	for _, act := range []func() (record.Entry, error){
		func() (record.Entry, error) { return w.service.Calm(w.ctx(), "sauna yoga") },
		func() (record.Entry, error) { return w.service.Extend(w.ctx(), "sauna yoga") },
	} {
		if e := w.ok(act()); e.What != "heat" {
			t.Errorf("%s is of %q, want heat", e.Kind, e.What)
		}
	}
}

func TestAWindowIsExtendedOnlyByWhatThePlanSaysAndOnlyNearItsEnd(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-24 11:00") // makeup until tomorrow 11:00
	_, err := w.service.Extend(w.ctx(), "sun")
	w.refused(err, "says nothing of a longer wait")
	_, err = w.service.Extend(w.ctx(), "lipstick")
	w.refused(err, `Did you mean "makeup"?`)
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	v := w.window(w.status(), "makeup")
	if !v.Until.Equal(w.at("2026-11-26 11:00")) || !v.Extended {
		t.Fatalf("got %+v", v)
	}
	_, err = w.service.Extend(w.ctx(), "makeup")
	w.refused(err, "anyway")
	w.now("2026-11-26 15:00") // open since 11:00
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	if v := w.window(w.status(), "makeup"); v.State != course.Wait || !v.Until.Equal(w.at("2026-11-27 15:00")) { // 24 hours more, from now

		t.Fatalf("got %+v", v)
	}
	w.now("2026-11-28 16:00")
	if _, err := w.service.Extend(w.ctx(), "makeup"); err == nil || fault.IsUse(err) {
		t.Fatalf("long open: got %v", err)
	}
}
