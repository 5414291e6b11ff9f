package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
)

func TestSeveralTreatmentsAreToldApart(t *testing.T) {
	w := newWorld(t, "12:00")
	begin := func(at, area string) int64 {
		t.Helper()
		v, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(at), Area: area})
		if err != nil {
			t.Fatal(err)
		}
		return v.ID
	}
	face := begin("2026-11-23 10:00", "face")
	if st := w.status(); w.called(st, face) != "" {
		t.Errorf("a single treatment is called %q", w.called(st, face))
	}
	neck := begin("2026-11-24 09:00", "neck")
	st := w.status()
	for id, want := range map[int64]string{face: "face, day 1", neck: "neck, day 0", 99: ""} {
		if got := w.called(st, id); got != want {
			t.Errorf("treatment %d is called %q, not %q", id, got, want)
		}
	}
	if makeup := w.window(st, "makeup"); makeup.Treatment != neck {
		t.Errorf("makeup waits for treatment %d, not the neck's", makeup.Treatment)
	}
	if st.Treatments[0].Phase != "Settling" || st.Treatments[1].Phase != "Calming" {
		t.Errorf("the phases are %q and %q", st.Treatments[0].Phase, st.Treatments[1].Phase)
	}
	if why := w.voice().Why(w.can("makeup", time.Time{})); !strings.HasSuffix(why, "It comes from this treatment: neck, day 0.") {
		t.Errorf("can says %q", why)
	}
	begin("2026-11-24 10:00", "neck")
	begin("2026-11-26 10:00", "")
	st = w.status()
	for _, v := range st.Treatments {
		want := map[string]string{"09:00": "neck, day 0, 09:00", "10:00": "neck, day 0, 10:00"}[v.At.Format("15:04")]
		if v.Area == "face" {
			want = "face, day 1"
		} else if v.Area == "" {
			want = "area not named, in 2 days"
		}
		if got := w.called(st, v.ID); got != want {
			t.Errorf("the treatment of %s is called %q, not %q", v.At, got, want)
		}
	}
}

func TestTheLongerWaitIsOfferedOnlyWhereItWouldBeTaken(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00") // makeup until 05:00 today
	for _, c := range []struct {
		now   string
		until time.Time
	}{
		{"2026-11-23 04:00", time.Time{}}, {"2026-11-24 12:00", w.at("2026-11-25 12:00")}, {"2026-11-27 06:00", time.Time{}},
	} {
		w.now(c.now)
		st := w.status()
		var got time.Time
		for _, v := range st.Windows {
			if v.ID == "makeup" && v.ExtendUntil != nil {
				got = *v.ExtendUntil
			}
		}
		if !got.Equal(c.until) {
			t.Errorf("at %s it is offered until %s, not %s", c.now, got, c.until)
		}
		if _, err := w.service.Extend(w.ctx(), "makeup"); (err == nil) == c.until.IsZero() {
			t.Errorf("at %s Extend says %v", c.now, err)
		}
	}
}

func TestAYesNamesNoRuleThatDoesNotHoldNow(t *testing.T) {
	w := newWorld(t, "20:00")
	w.treated("2026-11-23 05:00")
	for _, v := range w.status().Windows {
		answer := w.can(v.ID, time.Time{})
		if answer.State != course.Open {
			continue
		}
		if v.Avoid != "" && strings.Contains(w.voice().Why(answer), v.Avoid) {
			t.Errorf("%s: yes, and then %q", v.ID, w.voice().Why(answer))
		}
	}
	if why := w.voice().Why(w.can("midday", time.Time{})); !strings.HasPrefix(why, "Not from 10:00 to 14:00 each day") {
		t.Errorf("midday sun in the evening: %q", why)
	}
}

// called is what tells a treatment from the others, in words; "" if nothing has to.
func (w *world) called(st service.Status, treatment int64) string {
	c, ok := st.TreatmentCalled(treatment)
	if !ok {
		return ""
	}
	return w.voice().Called(c)
}
