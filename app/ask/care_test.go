package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
)

func TestAdviceThatHoldsIsToldBeforeAdviceToCome(t *testing.T) {
	const text = sheetHead + `[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "1 day"
[[care]]
id = "icing"
name = "Icing"
text = "Go on icing."
from = "1 day"
until = "7 days"
[[care]]
id = "cold"
name = "Cold compress"
text = "Often, for the rest of the day."
until = "1 day"
`
	plan := planOf(t, text)
	treated := time.Date(2026, 11, 10, 10, 0, 0, 0, time.UTC)
	sc := ask.Scene{Zone: time.UTC, Plan: plan, Book: ask.Default()}
	sc.Courses = []course.Course{course.New(course.Treatment{ID: 1, At: treated, EnteredAt: treated, Plan: plan, Area: "face"}, time.UTC, nil)}
	for _, c := range []struct {
		after time.Duration
		lead  string
	}{{time.Hour, "cold"}, {30 * time.Hour, "icing"}} {
		sc.Now = treated.Add(c.after)
		r := sc.Answer(ask.Question{Text: "ice pack"})
		if r.Verdict != ask.Advice || r.Answers[0].ID != c.lead {
			t.Errorf("after %v: %s, led by %s, want %s", c.after, r.Verdict, r.Answers[0].ID, c.lead)
		}
	}
}
