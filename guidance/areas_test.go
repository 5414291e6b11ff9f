package guidance

import (
	"slices"
	"testing"
)

func TestAnAreaNamesEachPartOfTheBodyOnce(t *testing.T) {
	for name, c := range map[string]struct {
		area string
		want []string
	}{
		"nobody said":              {"", nil},
		"one":                      {"face", []string{"face"}},
		"two":                      {"face, neck", []string{"face", "neck"}},
		"as people write it":       {"Face and neck", []string{"Face", "neck"}},
		"with a sign":              {"face&neck + scalp/hands", []string{"face", "neck", "scalp", "hands"}},
		"one twice":                {"face, Face , neck", []string{"face", "neck"}},
		"a word with and in it":    {"hands", []string{"hands"}},
		"nothing between commas":   {" , ,neck,", []string{"neck"}},
		"several words for a part": {"left hand, upper chest", []string{"left hand", "upper chest"}},
	} {
		if got := Areas(c.area); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q is %q, not %q", name, c.area, got, c.want)
		}
	}
}

func TestAVariantForOnePartHoldsForATreatmentOfSeveral(t *testing.T) {
	m := Match{Area: []string{"scalp"}}
	for area, want := range map[string]bool{"scalp": true, "face, scalp": true, "face and Scalp": true, "face, neck": false, "": false} {
		if got := m.Holds(Traits{Area: area}); got != want {
			t.Errorf("of %q it holds: %v, not %v", area, got, want)
		}
	}
}

func TestAnAreaCoversWhatAllOfItsPartsAre(t *testing.T) {
	for _, c := range []struct {
		a, b           string
		shares, covers bool
	}{
		{"face", "face", true, true},
		{"face, neck", "Neck", true, true},
		{"face", "face, neck", true, false},
		{"neck, face", "face and neck", true, true},
		{"face", "neck", false, false},
	} {
		if ShareArea(c.a, c.b) != c.shares || CoversArea(c.a, c.b) != c.covers {
			t.Errorf("%q and %q: shares %v, covers %v", c.a, c.b, ShareArea(c.a, c.b), CoversArea(c.a, c.b))
		}
	}
}
