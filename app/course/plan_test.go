package course

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

const hour = time.Hour

func after(d time.Duration) guidance.Moment { return guidance.Moment{Elapsed: d} }

func clocks(t testing.TB, all ...string) []guidance.Clock {
	var out []guidance.Clock
	for _, s := range all {
		out = append(out, clockAt(t, s))
	}
	return out
}

// starter is the plan with the article's figures, as it is shipped.
func starter(t testing.TB, id string) guidance.Plan {
	t.Helper()
	for _, p := range guidance.Starters() {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("no starter plan %q", id)
	return guidance.Plan{}
}

func moment(t testing.TB, zone *time.Location, s string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func (c Course) window(t testing.TB, id string) Window {
	t.Helper()
	for _, w := range c.Windows {
		if w.Spec.ID == id {
			return w
		}
	}
	t.Fatalf("no window %q", id)
	return Window{}
}

// one is a course with a single window or routine.
func one(t testing.TB, at time.Time, w guidance.Window, entries ...record.Entry) Window {
	t.Helper()
	w.ID = "it"
	c := New(Treatment{ID: 1, At: at, Plan: guidance.Plan{Windows: []guidance.Window{w}}}, at.Location(), entries)
	return c.window(t, "it")
}

func withRoutine(id int64, at time.Time, r guidance.Routine) Course {
	if r.ID == "" {
		r.ID = "cleanse"
	}
	return New(Treatment{ID: id, At: at, Plan: guidance.Plan{Routines: []guidance.Routine{r}}}, at.Location(), nil)
}

// told writes occurrences as "1 08:00".
func told(dues []Due) []string {
	out := []string{}
	for _, d := range dues {
		out = append(out, string(rune('0'+d.N))+" "+d.At.Format("15:04"))
	}
	return out
}

func wantTold(t *testing.T, got []Due, want ...string) {
	t.Helper()
	if g := told(got); !slices.Equal(g, want) {
		t.Errorf("got %q, want %q", g, want)
	}
}
