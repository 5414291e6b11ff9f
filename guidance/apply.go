package guidance

import (
	"slices"
	"strings"
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
	return len(m.Area) == 0 || slices.ContainsFunc(m.Area, func(a string) bool { return strings.EqualFold(a, t.Area) })
}

// For is the plan for one treatment: variants applied and gone. Source and
// Line of each entry then point to the figure that holds. p itself is not changed.
func (p Plan) For(t Traits) Plan {
	p.Windows = slices.Clone(p.Windows)
	for i := range p.Windows {
		p.Windows[i] = p.Windows[i].forTraits(t)
	}
	p.Routines = slices.Clone(p.Routines)
	for i := range p.Routines {
		p.Routines[i] = p.Routines[i].forTraits(t)
	}
	p.Care = slices.DeleteFunc(slices.Clone(p.Care), func(c Care) bool { return !c.For(t) })
	p.Spacing = p.Spacing.forTraits(t)
	return p
}

// For says whether advice concerns a treatment with these traits. A device that nobody named may be any.
func (c Care) For(t Traits) bool {
	return Match{Area: c.Area}.Holds(t) && (t.Device == "" || Match{Device: c.Device}.Holds(t))
}

// forTraits takes the latest end of all that match, then the largest
// addition. What follows ends at the latest as well, and is moved by the addition.
func (w Window) forTraits(t Traits) Window {
	variants := w.When
	w.When = nil
	var added *WindowVariant
	moved := false
	for i, v := range variants {
		if !v.Holds(t) {
			continue
		}
		if v.Until != nil && v.Until.later(w.Until) {
			w.Until, w.Source, w.Line, moved = *v.Until, v.Source, v.Line, true
		}
		if v.ThenUntil != nil && (w.ThenUntil == nil || v.ThenUntil.later(*w.ThenUntil)) {
			w.ThenUntil = v.ThenUntil
		}
		if v.Add > 0 && (added == nil || v.Add > added.Add) {
			added = &variants[i]
		}
	}
	if added == nil {
		return w
	}
	w.Until = w.Until.plus(added.Add)
	if w.ThenUntil != nil {
		then := w.ThenUntil.plus(added.Add)
		w.ThenUntil = &then
	}
	if !moved {
		w.Source, w.Line = added.Source, added.Line
	}
	return w
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
		if v.AllowedFrom != nil && (x.AllowedFrom == nil || v.AllowedFrom.later(*x.AllowedFrom)) {
			x.AllowedFrom = v.AllowedFrom
		}
		if v.Until != nil && v.Until.later(x.Until) {
			x.Until, x.Source, x.Line, ended = *v.Until, v.Source, v.Line, true
		}
	}
	return x
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
			s.From, s.Until, s.Text, s.Source, s.Line = v.From, v.Until, v.Text, v.Source, v.Line
		}
	}
	return s
}

// later says whether m is later than o. Parse sees to it that variants are on
// the scale of what they vary; if a plan was made otherwise, the later
// possible moment counts as later.
func (m Moment) later(o Moment) bool {
	if m.scale() == o.scale() {
		return m.mark() > o.mark()
	}
	_, a := m.bounds()
	_, b := o.bounds()
	return a > b
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
