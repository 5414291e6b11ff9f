package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

func TestAMomentBeforeTheTreatmentTellsWhatHappenedAndIsNotAskedAbout(t *testing.T) {
	words, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	book, plan := ask.NewBook(words), guidance.Starters()[0]
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		treated, said, want time.Duration // from now
		atSaid              bool
	}{
		"before the treatment":       {-3 * time.Hour, -4 * time.Hour, 0, false},
		"since the treatment":        {-5 * time.Hour, -4 * time.Hour, -4 * time.Hour, true},
		"to come":                    {-3 * time.Hour, 20 * time.Hour, 20 * time.Hour, true},
		"before a treatment to come": {30 * time.Hour, 20 * time.Hour, 20 * time.Hour, true},
	} {
		treatment := course.Treatment{ID: 1, At: now.Add(c.treated), Area: "face", Plan: plan}
		scene := ask.Scene{Now: now, Zone: time.UTC, Plan: plan, Book: book, Courses: []course.Course{course.New(treatment, time.UTC, nil)}}
		const text = "I ran this morning"
		reply := scene.Answer(ask.Question{Text: text, Time: &ask.Said{At: now.Add(c.said), From: 6, To: len(text)}})
		if !reply.At.Equal(now.Add(c.want)) || reply.AtSaid != c.atSaid {
			t.Errorf("%s: answered for %v, said %t", name, reply.At.Sub(now), reply.AtSaid)
		}
	}
}
