package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// injections is a plan that bans all injections before the next treatment, and one kind of them for longer.
const injections = sheetHead + `[[windows]]
id = "injections"
name = "Injections"
avoid = "No injections."
from = "24 hours"
until = "4 weeks"
[[windows]]
id = "botox"
name = "Botox"
avoid = "No Botox."
until = "2 weeks"
[[windows]]
id = "touch"
name = "Hands off"
avoid = "Do not touch the places of injection."
until = "3 days"
`

func TestABanOfInjectionsIsOneOfEachKindOfThemAndOfNoVaccine(t *testing.T) {
	plan := planOf(t, injections)
	const week = 7 * 24 * time.Hour
	wantAllLed(t, plan, map[string]led{
		"a kind that has a wait of its own, which is over": {"can I get botox", 3 * week, ask.NotYet, "injections"},
		"another kind":                  {"can I have my lip filler", 3 * week, ask.NotYet, "injections"},
		"skin boosters":                 {"profhilo", 3 * week, ask.NotYet, "injections"},
		"one that melts fat":            {"kybella", 3 * week, ask.NotYet, "injections"},
		"the word itself":               {"can I have an injection", 3 * week, ask.NotYet, "injections"},
		"both are over":                 {"can I get botox", 5 * week, ask.Yes, "botox"},
		"a vaccine":                     {"can I have a flu shot", 3 * week, ask.Silent, ""},
		"a jab":                         {"can I get my covid jab", 3 * week, ask.Silent, ""},
		"a vaccine once it is over":     {"can I have a flu shot", 5 * week, ask.Silent, ""},
		"the places of them are no ban": {"can I touch my face", 26 * time.Hour, ask.NotYet, "touch"},
	})
}

func TestABanOfOtherTreatmentsIsNoneOfEachInjection(t *testing.T) {
	plan := planOf(t, sheetHead+`[[windows]]
id = "other"
name = "Other treatments"
avoid = "No other facial treatments."
until = "2 weeks"
`)
	wantAllLed(t, plan, map[string]led{
		"botox is one":             {"botox", time.Hour, ask.NotYet, "other"},
		"an injection may be none": {"can I have an injection", time.Hour, ask.Silent, ""},
	})
}
