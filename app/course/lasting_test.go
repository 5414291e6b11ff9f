package course

import (
	"testing"
	"time"

	"afterglow/guidance"
)

// stepPlan has a wait of two days in whose place something follows, until an end if it has one.
func stepPlan(end time.Duration) guidance.Plan {
	w := guidance.Window{ID: "sun", Name: "Sun", Until: guidance.Moment{Elapsed: 48 * time.Hour}, Then: "SPF 30+, hat"}
	if end > 0 {
		w.ThenUntil = &guidance.Moment{Elapsed: end}
	}
	return guidance.Plan{ID: "steps", Windows: []guidance.Window{w, {ID: "makeup", Name: "Makeup", Until: guidance.Moment{Elapsed: 24 * time.Hour}}}}
}

func TestAStepWithoutEndLastsBeyondItsCourse(t *testing.T) {
	at := time.Date(2026, 11, 21, 15, 30, 0, 0, time.UTC)
	course := func(id int64, at time.Time, p guidance.Plan) Course {
		return New(Treatment{ID: id, At: at, EnteredAt: at, Plan: p}, time.UTC, nil)
	}
	day := 24 * time.Hour
	endless := course(1, at, stepPlan(0))
	other := course(2, at.Add(30*day), guidance.Plan{ID: "other", Windows: []guidance.Window{{ID: "wax", Until: guidance.Moment{Elapsed: 48 * time.Hour}}}})
	removed := endless
	removed.Treatment.Removed = true
	for _, c := range []struct {
		name    string
		courses []Course
		now     time.Time
		lasts   bool
	}{
		{"while the wait runs it is the course's own", []Course{endless}, at.Add(day), false},
		{"when all else is over it lasts", []Course{endless}, at.Add(2 * day), true},
		{"half a year later too", []Course{endless}, at.Add(180 * day), true},
		{"with an end it does not", []Course{course(1, at, stepPlan(14*day))}, at.Add(14 * day), false},
		{"a removed treatment says nothing", []Course{removed}, at.Add(20 * day), false},
		{"a newer treatment that does not know it leaves it", []Course{other, endless}, at.Add(31 * day), true},
		{"a newer one that knows it decides while it runs", []Course{course(2, at.Add(30*day), stepPlan(14*day)), endless}, at.Add(31 * day), false},
		{"one that is entered and has not been leaves it", []Course{course(2, at.Add(30*day), stepPlan(14*day)), endless}, at.Add(20 * day), true},
		{"and once it is over", []Course{course(2, at.Add(30*day), stepPlan(14*day)), endless}, at.Add(60 * day), false},
		{"of two the newer one's is told", []Course{course(2, at.Add(30*day), stepPlan(0)), endless}, at.Add(60 * day), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Lasting(c.courses, c.now)
			if (len(got) == 1) != c.lasts || len(got) > 1 {
				t.Fatalf("%d last", len(got))
			}
			if c.lasts && (got[0].Spec.ID != "sun" || got[0].StateAt(c.now, time.UTC) != Then || !got[0].UntilAt(c.now, time.UTC).IsZero()) {
				t.Errorf("it is %+v", got[0])
			}
			if c.lasts && c.name == "of two the newer one's is told" && got[0].Treatment != 2 {
				t.Errorf("it is of treatment %d", got[0].Treatment)
			}
		})
	}
}

func TestAStepWithoutEndIsNeverAPlainYesWhileItsCourseIsShown(t *testing.T) {
	at := time.Date(2026, 11, 21, 15, 30, 0, 0, time.UTC)
	p := stepPlan(0)
	p.Routines = []guidance.Routine{{ID: "mist", Times: []guidance.Clock{9 * 60}, Until: guidance.Moment{Elapsed: 30 * 24 * time.Hour}}}
	c := New(Treatment{ID: 1, At: at, EnteredAt: at, Plan: p}, time.UTC, nil)
	for now := at.Add(48 * time.Hour); now.Before(c.Closes); now = now.Add(7 * time.Hour) {
		for _, w := range Binding([]Course{c}, now) {
			if w.Spec.ID == "sun" && w.StateAt(now, time.UTC) != Then {
				t.Fatalf("at %s it is %s", now, w.StateAt(now, time.UTC))
			}
		}
	}
}
