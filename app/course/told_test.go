package course

import (
	"testing"
	"time"

	"afterglow/guidance"
)

// A sheet often has a strict rule and a milder one after it: "no alcohol for 24 hours, drink less for a week".
func TestAStrictWaitIsNotToldAsTheMilderOneThatOutlastsIt(t *testing.T) {
	at := time.Date(2026, 12, 19, 10, 0, 0, 0, time.UTC)
	hours := func(n int) guidance.Moment { return guidance.Moment{Elapsed: time.Duration(n) * time.Hour} }
	early := hours(2)
	for name, longer := range map[string]guidance.Window{
		"less of it":              {Soft: true},
		"an exception":            {Except: []string{"mineral makeup"}},
		"allowed from earlier on": {AllowedFrom: &early},
	} {
		longer.ID, longer.Name, longer.Until = "longer", "Longer", hours(7*24)
		c := New(Treatment{ID: 1, At: at, EnteredAt: at, Plan: guidance.Plan{Windows: []guidance.Window{
			{ID: "strict", Name: "Strict", Until: hours(24)}, longer,
		}}}, time.UTC, nil)
		c.Windows[0].Others = []Window{c.Windows[1]}
		told := func(after time.Duration) Window { return Told([]Course{c}, at.Add(after))[0] }
		if w := told(time.Hour); w.Held || w.Spec.Soft || len(w.Spec.Except) > 0 || !w.Allowed.IsZero() || !w.Until.Equal(at.Add(24*time.Hour)) {
			t.Errorf("%s, within the strict wait: held %v until %v: %+v", name, w.Held, w.Until, w.Spec)
		}
		if w := told(25 * time.Hour); !w.Held || w.StateAt(at.Add(25*time.Hour), time.UTC) != Wait || !w.Until.Equal(at.Add(7*24*time.Hour)) {
			t.Errorf("%s, after it: held %v until %v", name, w.Held, w.Until)
		}
	}
	// One that leaves alone as much is told as one wait, to the later end.
	c := New(Treatment{ID: 1, At: at, EnteredAt: at, Plan: guidance.Plan{Windows: []guidance.Window{
		{ID: "strict", Name: "Strict", Until: hours(24)}, {ID: "longer", Name: "Longer", Until: hours(7 * 24)},
	}}}, time.UTC, nil)
	c.Windows[0].Others = []Window{c.Windows[1]}
	if w := Told([]Course{c}, at.Add(time.Hour))[0]; !w.Held || !w.Until.Equal(at.Add(7*24*time.Hour)) {
		t.Errorf("a wait as strict: held %v until %v", w.Held, w.Until)
	}
}
