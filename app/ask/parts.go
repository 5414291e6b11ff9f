package ask

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// endless gives an ingredient that is only said to be avoided the answer of the wait for the same topic, if there is one.
func endless(list []found) []found {
	i := slices.IndexFunc(list, func(f found) bool { return f.Kind == Window && (f.relation == is || f.relation == stays) })
	for j := range list {
		if f := &list[j]; i >= 0 && f.Kind == Ingredient && f.Verdict == No && f.Source == "" {
			w := &list[i]
			f.Verdict, f.Until, f.State, f.Source, f.Line, f.Text = w.Verdict, w.Until, w.State, w.Source, w.Line, w.Text
		}
	}
	return list
}

// oneIngredient leaves of the ingredients of one topic that are answered alike the one that was asked for, and none if
// the wait for it says the same: who asks of retinol need not hear of each of its kin.
func oneIngredient(h *hearing, list []found) []found {
	best := -1
	for i := range list {
		if list[i].Kind == Ingredient && (best < 0 || h.saidAs(list[i].Name) && !h.saidAs(list[best].Name)) {
			best = i
		}
	}
	if best < 0 {
		return list
	}
	kept := list[best]
	same := func(f found) bool { return f.Verdict == kept.Verdict && f.Until.Equal(kept.Until) }
	waits := slices.ContainsFunc(list, func(f found) bool { return f.Kind == Window && same(f) })
	return slices.DeleteFunc(list, func(f found) bool {
		return f.Kind == Ingredient && same(f) && (waits || f.ID != kept.ID)
	})
}

// saidAs says whether the words of a name stand in the question.
func (h *hearing) saidAs(name string) bool {
	for _, w := range h.stemmed(name) {
		if !slices.ContainsFunc(h.q.words, func(q word) bool { return q.stem == w.stem }) {
			return false
		}
	}
	return true
}

// onePhase leaves of the phases that speak of a topic the one that runs, and the next one that is to come. What a plan
// expected in days that have passed is no answer now, but to a question that asks when.
func (h *hearing) onePhase(list []found) []found {
	next := time.Time{}
	at := h.at
	if d, ok := h.elapsed(); ok && h.current != nil {
		at = h.current.Treatment.At.Add(d)
	}
	for _, f := range list {
		if f.Kind == Phase && f.From.After(at) && (next.IsZero() || f.From.Before(next)) {
			next = f.From
		}
	}
	phases := slices.ContainsFunc(list, func(f found) bool { return f.Kind == Phase })
	return slices.DeleteFunc(list, func(f found) bool {
		switch {
		case f.Kind == Routine && f.relation == mentions:
			return phases // a check-in that asks for it
		case f.Kind != Phase || f.Until.IsZero():
			return false
		case f.From.After(at):
			return !f.From.Equal(next)
		}
		return !f.Until.After(at) && h.q.frame != When && h.q.frame != HowLong
	})
}

func holds(courses []course.Course, c *course.Course) bool {
	return slices.ContainsFunc(courses, func(o course.Course) bool { return o.Treatment.ID == c.Treatment.ID })
}

// say is what a part of a plan says of a topic that it speaks of so.
func (h *hearing) say(p *planItems, x *item, r relation, b *bound) (Answer, bool) {
	switch x.kind {
	case Window:
		return h.sayWindow(p, x, r, b)
	case Routine:
		return h.sayRoutine(p, x, r, b)
	case Care:
		return h.sayCare(p, x, r)
	case Phase:
		return h.sayPhase(p, x)
	case Spacing:
		return h.saySpacing(p)
	}
	return h.sayIngredient(p, x, b)
}

func (h *hearing) sayWindow(p *planItems, x *item, r relation, b *bound) (Answer, bool) {
	spec := &p.plan.Windows[x.at]
	a := Answer{
		Kind: Window, ID: spec.ID, Name: spec.Name, Text: spec.Avoid, Why: spec.Why, After: spec.After,
		Source: spec.Source, Line: spec.Line, Own: spec.Own,
	}
	if p.course == nil {
		a.Verdict = Silent
		return a, r != mentions && r != follows && r != covers
	}
	i := slices.IndexFunc(b.windows, func(w course.Window) bool { return w.Spec.ID == x.id && w.Treatment == p.course.Treatment.ID })
	if i < 0 { // another course's binds more, or it is left out
		a.Verdict, a.Spent, a.Treatment = Silent, true, p.course.Treatment.ID
		return a, r <= is && p.spent(x.id, h.at) && !slices.ContainsFunc(b.windows, func(w course.Window) bool { return w.Spec.ID == x.id })
	}
	w := b.windows[i]
	a.Treatment, a.State = w.Treatment, w.StateAt(h.at, h.scene.Zone)
	if w.Spent(h.at) {
		a.Verdict, a.Spent, a.State = Silent, true, ""
		return a, r <= is
	}
	waits := a.State == course.Wait || a.State == course.Ask
	if waits {
		a.End, a.Usually, a.Condition, a.Open, a.Soft = spec.Until, spec.Usually, spec.Condition, w.Open, spec.Soft
		a.Excepts, a.Allowed, a.Beforehand = spec.Except, w.Allowed, w.Beforehand()
		a.Only = len(spec.Except) > 0 && (spec.Meant == guidance.MeantOnly || h.saysOnly(spec.Avoid))
		a.Then, a.ThenUntil = spec.Then, w.ThenUntil
		a.AndWhen = a.State == course.Wait && spec.Until.Anchor != guidance.UntilCalm && spec.AsksCalm()
	}
	switch {
	case a.State == course.Open && spec.Hours == nil && spec.Then == "":
		a.Over = w.Until
	case a.State == course.Then:
		a.Then, a.ThenUntil = spec.Then, w.ThenUntil
	case spec.Then != "":
		a.After = "" // it was for the time in which the step holds
	}
	switch {
	case a.State == course.Before:
		a.Verdict, a.From = Silent, w.From
		return a, r != mentions
	case r == covers && !waits:
		return a, false
	case r == spares && waits:
		a.Verdict = Advice
	case r == mentions:
		a.Verdict = Advice
		if a.State == course.Then {
			a.tellThen()
		}
		return a, a.State != course.Open
	case r == follows:
		a.Verdict = Yes
		return a, a.State == course.Then
	case r == stays && a.State != course.Open:
		a.Verdict, a.Until, a.Stays = NotYet, w.ThenUntil, true
	case waits:
		a.Verdict = NotYet
		if spec.Until.Anchor != guidance.UntilCalm || spec.Hours != nil { // nobody knows when the person will say so
			a.Until = w.UntilAt(h.at, h.scene.Zone)
		}
	default:
		a.Verdict, a.Until = Yes, w.UntilAt(h.at, h.scene.Zone)
	}
	return a, true
}

// tellThen has a wait that is over be told by the step that follows it, where its rule would be.
func (a *Answer) tellThen() {
	a.Text, a.Why, a.Until = a.Then, "", a.ThenUntil
	a.Then, a.ThenUntil = "", time.Time{}
}

// saysOnly says whether a rule is put as what alone is allowed: "Use mineral sunscreen only."
func (h *hearing) saysOnly(rule string) bool {
	return slices.ContainsFunc(h.wordsOf(rule), func(w word) bool { return w.text == "only" })
}

// spent says whether a window of the plan's treatment was for the time before that alone, and that is over.
func (p *planItems) spent(id string, at time.Time) bool {
	return slices.ContainsFunc(p.course.Windows, func(w course.Window) bool { return w.Spec.ID == id && w.Spent(at) })
}

func (h *hearing) sayRoutine(p *planItems, x *item, r relation, b *bound) (Answer, bool) {
	spec := &p.plan.Routines[x.at]
	a := Answer{Kind: Routine, ID: spec.ID, Name: spec.Name, Text: spec.How, Source: spec.Source, Line: spec.Line, Own: spec.Own, Verdict: Advice}
	if p.course == nil {
		if r == is {
			a.Verdict = Silent // since when it is done, only a treatment tells
		}
		return a, true
	}
	i := slices.IndexFunc(b.routines, func(o course.Routine) bool { return o.Spec.ID == x.id && o.Treatment == p.course.Treatment.ID })
	if i < 0 {
		return a, false
	}
	o := &b.routines[i]
	a.Treatment = o.Treatment
	begins := o.From
	if !o.Allowed.IsZero() {
		begins = o.Allowed
	}
	stage := o.StageAt(course.Later(h.at, begins)) // of one to come, how it begins
	if stage != nil && stage.Spec.How != "" {
		a.Text = stage.Spec.How
	}
	if h.at.Before(o.Until) {
		a.Repeats, a.Done, a.Open = repeats(spec, stage), o.Until, o.Open
		a.Stops, a.Usually, a.Condition = spec.Until, spec.Usually, spec.Condition
	}
	switch {
	case !h.at.Before(o.Until):
		a.Prescribed = spec.Situation == guidance.Prescribed
		if !o.Open {
			a.Ended = o.Until
		}
		return a, r != never // it is over: how it was done is advice still
	case h.at.Before(o.TreatedAt) && h.at.Before(begins):
		a.Verdict, a.From = Silent, begins
	case r == never:
		a.Verdict = No
	case r == mentions && h.at.Before(begins):
		a.Verdict, a.From = Silent, begins
	case r == mentions:
	case h.at.Before(begins):
		a.Verdict, a.Until, a.From = NotYet, begins, begins
	case stage != nil && stage.Spec.None:
		a.Verdict, a.Until = NotYet, stage.Until
	case o.NotYet != nil && len(h.q.areas) == 0:
		a.Verdict, a.Until = NotYet, o.NotYet.From
	case spec.Situation == guidance.Prescribed: // whether it was, the plan does not know
		a.Prescribed = true
	default:
		a.Verdict = Yes
	}
	return a, true
}

// repeats is how often a routine is done, in a stage of it by that stage; nil where nothing is due.
func repeats(spec *guidance.Routine, stage *course.Stage) *guidance.Routine {
	if stage == nil || len(stage.Spec.Times) == 0 && stage.Spec.Every == 0 && !stage.Spec.None {
		return spec
	}
	if stage.Spec.None {
		return nil
	}
	return &guidance.Routine{Times: stage.Spec.Times, Every: stage.Spec.Every, For: spec.For, ForSaid: spec.ForSaid}
}

func (h *hearing) sayCare(p *planItems, x *item, r relation) (Answer, bool) {
	spec := &p.plan.Care[x.at]
	a := Answer{Kind: Care, ID: spec.ID, Name: spec.Name, Text: spec.Text, Source: spec.Source, Line: spec.Line, Verdict: Advice}
	if r == never {
		a.Verdict = No
	}
	a.Prescribed = spec.Situation == guidance.Prescribed
	if p.course == nil {
		return a, true
	}
	a.Treatment = p.course.Treatment.ID
	if i := slices.IndexFunc(p.course.Care, func(c course.Care) bool { return c.Spec.ID == spec.ID }); i >= 0 {
		switch c := &p.course.Care[i]; {
		case c.Holds(h.at):
			if spec.Until != nil && a.Verdict == No { // not for ever
				a.Verdict = NotYet
				a.End, a.Usually, a.Condition, a.Open = *spec.Until, spec.Usually, spec.Condition, c.Open
				if spec.Until.Anchor != guidance.UntilCalm && !c.Open {
					a.Until = c.Until
				}
			}
		case c.From.After(h.at):
			a.Verdict, a.From = Silent, c.From
		case r == never || r > is:
			return a, false
		default:
			a.Ended = c.Until // how it was advised may be worth knowing still
		}
	}
	area := p.course.Treatment.Area
	return a, len(spec.Area) == 0 || area == "" || slices.ContainsFunc(spec.Area, func(s string) bool { return course.SameSkin(s, area) })
}

func (h *hearing) sayPhase(p *planItems, x *item) (Answer, bool) {
	spec := &p.plan.Phases[x.at]
	a := Answer{Kind: Phase, ID: spec.ID, Name: spec.Name, Text: spec.Expect, Source: spec.Source, Line: spec.Line, Verdict: Advice}
	if p.course == nil {
		return a, true
	}
	if p.course.Treatment.ID != h.current.Treatment.ID || x.at >= len(p.course.Phases) {
		return a, false
	}
	ph := &p.course.Phases[x.at]
	a.Treatment, a.From, a.Until = p.course.Treatment.ID, ph.From, ph.Until
	return a, true
}

func (h *hearing) saySpacing(p *planItems) (Answer, bool) {
	spec := &p.plan.Spacing
	a := Answer{Kind: Spacing, ID: spacingID, Text: spec.Text, Spacing: *spec, Source: spec.Source, Line: spec.Line, Verdict: Advice}
	if p.course == nil {
		return a, true
	}
	if p.course.Treatment.ID != h.current.Treatment.ID {
		return a, false
	}
	a.Treatment, a.From, a.Until = p.course.Treatment.ID, p.course.NextFrom, p.course.NextUntil
	switch next := p.course.NextFrom; {
	case h.q.frame != MayI || next.IsZero() || h.at.Before(p.course.Treatment.At):
	case h.at.Before(next):
		a.Verdict, a.Until = NotYet, next
	default:
		a.Verdict = Yes
	}
	return a, true
}

// sayIngredient is what a plan's lists say of an ingredient: to use it is advice, since when is for a routine to say.
func (h *hearing) sayIngredient(p *planItems, x *item, b *bound) (Answer, bool) {
	a := Answer{Kind: Ingredient, ID: x.id, Name: x.id, Verdict: Advice}
	if p.course != nil {
		a.Treatment = p.course.Treatment.ID
	}
	switch x.list {
	case allowList:
		a.Verdict = Yes
	case avoidList:
		a.Verdict = No
		i := slices.IndexFunc(p.plan.Products.Waits, func(w guidance.ProductWait) bool { return slices.Contains(w.Avoid, x.id) })
		if i >= 0 {
			return h.waits(p, a, p.plan.Products.Waits[i], b)
		}
	}
	return a, true
}

// waits gives an ingredient that waits as long as a window that window's answer, else until its own moment.
func (h *hearing) waits(p *planItems, a Answer, w guidance.ProductWait, b *bound) (Answer, bool) {
	a.Source, a.Line = w.Source, w.Line
	for j := range p.items {
		if x := &p.items[j]; w.Window != "" && x.kind == Window && x.id == w.Window {
			of, ok := h.sayWindow(p, x, is, b)
			of.Kind, of.ID, of.Name = a.Kind, a.ID, a.Name
			return of, ok
		}
	}
	if p.course == nil {
		a.Verdict = Silent
		return a, true
	}
	if at := p.course.Treatment.At; h.at.Before(at) {
		a.Verdict, a.From = Silent, at
		return a, true
	}
	a.Verdict, a.State = Yes, course.Open // its wait is over: nobody lists it as allowed
	for _, end := range p.course.Products {
		switch {
		case !slices.Contains(end.Spec.Avoid, a.ID):
		case end.Until.IsZero():
			a.Verdict, a.State = No, ""
		case h.at.Before(end.Until):
			a.Verdict, a.State, a.Until = NotYet, "", end.Until
		}
	}
	return a, true
}

// elapsed is how long after the treatment the question is; ok is false without one.
func (h *hearing) elapsed() (d time.Duration, ok bool) {
	switch days := h.q.days; {
	case days.ago > 0:
		return days.ago, true
	case days.day >= 0:
		return time.Duration(days.day) * hoursOfDay * time.Hour, true
	case days.after > 0:
		return days.after, true
	case h.current == nil:
		return 0, false
	}
	return h.at.Sub(h.current.Treatment.At), true
}
