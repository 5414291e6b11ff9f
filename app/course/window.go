package course

import (
	"time"

	"afterglow/guidance"
)

// Over says whether the window's time is up at now and, if the plan asks for it,
// the person has said "calm" by then.
func (w *Window) Over(now time.Time) bool {
	if w.Open || now.Before(w.Until) {
		return false
	}
	return !w.Spec.AsksCalm() || (!w.CalmSaid.IsZero() && !now.Before(w.CalmSaid))
}

// StateAt is what the window is at now. A window that the plan limits to hours of the
// day binds only within them, by the clocks of zone; outside them it is Then if
// something follows, else Open.
func (w *Window) StateAt(now time.Time, zone *time.Location) State {
	s := w.state(now)
	if (s == Wait || s == Ask) && !w.inHours(now, zone) {
		if w.Spec.Then != "" {
			return Then
		}
		return Open
	}
	return s
}

// state is StateAt for a window without hours.
func (w *Window) state(now time.Time) State {
	switch {
	case now.Before(w.From):
		return Before
	case w.Open, now.Before(w.Until):
		return Wait
	case !w.Over(now):
		return Ask
	case w.Spec.Then != "" && (w.ThenUntil.IsZero() || now.Before(w.ThenUntil)):
		return Then
	}
	return Open
}

func (w *Window) inHours(now time.Time, zone *time.Location) bool {
	return w.Spec.Hours == nil || w.Spec.Hours.Contains(clockOf(now, zone))
}

// UntilAt is when the state that StateAt gives ends by itself: the window's begin or
// end, the end of what follows, or, for a window limited to hours of the day, the
// next time that those hours begin or end. Zero: it does not end by itself.
func (w *Window) UntilAt(now time.Time, zone *time.Location) time.Time {
	var end time.Time
	s := w.state(now)
	switch s {
	case Before:
		return w.From
	case Wait:
		if !w.Open {
			end = w.Until
		}
	case Ask:
		end = w.CalmSaid // not said by now; zero if it never was
	case Then:
		return w.ThenUntil
	default:
		return end
	}
	if w.Spec.Hours == nil {
		return end
	}
	edge := w.nextEdge(now, zone)
	if end.IsZero() || edge.Before(end) {
		return edge
	}
	// Outside the hours the window's end may change nothing: the same goes on after it.
	if w.StateAt(end, zone) != w.StateAt(now, zone) {
		return end
	}
	if !w.Over(end) { // it asks from then on, within its hours
		if w.CalmSaid.IsZero() || edge.Before(w.CalmSaid) {
			return edge
		}
		if end = w.CalmSaid; w.StateAt(end, zone) != w.StateAt(now, zone) {
			return end
		}
	}
	return w.UntilAt(end, zone)
}

// nextEdge is the next instant after now at which the window's hours begin or end.
func (w *Window) nextEdge(now time.Time, zone *time.Location) time.Time {
	edge := w.Spec.Hours.From
	if w.inHours(now, zone) {
		edge = w.Spec.Hours.To
	}
	// Clocks that go back in the night may leave the hours without passing their end.
	if _, change := now.In(orUTC(zone)).ZoneBounds(); change.After(now) && w.inHours(change, zone) != w.inHours(now, zone) {
		if at := w.edgeOn(edge, now, zone); change.Before(at) {
			return change.In(orUTC(zone))
		}
	}
	return w.edgeOn(edge, now, zone)
}

// edgeOn is the next instant after now at which the clocks show edge, on a day that
// has it: a clock change may skip the hours whole.
func (w *Window) edgeOn(edge guidance.Clock, now time.Time, zone *time.Location) time.Time {
	d := DateOf(now, zone)
	for i := 0; i <= 3; i++ {
		if at := On(d.Add(i), edge, zone); at.After(now) && w.inHours(at, zone) != w.inHours(now, zone) {
			return at
		}
		// The clocks went back and show a stretch again that lies before the edge.
		if clock := clockOf(now, zone); i == 0 && clock < edge {
			into := time.Duration(now.Second())*time.Second + time.Duration(now.Nanosecond())
			return now.Add(time.Duration(edge-clock)*time.Minute - into)
		}
	}
	return w.Until
}

// aboutEnd is how far a routine's beginning may lie from a window's end to begin with it.
const aboutEnd = 12 * time.Hour

// BeginsAbout says whether a routine begins with the window's end: not long before, nor only later.
func (w *Window) BeginsAbout(r *Routine) bool {
	return !w.Open && w.Until.Sub(r.From).Abs() <= aboutEnd
}
