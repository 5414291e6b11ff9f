package course

import (
	"slices"
	"time"

	"afterglow/guidance"
)

// Told is [Binding] as a person is told of it. The end of a window is no yes where a wait of another id leaves alone what
// the window is named by (Window.Others): it then goes on under its own name as that wait does, which Window.Held says.
// One for the time before its treatment alone keeps its own end and exceptions: after that it is not told at all.
func Told(courses []Course, now time.Time) []Window {
	out := Binding(courses, now)
	for i := range out {
		out[i].follow(now)
	}
	return out
}

// follow has w go on as the wait that holds it does, to the end of that one, and so on.
func (w *Window) follow(now time.Time) {
	if !w.Until.After(w.TreatedAt) {
		return
	}
	itself := *w
	for range w.Others {
		at := now
		switch w.state(now) {
		case Ask:
			return // the person is asked
		case Before, Wait:
			if w.Open || w.Spec.AsksCalm() {
				return
			}
			at = w.Until
		}
		o := w.holder(at)
		if o == nil || w.state(now) == Before && w.Spec.Until.Anchor == guidance.BeforeNext && o.state(at) == Ask {
			return // weeks ahead: nobody knows whether the word is said by then, and the next treatment begins it all anew
		}
		if w.state(now) == Wait && (o.Partly || o.milder(w)) {
			w.Onward = o.Spec.Name
			return // its own word is the stricter one until its end; from then on it is told as the other
		}
		next := *o
		next.Spec.ID, next.Spec.Name, next.Spec.Extend = w.Spec.ID, w.Spec.Name, 0
		next.From, next.Others, next.Never, next.Held, next.Partly = w.From, w.Others, w.Never, true, false
		next.Itself = &itself
		*w = next
	}
}

// milder says whether w, which waits longer than other, leaves alone less of it: it wants less and not none, or allows what other
// does not, or that from an earlier moment on.
func (w *Window) milder(other *Window) bool {
	if w.Spec.Soft && !other.Spec.Soft || !w.Allowed.IsZero() && !w.Allowed.Equal(other.Allowed) {
		return true
	}
	return slices.ContainsFunc(w.Spec.Except, func(x string) bool { return !slices.Contains(other.Spec.Except, x) })
}

// Free says whether nothing but its own time keeps the window shut: no wait of another id that leaves alone what it is named by
// goes on when it ends.
func (w *Window) Free() bool { return w.Open || w.holder(w.Until) == nil }

// HeldAt says whether what the window is named by is kept shut at a moment although its own time is up: from its end on, or by
// another wait that has begun since.
func (w *Window) HeldAt(now time.Time) bool {
	return w.Held || now.After(w.Until) && w.holder(now) != nil
}

// HeldBy is the wait that keeps shut what the window is named by, at a moment at which its own time is up; nil: none does.
func (w *Window) HeldBy(at time.Time) *Window {
	if !w.Until.After(w.TreatedAt) {
		return nil // for the time before its treatment alone: after that it is not told at all
	}
	switch w.state(at) {
	case Before, Wait, Ask:
		return nil
	}
	return w.holder(at)
}

// holder is of the other waits the one that binds most at a moment; nil if none does. One for hours of the day or a
// situation alone says so under its own name.
func (w *Window) holder(at time.Time) (found *Window) {
	for i := range w.Others {
		o := &w.Others[i]
		if s := o.state(at); s != Wait && s != Ask || o.Spec.Hours != nil || o.Spec.Situation != "" {
			continue
		}
		if found == nil || o.firmer(found, at) {
			found = o
		}
	}
	return found
}

// firmer says whether w keeps shut more than other, which waits too: what wants none before what wants less, then by
// what ends last.
func (w *Window) firmer(other *Window, at time.Time) bool {
	if w.Spec.Soft != other.Spec.Soft {
		return other.Spec.Soft
	}
	return w.BindsMore(other, at)
}
