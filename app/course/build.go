package course

import (
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// New lays the treatment's plan over the treatment, with the variants for its
// traits and with what the person said: "calm" and extended windows (undone
// entries excepted). Elapsed times are real time; mornings and nights are those of
// zone. What counts back from a next treatment that nobody knows of is left out.
func New(t Treatment, zone *time.Location, entries []record.Entry) Course {
	zone = orUTC(zone)
	t.At = t.At.Round(0).In(zone) // wall time only: timers stop in suspend
	c := Course{Treatment: t, Plan: t.Plan.For(t.Traits()), Ends: t.At}
	place := placer{at: t.At, day: DateOf(t.At, zone), zone: zone, next: t.NextAt}
	spacing := c.Plan.Spacing
	if spacing.From > 0 {
		c.NextFrom = t.At.Add(spacing.From)
		if place.next.IsZero() {
			place.next = c.NextFrom
		}
	}
	if spacing.Until > 0 {
		c.NextUntil = t.At.Add(spacing.Until)
	}
	c.Windows = place.windows(c.Plan.Windows, t.ID, entries)
	c.Routines = place.routines(c.Plan.Routines, &t)
	c.Phases = place.phases(c.Plan.Phases)
	c.Ends = c.lastEnd()
	return c
}

// FillNext returns the treatments with NextAt set to the next later one that is
// not removed. A NextAt that is set already and still to come before that one stays.
func FillNext(treatments []Treatment) []Treatment {
	out := make([]Treatment, len(treatments))
	copy(out, treatments)
	for i := range out {
		for _, other := range treatments {
			if other.Removed || !other.At.After(out[i].At) {
				continue
			}
			if out[i].NextAt.IsZero() || other.At.Before(out[i].NextAt) {
				out[i].NextAt = other.At
			}
		}
	}
	return out
}

// placer finds the instants of a plan's moments.
type placer struct {
	at   time.Time
	day  Date
	zone *time.Location
	next time.Time
}

// Local times of the two anchors that a plan may name.
const (
	morning guidance.Clock = 8 * 60
	night   guidance.Clock = 21 * 60
)

// moment is the instant of m; ok is false where it hangs on an unknown next treatment.
func (p placer) moment(m guidance.Moment) (at time.Time, ok bool) {
	switch m.Anchor {
	case guidance.Morning:
		return On(p.day.Add(m.Day), morning, p.zone), true
	case guidance.Night:
		return On(p.day.Add(m.Day), night, p.zone), true
	case guidance.BeforeNext:
		if p.next.IsZero() {
			return time.Time{}, false
		}
		return p.next.In(p.zone).Add(m.Elapsed), true
	default:
		return p.at.Add(m.Elapsed), true
	}
}

func (p placer) stretch(from, until guidance.Moment) (a, b time.Time, ok bool) {
	a, okFrom := p.moment(from)
	b, okUntil := p.moment(until)
	return a, b, okFrom && okUntil
}

// optional is the instant of m, zero where there is none.
func (p placer) optional(m *guidance.Moment) time.Time {
	if m == nil {
		return time.Time{}
	}
	at, _ := p.moment(*m)
	return at
}

func (p placer) windows(specs []guidance.Window, treatment int64, entries []record.Entry) []Window {
	out := make([]Window, 0, len(specs))
	for i := range specs {
		from, until, ok := p.stretch(specs[i].From, specs[i].Until)
		if !ok {
			continue
		}
		w := Window{
			Spec: specs[i], Treatment: treatment, From: from, Until: until,
			Allowed: p.optional(specs[i].AllowedFrom), ThenUntil: p.optional(specs[i].ThenUntil),
		}
		w.hear(entries)
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
		r := Routine{Spec: specs[i], Treatment: t.ID, TreatedAt: t.At, Area: t.Area, From: from, Until: until}
		for _, s := range specs[i].Stages {
			if a, b, ok := p.stretch(s.From, s.Until); ok {
				r.Stages = append(r.Stages, Stage{Spec: s, From: a, Until: b})
			}
		}
		out = append(out, r)
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

// hear applies what the person said of the window: first how often it was extended, then
// "calm". Said before time is up, "calm" does not count: the plan asks for time and state.
// Each time extends it by the plan's figure and not to the time named then, which would
// stay where it was when the treatment is put right.
func (w *Window) hear(entries []record.Entry) {
	planned := w.Until
	for i := range entries {
		if e := &entries[i]; e.Kind == record.KindExtend && e.What == w.Spec.ID && w.meant(e) {
			w.Until = w.Until.Add(w.Spec.Extend)
		}
	}
	w.Extended = w.Until.Sub(planned)
	if w.Spec.AndWhen == "" {
		return
	}
	for i := range entries {
		e := &entries[i]
		if e.Kind != record.KindCalm || (e.What != "" && e.What != w.Spec.ID) || !w.meant(e) || e.At.Before(w.Until) {
			continue
		}
		if w.CalmSaid.IsZero() || e.At.Before(w.CalmSaid) {
			w.CalmSaid = e.At.Round(0).In(planned.Location())
		}
	}
}

func (w *Window) meant(e *record.Entry) bool {
	return !e.Undone && (e.Treatment == 0 || e.Treatment == w.Treatment)
}

func (c Course) lastEnd() time.Time {
	end := c.Treatment.At
	later := func(t time.Time) {
		if t.After(end) {
			end = t
		}
	}
	for i := range c.Windows {
		later(c.Windows[i].Until)
		later(c.Windows[i].ThenUntil)
	}
	for i := range c.Routines {
		later(c.Routines[i].Until)
	}
	for i := range c.Phases {
		later(c.Phases[i].Until)
	}
	return end
}
