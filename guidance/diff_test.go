package guidance

import (
	"slices"
	"strings"
	"testing"
)

func mustParse(t testing.TB, text string) Plan {
	t.Helper()
	p, err := Parse("clinic.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPlanDoesNotDifferFromItself(t *testing.T) {
	for _, p := range append(Starters(), mustParse(t, formatExample(t))) {
		if changes := Diff(p, p); len(changes) != 0 {
			t.Errorf("%s: %+v", p.ID, changes)
		}
	}
}

func TestDiffTellsEachChangeInWords(t *testing.T) {
	for _, c := range []struct {
		name, old, new string
		want           Change
	}{
		{"a longer wait", `until = "24h"`, `until = "36h"`, Change{"window", "makeup", "Makeup", "until", "24 hours", "36 hours"}},
		{"a calendar end", `until = "7d"`, `until = "night 7"`, Change{"routine", "cleanse", "Cleanse", "until", "7 days", "night 7"}},
		{"another start", "from = \"0h\"\nuntil = \"24h\"", "from = \"-1w\"\nuntil = \"24h\"", Change{"window", "makeup", "Makeup", "from", "the treatment", "7 days before the treatment"}},
		{"also asking the skin", `avoid = "No makeup."`, "avoid = \"No makeup.\"\nand_when = \"calm\"", Change{"window", "makeup", "Makeup", "and_when", "", "calm"}},
		{"a longer variant", `until = "48h"`, `until = "72h"`, Change{"window", "makeup", "Makeup", "when", "pen, deeper than 1 mm: until 48 hours", "pen, deeper than 1 mm: until 3 days"}},
		{"other times", `"20:30"]`, `"21:30"]`, Change{"routine", "cleanse", "Cleanse", "times", "08:00, 20:30", "08:00, 21:30"}},
		{"another stage", `until = "90m"`, `until = "60m"`, Change{"routine", "cleanse", "Cleanse", "stages", "the treatment to 90 minutes: nothing; 90 minutes to 24 hours: Water only.", "the treatment to 1 hour: nothing; 90 minutes to 24 hours: Water only."}},
		{"another expectation", `"pink skin"`, `"red skin"`, Change{"phase", "calming", "Calming", "expect", "pink skin", "red skin"}},
		{"other advice", `"No scrubs."`, `"No brushes."`, Change{"care", "gentle", "Be gentle", "text", "No scrubs.", "No brushes."}},
		{"a more urgent call", `act = "clinic"`, `act = "today"`, Change{"call", "worried", "Anything that worries you.", "act", "clinic", "today"}},
		{"another product", `["retinol"]`, `["retinol", "parfum"]`, Change{"products", "", "Products", "avoid", "retinol", "retinol, parfum"}},
		{"a newer version", `version = "1"`, `version = "2"`, Change{"plan", "", "Clinic", "version", "1", "2"}},
		{"a clinic", "[products]", "[clinic]\nname = \"Rose\"\n[products]", Change{"clinic", "", "Clinic", "name", "", "Rose"}},
		{"a better source", `strength = "clinic"`, `strength = "B"`, Change{"source", "sheet", "Our sheet", "strength", "clinic", "B"}},
		{"advice gone", "[[care]]\nid = \"gentle\"\nrule = 6\nname = \"Be gentle\"\ntext = \"No scrubs.\"\ncovers = [\"makeup\"]\n", "", Change{"care", "gentle", "Be gentle", "", "text No scrubs.", ""}},
		{"a new window", "[[routines]]", "[[windows]]\nid = \"sun\"\nname = \"Sun\"\navoid = \"No sun.\"\nuntil = \"2d\"\n[[routines]]", Change{"window", "sun", "Sun", "", "", "until 48 hours"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := strings.Replace(good, c.old, c.new, 1)
			if changed == good {
				t.Fatalf("the small plan has no %q", c.old)
			}
			changes := Diff(mustParse(t, good), mustParse(t, changed))
			if !slices.Equal(changes, []Change{c.want}) {
				t.Errorf("got  %+v\nwant %+v", changes, c.want)
			}
		})
	}
}

func TestDiffTurnedRoundTellsTheOpposite(t *testing.T) {
	plans := Starters()
	there, back := Diff(plans[0], plans[1]), Diff(plans[1], plans[0])
	if len(there) == 0 || len(there) != len(back) {
		t.Fatalf("%d changes there, %d back", len(there), len(back))
	}
	for _, c := range there {
		i := slices.IndexFunc(back, func(b Change) bool {
			return b.Kind == c.Kind && b.ID == c.ID && b.Field == c.Field && b.Have == c.Offered && b.Offered == c.Have
		})
		if i < 0 {
			t.Errorf("not told the other way round: %+v", c)
		}
	}
}

func TestDiffNamesSourcesByTheirTitle(t *testing.T) {
	plans := Starters()
	want := Change{"window", "makeup", "Makeup", "source", "Micro Needling Aftercare: How to Soothe and Nourish Your Skin", "City Laser Clinic: after treatment"}
	if !slices.Contains(Diff(plans[0], plans[1]), want) {
		t.Errorf("nothing says %+v", want)
	}
}
