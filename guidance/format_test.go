package guidance

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// formatPage is FORMAT.md with its examples, in order: the first is a whole plan, the others are parts of one.
func formatPage(t *testing.T) (page string, examples []string) {
	t.Helper()
	text, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	page = string(text)
	for _, part := range strings.Split(page, "```toml\n")[1:] {
		example, _, closed := strings.Cut(part, "```")
		if !closed {
			t.Fatal("FORMAT.md has an example without an end")
		}
		examples = append(examples, example)
	}
	if len(examples) < 20 {
		t.Fatalf("FORMAT.md has %d examples", len(examples))
	}
	return page, examples
}

func TestEachExampleInFormatIsGood(t *testing.T) {
	_, examples := formatPage(t)
	if _, err := Parse("rose-street.toml", []byte(examples[0])); err != nil {
		t.Errorf("the whole plan: %v", err)
	}
	const around = "format = 2\nid = \"clinic\"\nname = \"Clinic\"\n[[sources]]\nid = \"sheet\"\ntitle = \"Our sheet\"\nstrength = \"clinic\"\n"
	const wait = "[[windows]]\nid = \"other-wait\"\nname = \"Other\"\navoid = \"No.\"\nsource = \"sheet\"\n"
	for _, example := range examples[1:] {
		if _, err := Parse("part.toml", []byte(around+wait+example)); err != nil {
			t.Errorf("%s\n%v", example, err)
		}
	}
}

func TestThePlanOfRoseStreetMeansWhatItSays(t *testing.T) {
	text, err := os.ReadFile("testdata/rose-street.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Parse("rose-street.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	makeup, sun, actives, tan := p.Windows[0], p.Windows[1], p.Windows[2], p.Windows[3]
	if makeup.AllowedFrom == nil || makeup.AllowedFrom.Elapsed != 12*time.Hour || makeup.Extend != day || makeup.When[1].Add != day {
		t.Errorf("makeup: %+v", makeup)
	}
	if sun.Hours == nil || sun.Hours.String() != "10:00-14:00" || sun.Then != "SPF 30+, hat, shade" || sun.ThenUntil.Elapsed != 4*week {
		t.Errorf("sun: %+v", sun)
	}
	if actives.From.Elapsed != -week || actives.AndWhen != "calm" {
		t.Errorf("actives: %+v", actives)
	}
	if tan.From != (Moment{Anchor: BeforeNext, Elapsed: -4 * week}) || tan.Until != (Moment{Anchor: BeforeNext}) {
		t.Errorf("tan: %+v", tan)
	}
	cleanse, mist, sunscreen, water := p.Routines[0], p.Routines[1], p.Routines[2], p.Routines[3]
	if sunscreen.AllowedFrom == nil || sunscreen.AllowedFrom.Elapsed != day || sunscreen.From.Elapsed != 2*day {
		t.Errorf("sunscreen: %+v", sunscreen)
	}
	if !slices.Equal(sun.ThenAvoid, []string{"sunbathing"}) || sourceFor(sun.Says, "Sunbathing", "none") != "leaflet" {
		t.Errorf("what stays to be avoided: %+v", sun)
	}
	gentle, drops := p.Care[1], p.Care[2]
	if !slices.Equal(gentle.About, []string{"cleansing brush"}) || !slices.Equal(gentle.Never, []string{"picking", "rubbing"}) || !slices.Equal(drops.Area, []string{"scalp"}) {
		t.Errorf("care: %+v, %+v", gentle, drops)
	}
	if w := p.Products.Waits; len(w) != 2 || w[0].Window != "actives" || w[0].Until != nil || w[1].Until.Elapsed != week || w[1].Source != "leaflet" {
		t.Errorf("waits of products: %+v", w)
	}
	if want := []string{"camphor", "retinol", "glycolic acid", "parfum"}; !slices.Equal(p.Products.Avoid, want) {
		t.Errorf("to avoid: %q, want %q", p.Products.Avoid, want)
	}
	if cleanse.Until != (Moment{Anchor: Night, Day: 7}) || len(cleanse.Stages) != 2 || !cleanse.Stages[0].None || cleanse.Stages[1].How != "Water only." {
		t.Errorf("cleanse: %+v", cleanse)
	}
	if mist.Every != 2*time.Hour || mist.For != 15*time.Minute || mist.Situation != "outdoors" || mist.Until != (Moment{Anchor: Morning, Day: 3}) || mist.UsefulFor != 2*time.Hour {
		t.Errorf("mist: %+v", mist)
	}
	if water.Amount != (Amount{"4 to 6 cups", 4, 6, "cups"}) || water.Role != Water || water.UsefulFor != time.Hour {
		t.Errorf("water: %+v", water)
	}
	if p.Care[1].Rule != 6 || p.Calls[0].Act != "clinic" || p.Clinic.Phone != "01234 567890" || p.Products.Allow[0] != "niacinamide" {
		t.Errorf("rest: %+v", p)
	}
	if v := p.Spacing.When[0]; v.From != 6*week || v.Until != 6*week || len(v.Device) != 2 {
		t.Errorf("spacing: %+v", p.Spacing)
	}
	for _, w := range p.Windows {
		if w.Source != "leaflet" {
			t.Errorf("window %s names %q, not the one source there is", w.ID, w.Source)
		}
	}
}

// keyNames gives the keys of a table that can be written in a file.
func keyNames[T any](keys []key[T]) (list []string) {
	for _, k := range keys {
		list = append(list, k.name)
	}
	return list
}

// Every key that the reader knows is named in FORMAT.md, so that the page cannot fall behind.
func TestFormatNamesEveryKey(t *testing.T) {
	page, _ := formatPage(t)
	for _, key := range slices.Concat(keyNames(planKeys), keyNames(clinicKeys), keyNames(sourceKeys), keyNames(windowKeys), keyNames(windowWhenKeys), keyNames(routineKeys),
		keyNames(stageKeys), keyNames(routineWhenKeys), keyNames(phaseKeys), keyNames(careKeys), keyNames(callKeys), keyNames(spacingKeys), keyNames(spacingWhenKeys),
		keyNames(productKeys), keyNames(productWaitKeys), keyNames(saysKeys)) {
		named := regexp.MustCompile(`(?m)^\W*` + key + `\s*=|\b` + key + `\]\]?|` + "`" + key + `\b`) // as a key: "then" alone is a word
		if !named.MatchString(page) {
			t.Errorf("FORMAT.md does not name the key %s", key)
		}
	}
}
