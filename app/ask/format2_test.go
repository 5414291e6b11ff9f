package ask_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// Of a wait without an end, one that only the person's word ends, and one that asks for less, no answer is ever a yes: a word
// that the plan leaves out of it is told as that.
func TestNoAnswerIsAYesToWhatHasNoEndOrWaitsForAWordOrIsSoft(t *testing.T) {
	v, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		topic := rapid.SampledFrom(v.Topics).Filter(func(t guidance.Topic) bool { return !t.Seen }).Draw(t, "topic")
		name := rapid.SampledFrom(topic.Words).Draw(t, "name")
		w := guidance.Window{ID: "a", Name: name, Avoid: "No " + name + ".", Activities: []string{name}}
		switch rapid.IntRange(0, 2).Draw(t, "end") {
		case 0:
			w.Until = guidance.Moment{Anchor: guidance.NoEnd}
		case 1:
			w.Until = guidance.Moment{Anchor: guidance.UntilCalm}
			usually := span(rapid.IntRange(1, 300).Draw(t, "usually"))
			w.Usually, w.Condition = &usually, rapid.SampledFrom([]string{"", "the scabs are gone"}).Draw(t, "condition")
		default:
			w.Until, w.Soft = span(rapid.IntRange(500, 900).Draw(t, "until")), true
		}
		if rapid.Bool().Draw(t, "except") {
			w.Except = []string{"mineral " + name}
		}
		at := now.Add(-time.Duration(rapid.IntRange(1, 480).Draw(t, "ago")) * time.Hour)
		var said []record.Entry
		if w.Condition != "" && rapid.Bool().Draw(t, "said calm") { // of the skin, which is not what the sheet asks for
			said = []record.Entry{{ID: 1, Kind: record.KindCalm, At: now.Add(-time.Minute)}}
		}
		c := course.New(course.Treatment{ID: 1, At: at, Plan: guidance.Plan{ID: "p", Name: "P", Format: 2, Windows: []guidance.Window{w}}}, time.UTC, said)
		sc := ask.Scene{Now: now, Zone: time.UTC, Courses: []course.Course{c}, Plan: c.Plan, Book: ask.Default()}
		for _, q := range []string{name, "may I " + name, "mineral " + name, "when can I have " + name} {
			r := sc.Answer(ask.Question{Text: q})
			if r.Verdict == ask.Yes {
				t.Fatalf("%q is answered with a yes by %+v", q, r.Answers[0])
			}
		}
		if r := sc.Answer(ask.Question{Text: name}); len(w.Except) == 0 && r.Verdict == ask.NotYet && len(r.Answers) > 0 && !w.Soft && !r.Answers[0].Until.IsZero() {
			t.Fatalf("%q is told to end %v", name, r.Answers[0].Until)
		}
	})
}
