package course

import (
	"strings"
	"time"

	"afterglow/guidance"
)

// Free is when the wait for something is over that has several windows.
type Free struct {
	At    time.Time // when none of them waits any more; zero: not known, as the skin has not been called calm
	Last  []*Window // those whose step holds from At on (Then), one of an id, in the plan's order
	Again time.Time // when one of them waits again at its hours of the day; zero: none does
	NoEnd bool      // the plan names no end of one of them; At is zero then
}

// AndThen behind a window's id means the window and the step that follows it: what stays to be avoided until that is
// over too ("sun+then").
const AndThen = "+then"

// meant says whether one of the ids means the window, and whether its step counts too.
func meant(ids []string, w *Window) (then, ok bool) {
	for _, id := range ids {
		if id == w.Spec.ID {
			ok = true
		} else if bare, cut := strings.CutSuffix(id, AndThen); cut && bare == w.Spec.ID {
			return true, true
		}
	}
	return false, ok
}

// longestChain bounds how often a wait may be followed by another one.
const longestChain = 64

// FreeOf finds the first moment from since on at which no window of these ids waits or asks, of a course that is not
// over; see [AndThen]. A treatment's own count even if they have not begun by then, or are over; those of the others do
// if they wait when the former are over. Ok is false if the treatment is not among the courses or has no such window.
func FreeOf(courses []Course, treatment int64, ids []string, since time.Time, zone *time.Location) (f Free, ok bool) {
	at := since
	for i := range courses {
		c := &courses[i]
		if c.Treatment.ID != treatment || c.Treatment.Removed {
			continue
		}
		for j := range c.Windows {
			w := &c.Windows[j]
			then, of := meant(ids, w)
			if !of {
				continue
			}
			ok = true
			if w.Spec.Until.Anchor == guidance.NoEnd {
				return Free{NoEnd: true}, true
			}
			at = Later(at, w.From)
			if w.Spec.Hours == nil {
				if !w.known(then) {
					return Free{}, true
				}
				at = Later(at, Later(w.Until, w.CalmSaid))
			}
			if then {
				at = Later(at, w.ThenUntil)
			}
		}
	}
	if !ok {
		return Free{}, false
	}
	for range longestChain {
		next, known := nextFree(courses, ids, at, zone)
		if !known {
			return Free{}, true
		}
		if !next.After(at) {
			f.At = at
			f.follow(courses, ids, zone)
			return f, true
		}
		at = next
	}
	return Free{}, true
}

// Waits says whether a window of one of these ids waits or asks at that moment.
func Waits(courses []Course, ids []string, at time.Time, zone *time.Location) bool {
	next, known := nextFree(courses, ids, at, zone)
	return !known || next.After(at)
}

// known says whether it is known when the window's wait ends: not if the next treatment ends it, or the person's word
// is missing. With then its step has to have an end too.
func (w *Window) known(then bool) bool {
	return !(then && w.Endless()) && !w.Open && w.Spec.Until.Anchor != guidance.BeforeNext && (!w.Spec.AsksCalm() || !w.CalmSaid.IsZero())
}

// asksForGood says whether the window or its step holds at all hours until somebody says that the skin is calm, and
// nobody has.
func (w *Window) asksForGood() bool {
	return w.Spec.Then != "" && w.Spec.AsksCalm() && w.CalmSaid.IsZero()
}

// nextFree is when the last of the windows is over that wait at that moment: at itself if none does.
func nextFree(courses []Course, ids []string, at time.Time, zone *time.Location) (next time.Time, known bool) {
	next = at
	for i := range courses {
		c := &courses[i]
		for j := range c.Windows {
			w := &c.Windows[j]
			then, of := meant(ids, w)
			if c.Treatment.Removed || !of || !at.Before(c.Closes) { // a course that is over binds no more
				continue
			}
			if st := w.StateAt(at, zone); st != Wait && st != Ask && !(st == Then && then) {
				continue
			}
			end := w.UntilAt(at, zone)
			switch {
			case w.Open, w.Spec.Until.Anchor == guidance.BeforeNext:
				return at, false
			case end.IsZero(), then && w.asksForGood():
				end = c.Closes // its question goes with its course
			}
			next = Later(next, Earlier(end, c.Closes))
		}
	}
	return next, true
}

// follow notes what holds from then on.
func (f *Free) follow(courses []Course, ids []string, zone *time.Location) {
	for _, id := range ids {
		w := strictest(courses, id, f.At)
		if w == nil {
			continue
		}
		if w.StateAt(f.At, zone) == Then {
			f.Last = append(f.Last, w)
		}
		if w.Spec.Hours != nil && w.state(f.At) == Wait {
			if again := w.UntilAt(f.At, zone); !again.IsZero() && (f.Again.IsZero() || again.Before(f.Again)) && w.StateAt(again, zone) == Wait {
				f.Again = again
			}
		}
	}
}
