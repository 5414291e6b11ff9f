package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
)

// sheetLeft is a plan with what fresh sheets lost: what falls under "only what we gave you", advice that is over, medicines of
// other names, what follows a wait.
const sheetLeft = sheetHead + `[[windows]]
id = "products"
name = "Creams and soaps"
avoid = "No creams, no soaps. Only what your therapist gave you."
until = "2 days"
except = ["what your therapist gave you"]
[[windows]]
id = "drinks"
name = "Drinks"
avoid = "Drink only what we gave you."
until = "2 days"
[[windows]]
id = "scrub"
name = "Exfoliating"
avoid = "Do not exfoliate."
until = "1 week"
[[windows]]
id = "steroids"
name = "Painkillers, steroids"
avoid = "No steroids."
until = "1 week"
[[windows]]
id = "sun-cream"
name = "Sun cream"
avoid = "No sun cream yet."
until = "4 days"
then = "Mineral zinc sun cream"
then_until = "3 months"
[[routines]]
id = "prednisone"
name = "Prednisone"
how = "1 pill."
times = ["08:00"]
until = "5 days"
[[care]]
id = "numbing"
name = "Numbing cream"
text = "Put the numbing cream on 45 to 60 minutes before."
from = "-1 day"
until = "0h"
[[care]]
id = "antiviral"
name = "Antiviral"
text = "If you get cold sores, use the antiviral as you were told."
situation = "prescribed"
[[care]]
id = "moist"
name = "Moisturiser"
text = "Put our care product on often. Hyaluronic acid is ideal."
until = "3 days"
[[care]]
id = "mask"
name = "Face mask"
text = "Wear a clean face mask."
`

func TestWhatFreshSheetsLostIsAnswered(t *testing.T) {
	plan := planOf(t, sheetLeft)
	const day = 24 * time.Hour
	wantAllLed(t, plan, map[string]led{
		"only what they gave leaves the serum out": {"serum", time.Hour, ask.NotYet, "products"},
		"and makeup":                                        {"makeup", time.Hour, ask.NotYet, "products"},
		"is told before":                                    {"serum", -12 * time.Hour, ask.Silent, "products"},
		"its end is no leave":                               {"serum", 3 * day, ask.Silent, ""},
		"but for what they gave":                            {"the serum you gave me", time.Hour, ask.Advice, "products"},
		"and what the clinic gave":                          {"the serum that the clinic gave me", time.Hour, ask.Advice, "products"},
		"what a friend gave waits":                          {"the serum my friend gave me", time.Hour, ask.NotYet, "products"},
		"nor is the end of it for makeup":                   {"lipstick", 3 * day, ask.Silent, ""},
		"an acid exfoliates":                                {"glycolic acid", 3 * day, ask.NotYet, "scrub"},
		"and the end of that allows none":                   {"glycolic acid", 8 * day, ask.Silent, ""},
		"numbing cream is no steroid":                       {"numbing cream", time.Hour, ask.Advice, "numbing"},
		"a steroid cream is one":                            {"steroid cream", time.Hour, ask.NotYet, "steroids"},
		"an ointment is none of the pills":                  {"bacitracin ointment", 3 * day, ask.Silent, ""},
		"advice that is over is told by a word of its text": {"hyaluronic acid", 4 * day, ask.Advice, "moist"},
		"a mask of cloth is worn":                           {"cloth mask", 4 * day, ask.Advice, "mask"},
		"washing the face is none of it":                    {"wash my face", 4 * day, ask.Silent, ""},
	})
	sc := treatedOf(course.Treatment{ID: 1, At: now.Add(-time.Hour), EnteredAt: now.Add(-2 * time.Hour), Plan: plan})
	t.Run("what follows a wait is told while it holds", func(t *testing.T) {
		if r := sc.Answer(ask.Question{Text: "sun cream"}); r.Verdict != ask.NotYet || r.Answers[0].Then != "Mineral zinc sun cream" {
			t.Errorf("the answer is %s, then %q", r.Verdict, r.Answers[0].Then)
		}
	})
	t.Run("behind the call stands the plan's advice for that sign", func(t *testing.T) {
		r := sc.Answer(ask.Question{Text: "I have a cold sore"})
		if r.Verdict != ask.Call || len(r.Also) != 1 || r.Also[0].ID != "antiviral" {
			t.Errorf("the answer is %s, and beside it %v", r.Verdict, r.Also)
		}
	})
}
