package phrase_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/guidance"
)

func planOf(t *testing.T, text string) guidance.Plan {
	t.Helper()
	p, err := guidance.Parse("clinic.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// told is a change in words.
type told struct{ kind, id, name, field, have, offered string }

func TestDiffTellsEachChangeInWords(t *testing.T) {
	v := voice(locale.Format{})
	for _, c := range []struct {
		name, old, new string
		want           told
	}{
		{"a longer wait", `until = "24h"`, `until = "36h"`, told{"window", "makeup", "Makeup", "until", "24 hours", "36 hours"}},
		{"a calendar end", `until = "7d"`, `until = "night 7"`, told{"routine", "cleanse", "Cleanse", "until", "7 days", "night 7"}},
		{"another start", "from = \"0h\"\nuntil = \"24h\"", "from = \"-1w\"\nuntil = \"24h\"", told{"window", "makeup", "Makeup", "from", "the treatment", "1 week before the treatment"}},
		{"also asking the skin", `avoid = "No makeup."`, "avoid = \"No makeup.\"\nand_when = \"calm\"", told{"window", "makeup", "Makeup", "and_when", "", "calm"}},
		{"a longer variant", `until = "48h"`, `until = "72h"`, told{"window", "makeup", "Makeup", "when", "pen, deeper than 1 mm: until 48 hours", "pen, deeper than 1 mm: until 72 hours"}},
		{"other times", `"20:30"]`, `"21:30"]`, told{"routine", "cleanse", "Cleanse", "times", "08:00, 20:30", "08:00, 21:30"}},
		{"another stage", `until = "90m"`, `until = "60m"`, told{"routine", "cleanse", "Cleanse", "stages", "the treatment to 90 minutes: nothing; 90 minutes to 24 hours: Water only.", "the treatment to 60 minutes: nothing; 90 minutes to 24 hours: Water only."}},
		{"another expectation", `"pink skin"`, `"red skin"`, told{"phase", "calming", "Calming", "expect", "pink skin", "red skin"}},
		{"other advice", `"No scrubs."`, `"No brushes."`, told{"care", "gentle", "Be gentle", "text", "No scrubs.", "No brushes."}},
		{"a more urgent call", `act = "clinic"`, `act = "today"`, told{"call", "worried", "Anything that worries you.", "act", "clinic", "today"}},
		{"another product", `["retinol"]`, `["retinol", "parfum"]`, told{"products", "", "Products", "avoid", "retinol", "retinol, parfum"}},
		{"a newer version", `version = "1"`, `version = "2"`, told{"plan", "", "Clinic", "version", "1", "2"}},
		{"a clinic", "[products]", "[clinic]\nname = \"Rose\"\n[products]", told{"clinic", "", "Clinic", "name", "", "Rose"}},
		{"a better source", `strength = "clinic"`, `strength = "B"`, told{"source", "sheet", "Our sheet", "strength", "clinic", "B"}},
		{"what it forbids", `covers = ["makeup"]`, "covers = [\"makeup\"]\nnever = [\"picking\", \"rubbing\"]", told{"care", "gentle", "Be gentle", "never", "", "picking, rubbing"}},
		{"another source of a part", `expect = "pink skin"`, "expect = \"pink skin\"\n[[phases.says]]\nof = [\"pink\"]\nsource = \"sheet\"", told{"phase", "calming", "Calming", "says", "", "pink: Our sheet"}},
		{"allowed before it is asked for", `times = ["08:00", "20:30"]`, "times = [\"08:00\", \"20:30\"]\nallowed_from = \"-1h\"", told{"routine", "cleanse", "Cleanse", "allowed_from", "", "1 hour before the treatment"}},
		{"an end for a product", `avoid = ["retinol"]` + "\n" + `use = ["panthenol"]`, "use = [\"panthenol\"]\n[[products.waits]]\navoid = [\"retinol\"]\nuntil = \"7d\"", told{"products", "", "Products", "waits", "", "retinol: until 7 days"}},
		{"a product that waits with a window", `avoid = ["retinol"]` + "\n" + `use = ["panthenol"]`, "use = [\"panthenol\"]\n[[products.waits]]\navoid = [\"retinol\"]\nwindow = \"makeup\"", told{"products", "", "Products", "waits", "", "retinol: as long as makeup"}},
		{"advice gone", "[[care]]\nid = \"gentle\"\nrule = 6\nname = \"Be gentle\"\ntext = \"No scrubs.\"\ncovers = [\"makeup\"]\n", "", told{"care", "gentle", "Be gentle", "", "text No scrubs.", ""}},
		{"a new window", "[[routines]]", "[[windows]]\nid = \"sun\"\nname = \"Sun\"\navoid = \"No sun.\"\nuntil = \"2d\"\n[[routines]]", told{"window", "sun", "Sun", "", "", "until 2 days"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			good := smallPlan(t)
			changed := strings.Replace(good, c.old, c.new, 1)
			if changed == good {
				t.Fatalf("the small plan has no %q", c.old)
			}
			var changes []told
			for _, c := range guidance.Diff(planOf(t, good), planOf(t, changed)) {
				changes = append(changes, told{c.Kind, c.ID, v.EntryName(c.Kind, c.Name), c.Field, v.PlanValue(c.Have), v.PlanValue(c.Offered)})
			}
			if !slices.Equal(changes, []told{c.want}) {
				t.Errorf("got  %+v\nwant %+v", changes, c.want)
			}
		})
	}
}

func TestEveryKeyOfAPlanHasALabel(t *testing.T) {
	v := voice(locale.Format{})
	first := []string{"id", "name", "and_when", "times", "every", "amount", "how", "text", "expect", "rule", "covers", "about"} // in an entry's first row, without a label
	for _, e := range planOf(t, smallPlan(t)).Entries() {
		for _, f := range e.Fields {
			switch e.Kind {
			case "window", "routine", "care", "phase", "products":
				if !slices.Contains(first, f.Key) && !f.IsSource() && strings.ContainsAny(v.PlanKey(f.Key), "⟨⟩") {
					t.Errorf("%s of %s has no label", f.Key, e.Kind)
				}
			}
		}
	}
}

func TestTheTimeToTheNextTreatmentIsSaidAsThePlanSaysIt(t *testing.T) {
	const day = 24 * time.Hour
	v := voice(locale.Format{})
	for name, c := range map[string]struct {
		spacing guidance.Spacing
		want    string
	}{
		"in its own words": {guidance.Spacing{Text: "about a month", From: 28 * day, Until: 28 * day}, "about a month"},
		"weeks":            {guidance.Spacing{From: 28 * day, Until: 42 * day}, "4 to 6 weeks"},
		"one bound":        {guidance.Spacing{From: 42 * day, Until: 42 * day}, "6 weeks"},
		"days":             {guidance.Spacing{From: 10 * day, Until: 14 * day}, "10 days to 2 weeks"},
		"a month":          {guidance.Spacing{From: 30 * day, FromMonths: 1, Until: 30 * day, UntilMonths: 1}, "1 month"},
		"weeks to months":  {guidance.Spacing{From: 42 * day, Until: 90 * day, UntilMonths: 3}, "6 weeks to 3 months"},
		"nothing":          {guidance.Spacing{}, ""},
	} {
		if got := v.Spacing(c.spacing); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestACheckTellsWhatANotificationWillShowOfALongSentence(t *testing.T) {
	v := voice(locale.Format{})
	long := "after = \"Use clean brushes, wash the sponge, throw old mascara away and begin with a mineral powder.\""
	text := strings.Replace(smallPlan(t), "avoid = \"No makeup.\"", "avoid = \"No makeup.\"\n"+long, 1)
	notes := v.PlanNotes(planOf(t, text))
	if len(notes) != 1 || notes[0].Line != 16 || !strings.HasPrefix(notes[0].Text, "after of Makeup is longer than a notification. It will show: Use clean brushes, wash the sponge") || !strings.HasSuffix(notes[0].Text, "…") {
		t.Errorf("notes %+v", notes)
	}
	for _, p := range guidance.Starters() {
		for _, n := range v.PlanNotes(p) {
			t.Logf("%s:%d: %s", p.ID, n.Line, n.Text)
		}
	}
}
