package course

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/record"
	"afterglow/guidance"
)

func TestFreeIsTheFirstMomentAtWhichNoneOfThemWaits(t *testing.T) {
	at := time.Date(2026, 11, 21, 15, 30, 0, 0, time.UTC)
	hours := func(n int) guidance.Moment { return guidance.Moment{Elapsed: time.Duration(n) * time.Hour} }
	rapid.Check(t, func(rt *rapid.T) {
		plan := func(label string) guidance.Plan {
			var p guidance.Plan
			for _, id := range []string{"a", "b", "c"} {
				w := guidance.Window{ID: id, Name: id, From: hours(rapid.IntRange(0, 30).Draw(rt, label+" from"))}
				w.Until = hours(int(w.From.Elapsed/time.Hour) + rapid.IntRange(1, 60).Draw(rt, label+" length"))
				if rapid.IntRange(0, 3).Draw(rt, label+" hours") == 0 {
					w.Hours = &guidance.HourRange{From: 10 * 60, To: 14 * 60}
				}
				if rapid.Bool().Draw(rt, label+" then") {
					end := hours(int(w.Until.Elapsed/time.Hour) + rapid.IntRange(1, 60).Draw(rt, label+" step"))
					w.Then, w.ThenUntil = "a step", &end
				}
				if rapid.IntRange(0, 4).Draw(rt, label+" calm") == 0 {
					w.AndWhen = "calm"
				}
				p.Windows = append(p.Windows, w)
			}
			return p
		}
		var entries []record.Entry
		if rapid.Bool().Draw(rt, "calm") {
			entries = append(entries, record.Entry{ID: 1, Kind: record.KindCalm, At: at.Add(time.Duration(rapid.IntRange(0, 120).Draw(rt, "said")) * time.Hour), Treatment: 1})
		}
		make := func(id int64, at time.Time) Course {
			return New(Treatment{ID: id, At: at, EnteredAt: at, Plan: plan("plan"), SameArea: []int64{1, 2}}, time.UTC, entries)
		}
		courses := []Course{make(1, at)}
		if rapid.Bool().Draw(rt, "second") {
			courses = append(courses, make(2, at.Add(time.Duration(rapid.IntRange(1, 60).Draw(rt, "later"))*time.Hour)))
		}
		ids := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "a" + AndThen, "c" + AndThen}), 1, 3, rapid.ID).Draw(rt, "ids")
		since := at.Add(time.Duration(rapid.IntRange(0, 90).Draw(rt, "since")) * time.Hour)
		f, ok := FreeOf(courses, 1, ids, since, time.UTC)
		if !ok {
			rt.Fatal("it is not known at all")
		}
		waits := func(now time.Time) bool {
			for i := range courses {
				if !now.Before(courses[i].Closes) {
					continue
				}
				for _, w := range courses[i].Windows {
					for _, id := range ids {
						st := w.StateAt(now, time.UTC)
						if w.Spec.ID == id && (st == Wait || st == Ask) || w.Spec.ID+AndThen == id && (st == Wait || st == Ask || st == Then) {
							return true
						}
					}
				}
			}
			return false
		}
		if f.At.IsZero() {
			return // the person's word is missing
		}
		if f.At.Before(since) || waits(f.At) {
			rt.Fatalf("at %s it is said to be over", f.At)
		}
		for _, w := range courses[0].Windows {
			for _, id := range ids {
				if w.Spec.ID == id && w.Spec.Hours == nil && f.At.Before(w.Until) {
					rt.Fatalf("at %s it is said to be over, %s waits until %s", f.At, id, w.Until)
				}
			}
		}
		for _, w := range f.Last {
			if w.StateAt(f.At, time.UTC) != Then {
				rt.Fatalf("%s has no step at %s", w.Spec.ID, f.At)
			}
		}
		if !f.Again.IsZero() && (!f.Again.After(f.At) || !waits(f.Again)) {
			rt.Fatalf("it is said to wait again at %s", f.Again)
		}
	})
}

func TestAQuestionAtHoursOfTheDayGoesWithItsCourseAndNotAtTheNextOfTheseHours(t *testing.T) {
	at := time.Date(2026, 11, 21, 20, 30, 0, 0, time.UTC)
	step := guidance.Moment{Elapsed: 5 * 24 * time.Hour}
	heat := guidance.Window{
		ID: "heat", Until: guidance.Moment{Elapsed: time.Hour}, AndWhen: "calm", Hours: &guidance.HourRange{From: 10 * 60, To: 14 * 60},
		Then: "shade", ThenUntil: &step,
	}
	c := New(Treatment{ID: 1, At: at, Plan: guidance.Plan{Windows: []guidance.Window{heat}}}, time.UTC, nil)
	for _, days := range []int{0, 3, 20, 27} {
		since := at.AddDate(0, 0, days)
		f, ok := FreeOf([]Course{c}, 1, []string{"heat" + AndThen}, since, time.UTC)
		if !ok || !f.At.Equal(c.Closes) {
			t.Errorf("asked after %d days, it is free at %s, want %s with its course", days, f.At, c.Closes)
		}
	}
}

func TestWhatOnlyTheNextTreatmentOrTheSkinEndsHasNoKnownEnd(t *testing.T) {
	at := time.Date(2026, 11, 21, 15, 30, 0, 0, time.UTC)
	calm := guidance.Window{ID: "a", Until: guidance.Moment{Elapsed: time.Hour}, AndWhen: "calm"}
	next := guidance.Window{ID: "b", Until: guidance.Moment{Anchor: guidance.BeforeNext}}
	c := New(Treatment{ID: 1, At: at, Plan: guidance.Plan{Windows: []guidance.Window{calm, next}, Spacing: guidance.Spacing{From: 28 * 24 * time.Hour}}}, time.UTC, nil)
	for _, id := range []string{"a", "b"} {
		if f, ok := FreeOf([]Course{c}, 1, []string{id}, at, time.UTC); !ok || !f.At.IsZero() {
			t.Errorf("%s: %v, %s", id, ok, f.At)
		}
	}
	if _, ok := FreeOf([]Course{c}, 1, []string{"c"}, at, time.UTC); ok {
		t.Error("a window that the plan does not have ends")
	}
	if _, ok := FreeOf([]Course{c}, 2, []string{"a"}, at, time.UTC); ok {
		t.Error("a treatment that nobody entered has an end")
	}
}
