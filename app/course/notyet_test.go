package course

import (
	"reflect"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// twice is a face treated on 18 November at 12:00 and again, or other skin, on the 20th at 12:00.
func twice(t *testing.T, first, second string, from time.Duration) []Course {
	r := guidance.Routine{ID: "cleanse", Times: clocks(t, "10:00", "14:00", "20:30"), UsefulFor: 3 * hour, From: after(from), Until: after(7 * 24 * hour)}
	of := func(id int64, area, at string) Course {
		return New(Treatment{ID: id, At: moment(t, time.UTC, at), Area: area, Plan: guidance.Plan{Routines: []guidance.Routine{r}}}, time.UTC, nil)
	}
	return []Course{of(2, second, "2026-11-20 12:00"), of(1, first, "2026-11-18 12:00")}
}

func TestTheOlderPlanRestsWhereTheSameSkinWasTreatedAgain(t *testing.T) {
	day := Date{2026, 11, 20}
	for _, areas := range [][2]string{{"face", "face"}, {"Face", "face"}, {"", "neck"}, {"face", ""}, {"", ""}, {"face", "face, neck"}, {"face, neck", "neck and face"}} {
		got := DueOn(twice(t, areas[0], areas[1], 6*hour), DefaultPrefs(), day, time.UTC)
		wantTold(t, got, "1 10:00", "3 20:30")
		if end := moment(t, time.UTC, "2026-11-20 12:00"); !got[0].Useful.Equal(end) || !got[0].Ends.Equal(end) || !got[1].Ends.IsZero() {
			t.Errorf("%q: that of 10:00 is of use until %s, want until the new treatment; %+v", areas, got[0].Useful, got)
		}
		if got[0].NotYet != nil || got[0].Goal != 2 {
			t.Errorf("%q: %+v", areas, got[0])
		}
	}
}

func TestTheOlderPlanGoesOnForOtherSkinAndSaysWhereNotYet(t *testing.T) {
	got := DueOn(twice(t, "face", "neck", 6*hour), DefaultPrefs(), Date{2026, 11, 20}, time.UTC)
	wantTold(t, got, "1 10:00", "2 14:00", "3 20:30")
	want := record.NotYet{Areas: []string{"neck"}, From: moment(t, time.UTC, "2026-11-20 18:00")}
	if got[0].NotYet != nil || got[1].NotYet == nil || !reflect.DeepEqual(*got[1].NotYet, want) || got[2].NotYet != nil {
		t.Errorf("%+v, want at 14:00 alone %+v", got, want)
	}
	if !got[0].Ends.IsZero() || !got[0].Useful.Equal(got[0].At.Add(3*hour)) {
		t.Errorf("%+v ends with the treatment of other skin", got[0])
	}
}

func TestTheOlderPlanGoesOnWhereAPartOfItsSkinWasTreatedAgain(t *testing.T) {
	got := DueOn(twice(t, "face, neck", "neck", 6*hour), DefaultPrefs(), Date{2026, 11, 20}, time.UTC)
	wantTold(t, got, "1 10:00", "2 14:00", "3 20:30")
	want := record.NotYet{Areas: []string{"neck"}, From: moment(t, time.UTC, "2026-11-20 18:00")}
	if got[1].NotYet == nil || !reflect.DeepEqual(*got[1].NotYet, want) || !got[0].Ends.IsZero() {
		t.Errorf("%+v, want at 14:00 %+v", got, want)
	}
	got = DueOn(twice(t, "scalp", "face and neck", 6*hour), DefaultPrefs(), Date{2026, 11, 20}, time.UTC)
	if got[1].NotYet == nil || !reflect.DeepEqual(got[1].NotYet.Areas, []string{"face", "neck"}) {
		t.Errorf("%+v does not name each part", got)
	}
}

func TestANewTreatmentWhosePlanBeginsAtOnceTakesOver(t *testing.T) {
	got := DueOn(twice(t, "face", "face", 0), DefaultPrefs(), Date{2026, 11, 20}, time.UTC)
	wantTold(t, got, "1 10:00", "2 14:00", "3 20:30")
	if !got[0].Ends.IsZero() {
		t.Errorf("%+v ends although it goes on at once", got[0])
	}
}

func TestAQuestionIsPutOfAllSkin(t *testing.T) {
	courses := twice(t, "face", "neck", 6*hour)
	for i := range courses {
		courses[i].Routines[0].Spec.Role = guidance.CheckIn
	}
	for _, d := range DueOn(courses, DefaultPrefs(), Date{2026, 11, 20}, time.UTC) {
		if d.NotYet != nil {
			t.Errorf("%s is not put of %s", d.ID, d.NotYet.Areas)
		}
	}
}
