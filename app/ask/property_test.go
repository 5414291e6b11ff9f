package ask_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

// span is a moment counted from the treatment.
func span(hours int) guidance.Moment {
	return guidance.Moment{Elapsed: time.Duration(hours) * time.Hour}
}

// ownWords are in no vocabulary.
var ownWords = []string{"paragliding", "zorbing", "glass blowing"}

// somePlan is any plan of a few waits, routines and lines of advice about topics of the vocabulary.
func somePlan(topics []guidance.Topic) *rapid.Generator[guidance.Plan] {
	return rapid.Custom(func(t *rapid.T) guidance.Plan {
		p := guidance.Plan{ID: "any", Name: "Any"}
		word := func() string {
			if rapid.IntRange(0, 4).Draw(t, "own word") == 0 {
				return rapid.SampledFrom(ownWords).Draw(t, "which")
			}
			topic := rapid.SampledFrom(topics).Draw(t, "topic")
			return rapid.SampledFrom(topic.Words).Draw(t, "word")
		}
		hours := func(name string, from, to int) int { return rapid.IntRange(from, to).Draw(t, name) }
		for i := range rapid.IntRange(0, 4).Draw(t, "windows") {
			w := guidance.Window{ID: string(rune('a' + i)), Name: word(), Avoid: "No " + word() + ".", From: span(hours("from", -200, 200))}
			w.Until = guidance.Moment{Elapsed: w.From.Elapsed + time.Duration(hours("for", 1, 400))*time.Hour}
			if rapid.Bool().Draw(t, "then") {
				end := guidance.Moment{Elapsed: w.Until.Elapsed + time.Duration(hours("then for", 1, 400))*time.Hour}
				w.Then, w.ThenUntil = word(), &end
			}
			if rapid.Bool().Draw(t, "calm") {
				w.AndWhen = "calm"
			}
			p.Windows = append(p.Windows, w)
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "routines") {
			r := guidance.Routine{ID: "r" + string(rune('a'+i)), Name: word(), How: "Use " + word() + ".", From: span(hours("from", 0, 100))}
			r.Until = guidance.Moment{Elapsed: r.From.Elapsed + time.Duration(hours("for", 1, 400))*time.Hour}
			p.Routines = append(p.Routines, r)
		}
		for i := range rapid.IntRange(0, 4).Draw(t, "care") {
			p.Care = append(p.Care, guidance.Care{
				ID: "c" + string(rune('a'+i)), Name: word(),
				Text: rapid.SampledFrom([]string{"Never ", "Try ", "No ", "Ask of "}).Draw(t, "begin") + word() + ".",
			})
		}
		if rapid.Bool().Draw(t, "spacing") {
			p.Spacing = guidance.Spacing{From: 28 * 24 * time.Hour, Text: "4 weeks"}
		}
		return p
	})
}

// someQuestion is any way to ask about some topics and other words.
func someQuestion(topics []guidance.Topic) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := []string{rapid.SampledFrom([]string{"", "may I", "when can I", "why", "is it normal", "how", "should I not"}).Draw(t, "frame")}
		for range rapid.IntRange(0, 3).Draw(t, "about") {
			topic := rapid.SampledFrom(topics).Draw(t, "asked")
			parts = append(parts, rapid.SampledFrom(slices.Concat(topic.Words, ownWords)).Draw(t, "in"), rapid.SampledFrom([]string{"", "and", "on day 3", "on my legs", "qwrtz", "?"}).Draw(t, "behind"))
		}
		return strings.Join(parts, " ")
	})
}

// Of no plan whatever and no question is the answer a yes that no part of the plan gives: a wait that has begun and is
// over, or what follows it; a routine that runs; the time to the next treatment, once it has passed.
func TestNoAnswerIsAYesThatThePlanDoesNotGive(t *testing.T) {
	v, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.SliceOfN(rapid.SampledFrom(v.Topics), 2, 4).Draw(t, "topics") // so that plan and question meet
		area := rapid.SampledFrom([]string{"", "face", "neck"}).Draw(t, "area")
		sc := ask.Scene{Now: now, Zone: time.UTC, Plan: somePlan(few).Draw(t, "plan"), Book: ask.Default()}
		ago := rapid.IntRange(-100, 600).Draw(t, "ago")
		for i := range rapid.IntRange(0, 2).Draw(t, "treatments") {
			plan := sc.Plan
			if rapid.Bool().Draw(t, "another plan") {
				plan = somePlan(few).Draw(t, "plan of it")
			}
			at := now.Add(-time.Duration(ago+200*i) * time.Hour)
			sc.Courses = append(sc.Courses, course.New(course.Treatment{ID: int64(i + 1), At: at, Area: area, Plan: plan}, time.UTC, nil))
		}
		r := sc.Answer(ask.Question{Text: someQuestion(few).Draw(t, "question")})
		if r.Verdict != ask.Yes {
			return
		}
		if len(sc.Courses) == 0 {
			t.Fatalf("without a treatment %q is answered with a yes", r.Question)
		}
		for _, a := range r.Answers {
			if a.Verdict == ask.No || a.Verdict == ask.NotYet {
				t.Fatalf("%q is answered with a yes beside %+v", r.Question, a)
			}
		}
		if len(r.Silent) > 0 || !allGive(sc.Courses, r.Answers[0], r.At) {
			t.Fatalf("%q is answered with a yes by %+v (silent of %v)", r.Question, r.Answers[0], r.Silent)
		}
	})
}

// allGive says whether the course of an answer allows it, and no other one has that wait still.
func allGive(courses []course.Course, a ask.Answer, at time.Time) bool {
	given := false
	for _, c := range courses {
		if c.Treatment.ID == a.Treatment {
			given = gives(c, a, at)
		}
		for _, w := range c.Windows {
			if a.Kind == ask.Window && w.Spec.ID == a.ID && !at.Before(w.From) && !w.Over(at) {
				return false
			}
		}
	}
	return given
}

// gives says whether a part of a plan allows something at that moment, found without the engine.
func gives(c course.Course, a ask.Answer, at time.Time) bool {
	switch a.Kind {
	case ask.Window:
		for _, w := range c.Windows {
			if w.Spec.ID == a.ID {
				return w.Until.After(c.Treatment.At) && w.Over(at) && !at.Before(w.From)
			}
		}
	case ask.Routine:
		for _, r := range c.Routines {
			if r.Spec.ID == a.ID {
				return r.Holds(at)
			}
		}
	case ask.Spacing:
		return !at.Before(c.NextFrom)
	}
	return false
}

func TestASignOfTheListOfCallsComesBeforeAllElseWhateverElseStandsInTheQuestion(t *testing.T) {
	v, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	sc := treated(t, starter(t, "essentials"), 60*24*time.Hour)
	signs := []string{"there is pus", "I have a fever", "my eye is swollen shut", "I cant breathe", "my temperature is 38.6"}
	for _, topic := range v.Topics {
		for i, sign := range signs {
			if q := sign + ", and may I " + topic.Words[0]; i == len(topic.ID)%len(signs) {
				if r := sc.Answer(ask.Question{Text: q}); r.Verdict != ask.Call {
					t.Errorf("%q is answered %s by %v", q, r.Verdict, ids(r.Answers))
				}
			}
		}
	}
}
