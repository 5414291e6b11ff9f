package course

import (
	"time"

	"afterglow/guidance"
)

// often is when on a day something is due: at clock times, so often, or at an interval.
type often struct {
	times []guidance.Clock
	aDay  int
	every time.Duration
}

// each calls f for every time of the day: the clock times, the times that are shared out, or the grid of the interval
// from the start of the waking stretch.
func (o often) each(of *Routine, prefs Prefs, r day, f func(at time.Time, bedtime bool)) {
	switch {
	case len(o.times) > 0:
		for _, c := range o.times {
			if c == guidance.AtBedtime {
				f(bedtimeAfter(r.date, prefs.bedtime(), of.TreatedAt, r.zone), true)
			} else {
				f(r.at(c), false)
			}
		}
	case o.aDay > 0:
		from, until := waking(prefs, r)
		if at := of.beginsLate(r, shared(from, until, o.aDay-1, o.aDay), until); !at.IsZero() {
			f(at, false)
			return
		}
		for i := range o.aDay {
			f(shared(from, until, i, o.aDay), false)
		}
	case o.every > 0:
		from, until := waking(prefs, r)
		if days := int(o.every / (24 * time.Hour)); days > 1 && firstDay(of, prefs, r.zone).Days(r.date)%days != 0 {
			return // every two days, counted from the first one
		}
		for at := from; at.Before(until); at = at.Add(max(o.every, shortestEvery)) {
			f(at, false)
		}
	}
}

// beginsLate is when a routine that begins so long after the treatment is done for the first time, if that day's times have
// passed by then; zero: they have not, or it is night. What is due once a day from the second day on is not left out on it.
func (r *Routine) beginsLate(d day, last, until time.Time) time.Time {
	if m := r.Spec.From; m.Anchor != guidance.FromTreatment || m.Elapsed <= 0 || DateOf(r.From, d.zone) != d.date {
		return time.Time{}
	}
	if !last.Before(r.From) || r.From.After(until.Add(-beforeSleep)) {
		return time.Time{}
	}
	return r.From
}

// firstDay is the first day on whose morning a routine may be done.
func firstDay(of *Routine, prefs Prefs, zone *time.Location) Date {
	d := DateOf(of.From, zone)
	if from, _ := waking(prefs, dayOf(d, zone)); from.Before(of.From) {
		return d.Add(1)
	}
	return d
}

// After waking and before sleep there is this much time for what is shared out over the day; less on a short day.
const (
	afterWaking = 30 * time.Minute
	beforeSleep = time.Hour
)

// shared is the ith time, from 0, of so many that are shared out over a waking stretch: the first soon after waking, the
// last before sleep, the others evenly between.
func shared(from, until time.Time, i, of int) time.Time {
	whole := until.Sub(from)
	first := min(afterWaking, whole/8)
	if of == 1 {
		return from.Add(first)
	}
	between := whole - first - min(beforeSleep, whole/4)
	return from.Add(first + (time.Duration(i) * between / time.Duration(of-1)).Truncate(time.Minute))
}
