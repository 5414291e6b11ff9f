package course

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// New lays the treatment's plan over the treatment, with the variants for its
// traits and with what the person said: "calm" and extended windows (undone
// entries excepted). Elapsed times are real time; mornings and nights are those of
// zone. What begins so long before a next treatment that nobody knows of is left out; what lasts until one lasts
// to the course's end.
func New(t Treatment, zone *time.Location, entries []record.Entry) Course {
	return lay(t, t.Plan.For(t.Traits()), zone, entries)
}

// lay is [New] with the plan's variants applied already.
func lay(t Treatment, plan guidance.Plan, zone *time.Location, entries []record.Entry) Course {
	zone = orUTC(zone)
	t.At = t.At.Round(0).In(zone) // wall time only: timers stop in suspend
	c := Course{Treatment: t, Plan: plan, Ends: t.At}
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
	c.Windows = place.windows(c.Plan.Windows, &t)
	c.Routines = place.routines(c.Plan.Routines, &t)
	c.Phases = place.phases(c.Plan.Phases)
	c.Products = place.products(c.Plan.Products.Waits)
	c.closeStretches(c.lastEnd())
	for i := range c.Windows {
		c.Windows[i].hear(entries, t.SameArea)
	}
	c.Ends = c.lastEnd()
	c.Closes = c.lastQuestion()
	return c
}

// FillOthers returns the treatments with what the others tell of each, removed ones excepted: SameArea, and NextAt set
// to the next later one of the same skin. A NextAt that is set already and still to come before that one stays.
func FillOthers(treatments []Treatment) []Treatment {
	out := make([]Treatment, len(treatments))
	copy(out, treatments)
	areas := map[string][]int64{}
	for i := range out {
		if area := strings.ToLower(out[i].Area); !out[i].Removed {
			areas[area] = append(areas[area], out[i].ID)
		}
	}
	for i := range out {
		out[i].SameArea = areas[strings.ToLower(out[i].Area)]
		for _, other := range treatments {
			if other.Removed || !other.At.After(out[i].At) || !SameSkin(out[i].Area, other.Area) {
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

// moment is the instant of m; ok is false if it hangs on an unknown next treatment.
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

// stretch is from when until when. The end is zero if it hangs on an unknown next treatment: see closeStretches.
func (p placer) stretch(from, until guidance.Moment) (a, b time.Time, ok bool) {
	a, ok = p.moment(from)
	if end, known := p.moment(until); known {
		b = end
	}
	return a, b, ok
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
		out = append(out, Window{
			Spec: specs[i], Treatment: t.ID, TreatedAt: t.At, From: from, Until: until,
			Allowed: p.optional(specs[i].AllowedFrom), ThenUntil: p.optional(specs[i].ThenUntil),
		})
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
		r := Routine{Spec: specs[i], Treatment: t.ID, TreatedAt: t.At, Area: t.Area, From: from, Until: until, Allowed: from}
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

// hear applies what the person said of the window: first how often it was extended, then
// "calm", be it of another treatment of the same area. Said before time is up, "calm" does not count: the plan asks for
// time and state.
// Each time makes it longer by the plan's figure, counted from its end, or from the moment of the answer if that is
// later: "24 hours more" is never less. The time named then does not count: it would stay where it was when the
// treatment is put right.
func (w *Window) hear(entries []record.Entry, sameArea []int64) {
	planned := w.Until
	for i := range entries {
		if e := &entries[i]; e.Kind == record.KindExtend && e.What == w.Spec.ID && w.meant(e, nil) {
			w.Until = w.Longer(e.At.Round(0).In(planned.Location()))
		}
	}
	w.Extended = w.Until.Sub(planned)
	if w.Spec.AndWhen == "" {
		return
	}
	for i := range entries {
		e := &entries[i]
		if !e.SaysCalm(w.Spec.ID) || !w.meant(e, sameArea) || e.At.Before(w.Until) {
			continue
		}
		if w.CalmSaid.IsZero() || e.At.Before(w.CalmSaid) {
			w.CalmSaid = e.At.Round(0).In(planned.Location())
		}
	}
}

// meant says whether an entry is for the window's treatment, or for one of these. How the skin feels is asked of all of
// it at once.
func (w *Window) meant(e *record.Entry, others []int64) bool {
	return !e.Undone && (e.Treatment == 0 || e.Kind == record.KindFeel || e.Treatment == w.Treatment || slices.Contains(others, e.Treatment))
}

// Longer is until when the window lasts if the person asks at that moment for what the plan offers.
func (w *Window) Longer(at time.Time) time.Time { return later(w.Until, at).Add(w.Spec.Extend) }

// openFor is how long something that ends with a next treatment nobody knows of lasts at least, and how long a
// question that nobody answers keeps a course open: four weeks, the usual time to the next treatment.
const openFor = 28 * 24 * time.Hour

// closeStretches ends what lasts until a next treatment that nobody knows of: with the course, and not before it has
// lasted for a while if nothing else does.
func (c *Course) closeStretches(end time.Time) {
	last := func(from time.Time, until *time.Time) {
		switch {
		case !until.IsZero():
		case from.Before(end):
			*until = end
		default:
			*until = from.Add(openFor)
		}
	}
	for i := range c.Windows {
		last(c.Windows[i].From, &c.Windows[i].Until)
	}
	for i := range c.Phases {
		last(c.Phases[i].From, &c.Phases[i].Until)
	}
	for i := range c.Routines {
		last(c.Routines[i].From, &c.Routines[i].Until)
		for j := range c.Routines[i].Stages {
			last(c.Routines[i].Stages[j].From, &c.Routines[i].Stages[j].Until)
		}
	}
}

// lastQuestion is Ends, or later if the plan asks whether the skin is calm and the person has not said so: the
// course stays open until they do, four weeks at most.
func (c Course) lastQuestion() time.Time {
	end := c.Ends
	for i := range c.Windows {
		w := &c.Windows[i]
		if w.Spec.AndWhen == "" || w.Spec.Situation != "" {
			continue
		}
		if w.CalmSaid.IsZero() {
			end = later(end, w.Until.Add(openFor))
		} else {
			end = later(end, w.CalmSaid)
		}
	}
	return end
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
