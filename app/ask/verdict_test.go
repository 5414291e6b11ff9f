package ask_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// clinic is a plan with what the starter plans lack. None of its words but those of ordinary life are synonyms.
const clinic = `
format = 1
id = "clinic"
name = "Clinic"

[[sources]]
id = "leaflet"
title = "Leaflet"
strength = "clinic"

[[windows]]
id = "exercise"
name = "Exercise"
avoid = "No sport."
until = "24h"

[[windows]]
id = "paragliding"
name = "Paragliding"
avoid = "Stay on the ground."
until = "48h"

[[windows]]
id = "fasting"
name = "Ibuprofen"
avoid = "No ibuprofen."
from = "-7d"
until = "0h"

[[windows]]
id = "later"
name = "Swimming"
avoid = "No swimming."
from = "72h"
until = "96h"

[[windows]]
id = "water"
name = "Sauna"
avoid = "No sauna until your skin is calm."
until = "24h"
and_when = "calm"

[[windows]]
id = "light"
name = "Sun"
avoid = "Stay out of the sun. If you must go out, use a hat."
until = "24h"
then = "SPF 50 and a hat"
then_until = "14d"
then_avoid = ["sunbathing"]
activities = ["sunbathing", "beach"]

[[windows]]
id = "noon"
name = "Driving"
avoid = "No driving at noon."
until = "10d"
hours = "11:00-15:30"

[[routines]]
id = "wash"
role = "cleanse"
name = "Face wash"
how = "Cool water."
times = ["08:00"]
from = "6h"
until = "7d"

[[care]]
id = "hands-off"
name = "Hands off"
text = "Never pick at your skin. No facial near it, but a silk pillowcase is fine."

[[care]]
id = "lips"
name = "Lipstick"
text = "No lipstick for 2 days."

[[phases]]
id = "one"
name = "One"
until = "7d"
expect = "redness"

[[call]]
id = "nosebleed"
text = "Hair loss, or a nosebleed."
act = "today"

[spacing]
from = "4w"
until = "6w"
text = "4 to 6 weeks"
`

func clinicPlan(t testing.TB) guidance.Plan {
	t.Helper()
	p, err := guidance.Parse("clinic.toml", []byte(clinic))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ids are the parts of a plan that an answer names, as kind:id.
func ids(answers []ask.Answer) (out []string) {
	for _, a := range answers {
		out = append(out, string(a.Kind)+":"+a.ID)
	}
	return out
}

func first(r ask.Reply) string {
	if len(r.Answers) == 0 {
		return ""
	}
	return ids(r.Answers)[0]
}

func TestAClinicsPlanIsAnsweredByItsOwnWords(t *testing.T) {
	p := clinicPlan(t)
	hour := time.Hour
	for name, c := range map[string]struct {
		question string
		ago      time.Duration
		verdict  ask.Verdict
		lead     string
	}{
		"a wait that runs":                                  {"may I go for a run", 3 * hour, ask.NotYet, "window:exercise"},
		"a wait that is over":                               {"may I go for a run", 30 * hour, ask.Yes, "window:exercise"},
		"what no vocabulary has, but the plan":              {"can I go paragliding", 3 * hour, ask.NotYet, "window:paragliding"},
		"beside a word that nobody knows":                   {"can I go paragliding qwrtz", 3 * hour, ask.NotYet, "window:paragliding"},
		"a wait that was only before the treatment":         {"ibuprofen", 3 * hour, ask.Silent, "window:fasting"},
		"a wait that begins later":                          {"swimming", 30 * hour, ask.Silent, "window:later"},
		"one that has begun later":                          {"swimming", 80 * hour, ask.NotYet, "window:later"},
		"time is up, and nobody said calm":                  {"sauna", 30 * hour, ask.NotYet, "window:water"},
		"a kind of two things, one of them nowhere":         {"hot yoga", 30 * hour, ask.Silent, ""},
		"the sun, with what follows":                        {"can I go in the sun", 30 * hour, ask.Yes, "window:light"},
		"what stays to be avoided while that holds":         {"sunbathing", 30 * hour, ask.NotYet, "window:light"},
		"which is over with it":                             {"sunbathing", 15 * 24 * hour, ask.Advice, "window:light"},
		"a hat, which the rule itself asks for":             {"can I wear a hat", 3 * hour, ask.Advice, "window:light"},
		"sunscreen, which the plan speaks of only later":    {"sunscreen", 3 * hour, ask.Silent, ""},
		"sunscreen as the next step":                        {"sunscreen", 30 * hour, ask.Yes, "window:light"},
		"hours of the day, within":                          {"driving", 30 * hour, ask.NotYet, "window:noon"},
		"a routine that has not begun":                      {"can I wash my face", 3 * hour, ask.NotYet, "routine:wash"},
		"a routine that runs":                               {"can I wash my face", 30 * hour, ask.Yes, "routine:wash"},
		"how a routine is done":                             {"how do I wash my face", 3 * hour, ask.Advice, "routine:wash"},
		"never, by the text alone":                          {"may I pick at it", 30 * hour, ask.No, "care:hands-off"},
		"never, in a sentence with a but":                   {"hydrafacial", 30 * hour, ask.No, "care:hands-off"},
		"behind the but":                                    {"silk pillowcase", 30 * hour, ask.Advice, "care:hands-off"},
		"a text that names a time forbids nothing for good": {"lipstick", 30 * hour, ask.Advice, "care:lips"},
		"what is expected":                                  {"is it normal to be red", 3 * hour, ask.Advice, "phase:one"},
		"the clinic's own reason to call":                   {"I have a nosebleed", 3 * hour, ask.Call, "call:nosebleed"},
		"a reason to call beside a wait that is over":       {"I have a fever, may I run", 30 * hour, ask.Call, "call:fever"},
		"a plan without the topic":                          {"may I have wine", 3 * hour, ask.Silent, ""},
		"one of two things is nowhere":                      {"can I run and have wine", 30 * hour, ask.Silent, ""},
		"the strictest of two":                              {"can I run and go to the sauna", 30 * hour, ask.NotYet, "window:water"},
		"negation turns the grammar alone":                  {"should I not go for a run", 3 * hour, ask.NotYet, "window:exercise"},
		"the next treatment, too early":                     {"can I have my next treatment now", 30 * hour, ask.NotYet, "spacing:spacing"},
		"the next treatment, when":                          {"when is my next treatment", 30 * hour, ask.Advice, "spacing:spacing"},
		"nonsense":                                          {"colourless green ideas", 3 * hour, ask.Unknown, ""},
		"nothing":                                           {"  ", 3 * hour, ask.Unknown, ""},
	} {
		r := treated(t, p, c.ago).Answer(ask.Question{Text: c.question})
		if r.Verdict != c.verdict || first(r) != c.lead {
			t.Errorf("%s: %q is answered %s by %q %v, want %s by %q", name, c.question, r.Verdict, first(r), r.Topics, c.verdict, c.lead)
		}
	}
}

func TestAnAnswerSaysUntilWhenItHolds(t *testing.T) {
	p := clinicPlan(t)
	at := now.Add(-30 * time.Hour)
	for question, want := range map[string]struct{ from, until, thenUntil time.Time }{
		"swimming":    {from: at.Add(72 * time.Hour)},
		"sauna":       {}, // until the person says that it is calm
		"sunbathing":  {until: at.Add(14 * 24 * time.Hour), thenUntil: at.Add(14 * 24 * time.Hour)},
		"sun":         {until: at.Add(14 * 24 * time.Hour), thenUntil: at.Add(14 * 24 * time.Hour)},
		"paragliding": {until: at.Add(48 * time.Hour)},
		"driving":     {until: time.Date(2026, 11, 27, 15, 30, 0, 0, time.UTC)},
	} {
		r := treated(t, p, 30*time.Hour).Answer(ask.Question{Text: question})
		if len(r.Answers) == 0 {
			t.Errorf("%s: no answer", question)
			continue
		}
		if a := r.Answers[0]; !a.From.Equal(want.from) || !a.Until.Equal(want.until) || !a.ThenUntil.Equal(want.thenUntil) {
			t.Errorf("%s: from %v until %v then until %v, want %+v", question, a.From, a.Until, a.ThenUntil, want)
		}
	}
}

func TestAMomentInTheQuestionIsAnsweredForThatMoment(t *testing.T) {
	p := clinicPlan(t)
	treatedAt := now.Add(-3 * time.Hour)
	for question, c := range map[string]struct {
		verdict ask.Verdict
		at      time.Time
	}{
		"can I run on day 2":          {ask.Yes, now.Add(45*time.Hour).Add(-time.Hour*45).AddDate(0, 0, 2)},
		"can I run after 2 days":      {ask.Yes, treatedAt.Add(48 * time.Hour)},
		"can I run on the second day": {ask.Yes, now.AddDate(0, 0, 2)},
		"can I swim 90 hours later":   {ask.NotYet, treatedAt.Add(90 * time.Hour)},
		"can I run for 2 hours":       {ask.NotYet, now},
		"can I run every 2 days":      {ask.NotYet, now},
		"can I run tonight":           {ask.NotYet, time.Date(2026, 11, 27, 20, 0, 0, 0, time.UTC)},
		"its been 3 days, can I run":  {ask.NotYet, now}, // what was entered counts, not what is said
	} {
		r := treated(t, p, 3*time.Hour).Answer(ask.Question{Text: question})
		if r.Verdict != c.verdict || !r.At.Equal(c.at) || r.AtSaid != !c.at.Equal(now) {
			t.Errorf("%q is answered %s at %v (said: %t), want %s at %v", question, r.Verdict, r.At, r.AtSaid, c.verdict, c.at)
		}
	}
	// One that package phrase read.
	text := "can I run saturday 20:00"
	r := treated(t, p, 3*time.Hour).Answer(ask.Question{Text: text, Time: &ask.Said{At: now.Add(29 * time.Hour), From: 10, To: len(text)}})
	if r.Verdict != ask.Yes || !r.AtSaid || !r.At.Equal(now.Add(29*time.Hour)) {
		t.Errorf("saturday: %+v", r)
	}
}

func TestRednessIsAPhaseUntilDaySevenAndACallAfterIt(t *testing.T) {
	p := starter(t, "essentials")
	for question, c := range map[string]struct {
		ago  time.Duration
		want ask.Verdict
	}{
		"still red":            {30 * time.Hour, ask.Advice},
		"my face is still red": {9 * 24 * time.Hour, ask.Call},
		"still red on day 9":   {30 * time.Hour, ask.Call},
		"its been 2 weeks and the redness hasnt gone":   {30 * time.Hour, ask.Call},
		"is it normal to still be red on the third day": {30 * time.Hour, ask.Advice},
		"the redness is getting worse":                  {30 * time.Hour, ask.Call},
		"no fever, just red":                            {30 * time.Hour, ask.Advice},
	} {
		if r := treated(t, p, c.ago).Answer(ask.Question{Text: question}); r.Verdict != c.want {
			t.Errorf("%q after %v is answered %s by %q, want %s", question, c.ago, r.Verdict, first(r), c.want)
		}
	}
}

func TestWhoToldItIsNotWhatIsAskedAbout(t *testing.T) {
	a := treated(t, starter(t, "essentials"), 3*time.Hour)
	for question, baby := range map[string]bool{
		"my nurse told me gym after 3 days": false,
		"the nurses said no makeup":         false,
		"retinol while nursing":             true,
		"can I nurse my baby":               true,
	} {
		r := a.Answer(ask.Question{Text: question})
		if got := slices.ContainsFunc(r.Topics, func(t ask.Topic) bool { return t.ID == "pregnancy" }); got != baby || !r.Understood {
			t.Errorf("%q is read as one about %v", question, r.Topics)
		}
	}
}

func TestAnotherPartOfTheBodyIsNotTheTreatedSkin(t *testing.T) {
	p := starter(t, "essentials")
	long := 60 * 24 * time.Hour
	for question, c := range map[string]struct {
		verdict   ask.Verdict
		elsewhere string
	}{
		"leg wax":                   {ask.Silent, "legs"},
		"can I wax my legs":         {ask.Silent, "legs"},
		"wax my chin":               {ask.Yes, ""},
		"leg wax and my upper lip":  {ask.Yes, ""},
		"is a sauna ok for my legs": {ask.Yes, ""}, // heat is of the whole body
	} {
		r := treated(t, p, long/2).Answer(ask.Question{Text: question})
		if r.Verdict != c.verdict || r.Elsewhere != c.elsewhere {
			t.Errorf("%q is answered %s by %q, elsewhere %q; want %s, %q", question, r.Verdict, first(r), r.Elsewhere, c.verdict, c.elsewhere)
		}
	}
}

func TestOfTwoTreatmentsTheStrictestOfTheSkinThatIsAskedAboutHolds(t *testing.T) {
	p := starter(t, "essentials")
	sc := treatedOf(
		course.Treatment{ID: 2, At: now.Add(-3 * time.Hour), Device: "pen", DepthMM: 0.5, Area: "neck", Plan: p},
		course.Treatment{ID: 1, At: now.AddDate(0, 0, -10), Device: "pen", DepthMM: 0.5, Area: "face", Plan: p},
	)
	for question, c := range map[string]struct {
		verdict   ask.Verdict
		treatment int64
	}{
		"makeup":             {ask.NotYet, 2},
		"makeup on my face":  {ask.Yes, 1},
		"makeup on my neck":  {ask.NotYet, 2},
		"sauna":              {ask.NotYet, 2},
		"sauna with my face": {ask.NotYet, 2}, // the neck is there, too
	} {
		r := sc.Answer(ask.Question{Text: question})
		if len(r.Answers) == 0 || r.Verdict != c.verdict || r.Answers[0].Treatment != c.treatment {
			t.Errorf("%q is answered %s: %+v; want %s of treatment %d", question, r.Verdict, r.Answers, c.verdict, c.treatment)
		}
	}
}

func TestBeforeAndAfterACourseAndWithoutOneNothingIsAllowedThatThePlanDoesNotAllow(t *testing.T) {
	p := starter(t, "essentials")
	ahead := treatedOf(course.Treatment{ID: 1, At: now.Add(48 * time.Hour), Device: "pen", DepthMM: 0.5, Area: "face", Plan: p})
	over := treatedOf(course.Treatment{ID: 1, At: now.AddDate(0, 0, -100), Device: "pen", DepthMM: 0.5, Area: "face", Plan: p})
	none := ask.Scene{Now: now, Zone: time.UTC, Plan: p, Book: ask.Default()}
	for name, c := range map[string]struct {
		scene    ask.Scene
		question string
		want     ask.Verdict
	}{
		"ahead: a wait that begins with the treatment": {ahead, "may I wear makeup", ask.Silent},
		"ahead: a routine": {ahead, "may I moisturise", ask.Silent},
		"ahead: a sign":    {ahead, "pus", ask.Call},
		"over: a wait":     {over, "may I wear makeup", ask.Yes},
		"over: never":      {over, "may I pick at my skin", ask.No},
		"none: a wait":     {none, "may I wear makeup", ask.Silent},
		"none: a sign":     {none, "pus", ask.Call},
		"none: how":        {none, "how should I sleep", ask.Advice},
		"none: why":        {none, "why no makeup", ask.Advice},
		"none: a routine":  {none, "may I moisturise", ask.Silent},
		"none: the next":   {none, "when is my next treatment", ask.Advice},
	} {
		r := c.scene.Answer(ask.Question{Text: c.question})
		if r.Verdict != c.want || r.NoTreatment != (len(c.scene.Courses) == 0) {
			t.Errorf("%s: %q is answered %s by %v, want %s", name, c.question, r.Verdict, ids(r.Answers), c.want)
		}
	}
}

func TestCalmSkinEndsAWaitThatAsksForIt(t *testing.T) {
	p := clinicPlan(t)
	c := course.New(course.Treatment{ID: 1, At: now.Add(-30 * time.Hour), Plan: p, SameArea: []int64{1}}, time.UTC,
		[]record.Entry{{ID: 1, At: now.Add(-time.Hour), Kind: record.KindCalm, What: "water", Treatment: 1}})
	sc := ask.Scene{Now: now, Zone: time.UTC, Courses: []course.Course{c}, Plan: c.Plan, Book: ask.Default()}
	if r := sc.Answer(ask.Question{Text: "sauna"}); r.Verdict != ask.Yes {
		t.Errorf("sauna is answered %s", r.Verdict)
	}
}

func TestAnIngredientThatThePlanNamesIsAnsweredByItsListAndItsWait(t *testing.T) {
	p := starter(t, "essentials")
	for question, c := range map[string]struct {
		ago  time.Duration
		want ask.Verdict
	}{
		"retinol":         {30 * time.Hour, ask.NotYet},
		"tretinoin cream": {30 * time.Hour, ask.NotYet},
		"retinal":         {6 * 24 * time.Hour, ask.Yes},
		"rubbing alcohol": {30 * time.Hour, ask.NotYet},
	} {
		if r := treated(t, p, c.ago).Answer(ask.Question{Text: question}); r.Verdict != c.want && !(c.want == ask.NotYet && r.Verdict == ask.No) {
			t.Errorf("%q after %v is answered %s by %v, want %s", question, c.ago, r.Verdict, ids(r.Answers), c.want)
		}
	}
}

func TestAMisspeltWordIsReadOnlyWhereOneReadingIsClearlyBest(t *testing.T) {
	sc := treated(t, starter(t, "essentials"), 3*time.Hour)
	for question, topic := range map[string]string{
		"swiming": "swimming", "sunscren": "sunscreen", "exersise": "exercise", "makup": "makeup", "derma plane": "dermaplaning", "hot-tub": "hot-tub", "hottub": "hot-tub",
	} {
		r := sc.Answer(ask.Question{Text: question})
		if len(r.Topics) != 1 || r.Topics[0].ID != topic {
			t.Errorf("%q is about %v, want %s", question, r.Topics, topic)
		}
	}
	for _, question := range []string{"work", "fill in a form", "the shrubs", "zzyzx"} {
		if r := sc.Answer(ask.Question{Text: question}); r.Verdict == ask.Yes || r.Verdict == ask.NotYet {
			t.Errorf("%q is answered %s about %v", question, r.Verdict, r.Topics)
		}
	}
}

func TestWhoSaysThatLessTimeHasPassedIsAnsweredForThat(t *testing.T) {
	sc := treated(t, starter(t, "essentials"), 30*time.Hour)
	for q, want := range map[string]ask.Verdict{
		"its been 3 hours can I wear makeup": ask.NotYet, "its only been 3 hours makeup": ask.NotYet, "can I wear makeup its been 5 days": ask.Yes, "can I wear makeup": ask.Yes,
		"its been 5 days can I use retinol": ask.NotYet,
	} {
		if got := sc.Answer(ask.Question{Text: q}); got.Verdict != want {
			t.Errorf("%q: %s, want %s", q, got.Verdict, want)
		}
	}
}

func TestNoWordOfAPlanTakesAReasonToCallAway(t *testing.T) {
	words := []string{"blisters", "fevers", "chills", "burns", "numbness", "throbbing", "wheezing", "oozing", "dents", "pus", "black skin", "cold sores", "blurry"}
	activities := ""
	for i, w := range words {
		if i > 0 {
			activities += ", "
		}
		activities += `"` + w + `"`
	}
	p, err := guidance.Parse("clinic.toml", []byte(clinic+"\n[[windows]]\nid = \"over\"\nname = \"Over\"\navoid = \"No sport.\"\nuntil = \"1h\"\nactivities = ["+activities+"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	own, none := treated(t, p, 30*time.Hour), treated(t, clinicPlan(t), 30*time.Hour)
	for _, w := range words {
		for _, q := range []string{w, "is it ok that I have " + w, "my skin has " + w} {
			bare, got := none.Answer(ask.Question{Text: q}), own.Answer(ask.Question{Text: q})
			if bare.Verdict == ask.Call && got.Verdict != ask.Call {
				t.Errorf("%q: %s beside a plan with that word", q, got.Verdict)
			}
		}
	}
}
