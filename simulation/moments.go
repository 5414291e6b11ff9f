package simulation

import (
	"fmt"
	"time"

	"afterglow/guidance"
)

// What a plan of format 2 says of time beside hours, worked out here by counting.

// usualBed is when somebody goes to bed who has not said when they sleep, and halfDay tells a bedtime after midnight from
// one before.
const (
	usualBed guidance.Clock = 22*60 + 30
	halfDay  guidance.Clock = 12 * 60
)

// after is a moment counted from another one. Of two figures the later is meant: only ends are drawn so.
func (o *oracle) after(at time.Time, m guidance.Moment) time.Time {
	if m.Said.Two() && m.Months == 0 {
		return at.Add(max(lengthOf(m.Said.Low, m.Said.LowUnit, m.Said.Unit), lengthOf(m.Said.High, m.Said.Unit, m.Said.Unit)))
	}
	if m.Months == 0 {
		return at.Add(m.Elapsed)
	}
	return o.monthsLater(at, m.Months)
}

func lengthOf(n int, unit, other guidance.Unit) time.Duration {
	if unit == "" {
		unit = other
	}
	switch unit {
	case guidance.Minutes:
		return time.Duration(n) * time.Minute
	case guidance.Hours:
		return time.Duration(n) * time.Hour
	case guidance.Weeks:
		return time.Duration(n) * 7 * day
	}
	return time.Duration(n) * day
}

// monthsLater is the same reading of the clock so many months on, on the last day of a month that is too short. It counts
// the calendar's days one by one.
func (o *oracle) monthsLater(at time.Time, months int) time.Time {
	d := dateOf(at, o.walls.zone)
	want := d.civil().Day()
	for ; months > 0; months-- {
		d -= date(d.civil().Day() - 1) // the first of this month
		for d++; d.civil().Day() != 1; d++ {
		}
	}
	for next := d + 1; d.civil().Day() < want && next.civil().Day() != 1; next++ {
		d = next
	}
	return o.walls.at(d, minuteOf(at, o.walls.zone)).Add(at.Sub(at.Truncate(time.Minute)))
}

// civil is the date as the calendar has it.
func (d date) civil() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// bedtime is when the person goes to bed on the evening of the nth day, on that of the treatment an hour after it at the
// soonest.
func (o *oracle) bedtime(t *treated, n int) time.Time {
	bed, d := o.prefs.Sleep.From, dateOf(t.at, o.walls.zone)+date(n)
	evening := d
	switch {
	case o.prefs.Sleep.From == o.prefs.Sleep.To:
		bed = usualBed
	case bed < halfDay:
		evening++
	}
	at := o.walls.at(evening, bed)
	if n == 0 {
		at = later(at, t.at.Add(time.Hour))
	}
	return at
}

// askedFrom is when the person is asked first for the word that alone ends a wait: when the plan guesses, else at eight in
// the morning after it began.
func (o *oracle) askedFrom(t *treated, from time.Time, usually *guidance.Moment) time.Time {
	begun := later(from, t.at)
	if usually != nil {
		if at, ok := o.instant(t, *usually); ok {
			return later(at, begun)
		}
	}
	return o.walls.at(dateOf(begun, o.walls.zone)+1, 8*60)
}

// close finds how far a course goes: to its last end, what has no end not counted but for four weeks if there is nothing
// else; and longer while the person's word is awaited.
func (o *oracle) close(t *treated, waits []wait, tasks []task) {
	for i := range waits {
		if w := &waits[i]; w.part && w.calm {
			t.lastEnd = later(t.lastEnd, w.calmAt)
		}
	}
	end := t.lastEnd // by the plan alone
	for i := range waits {
		if w := &waits[i]; !w.open && !w.part {
			end = later(end, later(w.planned, w.thenUntil))
		}
	}
	for i := range tasks {
		if k := &tasks[i]; k.until.IsZero() {
			k.until = later(end, k.from.Add(28*day))
			t.lastEnd = later(t.lastEnd, k.until)
		}
	}
	for i := range waits {
		w := &waits[i]
		if w.part {
			continue
		}
		if w.open {
			if w.until = end; !w.from.Before(end) {
				w.until = w.from.Add(28 * day)
			}
		}
		t.lastEnd = later(t.lastEnd, later(w.until, w.thenUntil))
	}
	t.closes = t.lastEnd
	for i := range waits {
		w := &waits[i]
		if !w.asks() || w.spec.Situation != "" {
			continue
		}
		switch {
		case w.calm:
			t.closes = later(t.closes, w.calmAt)
		case w.spec.Until.Anchor == guidance.UntilCalm:
			t.closes = later(t.closes, w.until.Add(182*day))
		default:
			t.closes = later(t.closes, w.until.Add(28*day))
		}
	}
}

// nextPlanned is when the same skin is treated again, by what was entered, else at the latest by the plan; zero if neither
// is known.
func (o *oracle) nextPlanned(t *treated) time.Time {
	if next := o.nextOf(t); next != nil {
		return next.at
	}
	if s := t.plan.Spacing; (s.From > 0 || s.Until > 0) && !o.seriesOf(t).ends {
		return t.at.Add(max(s.From, s.Until))
	}
	return time.Time{}
}

// asked notes what the person is asked of a part of a plan that goes on until their word, and gives its end.
func (o *oracle) asked(t *treated, spec guidance.Window, from time.Time) time.Time {
	first := o.askedFrom(t, from, spec.Usually)
	w := wait{id: fmt.Sprintf("%s/%d", spec.ID, t.id), spec: spec, of: t, from: from, until: first, planned: first, part: true}
	o.hearCalm(&w)
	w.told = spec.Situation == "" && !w.until.Before(t.entered)
	o.waits = append(o.waits, w)
	if w.calm {
		return w.calmAt
	}
	return first.Add(182 * day)
}
