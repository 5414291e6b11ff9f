package course

import (
	"cmp"
	"slices"
	"time"

	"afterglow/guidance"
)

// newest returns the courses that are not removed, the newest treatment first.
// If that is how they stand already, nothing is copied.
func newest(courses []Course) []Course {
	keep := true
	for i := range courses {
		if courses[i].Treatment.Removed || (i > 0 && newerFirst(&courses[i-1], &courses[i]) > 0) {
			keep = false
			break
		}
	}
	if keep {
		return courses
	}
	out := make([]Course, 0, len(courses))
	for i := range courses {
		if !courses[i].Treatment.Removed {
			out = append(out, courses[i])
		}
	}
	slices.SortStableFunc(out, func(a, b Course) int { return newerFirst(&a, &b) })
	return out
}

func newerFirst(a, b *Course) int { return newerTreatment(&a.Treatment, &b.Treatment) }

// newerTreatment puts the newer of two treatments first.
func newerTreatment(a, b *Treatment) int {
	if n := b.At.Compare(a.At); n != 0 {
		return n
	}
	return cmp.Compare(b.ID, a.ID)
}

// Running returns the courses that are neither removed nor over at now, the newest
// treatment first. A treatment still to come is among them: its plan may ask for care before.
func Running(courses []Course, now time.Time) []Course {
	var out []Course
	for _, c := range newest(courses) {
		if now.Before(c.Closes) {
			out = append(out, c)
		}
	}
	return out
}

// Current is the course that tells where the person is at now: of those running the
// newest whose treatment has been, else the one whose treatment comes first.
func Current(courses []Course, now time.Time) (Course, bool) {
	running := Running(courses, now)
	for _, c := range running {
		if !now.Before(c.Treatment.At) {
			return c, true
		}
	}
	if len(running) == 0 {
		return Course{}, false
	}
	return running[len(running)-1], true
}

// Strictest gives per window id the one that binds at now: of those that have begun
// the one still in force that ends last, else of those to come the nearest. The order is that
// of the newest course; ids that only older ones know come after.
//
// A wait that was for the time before its treatment alone is left out once it is over: of the time after it the plan
// says nothing.
//
// Of an id that the plan of a newer treatment does not know, an older one's is left out once it is
// open: that it may be done again was said of the older treatment, and nobody said it of the newer.
func Strictest(courses []Course, now time.Time) []Window {
	courses = newest(courses)
	var out []Window
	treated := false // whether a newer treatment than the i-th has been
	for i := range courses {
		for j := range courses[i].Windows {
			if id := courses[i].Windows[j].Spec.ID; !hasWindow(courses[:i], id) {
				if w := strictest(courses[i:], id, now); w != nil && (!treated || w.state(now) != Open) {
					out = append(out, *w)
				}
			}
		}
		treated = treated || !courses[i].Treatment.At.After(now)
	}
	return out
}

// Binding is [Strictest] with each wait followed to its end: if a treatment still to come makes it
// longer before it is over, it is the one of that treatment, from the beginning of the first.
func Binding(courses []Course, now time.Time) []Window {
	out := Strictest(courses, now)
	if len(courses) < 2 {
		return out
	}
	for i := range out {
		w := &out[i]
		for w.state(now) == Wait && !w.Open {
			next := followed(courses, w, now)
			if next == nil {
				break
			}
			from := w.From
			*w = *next
			w.From = from
		}
	}
	return out
}

// followed is the wait that begins before w is over and ends after it, of several the last; nil if none does.
func followed(courses []Course, w *Window, now time.Time) (next *Window) {
	for i := range courses {
		if courses[i].Treatment.Removed {
			continue
		}
		for j := range courses[i].Windows {
			o := &courses[i].Windows[j]
			if o.Spec.ID == w.Spec.ID && o.Spec.Hours == nil && o.state(now) == Before && !o.From.After(w.Until) &&
				o.outlasts(w) && (next == nil || o.outlasts(next)) {
				next = o
			}
		}
	}
	return next
}

// outlasts says whether w ends later than other; what has no end outlasts all that has one.
func (w *Window) outlasts(other *Window) bool {
	if w.Open != other.Open {
		return w.Open
	}
	return w.Until.After(other.Until)
}

func hasWindow(courses []Course, id string) bool {
	for i := range courses {
		for j := range courses[i].Windows {
			if courses[i].Windows[j].Spec.ID == id {
				return true
			}
		}
	}
	return false
}

func strictest(courses []Course, id string, now time.Time) *Window {
	var best *Window
	for i := range courses {
		for j := range courses[i].Windows {
			if w := &courses[i].Windows[j]; w.Spec.ID == id && !(w.Spent(now) && w.state(now) == Open) && (best == nil || w.BindsMore(best, now)) {
				best = w
			}
		}
	}
	return best
}

// Spent says whether w was for the time before its treatment alone, and that has been: its end allows nothing. A step
// that follows it may hold all the same.
func (w *Window) Spent(now time.Time) bool {
	return w.From.Before(w.TreatedAt) && !w.Until.After(w.TreatedAt) && !now.Before(w.Until)
}

// Beforehand says whether w ends with its treatment, and by nothing else: of the time after that it says nothing.
func (w *Window) Beforehand() bool {
	return !w.Open && w.From.Before(w.TreatedAt) && w.Until.Equal(w.TreatedAt) && !w.Spec.AsksCalm()
}

// BindsMore says whether w is stricter at now than other, a window of the same id; see [Strictest].
func (w *Window) BindsMore(other *Window, now time.Time) bool {
	a, b := w.strength(now), other.strength(now)
	if a != b {
		return a > b
	}
	switch w.state(now) {
	case Before:
		return w.From.Before(other.From)
	case Then:
		if w.ThenUntil.IsZero() || other.ThenUntil.IsZero() {
			return w.ThenUntil.IsZero() && !other.ThenUntil.IsZero()
		}
		return w.ThenUntil.After(other.ThenUntil)
	}
	return w.outlasts(other)
}

// strength orders states by how much they bind. A wait for some hours of the day
// comes after one that holds all day: the latter binds now, whatever the hour.
func (w *Window) strength(now time.Time) int {
	switch w.state(now) {
	case Wait:
		if w.Spec.Hours != nil {
			return 3
		}
		return 5
	case Ask:
		return 4
	case Then:
		return 2
	case Open:
		return 1
	}
	return 0
}

// Routines gives per routine id the one that holds at that moment: the newest course's
// whose stretch holds then, so that routines of two courses are never doubled. What
// does not hold is not among them; see [AllRoutines].
func Routines(courses []Course, at time.Time) []Routine {
	var out []Routine
	for _, r := range AllRoutines(courses, at) {
		if r.Holds(at) {
			out = append(out, r)
		}
	}
	return out
}

// AllRoutines gives per routine id one, and of drinks one in all: the one that holds at that moment as [Routines]
// has it, else the one that begins next, else the one that ended last. If the same skin was
// treated again, it is the newer one even before that begins.
func AllRoutines(courses []Course, at time.Time) []Routine {
	courses = newest(courses)
	var out []Routine
	for i := range courses {
		for j := range courses[i].Routines {
			spec := &courses[i].Routines[j].Spec
			if known(courses[:i], spec) {
				continue
			}
			var buf [4]*Routine
			same := allAlike(courses, spec, buf[:0])
			r := inForce(same, at)
			not, begins := notYet(same, r, at)
			if begins != nil {
				r = begins
			}
			out = append(out, *r)
			out[len(out)-1].NotYet = not
		}
	}
	return out
}

// Holds says whether at lies in the routine's stretch.
func (r *Routine) Holds(at time.Time) bool { return !at.Before(r.From) && at.Before(r.Until) }

// allAlike appends the courses' routines that are one with spec to buf, in the order of courses.
func allAlike(courses []Course, spec *guidance.Routine, buf []*Routine) []*Routine {
	for i := range courses {
		for j := range courses[i].Routines {
			if r := &courses[i].Routines[j]; alike(&r.Spec, spec) {
				buf = append(buf, r)
				break
			}
		}
	}
	return buf
}

// inForce picks from routines of one id, newest first, the one whose list of times
// counts at that moment: the first that holds, else the next to begin, else the last to end.
func inForce(same []*Routine, at time.Time) *Routine {
	var next, last *Routine
	for _, r := range same {
		switch {
		case r.Holds(at):
			return r
		case at.Before(r.From):
			if next == nil || r.From.Before(next.From) {
				next = r
			}
		case last == nil || r.Until.After(last.Until):
			last = r
		}
	}
	if next != nil {
		return next
	}
	return last
}

// PhaseAt is the phase that runs at now, and which share of it has passed, 0 to 1.
func (c *Course) PhaseAt(now time.Time) (p Phase, share float64, ok bool) {
	for i := range c.Phases {
		p := c.Phases[i]
		if !now.Before(p.From) && now.Before(p.Until) {
			return p, float64(now.Sub(p.From)) / float64(p.Until.Sub(p.From)), true
		}
	}
	return Phase{}, 0, false
}

// Day counts the days of the calendar since the treatment, where the person is: 0 on
// its own day, negative before.
func (c *Course) Day(now time.Time, zone *time.Location) int {
	return DateOf(c.Treatment.At, zone).Days(DateOf(now, zone))
}
