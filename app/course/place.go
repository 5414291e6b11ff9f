package course

import (
	"time"

	"afterglow/guidance"
)

// placer finds the instants of a plan's moments.
type placer struct {
	at          time.Time
	day         Date
	zone        *time.Location
	bedtime     int
	next        time.Time // zero: not known
	soonest     time.Time // next, or before it a treatment of a part of the skin; zero: neither is known
	nextLatest  time.Time // likewise: of a next treatment that nobody entered, when the plan would have it at the latest
	entered     time.Time // when the treatment was entered
	first, last time.Time // sessions of the series; zero: not known
}

// placeFor is the placer of a treatment, as far as others tell.
func placeFor(t *Treatment, spacing guidance.Spacing, zone *time.Location) placer {
	p := placer{
		at: t.At, day: DateOf(t.At, zone), zone: zone, bedtime: t.Bedtime,
		next: t.NextAt, nextLatest: t.NextAt, soonest: t.NextAt,
		entered: t.EnteredAt, first: t.FirstAt, last: t.LastAt,
	}
	if part := t.NextPart; !part.IsZero() && (p.soonest.IsZero() || part.Before(p.soonest)) {
		p.soonest = part
	}
	if p.first.IsZero() {
		p.first = t.At
	}
	if p.last.IsZero() && spacing.Sessions == 1 {
		p.last = t.At
	}
	return p
}

// lastOf says whether the treatment is the last of a series: after it the plan has no next one.
func (t *Treatment) lastOf(spacing guidance.Spacing) bool {
	return spacing.Sessions > 0 && t.Session >= spacing.Sessions
}

// Local times of the two anchors that a plan may name.
const (
	morning guidance.Clock = 8 * 60
	night   guidance.Clock = 21 * 60
)

// moment is the instant of m; ok is false if it hangs on an unknown next treatment.
func (p placer) moment(m guidance.Moment) (at time.Time, ok bool) {
	switch m.Anchor {
	case guidance.Morning:
		return On(p.day.Add(m.Day), morning, p.zone), true
	case guidance.Night:
		return On(p.day.Add(m.Day), night, p.zone), true
	case guidance.Bedtime:
		return p.bedtimeOf(m.Day), true
	case guidance.EndOfDay:
		return On(p.day.Add(m.Day+1), 0, p.zone), true
	case guidance.BeforeNext:
		return p.from(p.next, m)
	case guidance.FromFirst:
		return p.from(p.first, m)
	case guidance.FromLast:
		return p.from(p.last, m)
	case guidance.UntilCalm, guidance.NoEnd:
		return time.Time{}, false
	case guidance.WhenEntered:
		return p.entered, true
	default:
		return p.from(p.at, m)
	}
}

// from is the instant of m counted from a treatment; ok is false if nobody knows when that is.
func (p placer) from(treated time.Time, m guidance.Moment) (at time.Time, ok bool) {
	if treated.IsZero() {
		return time.Time{}, false
	}
	return p.after(treated.In(p.zone), m.Elapsed, m.Months), true
}

// month is how long guidance takes a month of the calendar to be where it adds lengths up.
const month = 30 * 24 * time.Hour

// after is so long after an instant, with the months of the calendar in it counted by the calendar: at the same time of
// day, on the last day of a month that is too short.
func (p placer) after(at time.Time, length time.Duration, months int) time.Time {
	if months == 0 {
		return at.Add(length)
	}
	d := DateOf(at, p.zone)
	first := DateOf(time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC), time.UTC)
	last := DateOf(time.Date(first.Year, first.Month+1, 0, 0, 0, 0, 0, time.UTC), time.UTC)
	day := first.Add(min(d.Day, last.Day) - 1)
	into := at.Sub(at.Truncate(time.Minute))
	return On(day, clockOf(at, p.zone), p.zone).Add(into + length - time.Duration(months)*month)
}

// aDayBefore is how long what is only before a treatment holds at the least, whenever somebody entered it: what had no
// time at all would not be known to be over.
const aDayBefore = 24 * time.Hour

// stretch is from when until when. The end is zero if it hangs on an unknown next treatment: see closeStretches.
func (p placer) stretch(from, until guidance.Moment) (a, b time.Time, ok bool) {
	if from.Anchor == guidance.BeforeNext {
		p.next = p.soonest
	}
	a, ok = p.moment(from)
	if end, known := p.moment(until); known {
		b = end
		if until.Beforehand() && b.After(p.at) { // the treatment was before that morning's 8 o'clock
			b = p.at
		}
	}
	if from.Anchor == guidance.WhenEntered {
		a = p.sinceEntered(a, b)
	}
	return a, b, ok
}

// sinceEntered is the begin of what holds as soon as its treatment is entered, at entered, and ends at end, zero if that is not
// known: who tells of a treatment after it was as much bound by it before.
func (p placer) sinceEntered(entered, end time.Time) time.Time {
	latest := p.at
	if before := end.Add(-aDayBefore); !end.IsZero() && before.Before(latest) {
		latest = before
	}
	if entered.IsZero() || entered.After(latest) {
		return latest
	}
	return entered
}

// optional is the instant of m, zero if there is none.
func (p placer) optional(m *guidance.Moment) time.Time {
	if m == nil {
		return time.Time{}
	}
	at, _ := p.moment(*m)
	return at
}

func (p placer) windows(specs []guidance.Window, t *Treatment) []Window {
	out := make([]Window, 0, len(specs))
	for i := range specs {
		from, until, ok := p.stretch(specs[i].From, specs[i].Until)
		if !ok {
			continue
		}
		w := Window{
			Spec: specs[i], Treatment: t.ID, TreatedAt: t.At, From: from, Until: until,
			Allowed: p.optional(specs[i].AllowedFrom), ThenUntil: p.optional(specs[i].ThenUntil),
			Open: p.open(specs[i].Until),
		}
		if specs[i].Until.Anchor == guidance.UntilCalm {
			w.AskFrom = p.askFrom(from, specs[i].Usually)
			w.Until = w.AskFrom
		}
		out = append(out, w)
	}
	return out
}

func (p placer) routines(specs []guidance.Routine, t *Treatment) []Routine {
	out := make([]Routine, 0, len(specs))
	for i := range specs {
		from, until, ok := p.stretch(specs[i].From, specs[i].Until)
		if !ok {
			continue
		}
		if specs[i].From.DayBefore() { // "two days before": that day's morning too
			from = On(DateOf(from, p.zone), 0, p.zone)
		}
		r := Routine{
			Spec: specs[i], Treatment: t.ID, TreatedAt: t.At, Area: t.Area, From: from, Until: until, Allowed: from,
			Open: p.open(specs[i].Until),
		}
		switch {
		case specs[i].AsksCalm():
			r.AskFrom = p.askFrom(from, specs[i].Usually)
		case r.Open:
			r.Until = p.nextLatest
		}
		if at := p.optional(specs[i].AllowedFrom); !at.IsZero() && at.Before(from) {
			r.Allowed = at
		}
		for _, s := range specs[i].Stages {
			if a, b, ok := p.stretch(s.From, s.Until); ok {
				r.Stages = append(r.Stages, Stage{Spec: s, From: a, Until: b})
			}
		}
		out = append(out, r)
	}
	return out
}

// open says whether a stretch that ends at m has no end that anybody knows.
func (p placer) open(m guidance.Moment) bool {
	return m.Anchor == guidance.NoEnd || m.Anchor == guidance.FromLast && p.last.IsZero()
}

// askFrom is when what ends on the person's word is asked about for the first time: when the plan guesses that it
// usually ends, else the morning after it began.
func (p placer) askFrom(from time.Time, usually *guidance.Moment) time.Time {
	if at := p.optional(usually); !at.IsZero() {
		return Later(at, Later(from, p.at))
	}
	return On(DateOf(Later(from, p.at), p.zone).Add(1), morning, p.zone)
}

func (p placer) care(specs []guidance.Care) []Care {
	out := make([]Care, 0, len(specs))
	for _, s := range specs {
		c := Care{Spec: s, From: p.optional(s.From), Until: p.optional(s.Until)}
		if s.Until != nil {
			if s.From == nil && !s.Until.Beforehand() {
				c.From = p.at // as every stretch that names an end and no begin
			}
			c.Open = p.open(*s.Until)
			if s.Until.Anchor == guidance.UntilCalm {
				c.AskFrom = p.askFrom(c.From, s.Usually)
			}
		}
		out = append(out, c)
	}
	return out
}

func (p placer) phases(specs []guidance.Phase) []Phase {
	out := make([]Phase, 0, len(specs))
	for _, s := range specs {
		if from, until, ok := p.stretch(s.From, s.Until); ok {
			out = append(out, Phase{Spec: s, From: from, Until: until})
		}
	}
	return out
}

func (p placer) products(specs []guidance.ProductWait) []ProductWait {
	var out []ProductWait
	for _, s := range specs {
		out = append(out, ProductWait{Spec: s, Until: p.optional(s.Until)})
	}
	return out
}
