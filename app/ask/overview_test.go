package ask_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/ask"
)

// overviewed is a plan with a row of each kind that an overview has to name, and of each that it has not.
const overviewed = sheetHead + `[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
[[windows]]
id = "hot"
name = "Hot water"
avoid = "No hot water."
[[windows]]
id = "touch"
name = "Touching"
avoid = "Touch it as little as you can."
soft = true
until = "10 days"
[[windows]]
id = "calm"
name = "Acids"
avoid = "No acids."
until = "calm"
[[windows]]
id = "sun"
name = "Sun"
avoid = "No sun."
until = "48 hours"
then = "sunscreen and a hat"
[[windows]]
id = "wax-before"
name = "Waxing"
avoid = "No waxing."
from = "-1 week"
until = "0h"
[[windows]]
id = "aspirin"
name = "Aspirin"
avoid = "No aspirin."
from = "-3 days"
until = "3 days"
[[routines]]
id = "antiviral"
name = "Antiviral tablets"
how = "One."
times = ["08:00"]
from = "-2 days"
until = "end of day 2"
situation = "prescribed"
[[care]]
id = "pick"
name = "Picking"
text = "Never pick."
never = ["picking"]
[[care]]
id = "water"
name = "Water"
text = "Drink water."
[[care]]
id = "bare"
name = "Bare face"
text = "Come with a bare face."
from = "-1 day"
until = "0h"
`

func TestAnOverviewNamesAllThatHolds(t *testing.T) {
	plan := planOf(t, overviewed)
	const day = 24 * time.Hour
	avoid := []string{"what do I have to avoid", "what can I not do today", "when can I do everything again", "what should I avoid", "what is still forbidden"}
	prepare := []string{"how do I prepare", "what do I have to do before my appointment", "what do I come with", "how do I prepare for my treatment"}
	for _, c := range []struct {
		questions []string
		after     time.Duration
		want      []string
	}{
		{avoid, time.Hour, []string{"aspirin", "calm", "hot", "makeup", "pick", "sun", "touch"}},
		{avoid, 4 * day, []string{"calm", "hot", "pick", "touch"}},
		{avoid, 20 * day, []string{"calm", "hot", "pick"}},
		{avoid, -5 * day, []string{"aspirin", "pick", "wax-before"}},
		{prepare, -5 * day, []string{"antiviral", "aspirin", "bare", "wax-before"}},
		{prepare, -2 * time.Hour, []string{"antiviral", "aspirin", "bare", "wax-before"}},
		{[]string{"what should I avoid before my treatment"}, -5 * day, []string{"aspirin", "wax-before"}},
	} {
		for _, question := range c.questions {
			r := longKnown(plan, c.after).Answer(ask.Question{Text: question})
			var got []string
			for _, a := range r.Answers {
				if a.Verdict == ask.Yes {
					t.Errorf("%q, %s after: %s is a yes", question, c.after, a.ID)
				}
				got = append(got, a.ID)
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) || r.Verdict != ask.Advice || !r.Overview {
				t.Errorf("%q, %s after: %s by %v, want %v", question, c.after, r.Verdict, got, c.want)
			}
		}
	}
}

func TestAnOverviewIsOfNoOneThingAndBehindEachReasonToCall(t *testing.T) {
	plan := planOf(t, overviewed)
	wantAllLed(t, plan, map[string]led{
		"one thing":                {"can I wear makeup before my appointment", -time.Hour, ask.Advice, "bare"},
		"one thing of all":         {"what makeup should I avoid", time.Hour, ask.NotYet, "makeup"},
		"a reason to call":         {"what should I avoid, I have a fever", time.Hour, ask.Call, "fever"},
		"nothing before is left":   {"how do I prepare", 4 * 24 * time.Hour, ask.Silent, ""},
		"what a routine wants now": {"can I take aspirin before my treatment", -time.Hour, ask.NotYet, "aspirin"},
	})
}
