package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// sheetWords is a plan with what fresh sheets say that was read wrong once.
const sheetWords = sheetHead + `[[windows]]
id = "nothing"
name = "Anything on the skin"
avoid = "Nothing on the skin: no serum, no SPF."
until = "3 hours"
except = ["mild cleanser"]
[[windows]]
id = "painkillers"
name = "Aspirin"
avoid = "No aspirin."
from = "-10 days"
until = "0h"
except = ["paracetamol"]
[[windows]]
id = "bare"
name = "Makeup before"
avoid = "Come without makeup."
from = "-10 hours"
until = "0h"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
except = ["mineral makeup"]
[[windows]]
id = "botox"
name = "Botox"
avoid = "No Botox."
from = "-48 hours"
until = "48 hours"
[[windows]]
id = "procedures"
name = "Laser, peel"
avoid = "No laser and no peel."
until = "1 month"
[[routines]]
id = "antiviral"
name = "Aciclovir"
how = "If you get cold sores."
times = ["08:00"]
from = "-1 week"
until = "1 week"
situation = "prescribed"
[[windows]]
id = "rub"
name = "Rubbing"
avoid = "Do not rub the skin."
until = "4 hours"
[[care]]
id = "hands"
name = "Hands off"
text = "Do not touch it. Never pick."
never = ["picking"]
[[care]]
id = "cream"
name = "Moisturiser"
text = "Use a moisturiser without perfume."
`

func TestWhatFreshSheetsSayIsToldAsTheyMeanIt(t *testing.T) {
	plan := planOf(t, sheetWords)
	for name, c := range map[string]struct {
		question string
		after    time.Duration // the treatment
		want     ask.Verdict
		except   string
	}{
		"an exception that the wait is not about":        {"mild cleanser", time.Hour, ask.Advice, "mild cleanser"},
		"an exception once the wait is over is no yes":   {"mild cleanser", 80 * time.Hour, ask.Silent, ""},
		"an exception of a wait before the treatment":    {"paracetamol", -5 * time.Hour, ask.Advice, "paracetamol"},
		"an exception beside a wait that is over":        {"mineral makeup", 5 * time.Hour, ask.Advice, "mineral makeup"},
		"the thing itself still waits":                   {"makeup", time.Hour, ask.NotYet, ""},
		"what the plan names itself, by its own time":    {"botox", 72 * time.Hour, ask.Yes, ""},
		"that while it waits":                            {"botox", time.Hour, ask.NotYet, ""},
		"what was prescribed, before the treatment":      {"aciclovir", -5 * time.Hour, ask.Advice, ""},
		"advice to use something without something else": {"moisturiser", 5 * time.Hour, ask.Advice, ""},
		"what is put on skin that is to have nothing on": {"moisturiser", time.Hour, ask.NotYet, ""},
		"makeup, too, whatever its own wait spares":      {"mineral makeup", time.Hour, ask.NotYet, ""},
		"what is not put on the skin":                    {"shower", time.Hour, ask.Silent, ""},
		"that is no leave for it once the wait is over":  {"toner", 5 * time.Hour, ask.Silent, ""},
		"what the plan names itself has no never by kin": {"rubbing", 5 * time.Hour, ask.Yes, ""},
		"while its kin has":                              {"scratching", 5 * time.Hour, ask.No, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := longKnown(plan, c.after).Answer(ask.Question{Text: c.question})
			if r.Verdict != c.want {
				t.Fatalf("%q is answered %s by %+v", c.question, r.Verdict, r.Answers)
			}
			if c.except != "" && r.Answers[0].Except != c.except {
				t.Errorf("%q: the exception is %q", c.question, r.Answers[0].Except)
			}
		})
	}
}
