package service_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

func TestWithoutATreatmentTheStatusIsEmptyAndNeverNull(t *testing.T) {
	w := newWorld(t, "12:00")
	text, err := json.Marshal(w.status())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"Treatment":null`, `"Treatments":[]`, `"Windows":[]`, `"Routines":[]`, `"Next":null`, `"Due":[]`, `"Held":[]`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}

func TestTheStatusTellsDayPhaseWindowsAndRoutines(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	st := w.status()
	if st.Treatment.Day != 1 || st.Treatment.Clinic != "Rose Street Clinic" || st.Treatment.Plan != "rose-street" {
		t.Errorf("treatment %+v", st.Treatment)
	}
	if st.Phase.ID != "calming" || fmt.Sprintf("%.3f", st.Phase.Share) != "0.264" {
		t.Errorf("phase %+v", st.Phase)
	}
	makeup := w.window(st, "makeup")
	if makeup.State != course.Wait || makeup.Share < 0.79 || makeup.Share > 0.8 || makeup.Extend != 24*time.Hour ||
		!makeup.Allowed.Equal(w.at("2026-11-24 05:00")) || makeup.Says.Title != "Rose Street leaflet" || makeup.Says.Line == 0 {
		t.Errorf("makeup %+v", makeup)
	}
	if r := w.routine(st, "moisturise"); r.Goal != 3 || r.Done != 0 || r.Next.Sub(w.at("2026-11-24 13:30")).Abs() > 20*time.Minute {
		t.Errorf("moisturise %+v", r)
	}
	if r := w.routine(st, "mist"); r.Situation != "outdoors" || r.Next != nil {
		t.Errorf("mist %+v", r)
	}
	if st.NextVisit == nil || !st.NextVisit.From.Equal(w.at("2026-12-21 17:00")) {
		t.Errorf("next treatment %+v", st.NextVisit)
	}
}

func TestAMomentToComeIsAnsweredAsIfNobodyDidAnything(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	st := w.statusAt(w.at("2026-11-26 19:00"))
	if w.window(st, "makeup").State != course.Open || w.window(st, "sweat").State != course.Open || w.window(st, "heat").State != course.Wait {
		t.Errorf("windows %+v", st.Windows)
	}
	if st.Treatment.Day != 3 || st.Next == nil || st.Next.Kind == "welcome" || st.Next.At.Before(st.Now) {
		t.Errorf("day %d, next %+v", st.Treatment.Day, st.Next)
	}
	if len(st.Due) != 1 || st.Due[0].ID != "moisturise/2026-11-26/3" {
		t.Errorf("due %+v", st.Due)
	}
}

func TestAPastMomentForgetsWhatWasWrittenDownLater(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	w.done("cleanse")
	st := w.statusAt(w.at("2026-11-24 09:30"))
	if w.routine(st, "cleanse").Done != 0 {
		t.Error("it knows what was done at noon")
	}
	if len(st.Due) != 2 {
		t.Errorf("due at 09:30: %+v", st.Due)
	}
}

func TestOfTwoCoursesTheStrictestWindowBindsAndTheNewestTells(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 17:00")
	second := w.treated("2026-11-24 10:00")
	st := w.status()
	if st.Treatment.ID != second.ID || len(st.Treatments) != 2 {
		t.Errorf("the newest is %d of %d", st.Treatment.ID, len(st.Treatments))
	}
	if v := w.window(st, "makeup"); v.Treatment != second.ID || !v.Until.Equal(w.at("2026-11-25 10:00")) {
		t.Errorf("makeup %+v", v)
	}
	seen := map[string]int{}
	for _, r := range st.Routines {
		if seen[r.ID]++; seen[r.ID] > 1 {
			t.Errorf("routine %s is doubled", r.ID)
		}
	}
}

func TestATreatmentToComeIsToldBeforeIt(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-27 10:00")
	st := w.status()
	if st.Treatment.Day != -3 || st.Phase != nil {
		t.Errorf("day %d, phase %v", st.Treatment.Day, st.Phase)
	}
	if v := w.window(st, "actives"); v.State != course.Wait {
		t.Errorf("the week before has begun: %s", v.State)
	}
	if v := w.can("makeup", time.Time{}); v.Allowed || v.State != course.Before || v.Until == nil || !v.Until.Equal(w.at("2026-11-27 10:00")) {
		t.Errorf("makeup %+v", v)
	}
}

func TestTheNextTreatmentIsToldUntilItIsEnteredOrPast(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 10:00")
	w.now("2026-12-25 10:00") // the course is over, the spacing is not
	st := w.status()
	if st.Treatment != nil || st.NextVisit == nil {
		t.Fatalf("treatment %v, next %v", st.Treatment, st.NextVisit)
	}
	w.now("2027-01-05 10:00")
	if st := w.status(); st.NextVisit != nil {
		t.Errorf("told after its end: %+v", st.NextVisit)
	}
}

func TestARoutineThatIsSwitchedOffIsOff(t *testing.T) {
	w := newWorld(t, "08:30")
	w.treated("2026-11-23 05:00")
	for _, s := range [][2]string{{"cleanse.times", "off"}, {"water", "off"}} {
		if err := w.service.SetSetting(w.ctx(), s[0], s[1]); err != nil {
			t.Fatal(err)
		}
	}
	st := w.status()
	for _, id := range []string{"cleanse", "water"} {
		if r := w.routine(st, id); !r.Off || r.Goal != 0 || r.Next != nil {
			t.Errorf("%s %+v", id, r)
		}
	}
	if len(st.Due) != 0 {
		t.Errorf("due %+v", st.Due)
	}
}

func TestWhatSleepHoursKeepBackIsHeldWithItsReason(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 23:00")
	w.now("2026-11-24 23:10") // makeup ended at 23:00
	st := w.status()
	found := false
	for _, h := range st.Held {
		found = found || (h.What == "makeup" && h.Reason == reminder.HeldSleep && h.Until.Equal(w.at("2026-11-25 07:30")))
	}
	if !found {
		t.Errorf("held %+v", st.Held)
	}
	if st := w.statusAt(w.at("2026-11-26 03:00")); len(st.Held) != 0 {
		t.Errorf("a later night still holds what an earlier morning tells: %+v", st.Held)
	}
}

func TestTimesAreToldInThePersonsZone(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	text, err := json.Marshal(w.status())
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), `Z"`) || !strings.Contains(string(text), `+01:00"`) {
		t.Errorf("another zone in %s", text)
	}
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	w.clock.SetZone(tokyo)
	st := w.status()
	if v := w.window(st, "makeup"); v.Until.Format(time.RFC3339) != "2026-11-25T01:00:00+09:00" {
		t.Errorf("makeup until %v after a flight", v.Until)
	}
}

func TestWhenTheCourseIsOverNothingAsksToWait(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 11:00")
	views, err := w.service.Can(w.ctx(), "", w.service.Now().AddDate(0, 0, 100))
	if err != nil || len(views) != 7 { // of the plan that the last treatment had
		t.Fatalf("got %d, %v", len(views), err)
	}
	for _, v := range views {
		if !v.Allowed || v.Until != nil || !strings.Contains(w.voice().Why(v), "No course is running") {
			t.Errorf("got %+v", v)
		}
	}
}

func TestTheClinicIsThePlansElseWhatThePersonWrote(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.service.Now().Add(-time.Hour), PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	for key, value := range map[string]string{"clinic": " Rose  Street ", "phone": "01 23 45"} {
		if err := w.service.SetSetting(w.ctx(), key, value); err != nil {
			t.Fatal(err)
		}
	}
	st, err := w.service.Status(w.ctx(), time.Time{})
	if err != nil || st.Treatment.Clinic != "Rose Street" || st.Treatment.Phone != "01 23 45" {
		t.Errorf("clinic %q, phone %q, %v", st.Treatment.Clinic, st.Treatment.Phone, err)
	}
	planned := newWorld(t, "12:00")
	planned.treated("2026-11-23 11:00")
	if err := planned.service.SetSetting(planned.ctx(), "clinic", "Other"); err != nil {
		t.Fatal(err)
	}
	if st := planned.status(); st.Treatment.Clinic != "Rose Street Clinic" || st.Treatment.Phone != "01234 567890" {
		t.Errorf("the plan says the clinic, and yet %q, %q", st.Treatment.Clinic, st.Treatment.Phone)
	}
	w.refused(w.service.SetSetting(w.ctx(), "phone", strings.Repeat("1", 61)), "at most 60")
}
