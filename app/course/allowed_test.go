package course

import (
	"testing"
	"time"

	"afterglow/guidance"
)

func TestARoutineMayBeAllowedBeforeItIsAskedFor(t *testing.T) {
	zone := zoneOf(t, "Europe/Berlin")
	at := moment(t, zone, "2026-10-24 18:00") // the clocks go back in that night
	anchor := func(m guidance.Moment) *guidance.Moment { return &m }
	for _, c := range []struct {
		name string
		from guidance.Moment
		may  *guidance.Moment
		want string
	}{
		{"the plan does not say", after(48 * hour), nil, "2026-10-26 17:00"},
		{"after a day of 24 hours", after(48 * hour), anchor(after(24 * hour)), "2026-10-25 17:00"},
		{"on a morning", after(48 * hour), anchor(guidance.Moment{Anchor: guidance.Morning, Day: 1}), "2026-10-25 08:00"},
		{"on a morning that comes after all", after(6 * hour), anchor(guidance.Moment{Anchor: guidance.Morning, Day: 1}), "2026-10-25 00:00"},
	} {
		r := withRoutine(1, at, guidance.Routine{From: c.from, AllowedFrom: c.may, Until: after(9 * 24 * hour)}).Routines[0]
		if got := r.Allowed.Format("2006-01-02 15:04"); got != c.want || r.Allowed.After(r.From) {
			t.Errorf("%s: allowed from %s, want %s", c.name, got, c.want)
		}
	}
}

func TestIngredientsWaitUntilAnInstantOrAsLongAsAWindow(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	week := after(7 * 24 * hour)
	waits := []guidance.ProductWait{{Avoid: []string{"retinol"}, Window: "actives"}, {Avoid: []string{"parfum"}, Until: &week}}
	c := New(Treatment{ID: 1, At: at, Plan: guidance.Plan{Products: guidance.Products{Waits: waits}}}, time.UTC, nil)
	if len(c.Products) != 2 || !c.Products[0].Until.IsZero() || !c.Products[1].Until.Equal(at.Add(7*24*hour)) {
		t.Errorf("%+v", c.Products)
	}
}
