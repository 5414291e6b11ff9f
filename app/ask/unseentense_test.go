package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// unseenThen is a plan with waits that are over, and with what follows one.
const unseenThen = sheetHead + `[[windows]]
id = "spf"
name = "Sunscreen at first"
avoid = "No SPF yet."
until = "24 hours"
then = "mineral SPF 30, hat and sunglasses"
then_until = "2 weeks"
[[windows]]
id = "exercise"
name = "Exercise"
avoid = "No hard exercise."
until = "5 days"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
after = "Use clean brushes."
[[windows]]
id = "makeup-before"
name = "Makeup before"
avoid = "Come without makeup."
from = "end of day -1"
until = "0h"
[[windows]]
id = "cleansers"
name = "Cleansers"
avoid = "Use mild cleansers only."
until = "2 weeks"
except = ["mild cleanser"]
`

func TestARuleThatIsOverIsNotToldAsIfItHeld(t *testing.T) {
	plan := planOf(t, unseenThen)
	const day = 24 * time.Hour
	lead := func(after time.Duration, question string) ask.Answer {
		t.Helper()
		r := longKnown(plan, after).Answer(ask.Question{Text: question})
		if r.Verdict != ask.Advice || len(r.Answers) == 0 {
			t.Fatalf("%q is answered %s: %+v", question, r.Verdict, r.Answers)
		}
		return r.Answers[0]
	}
	if a := lead(8*day, "how often do I use sunscreen"); a.ID != "spf" || a.Text != "mineral SPF 30, hat and sunglasses" {
		t.Errorf("the step that follows is told as %q", a.Text)
	}
	if a := lead(8*day, "how should I exercise"); a.ID != "exercise" || a.Ended.IsZero() {
		t.Errorf("a rule that is over is told as %q, with no end", a.Text)
	}
	if a := lead(8*day, "which makeup can I use"); a.Text != "Use clean brushes." {
		t.Errorf("what is said once a wait is over is told as %q", a.Text)
	}
	if r := longKnown(plan, 4*day).Answer(ask.Question{Text: "do I need a hat"}); len(r.Answers) == 0 || r.Answers[0].ID != "spf" {
		t.Errorf("the step that names the hat is not found: %+v", r.Answers)
	}
	for _, a := range longKnown(plan, time.Hour).Answer(ask.Question{Text: "can I wear makeup"}).Answers {
		if a.Spent {
			t.Errorf("beside the wait that holds, %s is told as one for before alone", a.ID)
		}
	}
	if r := longKnown(plan, time.Hour).Answer(ask.Question{Text: "which cleanser can I use"}); r.Verdict != ask.NotYet || !r.Answers[0].Only {
		t.Errorf("what alone is allowed is told as %s", r.Verdict)
	}
}
