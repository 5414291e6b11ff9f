package phrase_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/guidance"
)

func TestAnswersSayWhatMayBeDoneFirstAndNoYesWhereThePlanGivesNone(t *testing.T) {
	at := time.Date(2026, 11, 20, 15, 30, 0, 0, time.UTC)
	hours := func(n int) guidance.Moment { return guidance.Moment{Elapsed: time.Duration(n) * time.Hour} }
	plan := guidance.Plan{Windows: []guidance.Window{
		{ID: "swim", Name: "Swimming", From: hours(72), Until: hours(96)},
		{ID: "sun", Name: "Sun", Until: hours(48), Then: "SPF 30+, hat."},
		{ID: "makeup", Name: "Makeup", Until: hours(24)},
		{ID: "sweat", Name: "Exercise", Until: hours(48)},
		{ID: "heat", Name: "Heat", Until: hours(48), AndWhen: "calm"},
		{ID: "alcohol", Name: "Alcohol", Until: hours(12)},
		{ID: "tablets", Name: "Tablets", From: hours(-72)},
	}}
	courses := []course.Course{course.New(course.Treatment{ID: 1, At: at, Plan: plan}, time.UTC, nil)}
	said := func(after time.Duration) string {
		now := at.Add(after)
		v := phrase.New(locale.Format{}).At(now, time.UTC)
		var out []string
		for _, a := range v.Answers(course.Binding(courses, now), now, time.UTC) {
			out = append(out, string(a.State)+" "+a.Text)
		}
		return strings.Join(out, "; ")
	}
	for _, c := range []struct {
		name  string
		after time.Duration
		want  string
	}{
		{"waits that end together", 26 * time.Hour, "open Makeup, alcohol; wait Tomorrow 15:30: exercise, sun (SPF 30+, hat), heat (once your skin is calm); before Swimming: a wait from Monday 15:30"},
		{"time is up, and the skin is not calm", 50 * time.Hour, "open Makeup, exercise, alcohol; then Sun: SPF 30+, hat; ask Heat: is your skin calm?; before Swimming: a wait from tomorrow 15:30"},
	} {
		if got := said(c.after); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
