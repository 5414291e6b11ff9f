package ask_test

import (
	"slices"
	"strings"
	"testing"

	"afterglow/app/ask"
	"afterglow/guidance"
)

// sortedWant is where parts of Essentials stand in the guide. A clinic's plan with the same sentences, ids of its own
// and no word typed for what people call things has them there, too.
var sortedWant = map[ask.Part]string{
	{Kind: ask.Window, ID: "makeup"}:       "makeup",
	{Kind: ask.Window, ID: "sun"}:          "sun",
	{Kind: ask.Window, ID: "sweat"}:        "move",
	{Kind: ask.Window, ID: "heat"}:         "move",
	{Kind: ask.Window, ID: "actives"}:      "cream",
	{Kind: ask.Window, ID: "alcohol"}:      "food",
	{Kind: ask.Window, ID: "hands"}:        "hands",
	{Kind: ask.Window, ID: "wax"}:          "hands",
	{Kind: ask.Window, ID: "procedures"}:   "other",
	{Kind: ask.Routine, ID: "cleanse"}:     "wash",
	{Kind: ask.Routine, ID: "moisturise"}:  "cream",
	{Kind: ask.Routine, ID: "water"}:       "food",
	{Kind: ask.Routine, ID: "sunscreen"}:   "sun",
	{Kind: ask.Care, ID: "shade"}:          "sun",
	{Kind: ask.Care, ID: "pillow"}:         "sleep",
	{Kind: ask.Care, ID: "hair"}:           "wash",
	{Kind: ask.Care, ID: "food"}:           "food",
	{Kind: ask.Care, ID: "ice"}:            "medicines",
	{Kind: ask.Care, ID: "flaking"}:        "expect",
	{Kind: ask.Care, ID: "eyes-and-lips"}:  "makeup",
	{Kind: ask.Care, ID: "uncovered"}:      "cream",
	{Kind: ask.Care, ID: "rf"}:             "expect",
	{Kind: ask.Care, ID: "medicines"}:      "medicines",
	{Kind: ask.Care, ID: "results"}:        "expect",
	{Kind: ask.Care, ID: "a-plan-has-not"}: "",
}

func TestEachPartOfAPlanStandsInTheSectionThatItIsAbout(t *testing.T) {
	text, _ := guidance.StarterText("essentials")
	essentials, err := guidance.Parse("essentials.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	for name, p := range map[string]guidance.Plan{"a starter plan": essentials, "a clinic's plan that says nothing of sections": barePlan(t)} {
		t.Run(name, func(t *testing.T) {
			got := map[ask.Part]string{}
			for part, section := range ask.Default().Sorted(p) {
				part.ID = strings.TrimPrefix(part.ID, "x-")
				got[part] = section
			}
			for part, want := range sortedWant {
				if got[part] != want {
					t.Errorf("%s %s stands in %q, not in %q", part.Kind, part.ID, got[part], want)
				}
			}
		})
	}
}

func TestAMistThatCoolsIsNoMedicine(t *testing.T) {
	for name, want := range map[string]string{"Cooling mist": "wash", "Calming mist": "wash", "Ice and pain tablets": "medicines"} {
		p := guidance.Plan{Routines: []guidance.Routine{{ID: "x", Name: name}}}
		if got := ask.Default().Sorted(p)[ask.Part{Kind: ask.Routine, ID: "x"}]; got != want {
			t.Errorf("%s stands in %q, want %q", name, got, want)
		}
	}
}

func TestWhatNoSectionIsAboutIsLeftForTheEnd(t *testing.T) {
	p := guidance.Plan{Care: []guidance.Care{{ID: "umbrella", Name: "Zaphod", Text: "Blick nach vorn."}}}
	if got := ask.Default().Sorted(p); len(got) != 0 {
		t.Errorf("it stands in %v", got)
	}
}

func TestASectionNamesTopicsThatThereAre(t *testing.T) {
	v, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range v.Sections {
		for _, id := range s.Topics {
			if !slices.ContainsFunc(v.Topics, func(t guidance.Topic) bool { return t.ID == id }) {
				t.Errorf("line %d: no topic is called %q", s.Line, id)
			}
		}
	}
}
