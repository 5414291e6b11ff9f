package ask_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/guidance"
)

// sheet has what a clinic leaves alone, and what it has done, of one kind alone.
const sheet = sheetHead + `
[[windows]]
id = "others"
name = "Other treatments"
avoid = "No filler or chemical peel."
from = "-7 days"
until = "0h"
activities = ["filler", "chemical peel"]
[[windows]]
id = "actives"
name = "Retinol, acids"
avoid = "No retinol, acids, peels or scrubs."
until = "24 hours"
[[windows]]
id = "laser"
name = "Laser"
avoid = "No laser."
until = "48 hours"
after = "Ask your clinic first."
[[windows]]
id = "wine"
name = "Alcohol"
avoid = "No alcohol."
until = "24 hours"
[[windows]]
id = "oil"
name = "Perfume"
avoid = "No perfume or aromatherapy oil."
until = "24 hours"
[[windows]]
id = "sun"
name = "Sun"
avoid = "Stay out of the sun."
until = "48 hours"
[[routines]]
id = "sunscreen"
name = "Mineral sunscreen"
how = "Mineral SPF 30+."
every = "1 day"
until = "30 days"
[[routines]]
id = "balm"
name = "Healing balm"
how = "With a cotton bud."
every = "8 hours"
until = "30 days"
[[routines]]
id = "cream"
role = "moisturise"
name = "Moisturise"
how = "A mild moisturiser."
every = "8 hours"
until = "30 days"
[[routines]]
id = "wash"
role = "cleanse"
name = "Gentle cleanse"
how = "A mild cleanser."
every = "8 hours"
until = "30 days"
`

// What is allowed is what the plan names, and nothing else that is called alike.
func TestAYesIsToTheVeryThingThatThePlanNames(t *testing.T) {
	const late = 80 * time.Hour
	wantAllLed(t, planOf(t, sheet), map[string]led{
		"one kind of sunscreen":                {"can I use mineral sunscreen", late, ask.Yes, "sunscreen"},
		"is no other kind":                     {"can I use chemical sunscreen", late, ask.Advice, "sunscreen"},
		"nor a powder":                         {"can I use powder spf", late, ask.Advice, "sunscreen"},
		"the balm":                             {"can I use the balm", late, ask.Yes, "balm"},
		"is no jelly":                          {"can I use vaseline", late, ask.Silent, ""},
		"a mild moisturiser":                   {"can I use a moisturiser", late, ask.Yes, "cream"},
		"is no night cream":                    {"can I use night cream", late, ask.Advice, "cream"},
		"nor a day cream":                      {"can I use my day cream", late, ask.Advice, "cream"},
		"nor a brand":                          {"can I use cerave cream", late, ask.Advice, "cream"},
		"nor whatever the person has":          {"can I use my moisturiser", late, ask.Advice, "cream"},
		"nor their cleanser":                   {"can I use my cleanser", late, ask.Advice, "wash"},
		"a mild cleanser":                      {"can I use a mild cleanser", late, ask.Yes, "wash"},
		"acids of a cream":                     {"can I use acids", late, ask.Yes, "actives"},
		"are no peel, which was for before":    {"can I get a chemical peel", late, ask.Silent, "others"},
		"nor is when":                          {"when can I have a chemical peel", late, ask.Silent, "others"},
		"an oil that smells is no other oil":   {"can I use coconut oil", late, ask.Silent, ""},
		"neither while it waits":               {"can I take vitamin e", time.Hour, ask.Silent, ""},
		"a drink":                              {"can I drink wine", late, ask.Yes, "wine"},
		"is not much of it":                    {"can I drink a lot of vodka", late, ask.Advice, "wine"},
		"a yes with ask first is none":         {"can I have laser", late, ask.Advice, "laser"},
		"the end of a wait is no leave to sun": {"can I go in the sun", late, ask.Advice, "sun"},
		"nor what it does not name":            {"can I sunbathe", late, ask.Silent, ""},
		"while it waits it waits":              {"can I go in the sun", time.Hour, ask.NotYet, "sun"},
		"and the laser too":                    {"can I have laser", time.Hour, ask.NotYet, "laser"},
	})
}

// sheets are the starter plans, and all that tests hold of clinics' own.
func sheets(t *testing.T) (plans []guidance.Plan) {
	t.Helper()
	plans = guidance.Starters()
	for _, folder := range []string{filepath.Join("testdata", "plans"), filepath.Join("..", "..", "guidance", "testdata", "sheets")} {
		files, err := filepath.Glob(filepath.Join(folder, "*.toml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, ".expect.toml") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, err := guidance.Parse(filepath.Base(file), text)
			if err != nil {
				t.Fatal(err)
			}
			plans = append(plans, p)
		}
	}
	return plans
}

// No sheet allows the sun at any time, but with the step that it asks for; and none allows in one breath what it has the clinic
// asked for.
func TestNoSheetAllowsTheSunNorWhatTheClinicIsAskedFor(t *testing.T) {
	plans := sheets(t)
	if len(plans) < 20 {
		t.Errorf("only %d sheets are held", len(plans))
	}
	asked := []string{
		"can I sunbathe", "can I go in the sun", "sun", "can I go to the beach", "can I get a tan", "sunbathing at the beach",
		"can I use a sunbed", "can I lie in the sun and swim", "laser", "can I get a chemical peel", "can I have filler",
	}
	for _, p := range plans {
		for _, day := range []int{0, 1, 2, 5, 9, 16, 30, 45, 100} {
			sc := treated(t, p, time.Duration(day)*24*time.Hour+3*time.Hour)
			for i, q := range asked {
				r := sc.Answer(ask.Question{Text: q})
				if r.Verdict != ask.Yes {
					continue
				}
				lead := r.Answers[0]
				if i < 8 && lead.Then == "" {
					t.Errorf("%s, day %d: %q is answered yes by %s:%s", p.ID, day, q, lead.Kind, lead.ID)
				}
				if strings.Contains(strings.ToLower(lead.After), "ask") {
					t.Errorf("%s, day %d: %q is answered yes, and %q", p.ID, day, q, lead.After)
				}
			}
		}
	}
}
