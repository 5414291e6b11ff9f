package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/service"
)

// endless is the clinic's plan with a step that has no end.
func endless(t *testing.T) string {
	text := strings.Replace(clinic(t), "then_until = \"4w\"\n", "", 1)
	if text == clinic(t) {
		t.Fatal("the clinic's plan has no such step")
	}
	return text
}

func TestAStepWithoutEndIsNeverAPlainYesAfterItsCourse(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:30"), PlanFile: endless(t), PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	w.now("2027-04-24 12:00") // the open question ends after four weeks
	if st := w.status(); st.Treatment != nil {
		t.Fatalf("treatment %d is still looked after", st.Treatment.ID)
	} else if len(st.Lasting) != 1 || w.voice().CanLine(st.Lasting[0]) != "Sun: with SPF 30+, hat, shade." {
		t.Errorf("the status tells as going on: %+v", st.Lasting)
	}
	for _, word := range []string{"sun", "beach"} {
		c := w.can(word, time.Time{})
		if c.State != course.Then || c.Then != "SPF 30+, hat, shade" || c.Free || c.Until != nil || c.Says.Plan != "Clinic" && c.Says.Plan == "" {
			t.Errorf("%s: %+v", word, c)
		}
		if said := w.voice().CanLine(c); said != "Sun: with SPF 30+, hat, shade." {
			t.Errorf("%s: %q", word, said)
		}
	}
	if c := w.can("makeup", time.Time{}); c.State != course.Open || !c.Free {
		t.Errorf("makeup: %+v", c)
	}
	all, err := w.service.Can(w.ctx(), "", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	suns := 0
	for _, c := range all {
		if c.Window.ID == "sun" || c.Activity == "sun" {
			if suns++; c.State != course.Then {
				t.Errorf("among all it is %+v", c)
			}
		}
	}
	if suns != 1 {
		t.Errorf("the sun is answered %d times", suns)
	}
	v, err := w.service.Ask(w.ctx(), ask.Question{Text: "may I sit in the sun?"}, time.Time{})
	if err != nil || len(v.Answers) == 0 || v.Answers[0].Then != "SPF 30+, hat, shade" {
		t.Errorf("asked in words: %+v, %v", v.Answers, err)
	}
}

func TestANewerTreatmentDecidesWhetherAStepGoesOn(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:30"), PlanFile: endless(t), PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	w.now("2027-04-24 12:00")
	w.treated("2027-04-24 10:00") // its plan ends the step after four weeks
	if c := w.can("sun", time.Time{}); c.State != course.Wait {
		t.Errorf("after the newer treatment: %+v", c)
	}
	w.now("2027-06-24 12:00")
	if st := w.status(); len(st.Lasting) > 0 {
		t.Errorf("the status tells as going on: %+v", st.Lasting)
	}
	if c := w.can("sun", time.Time{}); c.State != course.Open {
		t.Errorf("once that is over: %+v", c)
	}
}
