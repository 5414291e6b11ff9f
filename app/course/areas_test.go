package course

import (
	"slices"
	"testing"
	"time"

	"afterglow/guidance"
)

func TestCalmSkinIsSaidOfAllThatATreatmentNames(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-01 12:00")
	all := FillOthers([]Treatment{
		{ID: 1, At: at, Area: "face"}, {ID: 2, At: at, Area: "face, neck"}, {ID: 3, At: at, Area: "Neck and face"},
		{ID: 4, At: at}, {ID: 5, At: at, Area: "face", Removed: true},
	})
	for i, want := range [][]int64{{1, 2, 3}, {2, 3}, {2, 3}, {4}} {
		if !slices.Equal(all[i].SameArea, want) {
			t.Errorf("what is said of %v is for treatment %d, want of %v", all[i].SameArea, all[i].ID, want)
		}
	}
}

func TestATreatmentOfAPartEndsNothingForTheRestOfTheSkin(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-01 12:00")
	next := guidance.Moment{Anchor: guidance.BeforeNext}
	before := guidance.Moment{Anchor: guidance.BeforeNext, Elapsed: -5 * 24 * hour}
	plan := guidance.Plan{
		Spacing: guidance.Spacing{From: 28 * 24 * hour},
		Windows: []guidance.Window{{ID: "sun", From: after(0), Until: next}, {ID: "retinoid", From: before, Until: next}},
	}
	part, rest := at.AddDate(0, 0, 14), at.AddDate(0, 0, 28)
	for name, c := range map[string]struct {
		again    string
		sunUntil time.Time
	}{
		"a part of it is treated again":  {"face", rest},
		"all of it is treated again":     {"neck, face", part},
		"nobody said what was treated":   {"", part},
		"more than that is treated soon": {"face, neck, scalp", part},
	} {
		all := FillOthers([]Treatment{{ID: 1, At: at, Area: "face, neck", Plan: plan}, {ID: 2, At: part, Area: c.again, Plan: plan}})
		w := New(all[0], time.UTC, nil).Windows
		if !w[0].Until.Equal(c.sunUntil) {
			t.Errorf("%s: sun waits until %s, want %s", name, w[0].Until, c.sunUntil)
		}
		if !w[1].From.Equal(part.AddDate(0, 0, -5)) || !w[1].Until.Equal(part) {
			t.Errorf("%s: what is to stop before it stops from %s until %s", name, w[1].From, w[1].Until)
		}
	}
	all := FillOthers([]Treatment{{ID: 1, At: at, Area: "face", Plan: plan}, {ID: 2, At: part, Area: "scalp", Plan: plan}})
	if w := New(all[0], time.UTC, nil).Windows; !w[1].Until.Equal(rest) {
		t.Errorf("a treatment of other skin is taken for the next one: %s", w[1].Until)
	}
}
