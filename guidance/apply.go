package guidance

import (
	"slices"
	"time"
)

// Holds says whether a treatment with these traits is meant: every condition
// that is set must hold. A depth that is not known meets no depth condition.
func (m Match) Holds(t Traits) bool {
	switch {
	case len(m.Device) > 0 && !slices.Contains(m.Device, t.Device),
		m.DepthOverMM != nil && t.DepthMM <= *m.DepthOverMM,
		m.DepthUpToMM != nil && (t.DepthMM <= 0 || t.DepthMM > *m.DepthUpToMM),
		m.Sensitive != nil && *m.Sensitive != t.Sensitive:
		return false
	}
	return len(m.Area) == 0 || slices.ContainsFunc(m.Area, func(a string) bool { return ShareArea(a, t.Area) })
}

// For is the plan for one treatment: variants applied and gone. Source and
// Line of each entry then point to the figure that holds. p itself is not changed.
func (p Plan) For(t Traits) Plan {
	p.Windows = slices.DeleteFunc(slices.Clone(p.Windows), func(w Window) bool { return !w.Only.concerns(t) })
	for i := range p.Windows {
		p.Windows[i] = p.Windows[i].forTraits(t)
	}
	p.Routines = slices.DeleteFunc(slices.Clone(p.Routines), func(x Routine) bool { return !x.Only.concerns(t) })
	for i := range p.Routines {
		p.Routines[i] = p.Routines[i].forTraits(t)
	}
	p.Care = slices.DeleteFunc(slices.Clone(p.Care), func(c Care) bool { return !c.For(t) })
	p.Calls = slices.DeleteFunc(slices.Clone(p.Calls), func(c Call) bool { return !c.Only.concerns(t) })
	p.Spacing = p.Spacing.forTraits(t)
	return p
}

// For says whether advice concerns a treatment with these traits. A device that nobody named may be any.
func (c Care) For(t Traits) bool {
	return Match{Device: c.Device, Area: c.Area}.concerns(t)
}

// concerns is Holds for what is for some treatments alone: a device that nobody named may be any.
func (m Match) concerns(t Traits) bool {
	if t.Device == "" {
		m.Device = nil
	}
	return m.Holds(t)
}

// forTraits takes the latest end of all that match, then the largest
// addition. What follows ends at the latest as well, and is moved by the addition.
//
// An end that no clock tells is later than every other: none at all the latest. Where a time and calm skin are both
// asked for, the window needs both.
func (w Window) forTraits(t Traits) Window {
	variants := w.When
	w.When = nil
	var added *WindowVariant
	moved := false
	for i, v := range variants {
		if !v.Holds(t) {
			continue
		}
		if v.Until != nil && w.takes(*v.Until) {
			w.Source, w.Line, moved = v.Source, v.Line, true
		}
		w.Usually = latest(w.Usually, v.Usually)
		w.ThenUntil = latest(w.ThenUntil, v.ThenUntil)
		if v.Add > 0 && (added == nil || v.Add > added.Add) {
			added = &variants[i]
		}
	}
	if added == nil {
		return w
	}
	w.Until = w.Until.plus(added.Add)
	for _, m := range []**Moment{&w.Usually, &w.ThenUntil} {
		if *m != nil {
			moved := (*m).plus(added.Add)
			*m = &moved
		}
	}
	if !moved {
		w.Source, w.Line = added.Source, added.Line
	}
	return w
}

// takes has the window last until a variant's end too, if that changes it.
func (w *Window) takes(until Moment) bool {
	switch {
	case w.Until.Anchor == NoEnd:
		return false
	case until.Anchor == NoEnd:
		w.Until, w.AndWhen = until, ""
	case until.Anchor == UntilCalm:
		if w.AsksCalm() {
			return false
		}
		w.AndWhen = calmWord
	case w.Until.Anchor == UntilCalm:
		w.Until, w.AndWhen = until, calmWord
	case until.later(w.Until):
		w.Until = until
	default:
		return false
	}
	return true
}

// latest is the later of two moments, of which either may be missing.
func latest(a, b *Moment) *Moment {
	if b != nil && (a == nil || b.later(*a)) {
		return b
	}
	return a
}

// forTraits takes the latest start and the latest end of all that match, and the latest moment from which it is
// allowed. Who says so is the variant of the end, since that is the figure people ask about.
func (x Routine) forTraits(t Traits) Routine {
	variants := x.When
	x.When = nil
	ended := false
	for _, v := range variants {
		if !v.Holds(t) {
			continue
		}
		if v.From != nil && v.From.later(x.From) {
			x.From = *v.From
			if !ended {
				x.Source, x.Line = v.Source, v.Line
			}
		}
		x.AllowedFrom = latest(x.AllowedFrom, v.AllowedFrom)
		if v.Until != nil && x.takes(*v.Until) {
			x.Source, x.Line, ended = v.Source, v.Line, true
		}
	}
	return x
}

// takes has the routine last until a variant's end too, if that changes it: one that ends on the person's word is not
// asked about before a time that a variant names.
func (x *Routine) takes(until Moment) bool {
	switch {
	case x.Until.Anchor == UntilCalm && until.Timed():
		x.Usually = latest(x.Usually, &until)
	case until.Anchor == UntilCalm && x.Until.Timed():
		timed := x.Until
		x.Usually, x.Until = latest(x.Usually, &timed), until
	case until.later(x.Until):
		x.Until = until
	default:
		return false
	}
	return true
}

// forTraits takes the variant with the longest From of all that match, in the
// place of the general figure: a fine roller may be used again far sooner.
func (s Spacing) forTraits(t Traits) Spacing {
	variants := s.When
	s.When = nil
	var longestFrom time.Duration = -1
	for _, v := range variants {
		if v.Holds(t) && v.From > longestFrom {
			longestFrom = v.From
			s.From, s.Until, s.FromMonths, s.UntilMonths = v.From, v.Until, v.FromMonths, v.UntilMonths
			s.Text, s.Source, s.Line = v.Text, v.Source, v.Line
		}
	}
	return s
}

// SourceOf finds who says a figure: among the plan's sources, then among those
// of the list that is always shown.
func (p Plan) SourceOf(id string) (Source, bool) {
	for _, s := range p.Sources {
		if s.ID == id {
			return s, true
		}
	}
	for _, s := range builtInCalls().Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}
