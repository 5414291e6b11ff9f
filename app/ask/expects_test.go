package ask_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/ask"
)

// expecting is the plan of a sheet on which blisters, hives and redness for two weeks are nothing to call about.
const expecting = sheetHead + `[[windows]]
id = "blisters"
name = "Popping blisters"
avoid = "Do not touch, pop or pick blisters."
[[windows]]
id = "sweat"
name = "Exercise"
avoid = "No gym."
until = "48 hours"
and_when = "calm"
condition = "all redness is gone"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "3 days"
[[windows]]
id = "scrub"
name = "Exfoliating"
avoid = "Do not exfoliate."
until = "5 days"
[[windows]]
id = "actives"
name = "Active ingredients"
avoid = "No retinoids, AHAs or vitamin C."
until = "5 days"
[[windows]]
id = "tan-before"
name = "Self tan before"
avoid = "No self tan."
from = "next-2 weeks"
until = "next"
[[windows]]
id = "tan"
name = "Self tan"
avoid = "No self tan."
until = "3 days"
[[routines]]
id = "sunscreen"
name = "Sunscreen"
how = "Apply it all over."
times_a_day = 2
until = "10 days"
[[care]]
id = "clean"
name = "Clean hands"
text = "Never touch your face with unwashed hands."
never = ["unwashed hands"]
[[phases]]
id = "first"
name = "First day"
until = "24 hours"
expect = "blisters that come 6 to 12 hours after, coloured fluid in them"
[[phases]]
id = "healing"
name = "Healing"
from = "24 hours"
until = "2 weeks"
expect = "redness, hives, darker pigment"
`

func TestWhatThePlanItselfExpectsIsAnsweredBeforeTheGeneralListOfCalls(t *testing.T) {
	const hour, day = time.Hour, 24 * time.Hour
	wantAllLed(t, planOf(t, expecting), map[string]led{
		"a blister that the sheet announces":            {"there is weird coloured fluid in my blister", 10 * hour, ask.Advice, "first"},
		"not once its time is over":                     {"I have a blister", 4 * day, ask.Call, "blisters"},
		"what else the list says of the same":           {"I have a cold sore", 10 * hour, ask.Call, "blisters"},
		"hives":                                         {"is it normal to have hives", 4 * day, ask.Advice, "healing"},
		"a darker colour":                               {"my freckles got darker is that ok", 4 * day, ask.Advice, "healing"},
		"redness for as long as the sheet says":         {"how long will it be red", 8 * day, ask.Advice, "healing"},
		"redness after that":                            {"it is still red", 15 * day, ask.Call, "lasting-redness"},
		"what gets worse is never expected":             {"it is getting more red every day", 4 * day, ask.Call, "worse"},
		"redness that spreads is not":                   {"the redness is spreading", 4 * day, ask.Call, "fever"},
		"a sign beside it":                              {"I have hives and a fever", 4 * day, ask.Call, "fever"},
		"what is in the blister and on the list":        {"there is pus in my blister", 10 * hour, ask.Call, "pus"},
		"what the plan forbids to do with it":           {"should I pop my blister", 4 * day, ask.NotYet, "blisters"},
		"a wait until that is over":                     {"can I go to the gym when I am still red", 16 * day, ask.NotYet, "sweat"},
		"a yes to something else never goes before it":  {"can I wear makeup, it is still red", 16 * day, ask.Call, "lasting-redness"},
		"must I is answered by neither yes nor no":      {"do I have to wash my hands before touching my face", 4 * day, ask.Advice, "clean"},
		"a wait named by the thing leads its broader":   {"can I exfoliate", 30 * hour, ask.NotYet, "scrub"},
		"how long something is done":                    {"how long do I need sunscreen", 4 * day, ask.Advice, "sunscreen"},
		"whether it may be done":                        {"can I use sunscreen", 4 * day, ask.Yes, "sunscreen"},
		"what waits again before the next treatment":    {"can I use self tan", 4 * day, ask.Yes, "tan"},
		"emergencies never yield to what is expected":   {"I have hives and can not breathe", 4 * day, ask.Call, "breathing"},
		"a phase that begins within the day is so, too": {"is it normal to have hives", 10 * hour, ask.Advice, "healing"},
	})
}

func TestAReasonToCallStandsBehindWhatThePlanExpects(t *testing.T) {
	r := longKnown(planOf(t, expecting), 10*time.Hour).Answer(ask.Question{Text: "there is weird coloured fluid in my blister"})
	if !slices.ContainsFunc(r.Also, func(a ask.Answer) bool { return a.Kind == ask.CallLine && a.ID == "blisters" }) {
		t.Errorf("beside the answer stands %+v", r.Also)
	}
}

func TestWhoCanNotDoSomethingDeniesNoSign(t *testing.T) {
	sc := longKnown(planOf(t, expecting), 10*time.Hour)
	for _, question := range []string{"I can not breathe", "i could not breathe well", "can not breathe properly", "I am not able to breathe", "can not see clearly", "I can not swallow"} {
		if r := sc.Answer(ask.Question{Text: question}); r.Verdict != ask.Call || r.Answers[0].Act != "emergency" {
			t.Errorf("%q is answered %s", question, r.Verdict)
		}
	}
	for _, question := range []string{"no fever", "I have no trouble breathing", "it is not infected"} {
		if r := sc.Answer(ask.Question{Text: question}); r.Verdict == ask.Call {
			t.Errorf("%q is answered by %s", question, r.Answers[0].ID)
		}
	}
}

// wound is the plan of a laser's sheet: what it says in other words than people ask in.
const wound = sheetHead + `[[windows]]
id = "sun"
name = "Sun and tanning beds"
avoid = "No direct sun."
until = "2 to 4 weeks"
[[routines]]
id = "ice"
name = "Ice pack"
how = "With a clean cover."
every = "1 hour"
until = "72 hours"
[[care]]
id = "cubes"
name = "Ice cubes"
text = "Do not put ice cubes directly on the skin."
never = ["ice cubes"]
[[phases]]
id = "first"
name = "First"
until = "1 day"
expect = "swollen skin, pink skin"
[[phases]]
id = "second"
name = "Second"
from = "1 day"
until = "3 months"
expect = "swelling for up to 7 days, pink skin"
`

func TestASheetsOwnWordsAreFoundByThoseThatPeopleAskIn(t *testing.T) {
	const hour, day = time.Hour, 24 * time.Hour
	wantAllLed(t, planOf(t, wound), map[string]led{
		"a form of the word":              {"is it normal to still be swollen", 30 * hour, ask.Advice, "second"},
		"pink, after a week":              {"my skin is still pink after a week", 8 * day, ask.Advice, "second"},
		"never one kind of a thing":       {"how long should I ice", 30 * hour, ask.Advice, "cubes"},
		"that kind itself":                {"can I use ice cubes", 30 * hour, ask.No, "cubes"},
		"no yes beside it":                {"can I put ice directly on my face", 30 * hour, ask.Advice, "cubes"},
		"how long to stay out of the sun": {"how long do I have to stay out of the sun", 30 * hour, ask.NotYet, "sun"},
	})
}
