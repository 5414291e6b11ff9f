package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// unseenSorts is a plan with rows of sheets that nobody had seen: what they forbid of one sort was read as all of it.
const unseenSorts = sheetHead + `[[windows]]
id = "swim"
name = "Pool"
avoid = "No swimming in a pool or other chlorinated water."
until = "24 hours"
[[windows]]
id = "prescribed"
name = "Prescribed creams"
avoid = "No prescribed skin creams such as Retin-A or Tazorac."
until = "5 days"
[[windows]]
id = "harsh"
name = "Harsh cleansers"
avoid = "No cleanser with acids, colours, perfume or scrubbing grains."
until = "7 days"
[[windows]]
id = "tools"
name = "Tools"
avoid = "No harsh toners, no tools."
until = "3 days"
[[windows]]
id = "tan"
name = "Self tan"
avoid = "No self-tanning cream."
until = "2 days"
[[windows]]
id = "sun"
name = "Sun"
avoid = "No direct sun. If you cannot avoid it, SPF 30+."
until = "7 days"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup but ours."
until = "7 days"
except = ["our foundation"]
[[windows]]
id = "hands"
name = "Touching"
avoid = "Do not touch the skin."
until = "24 hours"
except = ["clean hands"]
[[routines]]
id = "outdoors"
name = "Sunscreen outdoors"
how = "SPF 50 if some sun cannot be helped."
every = "2 hours"
situation = "outdoors"
until = "1 month"
[[routines]]
id = "cleanse"
name = "Cleanse"
how = "A gentle cleanser."
times = ["08:00", "20:30"]
until = "7 days"
[[routines.stages]]
until = "24 hours"
how = "Boiled water."
[[care]]
id = "cold"
name = "Cold compresses"
text = "Cool the skin with cold compresses, not with ice."
never = ["ice"]
about = ["cold compress"]
until = "72 hours"
`

func TestASortThatIsForbiddenIsNotAllOfItsKind(t *testing.T) {
	const hour = time.Hour
	wantAllLed(t, planOf(t, unseenSorts), map[string]led{
		"water of a pool is not drunk":                     {"can I drink water", hour, ask.Silent, ""},
		"cream of one sort is not every cream":             {"can I use moisturiser", hour, ask.Advice, "prescribed"},
		"cream of that sort waits":                         {"can I use prescribed cream", hour, ask.NotYet, "prescribed"},
		"what is named in it waits":                        {"retin a", hour, ask.NotYet, "prescribed"},
		"who washes gently may":                            {"can I wash my face", 30 * hour, ask.Yes, "cleanse"},
		"a harsh cleanser waits":                           {"can I use a harsh cleanser", 30 * hour, ask.NotYet, "harsh"},
		"what is in a cleanser does not wait by itself":    {"can I use perfume", hour, ask.Advice, "harsh"},
		"a toner is not a harsh one":                       {"can I use toner", hour, ask.Advice, "tools"},
		"a harsh one is":                                   {"can I use a harsh toner", hour, ask.NotYet, "tools"},
		"no yes to that once it is over":                   {"can I use toner", 90 * hour, ask.Silent, ""},
		"self tan waits":                                   {"self tanning cream", hour, ask.NotYet, "tan"},
		"what is done where sun cannot be avoided":         {"can I wear sunscreen", hour, ask.Yes, "outdoors"},
		"a step for outdoors is no leave to be there":      {"can I sit outside", hour, ask.Advice, "outdoors"},
		"nor does it forbid the sun for good":              {"can I go out in the sun", 8 * 24 * hour, ask.Advice, "sun"},
		"what the clinic leaves out of its own is its own": {"can I wear foundation", hour, ask.NotYet, "makeup"},
		"that one":                                          {"can I wear your foundation", hour, ask.Advice, "makeup"},
		"what it is done with is left out":                  {"can I touch my face with clean hands", hour, ask.Advice, "hands"},
		"and with other hands it is not":                    {"can I touch my face", hour, ask.NotYet, "hands"},
		"a stage of water alone is no leave for a cleanser": {"can I use my cleanser", hour, ask.Advice, "cleanse"},
		"nor for a face wash":                               {"can I use my face wash", hour, ask.Advice, "cleanse"},
		"it is one to wash":                                 {"can I wash my face", hour, ask.Yes, "cleanse"},
		"what the plan asks for is not what it forbids":     {"can I use a cold compress", hour, ask.Advice, "cold"},
		"what it forbids is":                                {"can I use ice", hour, ask.NotYet, "cold"},
	})
}
