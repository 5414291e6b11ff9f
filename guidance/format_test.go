package guidance

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func formatExample(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(page), "```toml\n")
	example, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("FORMAT.md has no example")
	}
	return example
}

func TestTheExampleInFormatParses(t *testing.T) {
	p, err := Parse("rose-street.toml", []byte(formatExample(t)))
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

// Every key that the reader knows is named in FORMAT.md, so that the page cannot
// fall behind: an unknown key makes the reader list those it knows.
func TestFormatNamesEveryKey(t *testing.T) {
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(formatExample(t), "\n")
	seen := 0
	for i, line := range lines {
		if i > 0 && !strings.HasPrefix(strings.TrimSpace(line), "[") {
			continue
		}
		text := strings.Join(lines[:i+1], "\n") + "\nzzzzzzzz = 1\n" + strings.Join(lines[i+1:], "\n")
		_, err := Parse("x.toml", []byte(text))
		problems, ok := errors.AsType[Problems](err)
		if !ok || len(problems) != 1 {
			t.Fatalf("after line %d: %v", i+1, err)
		}
		known, _ := problems[0].Write.Args["Keys"].(string)
		for _, key := range strings.Split(known, ", ") {
			seen++
			named := regexp.MustCompile(`(?m)^\W*` + key + `\s*=|\b` + key + `\]\]?|` + "`" + key + `\b`) // as a key: "then" alone is a word
			if !named.Match(page) {
				t.Errorf("FORMAT.md does not name the key %s", key)
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d keys were looked for", seen)
	}
}
