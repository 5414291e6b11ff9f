package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
)

// stepWords is a plan whose words are other things than what the vocabulary calls them, and whose steps begin and end.
const stepWords = sheetHead + `[[windows]]
id = "thinners"
name = "Blood thinners"
avoid = "No vitamin E, no warfarin."
from = "-1 week"
until = "1 week"
[[windows]]
id = "wax"
name = "Hair on the face"
avoid = "No waxing and no bleaching. No headband, no hat."
until = "48 hours"
[[windows]]
id = "flat"
name = "On your back"
avoid = "Do not lie flat."
until = "4 hours"
[[windows]]
id = "actives"
name = "Acids"
avoid = "No AHA, vitamin C or astringent lotion."
until = "1 week"
[[routines]]
id = "first"
name = "First cleanse"
how = "Cleanse and moisturise."
times = ["22:00"]
from = "10 hours"
until = "1 day"
[[routines]]
id = "wash"
name = "Cleanse"
times = ["08:00", "20:00"]
from = "1 day"
until = "3 days"
[[routines]]
id = "cream"
name = "Moisturiser"
how = "Dab it on."
times = ["08:00"]
from = "1 day"
until = "3 days"
[[routines]]
id = "tablets"
name = "Valtrex"
times = ["08:00"]
from = "-2 days"
until = "2 days"
situation = "prescribed"
`

func stepScene(t *testing.T, after time.Duration) ask.Scene {
	t.Helper()
	plan := planOf(t, stepWords)
	at := now.Add(-after)
	treatment := course.Treatment{ID: 1, At: at, EnteredAt: at.Add(-400 * time.Hour), Plan: plan}
	return ask.Scene{Now: now, Zone: time.UTC, Plan: plan, Book: ask.Default(), Courses: []course.Course{course.New(treatment, time.UTC, nil)}}
}

func TestAThingIsCalledAsThePersonAndThePlanCallIt(t *testing.T) {
	for question, want := range map[string]string{
		"may I bleach":         "bleach",
		"warfarin":             "warfarin",
		"vitamin e":            "vitamin E",
		"can I wear a hat":     "hat",
		"headband":             "headband",
		"lying down":           "lying down",
		"hot yoga":             "Hot yoga", // of which the plan has no word
		"may I go to the gym":  "Exercise",
		"bleching":             "Dust, dirt, gardening", // misspelt, it is nobody's word
		"wash my face tonight": "Washing your face",
	} {
		r := stepScene(t, time.Hour).Answer(ask.Question{Text: question})
		if len(r.Topics) == 0 || r.Topics[0].Name != want {
			t.Errorf("%q is called %v, want %q", question, r.Topics, want)
		}
		if r.Verdict == ask.NotYet && len(r.Silent) > 0 {
			t.Errorf("%q: the plan says nothing of %v", question, r.Silent)
		}
	}
}

func TestAStepIsToldByWhenItBeginsAndEnds(t *testing.T) {
	for name, c := range map[string]struct {
		question string
		after    time.Duration // the treatment
		verdict  ask.Verdict
		lead     string
		until    time.Duration // after the treatment; 0: none
		ended    time.Duration // so
	}{
		"the first of two that are to come":      {"wash my face", time.Hour, ask.NotYet, "first", 10 * time.Hour, 0},
		"one whose words speak of it":            {"moisturiser", time.Hour, ask.NotYet, "first", 10 * time.Hour, 0},
		"the first once it is done":              {"wash my face", 11 * time.Hour, ask.Yes, "first", 0, 0},
		"the second":                             {"wash my face", 30 * time.Hour, ask.Yes, "wash", 0, 0},
		"a step beside a kind of it that waits":  {"moisturiser", 30 * time.Hour, ask.Yes, "cream", 0, 0},
		"that kind":                              {"astringent lotion", 30 * time.Hour, ask.NotYet, "actives", 168 * time.Hour, 0},
		"a step that is over":                    {"moisturiser", 80 * time.Hour, ask.Advice, "cream", 0, 72 * time.Hour},
		"a step that is over and was prescribed": {"valtrex", 80 * time.Hour, ask.Advice, "tablets", 0, 48 * time.Hour},
		"a step that was prescribed and goes on": {"valtrex", -5 * time.Hour, ask.Advice, "tablets", 0, 0},
	} {
		r := stepScene(t, c.after).Answer(ask.Question{Text: c.question})
		if len(r.Answers) == 0 || r.Verdict != c.verdict || r.Answers[0].ID != c.lead {
			t.Errorf("%s: %q is answered %s by %+v", name, c.question, r.Verdict, r.Answers)
			continue
		}
		lead, moment := r.Answers[0], func(d time.Duration) (at time.Time) {
			if d > 0 {
				at = now.Add(d - c.after)
			}
			return at
		}
		if !lead.Until.Equal(moment(c.until)) && c.until > 0 || !lead.Ended.Equal(moment(c.ended)) {
			t.Errorf("%s: until %v, ended %v", name, lead.Until, lead.Ended)
		}
	}
}
