package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

// now is the moment at which the tests ask.
var now = time.Date(2026, 11, 27, 15, 0, 0, 0, time.UTC)

func starter(t testing.TB, id string) guidance.Plan {
	t.Helper()
	for _, p := range guidance.Starters() {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("no plan %s", id)
	return guidance.Plan{}
}

// treated is the scene so long after a treatment of the face with the pen.
func treated(_ testing.TB, p guidance.Plan, ago time.Duration) ask.Scene {
	return treatedOf(course.Treatment{ID: 1, At: now.Add(-ago), Device: "pen", DepthMM: 0.5, Area: "face", Plan: p})
}

// treatedOf is the scene of some treatments, the newest first.
func treatedOf(treatments ...course.Treatment) ask.Scene {
	sc := ask.Scene{Now: now, Zone: time.UTC, Book: ask.Default()}
	for _, t := range course.FillOthers(treatments) {
		sc.Courses = append(sc.Courses, course.New(t, time.UTC, nil))
	}
	if len(sc.Courses) > 0 {
		sc.Plan = sc.Courses[0].Plan
	}
	return sc
}

// wantLed asks a question and wants that verdict, led by that part of the plan; "" for none.
func wantLed(t testing.TB, sc ask.Scene, question string, want ask.Verdict, by string) {
	t.Helper()
	r := sc.Answer(ask.Question{Text: question})
	led := ""
	if len(r.Answers) > 0 {
		led = r.Answers[0].ID
	}
	if r.Verdict != want || led != by {
		t.Errorf("%q is answered %s by %q: %+v", question, r.Verdict, led, r.Answers)
	}
}
