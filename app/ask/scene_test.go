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

// sheetHead begins the plan of a clinic's sheet.
const sheetHead = `format = 2
id = "p"
name = "P"
version = "1"
[[sources]]
id = "s"
title = "S"
strength = "clinic"
`

// planOf is the plan of a file's text.
func planOf(t testing.TB, text string) guidance.Plan {
	t.Helper()
	plan, err := guidance.Parse("p.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// longKnown is the scene so long after a treatment that was entered long before it.
func longKnown(p guidance.Plan, after time.Duration) ask.Scene {
	at := now.Add(-after)
	return treatedOf(course.Treatment{ID: 1, At: at, EnteredAt: at.Add(-400 * time.Hour), Plan: p})
}

// led is a question with what leads its answer.
type led struct {
	question string
	after    time.Duration // the treatment
	want     ask.Verdict
	by       string // the part that leads; "" for none
}

// wantAllLed asks each question of a plan's treatment, by the name of what it holds.
func wantAllLed(t *testing.T, plan guidance.Plan, all map[string]led) {
	t.Helper()
	for name, c := range all {
		t.Run(name, func(t *testing.T) { wantLed(t, longKnown(plan, c.after), c.question, c.want, c.by) })
	}
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
