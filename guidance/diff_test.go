package guidance

import (
	"reflect"
	"slices"
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
	for _, p := range append(Starters(), mustParse(t, formatTwo(t))) {
		if changes := Diff(p, p); len(changes) != 0 {
			t.Errorf("%s: %+v", p.ID, changes)
		}
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
			return b.Kind == c.Kind && b.ID == c.ID && b.Field == c.Field && reflect.DeepEqual(b.Have, c.Offered) && reflect.DeepEqual(b.Offered, c.Have)
		})
		if i < 0 {
			t.Errorf("not told the other way round: %+v", c)
		}
	}
}

func TestDiffNamesSourcesByTheirTitle(t *testing.T) {
	plans := Starters()
	want := Change{"window", "makeup", "Makeup", "source", "Micro Needling Aftercare: How to Soothe and Nourish Your Skin", "City Laser Clinic: after treatment"}
	if !slices.ContainsFunc(Diff(plans[0], plans[1]), func(c Change) bool { return reflect.DeepEqual(c, want) }) {
		t.Errorf("nothing says %+v", want)
	}
}
