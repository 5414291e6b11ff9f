package guidance

import (
	"os"
	"reflect"
	"slices"
	"testing"
	"time"
)

// older is a starter plan as it was shipped in November 2026, before plans could say what stays to be avoided, what is
// never allowed, from when a routine may be done, and until when ingredients wait.
func older(t *testing.T, id string) Plan {
	t.Helper()
	text, err := os.ReadFile("testdata/" + id + "-2026-11.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Parse(id+".toml", text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAStarterPlanThatWasStoredBeforeMeansWhatItMeant(t *testing.T) {
	for _, id := range StarterIDs() {
		p := older(t, id)
		for _, w := range p.Windows {
			if w.ThenAvoid != nil || w.Says != nil {
				t.Errorf("%s: window %s says more: %+v", id, w.ID, w)
			}
		}
		for _, r := range p.Routines {
			if r.AllowedFrom != nil {
				t.Errorf("%s: routine %s is allowed from %v", id, r.ID, r.AllowedFrom)
			}
		}
		for _, traits := range append(everyTraits(), Traits{Area: "scalp"}) {
			if care := p.For(traits).Care; !reflect.DeepEqual(care, p.Care) {
				t.Errorf("%s: for %+v the care is %+v", id, traits, care)
			}
		}
		for _, c := range p.Care {
			if c.About != nil || c.Never != nil || c.Area != nil || c.Says != nil {
				t.Errorf("%s: care %s says more: %+v", id, c.ID, c)
			}
		}
		if len(p.Products.Avoid) == 0 || p.Products.Waits != nil {
			t.Errorf("%s: products %+v", id, p.Products)
		}
	}
}

// A course that runs keeps its plan, and whoever takes the newer one is not surprised: nothing that was kept goes, no
// wait and no routine moves, and no id means another thing.
func TestTheNewerStarterPlansMoveNoFigureAndKeepEveryID(t *testing.T) {
	moves := []string{"until", "from", "and_when", "then", "then_until", "extend", "when", "times", "every", "amount", "useful_for"}
	for _, id := range StarterIDs() {
		for _, c := range Diff(older(t, id), starter(t, id)) {
			switch {
			case c.Field == "" && c.Offered == nil:
				t.Errorf("%s: %s %s is gone", id, c.Kind, c.ID)
			case c.Kind != "source" && slices.Contains(moves, c.Field):
				t.Errorf("%s: %s of %s %s was %v and is %v", id, c.Field, c.Kind, c.ID, c.Have, c.Offered)
			case c.Kind == "products" && c.Field != "waits":
				t.Errorf("%s: %s of the products was %v and is %v", id, c.Field, c.Have, c.Offered)
			}
		}
	}
	if sun := routine(t, starter(t, "essentials"), "sunscreen"); sun.From.Elapsed != 48*time.Hour {
		t.Errorf("sunscreen is asked for from %v", sun.From)
	}
}
