package ask

import (
	"cmp"
	"slices"

	"afterglow/app/course"
	"afterglow/guidance"
)

// Ids of the topics that are asked about as a whole, not by one thing: all that waits, and all that is for before a treatment.
const (
	allToAvoid   = "avoid-list"
	allToPrepare = "prepare"
)

// overview answers a question about all that waits ("what do I have to avoid", "when can I do everything again"), or all that is
// for before a treatment ("how do I prepare"): each row of the plans that holds at that moment, also one without an end and one of
// which the plan wants less, and what begins before a treatment to come. It is never a yes. ok is false if there is none.
func (h *hearing) overview(reply *Reply) (ok bool) {
	avoid, prepare := false, false
	for _, t := range h.q.topics {
		switch h.vocabularyTopic(t).ID {
		case allToAvoid:
			avoid = true
		case allToPrepare:
			prepare = true
		default:
			return false
		}
	}
	if !avoid && !prepare {
		return false
	}
	var all []Answer
	for i := range h.plans {
		p := &h.plans[i]
		if p.course == nil {
			continue
		}
		for j := range p.items {
			x := &p.items[j]
			if a, has := h.overviewed(p, x, prepare, avoid); has {
				all = append(all, a)
			}
		}
	}
	if len(all) == 0 {
		return false
	}
	slices.SortStableFunc(all, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(overviewPlace(a), overviewPlace(b)), a.From.Compare(b.From), a.Until.Compare(b.Until))
	})
	reply.Understood, reply.Overview, reply.Verdict, reply.Answers, reply.Told = true, true, Advice, all, nil
	return true
}

// overviewPlace puts first what holds and has an end, then what has none, what the plan wants less of, what begins later, and
// what is done.
func overviewPlace(a Answer) int {
	switch {
	case a.Kind == Routine || a.Kind == Care && a.Verdict == Advice:
		return 4
	case !a.From.IsZero():
		return 3
	case a.Soft:
		return 2
	case a.Until.IsZero():
		return 1
	}
	return 0
}

// overviewed is what a part of a plan has for an overview: of what is for before the treatment alone, and of what is avoided alone.
func (h *hearing) overviewed(p *planItems, x *item, prepare, avoid bool) (Answer, bool) {
	treated := p.course.Treatment.At
	ahead := h.at.Before(treated)
	switch x.kind {
	case Window:
		i := slices.IndexFunc(h.here.windows, func(w course.Window) bool { return w.Spec.ID == x.id && w.Treatment == p.course.Treatment.ID })
		if i < 0 {
			return Answer{}, false
		}
		w := &h.here.windows[i]
		a, ok := h.sayWindow(p, x, is, &h.here)
		coming := a.State == course.Before && (ahead && w.From.Before(treated) || forNext(w.Spec))
		if coming {
			a.From = w.From
			if !w.Open && w.Spec.Until.Anchor != guidance.UntilCalm {
				a.Until = w.Until
			}
		}
		waits := a.State == course.Wait || a.State == course.Ask
		if a.State == course.Then && len(w.Spec.ThenAvoid) > 0 {
			a.Text, a.Verdict, a.Until, waits = w.Spec.Then, NotYet, w.ThenUntil, true
		}
		if prepare {
			return a, ok && (ahead && w.From.Before(treated) || forNext(w.Spec)) && (waits || coming)
		}
		return a, ok && (waits || coming && ahead)
	case Routine:
		if avoid {
			return Answer{}, false
		}
		i := slices.IndexFunc(h.here.routines, func(o course.Routine) bool { return o.Spec.ID == x.id && o.Treatment == p.course.Treatment.ID })
		if i < 0 || !ahead || !h.here.routines[i].From.Before(treated) {
			return Answer{}, false
		}
		a, ok := h.sayRoutine(p, x, is, &h.here)
		if ok {
			a.Verdict = Advice
		}
		return a, ok && a.Ended.IsZero()
	case Care:
		i := slices.IndexFunc(p.course.Care, func(c course.Care) bool { return c.Spec.ID == x.id })
		if i < 0 {
			return Answer{}, false
		}
		c := &p.course.Care[i]
		bans := len(c.Spec.Never) > 0
		before := ahead && (!c.From.IsZero() && c.From.Before(treated) || !c.Until.IsZero() && !c.Until.After(treated))
		switch {
		case prepare && !before, avoid && !bans, !c.Holds(h.at) && !before, !c.Until.IsZero() && !h.at.Before(c.Until):
			return Answer{}, false
		}
		r := mentions
		if bans {
			r = never
		}
		return h.sayCare(p, x, r)
	}
	return Answer{}, false
}

// forNext says whether a wait is for the time before a next treatment.
func forNext(w guidance.Window) bool {
	return w.From.Anchor == guidance.BeforeNext || w.Until.Anchor == guidance.BeforeNext
}
