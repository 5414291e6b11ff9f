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
		for i := range o.aDay {
			f(shared(from, until, i, o.aDay), false)
		}
	case o.every > 0:
		from, until := waking(prefs, r)
		for at := from; at.Before(until); at = at.Add(max(o.every, shortestEvery)) {
			f(at, false)
		}
	}
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
