package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// sheetNamed is a plan of which a broader or a narrower thing is asked than it names.
const sheetNamed = sheetHead + `[[windows]]
id = "toner"
name = "Toner with alcohol"
avoid = "No toner with alcohol."
until = "10 days"
[[windows]]
id = "thinners"
name = "Blood thinners"
avoid = "No blood thinners."
from = "-1 week"
until = "0h"
[[windows]]
id = "nsaids"
name = "Anti-inflammatories"
avoid = "No anti-inflammatory medicine."
until = "1 week"
[[care]]
id = "spf"
name = "SPF 25"
text = "If you must go out, use SPF 25."
[[routines]]
id = "serum"
name = "Peptide serum"
times = ["08:00"]
until = "1 week"
[[routines]]
id = "cleanse"
name = "Face wash"
times = ["08:00", "20:30"]
until = "1 week"
  [[routines.stages]]
  until = "2 days"
  how = "Then bacitracin ointment."
[[call]]
id = "lumps"
text = "Redness or small lumps where the needle went in."
act = "today"
`

func TestAQuestionIsAnsweredByWhatThePlanNamesMoreOrLessBroadly(t *testing.T) {
	plan := planOf(t, sheetNamed)
	wantAllLed(t, plan, map[string]led{
		"a kind of what is asked, as advice":              {"toner", time.Hour, ask.Advice, "toner"},
		"the word of a routine's name":                    {"serum", time.Hour, ask.Advice, "serum"},
		"a figure of its own":                             {"sunscreen", time.Hour, ask.Advice, "spf"},
		"another kind is not named":                       {"rose water", time.Hour, ask.Silent, ""},
		"what thins the blood, by the name of one":        {"aspirin", -24 * time.Hour, ask.NotYet, "thinners"},
		"what is against inflammation, too":               {"aspirin", time.Hour, ask.NotYet, "nsaids"},
		"another one of these":                            {"ibuprofen", time.Hour, ask.NotYet, "nsaids"},
		"of which the end of that is no leave":            {"aspirin", 8 * 24 * time.Hour, ask.Silent, "thinners"},
		"one that is neither":                             {"paracetamol", time.Hour, ask.Silent, ""},
		"the step of a routine that holds":                {"bacitracin", time.Hour, ask.Advice, "cleanse"},
		"no step that is over":                            {"bacitracin", 3 * 24 * time.Hour, ask.Silent, ""},
		"the plan's own reason to call, the stricter one": {"a lump", time.Hour, ask.Call, "lumps"},
	})
}
