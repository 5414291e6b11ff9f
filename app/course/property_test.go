package course

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/record"
	"afterglow/guidance"
)

// zoneNames are all zones of the tz database.
//
//go:embed testdata/zones.txt
var zoneNames string

func allZones(t testing.TB) []*time.Location {
	var zones []*time.Location
	for _, name := range strings.Fields(zoneNames) {
		zones = append(zones, zoneOf(t, name))
	}
	return zones
}

// offsetsAround are all offsets in force within two days of t. Probing misses none that lasts a quarter of an hour.
func offsetsAround(t time.Time, zone *time.Location) []int {
	var out []int
	for at := t.Add(-48 * hour); at.Before(t.Add(48 * hour)); at = at.Add(15 * time.Minute) {
		if _, o := at.In(zone).Zone(); !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// checkOn holds On to its promise by trying every offset that could show the time.
func checkOn(d Date, c guidance.Clock, zone *time.Location) error {
	got := On(d, c, zone)
	local := time.Date(d.Year, d.Month, d.Day, 0, int(c), 0, 0, time.UTC)
	var first time.Time
	for _, o := range offsetsAround(local, zone) {
		at := local.Add(-time.Duration(o) * time.Second)
		if _, real := at.In(zone).Zone(); real == o && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	if !first.IsZero() {
		if !got.Equal(first) {
			return fmt.Errorf("%s %s in %s: %s, want the first, %s", d, c, zone, got, first.In(zone))
		}
		return nil
	}
	if got.Second() != 0 || !wall(got).After(local) || !wall(got.Add(-time.Minute)).Before(local) {
		return fmt.Errorf("%s %s in %s was skipped: %s is not the next valid minute", d, c, zone, got)
	}
	return nil
}

// wall is what the clocks show at t, as if in UTC.
func wall(t time.Time) time.Time {
	_, o := t.Zone()
	return t.UTC().Add(time.Duration(o) * time.Second)
}

// nextChange is the next moment after at for which the zone's table names a change; zero if
// there is none. On the last day of a leap year Go names one that has passed: see On.
func nextChange(at time.Time) time.Time {
	for {
		_, change := at.ZoneBounds()
		if change.IsZero() || change.After(at) {
			return change
		}
		at = at.Add(24 * hour)
	}
}

func TestOnHoldsInEveryZoneOnEveryDayWithAClockChange(t *testing.T) {
	from, until := time.Date(2005, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)
	changes := 0
	for _, zone := range allZones(t) {
		for at := from.In(zone); ; {
			change := nextChange(at)
			if change.IsZero() || change.After(until) {
				break
			}
			changes++
			d := DateOf(change, zone)
			before := clockOf(change.Add(-time.Second), zone)
			after := clockOf(change, zone)
			for _, day := range []Date{d.Add(-1), d, d.Add(1)} {
				for _, c := range []guidance.Clock{before, after, (before + after) / 2, before + 1, 0, 8 * 60} {
					if err := checkOn(day, c%(24*60), zone); err != nil {
						t.Fatal(err)
					}
				}
			}
			at = change.In(zone)
			if changes%7 != 0 && changes > 2000 { // the rules repeat: after a while look at fewer
				if next := nextChange(at); !next.IsZero() {
					at = next.In(zone)
				}
			}
		}
	}
	if changes < 1000 {
		t.Fatalf("looked at %d clock changes only", changes)
	}
}

func TestOnHoldsAtAnyTimeOfAnyDaySinceThereAreZones(t *testing.T) {
	zones := allZones(t)
	rapid.Check(t, func(t *rapid.T) {
		zone := zones[rapid.IntRange(0, len(zones)-1).Draw(t, "zone")]
		d := Date{1840, 1, 1}.Add(rapid.IntRange(0, 200*365).Draw(t, "days"))
		c := guidance.Clock(rapid.IntRange(0, 24*60-1).Draw(t, "clock"))
		if err := checkOn(d, c, zone); err != nil {
			t.Fatal(err)
		}
	})
}

// drawn is a random course with its zone.
type drawn struct {
	zone  *time.Location
	c     Course
	prefs Prefs
}

func draw(t *rapid.T, zones []*time.Location, at time.Time) drawn {
	elapsed := func(name string, most int) guidance.Moment {
		return after(time.Duration(rapid.IntRange(-24, most).Draw(t, name)) * 30 * time.Minute)
	}
	r := guidance.Routine{ID: "cleanse", From: elapsed("from", 48), Until: elapsed("until", 300)}
	if rapid.Bool().Draw(t, "every") {
		r.Every = time.Duration(rapid.IntRange(1, 20).Draw(t, "interval")) * 25 * time.Minute
	} else {
		for _, c := range rapid.SliceOfNDistinct(rapid.IntRange(0, 1439), 1, 6, rapid.ID).Draw(t, "times") {
			r.Times = append(r.Times, guidance.Clock(c))
		}
	}
	if rapid.Bool().Draw(t, "staged") {
		s := guidance.Stage{From: r.From, Until: elapsed("stage", 200), None: rapid.Bool().Draw(t, "none")}
		if !s.None {
			s.Every = 3 * hour
		}
		r.Stages = append(r.Stages, s)
	}
	zone := zones[rapid.IntRange(0, len(zones)-1).Draw(t, "zone")]
	at = at.Add(time.Duration(rapid.IntRange(0, 400*24*4).Draw(t, "at")) * 15 * time.Minute)
	tr := Treatment{ID: 1, At: at, Plan: guidance.Plan{Routines: []guidance.Routine{r}}}
	prefs := DefaultPrefs()
	prefs.Sleep.From = guidance.Clock(rapid.IntRange(0, 1439).Draw(t, "sleep"))
	prefs.Sleep.To = guidance.Clock((int(prefs.Sleep.From) + rapid.IntRange(0, 12*60).Draw(t, "asleep")) % 1440)
	return drawn{zone, New(tr, zone, nil), prefs}
}

func TestOccurrencesAreUniqueInOrderAndInsideTheRoutineAndTheirIdsStay(t *testing.T) {
	zones := allZones(t)
	rapid.Check(t, func(t *rapid.T) {
		x := draw(t, zones, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		r := &x.c.Routines[0]
		wider := x.c // the same routine begun earlier and ended later
		wider.Routines = []Routine{*r}
		wider.Routines[0].From = r.From.Add(-96 * hour)
		wider.Routines[0].Until = r.Until.Add(96 * hour)
		seen := map[string]bool{}
		d := DateOf(r.From, x.zone).Add(-1)
		for range 8 {
			dues := DueOn([]Course{x.c}, x.prefs, d, x.zone)
			whole := map[string]time.Time{}
			for _, due := range DueOn([]Course{wider}, x.prefs, d, x.zone) {
				whole[due.ID] = due.At
			}
			if n := GoalOn([]Course{x.c}, x.prefs, "cleanse", d, x.zone); n != len(dues) {
				t.Fatalf("%s: goal %d of %d", d, n, len(dues))
			}
			for i, due := range dues {
				switch {
				case seen[due.ID]:
					t.Fatalf("%s twice", due.ID)
				case due.At.Before(r.From) || !due.At.Before(r.Until):
					t.Fatalf("%s at %s lies outside %s to %s", due.ID, due.At, r.From, r.Until)
				case i > 0 && !dues[i-1].At.Before(due.At):
					t.Fatalf("%s at %s comes after %s", due.ID, due.At, dues[i-1].At)
				case !due.Useful.After(due.At) || due.Goal != len(dues):
					t.Fatalf("%+v", due)
				case !whole[due.ID].Equal(due.At):
					t.Fatalf("%s at %s is at %s where the routine is longer", due.ID, due.At, whole[due.ID])
				}
				seen[due.ID] = true
			}
			d = d.Add(1)
		}
	})
}

func TestSleepAndWakingTakeTurns(t *testing.T) {
	zones := allZones(t)
	rapid.Check(t, func(t *rapid.T) {
		x := draw(t, zones, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		d := DateOf(x.c.Treatment.At, x.zone)
		from, until := Waking(x.prefs, d, x.zone)
		next, _ := Waking(x.prefs, d.Add(1), x.zone)
		if next.Before(until) {
			t.Fatalf("sleep %s in %s: %s begins before %s ends", x.prefs.Sleep, x.zone, next, until)
		}
		check := func(at time.Time, want bool) {
			end, asleep := Asleep(x.prefs, at, x.zone)
			if asleep != want {
				t.Fatalf("sleep %s in %s: at %s asleep is %v, awake %s to %s", x.prefs.Sleep, x.zone, at, asleep, from, until)
			}
			if _, still := Asleep(x.prefs, end, x.zone); asleep && (still || !end.After(at)) {
				t.Fatalf("sleep %s in %s: asleep at %s until %s, and on", x.prefs.Sleep, x.zone, at, end)
			}
		}
		if from.Before(until) {
			check(from, false)
			check(until.Add(-time.Second), false)
		}
		if until.Before(next) {
			check(until, true)
			check(next.Add(-time.Second), true)
		}
	})
}

func TestAWindowsStateHoldsUntilItSays(t *testing.T) {
	zones := allZones(t)
	rapid.Check(t, func(t *rapid.T) {
		zone := zones[rapid.IntRange(0, len(zones)-1).Draw(t, "zone")]
		at := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 365*24).Draw(t, "at")) * hour)
		spec := guidance.Window{Until: after(time.Duration(rapid.IntRange(1, 100).Draw(t, "until")) * hour)}
		if rapid.Bool().Draw(t, "then") {
			end := after(spec.Until.Elapsed + 30*hour)
			spec.Then, spec.ThenUntil = "SPF", &end
		}
		if rapid.Bool().Draw(t, "hours") {
			a := rapid.IntRange(0, 1439).Draw(t, "a")
			spec.Hours = &guidance.HourRange{From: guidance.Clock(a), To: guidance.Clock((a + rapid.IntRange(30, 1200).Draw(t, "b")) % 1440)}
		}
		var said []record.Entry
		if rapid.Bool().Draw(t, "calm") {
			spec.AndWhen = "calm"
			said = append(said, record.Entry{Kind: record.KindCalm, At: at.Add(time.Duration(rapid.IntRange(0, 200).Draw(t, "said")) * hour)})
		}
		w := New(Treatment{At: at, Plan: guidance.Plan{Windows: []guidance.Window{spec}}}, zone, said).Windows[0]
		now := at.Add(time.Duration(rapid.IntRange(-60, 8000).Draw(t, "now")) * time.Minute)
		state, end := w.StateAt(now, zone), w.UntilAt(now, zone)
		last := end
		if end.IsZero() {
			last = now.Add(60 * hour)
		} else if !end.After(now) {
			t.Fatalf("%s at %s until %s", state, now.In(zone), end)
		}
		for ; now.Before(last); now = now.Add(7 * time.Minute) {
			if got := w.StateAt(now, zone); got != state {
				t.Fatalf("%s was to hold until %s; at %s it is %s (window %s to %s, hours %v)", state, end, now.In(zone), got, w.From, w.Until, spec.Hours)
			}
		}
		if got := w.StateAt(last, zone); !end.IsZero() && got == state {
			t.Fatalf("%s was to end at %s and goes on", state, end)
		}
	})
}
