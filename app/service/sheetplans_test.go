package service_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// moments are the six, counted from the treatment.
var moments = []struct {
	name  string
	after time.Duration
}{
	{"12 hours before", -12 * time.Hour}, {"1 h", time.Hour}, {"10 h", 10 * time.Hour}, {"30 h", 30 * time.Hour},
	{"4 d", 4 * 24 * time.Hour}, {"8 d", 8 * 24 * time.Hour},
}

func TestSheetPlansSayAtEachMomentWhatTheirFactsSay(t *testing.T) {
	zone := berlin(t)
	for _, name := range sheetNames(t) {
		t.Run(name, func(t *testing.T) {
			e, p := expect(t, name), sheetPlan(t, name)
			c := sheetCourse(t, e, p, zone)
			for _, w := range c.Windows {
				want := e.Windows[w.Spec.ID]
				if len(want) != len(moments) {
					t.Errorf("%s: %d moments expected, want %d", w.Spec.ID, len(want), len(moments))
					continue
				}
				for i, m := range moments {
					at := c.Treatment.At.Add(m.after)
					if got, want := windowSays(w, at, zone), meant(want, i); got != want {
						t.Errorf("%s, %s: the plan says %q, the facts %q", w.Spec.ID, m.name, got, want)
					}
				}
			}
			for _, r := range c.Routines {
				for i, m := range moments {
					if got, want := dueOn(c, r.Spec, c.Treatment.At.Add(m.after), zone), e.Due[r.Spec.ID]; len(want) != len(moments) || got != want[i] {
						t.Errorf("%s, on the day %s: due %d times, the facts %v", r.Spec.ID, m.name, got, want)
					}
				}
			}
			for _, care := range c.Care {
				for i, m := range moments {
					want := e.Shown[care.Spec.ID]
					if got := care.Holds(c.Treatment.At.Add(m.after)); len(want) > 0 && got != want[i] || len(want) == 0 && !got {
						t.Errorf("%s, %s: shown is %v, the facts %v", care.Spec.ID, m.name, got, want)
					}
				}
			}
			for _, known := range [][2][]string{
				{slices.Sorted(maps.Keys(e.Windows)), idsOf(p.Windows, func(w guidance.Window) string { return w.ID })},
				{slices.Sorted(maps.Keys(e.Due)), idsOf(p.Routines, func(r guidance.Routine) string { return r.ID })},
			} {
				if !slices.Equal(known[0], known[1]) {
					t.Errorf("expected are %v, the plan has %v", known[0], known[1])
				}
			}
		})
	}
}

func idsOf[T any](list []T, id func(T) string) []string {
	var ids []string
	for _, x := range list {
		ids = append(ids, id(x))
	}
	slices.Sort(ids)
	return ids
}

func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func sheetCourse(t testing.TB, e expected, p guidance.Plan, zone *time.Location) course.Course {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", e.Treated, zone)
	if err != nil {
		t.Fatal(err)
	}
	return course.New(course.Treatment{ID: 1, At: at, Device: e.Device, DepthMM: 1, Area: e.Area, Plan: p, EnteredAt: at.Add(-14 * 24 * time.Hour)}, zone, nil)
}

// meant is what is expected at the moment i: "=" repeats what stands before it.
func meant(list []string, i int) string {
	for ; i > 0 && list[i] == "="; i-- {
	}
	return list[i]
}

// windowSays is a window at a moment in the words of the expectations.
func windowSays(w course.Window, at time.Time, zone *time.Location) string {
	state, end := string(w.StateAt(at, zone)), w.UntilAt(at, zone)
	switch {
	case state == "open" && w.Spent(at):
		return "past"
	case state == "open", state == "ask":
		return state
	case state == "before":
		state = "later"
	case state == "wait" && w.Spec.Until.Anchor == guidance.UntilCalm:
		state = "calm"
	case state == "wait" && w.Spec.Until.Anchor == guidance.FromLast && end.IsZero():
		return "wait series"
	case state == "wait" && w.Spec.Soft:
		state = "soft"
	}
	if end.IsZero() {
		return state + " no end"
	}
	return state + " " + end.In(zone).Format("2 Jan 15:04")
}

// dueOn is how often a routine is due on the local day of a moment.
func dueOn(c course.Course, spec guidance.Routine, at time.Time, zone *time.Location) int {
	d := course.DateOf(at, zone)
	if spec.Drink() {
		return course.GoalOn([]course.Course{c}, course.DefaultPrefs(), spec.ID, d, zone)
	}
	n := 0
	for _, due := range course.DueOn([]course.Course{c}, course.DefaultPrefs(), d, zone) {
		if due.Routine == spec.ID {
			n++
		}
	}
	return n
}

// What a sheet ties to a condition, or to no end, is never taken to be over because time went by.
func TestNothingOfASheetEndsWithoutAnAnswerThatItAsksFor(t *testing.T) {
	zone := berlin(t)
	for _, name := range sheetNames(t) {
		e, p := expect(t, name), sheetPlan(t, name)
		c := sheetCourse(t, e, p, zone)
		for _, w := range c.Windows {
			if w.Spec.Until.Anchor != guidance.UntilCalm && w.Spec.Until.Anchor != guidance.NoEnd && w.Spec.AndWhen == "" {
				continue
			}
			late := c.Treatment.At.AddDate(0, 6, 0)
			if s := w.StateAt(late, zone); s != course.Ask && s != course.Wait {
				t.Errorf("%s, %s: half a year later, without a word, it is %s", name, w.Spec.ID, s)
			}
			if w.Open {
				continue
			}
			yes := record.Entry{At: w.Until.Add(time.Hour), Kind: record.KindCalm, What: w.Spec.ID, Treatment: 1}
			answered := course.New(c.Treatment, zone, []record.Entry{yes})
			for _, a := range answered.Windows {
				s := a.StateAt(late, zone)
				if over := s == course.Open || s == course.Then; a.Spec.ID == w.Spec.ID && !over {
					t.Errorf("%s, %s: answered, it is %s", name, a.Spec.ID, s)
				} else if a.Spec.AsksCalm() && a.Spec.ID != w.Spec.ID && over {
					t.Errorf("%s, %s: the answer to %s ended it", name, a.Spec.ID, w.Spec.ID)
				}
			}
		}
	}
}
