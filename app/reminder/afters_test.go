package reminder

import (
	"reflect"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

func TestWhatThePlanSaysAfterEachOfSeveralWaitsIsToldOnce(t *testing.T) {
	window := func(id, name, after string) guidance.Window {
		return guidance.Window{ID: id, Name: name, Avoid: "None.", Until: elapsed(24 * time.Hour), After: after}
	}
	for name, c := range map[string]struct {
		windows []guidance.Window
		want    []record.After
	}{
		"of the second":         {[]guidance.Window{window("a", "Makeup", ""), window("b", "Skin care", "As usual.")}, []record.After{{Name: "Skin care", Text: "As usual."}}},
		"the same words once":   {[]guidance.Window{window("a", "Makeup", "Begin gently."), window("b", "Sport", "Begin gently.")}, nil},
		"each in its own words": {[]guidance.Window{window("a", "Makeup", ""), window("b", "Sport", "Slowly."), window("c", "Heat", "Briefly.")}, []record.After{{Name: "Sport", Text: "Slowly."}, {Name: "Heat", Text: "Briefly."}}},
	} {
		t.Run(name, func(t *testing.T) {
			d := Decide(only(t, "Sun 15:30", begun(1, guidance.Plan{ID: "one", Windows: c.windows}, at(t, "Sat 15:30"))))
			if len(d.Show) != 1 || d.Show[0].News.Window == nil {
				t.Fatalf("shown are %v", shownIDs(d))
			}
			if got := d.Show[0].News.Window.Afters; !reflect.DeepEqual(got, c.want) {
				t.Errorf("it tells %v, want %v", got, c.want)
			}
		})
	}
}
