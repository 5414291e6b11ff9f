package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

// A sheet is never named for what it does not say: a part with a source of its own is answered with that source.
func TestAnAnswerNamesWhoSaysThatPartOfIt(t *testing.T) {
	words, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	plan := guidance.Starters()[0]
	scene := ask.Scene{
		Now: at.Add(30 * time.Hour), Zone: time.UTC, Plan: plan, Book: ask.NewBook(words),
		Courses: []course.Course{course.New(course.Treatment{ID: 1, At: at, Area: "face", Plan: plan}, time.UTC, nil)},
	}
	for question, want := range map[string][2]string{
		"botox":                     {"procedures", "renajo"},
		"may I have a laser":        {"procedures", "general"},
		"waxing":                    {"wax", "dermetics"},
		"can I pluck my chin hairs": {"wax", "general"},
		"coffee":                    {"drink", "nhs"},
		"petrolatum":                {"uncovered", "aad"},
		"sunbed":                    {"shade", "reading"},
		"tiny scabs":                {"flaking", "desertsage"},
	} {
		reply := scene.Answer(ask.Question{Text: question})
		if len(reply.Answers) == 0 || reply.Answers[0].ID != want[0] || reply.Answers[0].Source != want[1] {
			t.Errorf("%s: %s, want %s by %s: %+v", question, reply.Verdict, want[0], want[1], reply.Answers)
		}
	}
}
