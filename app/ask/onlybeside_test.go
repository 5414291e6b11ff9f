package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// onlyBeside is a plan that has none of a thing at first, and then one kind of it.
const onlyBeside = sheetHead + `[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
[[windows]]
id = "makeup-mineral"
name = "Makeup that is not mineral"
avoid = "Use mineral makeup only."
until = "3 days"
except = ["mineral makeup"]
`

func TestWhatAloneIsAllowedIsNoLeaveWhileAStricterWaitRuns(t *testing.T) {
	plan := planOf(t, onlyBeside)
	for _, q := range []string{"can I wear makeup", "when can I wear makeup", "what makeup can I use", "can I use mascara", "can I wear mineral makeup"} {
		for _, c := range []struct {
			after time.Duration
			id    string
			until time.Duration
		}{{time.Hour, "makeup", 24 * time.Hour}, {30 * time.Hour, "makeup-mineral", 72 * time.Hour}} {
			r := longKnown(plan, c.after).Answer(ask.Question{Text: q})
			if len(r.Answers) == 0 {
				t.Fatalf("%q is answered %s", q, r.Verdict)
			}
			if q == "can I wear mineral makeup" && c.id == "makeup-mineral" {
				if r.Verdict == ask.NotYet {
					t.Errorf("%q at %v: %s, although the plan names it", q, c.after, r.Verdict)
				}
				continue
			}
			if a := r.Answers[0]; r.Verdict != ask.NotYet || a.ID != c.id || a.Only != (c.id == "makeup-mineral") || r.Onward != nil {
				t.Errorf("%q at %v is led by %s (%s, only %v), ends at %v, onward %v", q, c.after, a.ID, r.Verdict, a.Only, a.Until, r.Onward)
			}
		}
	}
}
