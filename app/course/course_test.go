package course

import (
	"testing"
	"time"

	"afterglow/guidance"
)

func TestTheArticlesFiguresHold(t *testing.T) {
	zone := zoneOf(t, "Europe/Berlin")
	at := moment(t, zone, "2026-11-20 15:30")
	c := New(Treatment{ID: 7, At: at, Plan: starter(t, "essentials")}, zone, nil)
	for id, want := range map[string]time.Duration{"makeup": 24 * hour, "sun": 48 * hour} {
		w := c.window(t, id)
		if w.Until.Sub(at) != want || w.Treatment != 7 || w.Spec.Source != "article" {
			t.Errorf("%s ends after %s (treatment %d, source %s), want %s", id, w.Until.Sub(at), w.Treatment, w.Spec.Source, want)
		}
	}
	prefs, d := DefaultPrefs(), Date{2026, 11, 22}
	if n := GoalOn([]Course{c}, prefs, "cleanse", d, zone); n != 2 {
		t.Errorf("cleanse %d times a day, want 2", n)
	}
	if n := GoalOn([]Course{c}, prefs, "water", d, zone); n != 8 {
		t.Errorf("%d glasses a day, want 8", n)
	}
	sun := c.window(t, "sun")
	for when, want := range map[time.Duration]State{47 * hour: Wait, 48 * hour: Then, 10 * 24 * hour: Then} {
		if got := sun.StateAt(at.Add(when), zone); got != want {
			t.Errorf("sun after %s: %s, want %s", when, got, want)
		}
	}
}

func TestElapsedTimeIsRealTimeAcrossClockChangesAndFlights(t *testing.T) {
	for _, c := range []struct{ treated, at, now, want string }{
		{"Europe/Berlin", "2026-03-28 15:30", "Europe/Berlin", "2026-03-29T16:30:00+02:00"},
		{"Europe/Berlin", "2026-10-24 15:30", "Europe/Berlin", "2026-10-25T14:30:00+01:00"},
		{"America/New_York", "2026-03-07 18:00", "America/New_York", "2026-03-08T19:00:00-04:00"},
		{"America/New_York", "2026-10-31 18:00", "America/New_York", "2026-11-01T17:00:00-05:00"},
		{"Australia/Lord_Howe", "2026-10-03 12:00", "Australia/Lord_Howe", "2026-10-04T12:30:00+11:00"},
		{"Australia/Lord_Howe", "2026-04-04 12:00", "Australia/Lord_Howe", "2026-04-05T11:30:00+10:30"},
		{"Pacific/Auckland", "2026-11-22 10:00", "Pacific/Honolulu", "2026-11-22T11:00:00-10:00"},
		{"Pacific/Apia", "2011-12-29 20:00", "Pacific/Apia", "2011-12-31T20:00:00+14:00"},
	} {
		at := moment(t, zoneOf(t, c.treated), c.at)
		plan := guidance.Plan{Windows: []guidance.Window{{ID: "makeup", Until: after(24 * hour)}}}
		w := New(Treatment{At: at, Plan: plan}, zoneOf(t, c.now), nil).window(t, "makeup")
		if got := w.Until.Format(time.RFC3339); got != c.want {
			t.Errorf("treated %s in %s, now in %s: ends %s, want %s", c.at, c.treated, c.now, got, c.want)
		}
	}
}

func TestMorningsAndNightsAreThoseWhereThePersonIs(t *testing.T) {
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "w",
		From:  guidance.Moment{Anchor: guidance.Night},
		Until: guidance.Moment{Anchor: guidance.Morning, Day: 1},
	}}}
	for _, c := range []struct{ treated, at, now, from, until string }{
		{"Europe/Berlin", "2026-11-20 15:30", "Europe/Berlin", "2026-11-20T21:00:00+01:00", "2026-11-21T08:00:00+01:00"},
		{"Europe/Berlin", "2026-03-28 23:50", "Europe/Berlin", "2026-03-28T21:00:00+01:00", "2026-03-29T08:00:00+02:00"},
		// In Honolulu it was still the day before when the treatment in Auckland ended.
		{"Pacific/Auckland", "2026-11-22 10:00", "Pacific/Honolulu", "2026-11-21T21:00:00-10:00", "2026-11-22T08:00:00-10:00"},
		{"Pacific/Apia", "2011-12-29 12:00", "Pacific/Apia", "2011-12-29T21:00:00-10:00", "2011-12-31T00:00:00+14:00"},
	} {
		at := moment(t, zoneOf(t, c.treated), c.at)
		w := New(Treatment{At: at, Plan: plan}, zoneOf(t, c.now), nil).window(t, "w")
		if from, until := w.From.Format(time.RFC3339), w.Until.Format(time.RFC3339); from != c.from || until != c.until {
			t.Errorf("treated %s in %s, now in %s: %s to %s, want %s to %s", c.at, c.treated, c.now, from, until, c.from, c.until)
		}
	}
}

func TestDaysAreCountedByTheCalendarWhereThePersonIs(t *testing.T) {
	auckland, honolulu := zoneOf(t, "Pacific/Auckland"), zoneOf(t, "Pacific/Honolulu")
	c := New(Treatment{At: moment(t, auckland, "2026-11-22 10:00")}, auckland, nil)
	now := moment(t, auckland, "2026-11-23 00:30")
	if d := c.Day(now, auckland); d != 1 {
		t.Errorf("day %d in Auckland, want 1", d)
	}
	if d := c.Day(now, honolulu); d != 1 { // treated on the 21st there, now the 22nd
		t.Errorf("day %d in Honolulu, want 1", d)
	}
	if d := c.Day(now.Add(-48*hour), auckland); d != -1 {
		t.Errorf("day %d before the treatment, want -1", d)
	}
}

func TestTimeBeforeTheNextTreatmentCountsFromTheKnownOneElseFromTheSpacing(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-01 12:00")
	plan := guidance.Plan{
		Spacing: guidance.Spacing{From: 28 * 24 * hour, Until: 42 * 24 * hour},
		Windows: []guidance.Window{{ID: "w",
			From:  guidance.Moment{Anchor: guidance.BeforeNext, Elapsed: -14 * 24 * hour},
			Until: guidance.Moment{Anchor: guidance.BeforeNext},
		}},
	}
	c := New(Treatment{At: at, Plan: plan}, time.UTC, nil)
	w := c.window(t, "w")
	if !w.From.Equal(at.AddDate(0, 0, 14)) || !w.Until.Equal(c.NextFrom) || !c.NextUntil.Equal(at.AddDate(0, 0, 42)) {
		t.Errorf("counted from the spacing: %s to %s", w.From, w.Until)
	}
	next := at.AddDate(0, 0, 35)
	all := FillOthers([]Treatment{{ID: 1, At: at, Plan: plan}, {ID: 2, At: next}, {ID: 3, At: next.AddDate(0, 0, -1), Removed: true}})
	w = New(all[0], time.UTC, nil).window(t, "w")
	if !w.Until.Equal(next) || !w.From.Equal(next.AddDate(0, 0, -14)) {
		t.Errorf("counted from the next one: %s to %s", w.From, w.Until)
	}
	plan.Spacing = guidance.Spacing{}
	if c := New(Treatment{At: at, Plan: plan}, time.UTC, nil); len(c.Windows) != 0 {
		t.Errorf("with no next treatment known it stands at %v", c.Windows)
	}
}

func TestAWindowMayBeginBeforeTheTreatment(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-15 12:00")
	w := one(t, at, guidance.Window{From: after(-14 * 24 * hour), Until: after(24 * hour)})
	if got := w.StateAt(at.Add(-hour), time.UTC); got != Wait {
		t.Errorf("an hour before: %s, want wait", got)
	}
	if got := w.StateAt(at.AddDate(0, 0, -15), time.UTC); got != Before {
		t.Errorf("15 days before: %s, want before", got)
	}
}

func TestTheCourseEndsWithTheLastOfItsEnds(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-15 12:00")
	week := after(7 * 24 * hour)
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "sun", Until: after(48 * hour), Then: "SPF", ThenUntil: &week}}}
	if c := New(Treatment{At: at, Plan: plan}, time.UTC, nil); !c.Ends.Equal(at.Add(week.Elapsed)) {
		t.Errorf("ends %s, want what follows the window to count", c.Ends)
	}
	plan.Phases = []guidance.Phase{{ID: "a", Until: after(24 * hour)}, {ID: "b", From: after(24 * hour), Until: after(10 * 24 * hour)}}
	c := New(Treatment{At: at, Plan: plan}, time.UTC, nil)
	if !c.Ends.Equal(at.AddDate(0, 0, 10)) {
		t.Errorf("ends %s, want the phase to count", c.Ends)
	}
	p, share, ok := c.PhaseAt(at.Add(12 * hour))
	if !ok || p.Spec.ID != "a" || share != 0.5 {
		t.Errorf("phase %q, share %v, %v; want a, 0.5", p.Spec.ID, share, ok)
	}
	if p, share, ok = c.PhaseAt(at.Add(24 * hour)); !ok || p.Spec.ID != "b" || share != 0 {
		t.Errorf("phase %q, share %v, %v; want b, 0", p.Spec.ID, share, ok)
	}
	if _, _, ok = c.PhaseAt(c.Ends); ok {
		t.Error("a phase holds after the end")
	}
}
