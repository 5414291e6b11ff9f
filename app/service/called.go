package service

import (
	"slices"
	"time"

	"afterglow/app/course"
)

// Called tells one of several treatments from the others: by where it was and how many days ago.
type Called struct {
	Area string    // "": not named
	Day  int       // calendar days since; below zero: it is to come
	At   time.Time // set only if another treatment has the same area and day
}

// TreatmentCalled is what tells a treatment from the others; not ok if only one is looked after, for there is nothing
// to tell apart then.
func (st Status) TreatmentCalled(treatment int64) (c Called, ok bool) {
	if len(st.Treatments) < 2 {
		return Called{}, false
	}
	i := slices.IndexFunc(st.Treatments, func(t TreatmentView) bool { return t.ID == treatment })
	if i < 0 {
		return Called{}, false
	}
	t := st.Treatments[i]
	c = Called{Area: t.Area, Day: t.Day}
	alike := func(o TreatmentView) bool { return o.ID != t.ID && o.Area == t.Area && o.Day == t.Day }
	if slices.ContainsFunc(st.Treatments, alike) {
		c.At = t.At
	}
	return c, true
}

// Setters are the treatments that a wait comes from: several if theirs is the same to the moment. None if only
// one is looked after.
func (st Status) Setters(w WindowView) []Called {
	var all []Called
	for _, t := range st.Treatments {
		if t.ID == w.Treatment || slices.Contains(w.With, t.ID) {
			if c, ok := st.TreatmentCalled(t.ID); ok {
				all = append(all, c)
			}
		}
	}
	return all
}

// Setters is Status.Setters at the scene's moment.
func (sc Scene) Setters(w course.Window) []Called {
	if len(sc.Courses) < 2 {
		return nil
	}
	return sc.treatments().Setters(WindowView{Treatment: w.Treatment, With: sc.with(w)})
}

// TreatmentCalled is Status.TreatmentCalled at the scene's moment.
func (sc Scene) TreatmentCalled(treatment int64) (c Called, ok bool) {
	if len(sc.Courses) < 2 {
		return Called{}, false
	}
	return sc.treatments().TreatmentCalled(treatment)
}
