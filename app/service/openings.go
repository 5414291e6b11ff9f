package service

import (
	"slices"
	"time"

	"afterglow/app/course"
)

// Openings answer "what may I do, and when the rest?" as one path in time. Every window stands on it once, one that is never to
// be done apart; one that the plan limits to hours of the day can stand there twice, and so does one that begins later.
// What another wait holds stands where that one ends.
type Openings struct {
	Open  []Opening // what is open now, in the plan's order; with care where a step follows the wait
	Asked []Opening // whose time is up: each opens when the person says that the skin is calm
	// Until is what is left alone until a treatment to come: its end allows nothing.
	Until []Opening
	Ahead []Moment  // what comes, the nearest first
	NoEnd []Opening // what waits without an end that is known
	Never []Opening // what the plan's advice forbids without an end: no end of a wait opens it
}

// Moment is a point of the path that is still to come.
type Moment struct {
	At   time.Time // of several windows that come in the same minute, the first
	What []Opening // in the plan's order; never empty
}

// Opening is what happens to one window at a point of the path.
type Opening struct {
	Window WindowView
	Kind   OpeningKind
}

// Then says whether what opens is allowed only with the step that its plan has follow the wait.
func (o Opening) Then() bool {
	w := o.Window
	if w.State == course.Open { // a step that followed is over too
		return false
	}
	return w.Then != "" && (w.ThenUntil == nil || w.ThenUntil.After(course.Later(w.Now, w.Until)))
}

// Over says whether nothing of the window waits any more.
func (o Opening) Over() bool {
	return o.Kind == Opens && (o.Window.State == course.Open || o.Window.State == course.Then)
}

// OpeningKind is what happens to a window.
type OpeningKind string

const (
	Opens      OpeningKind = "opens"  // its wait is over
	OpensHours OpeningKind = "hours"  // it is open, but not at the plan's hours of each day: for these its wait goes on
	Calms      OpeningKind = "calm"   // its time is up; the plan asks for calm skin too
	Eases      OpeningKind = "eases"  // its wait is over, and another one of it goes on
	Begins     OpeningKind = "begins" // its wait begins
	Never      OpeningKind = "never"  // it does not open
	NoEnd      OpeningKind = "no_end" // nobody knows when it opens
)

// Openings is the path as it stands at the status' moment.
func (st Status) Openings() Openings {
	var o Openings
	for _, w := range st.Windows {
		o.put(w, st.treatedAt(w.Treatment))
	}
	slices.SortStableFunc(o.Ahead, func(a, b Moment) int { return a.At.Compare(b.At) })
	return o
}

// LastDay says whether the plan's care for the treatment ends on the day of the status' moment.
func (st Status) LastDay() bool {
	if st.Treatment == nil {
		return false
	}
	zone := st.Now.Location()
	return course.DateOf(st.Treatment.Ends, zone) == course.DateOf(st.Now, zone)
}

// put puts a window of a treatment at treated on the path.
func (o *Openings) put(w WindowView, treated time.Time) {
	if w.State == course.Never {
		o.Never = append(o.Never, Opening{w, Never})
		return
	}
	if w.Held && !w.End.Open && !w.Until.After(w.Now) {
		return // the wait that holds it asks, and stands there itself
	}
	hours := w.Hours != nil && (w.End.Open || w.Until.After(w.Now))
	switch w.State {
	case course.Ask:
		o.Asked = append(o.Asked, Opening{w, Calms})
		return
	case course.Open, course.Then:
		if !hours {
			o.Open = append(o.Open, Opening{w, Opens})
			return
		}
		o.Open = append(o.Open, Opening{w, OpensHours})
	case course.Before:
		if !w.From.Equal(treated) { // that all begins with the treatment goes without saying
			o.ahead(w.From, Opening{w, Begins})
		}
	case course.Wait:
		if hours && w.StateUntil != nil && (w.End.Open || w.StateUntil.Before(w.Until)) {
			o.ahead(*w.StateUntil, Opening{w, OpensHours})
		}
	}
	switch {
	case w.End.Open:
		o.NoEnd = append(o.NoEnd, Opening{w, NoEnd})
	case before(w, treated):
		o.Until = append(o.Until, Opening{w, Opens})
	case w.AndWhen != "":
		o.ahead(w.Until, Opening{w, Calms})
	case w.Onward != "":
		o.ahead(w.Until, Opening{w, Eases})
	default:
		o.ahead(w.Until, Opening{w, Opens})
	}
}

// before says whether a window is for the time before its treatment alone; see [course.Window.Spent].
func before(w WindowView, treated time.Time) bool {
	return w.From.Before(treated) && !w.End.Open && !w.Until.After(treated)
}

// ahead adds what happens at a moment. The same minute is the same point: a person reads both as one time.
func (o *Openings) ahead(at time.Time, what Opening) {
	i := slices.IndexFunc(o.Ahead, func(m Moment) bool { return m.At.Truncate(time.Minute).Equal(at.Truncate(time.Minute)) })
	if i < 0 {
		o.Ahead = append(o.Ahead, Moment{At: at, What: []Opening{what}})
		return
	}
	m := &o.Ahead[i]
	if at.Before(m.At) {
		m.At = at
	}
	m.What = append(m.What, what)
}

// treatedAt is when a treatment was; zero if it is not looked after.
func (st Status) treatedAt(treatment int64) time.Time {
	for _, t := range st.Treatments {
		if t.ID == treatment {
			return t.At
		}
	}
	return time.Time{}
}

// Ring is the whole course as a turn with one equal step for each window that opens.
type Ring struct {
	// Steps says of each step whether its window is open. The open ones come first, so that no part of the turn that
	// has passed has a window that is shut.
	Steps []bool
	// Share is how much of the whole turn has passed, 0 to 1: the open steps, and of the next one as much as has passed
	// of the time to it. It is 1 only if all is open.
	Share float64
}

// mostOfStep is how much of a step can have passed while its window is not open: it may wait for the person's word.
const mostOfStep = 0.95

// Ring is the turn as it stands at the status' moment. A plan without windows passes with its course.
func (st Status) Ring() Ring {
	if st.Treatment == nil {
		return Ring{}
	}
	var r Ring
	open := 0
	last, next := st.Treatment.At, time.Time{}
	for _, w := range st.Windows {
		if treated := st.treatedAt(w.Treatment); w.State == course.Never || w.End.Open || before(w, treated) || !w.Until.After(w.From) {
			continue
		}
		r.Steps = append(r.Steps, false)
		switch {
		case w.Until.After(st.Now):
			if next.IsZero() || w.Until.Before(next) {
				next = w.Until
			}
		case w.State != course.Ask:
			open++
			last = course.Later(last, w.Until)
		}
	}
	for i := range open {
		r.Steps[i] = true
	}
	part := mostOfStep // all that is left waits for the person's word
	if !next.IsZero() {
		part = min(part, share(last, next, st.Now))
	}
	switch n := float64(len(r.Steps)); {
	case n == 0:
		r.Share = share(st.Treatment.At, st.Treatment.Ends, st.Now)
	case open == len(r.Steps):
		r.Share = 1
	default:
		r.Share = (float64(open) + part) / n
	}
	return r
}
