package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

const coldSorePlan = sheetHead + `[[routines]]
id = "antiviral"
name = "Antiviral tablets"
how = "If you are prone to cold sores: take your tablets."
times = ["08:00"]
from = "-2 days"
until = "end of day 2"
situation = "prescribed"
[[care]]
id = "pigment"
name = "Dark skin"
text = "Tell us if you are prone to hyperpigmentation."
`

func TestAHistoryIsNoReasonToCallYet(t *testing.T) {
	plan := planOf(t, coldSorePlan)
	for _, question := range []string{
		"I get cold sores", "i am prone to cold sores", "I have a history of herpes", "I had cold sores last year",
		"I used to get cold sores", "do I need something for cold sores", "should I take anything for cold sores",
		"will I get cold sores", "how do i prevent a cold sore", "I always get cold sores in the sun", "ive had cold sores in the past",
		"my doctor says I am prone to cold sores", "i had herpes 3 years ago",
	} {
		for _, after := range []time.Duration{-16 * 24 * time.Hour, -12 * time.Hour, time.Hour} {
			r := longKnown(plan, after).Answer(ask.Question{Text: question})
			if r.Verdict != ask.Advice || r.Answers[0].ID != "antiviral" || len(r.Also) != 1 || r.Also[0].ID != "blisters" || len(r.Topics) > 0 {
				t.Errorf("%q, %s after: %s by %+v, behind it %+v", question, after, r.Verdict, r.Answers, r.Also)
			}
		}
	}
	wantLed(t, longKnown(plan, time.Hour), "am I prone to hyperpigmentation", ask.Advice, "pigment")
}

func TestWhatIsNowIsAReasonToCallWhateverWasBefore(t *testing.T) {
	plan := planOf(t, coldSorePlan)
	for question, call := range map[string]string{
		"I have a cold sore": "blisters", "cold sore": "blisters", "getting cold sores": "blisters", "i feel a cold sore coming": "blisters",
		"I get cold sores and now I have one":               "blisters",
		"I am prone to cold sores and it tingles":           "blisters",
		"I used to get cold sores, there are blisters":      "blisters",
		"I had a cold sore yesterday":                       "blisters",
		"I had a cold sore 3 days ago":                      "blisters",
		"I had a cold sore before my treatment":             "blisters",
		"I always get cold sores and it started again":      "blisters",
		"history of cold sores, is this one on my lip":      "blisters",
		"i get cold sores, cannot breathe":                  "breathing",
		"I am prone to cold sores and I have a fever":       "fever",
		"I always get cold sores, the redness is spreading": "fever",
		"history of herpes and my eye hurts":                "eyes",
		"I had cold sores last year, now pus comes out":     "pus",
		"prone to pih and I have new dark patches":          "dark-patches",
		"i used to get fevers":                              "fever",
		"i always get eye pain":                             "eyes",
		"history of trouble breathing":                      "breathing",
	} {
		for _, after := range []time.Duration{-12 * time.Hour, time.Hour, 30 * time.Hour} {
			r := longKnown(plan, after).Answer(ask.Question{Text: question})
			if r.Verdict != ask.Call || r.Answers[0].ID != call {
				t.Errorf("%q, %s after: %s by %+v, want the call %s", question, after, r.Verdict, r.Answers, call)
			}
		}
	}
}

func TestAHistoryOfWhichNoPlanSpeaksIsSilenceBeforeTheTreatmentAndACallBehindIt(t *testing.T) {
	plan := planOf(t, sheetHead+"[[windows]]\nid = \"makeup\"\nname = \"Makeup\"\navoid = \"No makeup.\"\nuntil = \"24 hours\"\n")
	r := longKnown(plan, -24*time.Hour).Answer(ask.Question{Text: "I am prone to cold sores"})
	if r.Verdict != ask.Silent || len(r.Also) != 1 || r.Also[0].ID != "blisters" {
		t.Errorf("before it is %s, behind it %+v", r.Verdict, r.Also)
	}
	wantLed(t, longKnown(plan, time.Hour), "I am prone to cold sores", ask.Call, "blisters")
	own := planOf(t, coldSorePlan+"[[call]]\nid = \"sores\"\ntext = \"If you are prone to cold sores.\"\nact = \"today\"\n")
	if r := longKnown(own, time.Hour).Answer(ask.Question{Text: "I am prone to cold sores"}); r.Verdict != ask.Call {
		t.Errorf("what the clinic itself wants to be called for is %s", r.Verdict)
	}
}

func TestLumpsThatAPhaseExpectsAsBumpsAreExpected(t *testing.T) {
	plan := planOf(t, sheetHead+`[[phases]]
id = "first"
name = "First days"
until = "3 days"
expect = "small bumps where the needle went in"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
`)
	r := longKnown(plan, time.Hour).Answer(ask.Question{Text: "are the lumps normal"})
	if r.Verdict != ask.Advice || r.Answers[0].ID != "first" || len(r.Also) != 1 || r.Also[0].ID != "late-lumps" {
		t.Errorf("an hour after they are %s by %+v, behind it %+v", r.Verdict, r.Answers, r.Also)
	}
	for question, after := range map[string]time.Duration{
		"are the lumps normal": 20 * 24 * time.Hour, "is a hard lump normal": time.Hour, "a lump like a marble": time.Hour,
		"itchy lumps": time.Hour, "the lumps are oozing": time.Hour, "lump in my throat": time.Hour,
	} {
		if r := longKnown(plan, after).Answer(ask.Question{Text: question}); r.Verdict != ask.Call {
			t.Errorf("%q, %s after: %s", question, after, r.Verdict)
		}
	}
}
