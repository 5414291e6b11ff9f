package ask

import (
	"slices"
	"time"

	"afterglow/app/course"
)

// found is an answer to one topic.
type found struct {
	Answer
	rank     int // the smaller the closer to what was asked
	relation relation
	ruled    bool // it is a wait that has the topic in its rule alone
	own      bool // it speaks of the topic itself, not of what that is a kind of
	itself   bool // it is a wait that the plan names by the topic, not by what that is a kind of
	titled   bool // it is advice that holds now, and its name has the topic
	hedges   bool // it forbids the topic for a time or in a way: no yes stands beside it
}

// about gathers all that the plans say of a topic.
func (h *hearing) about(t int) []found {
	b := &h.windows
	if h.vocabularyTopic(t).local {
		if b = &h.here; len(b.courses) == 0 && len(h.scene.Courses) > 0 {
			return nil // the plan speaks of the treated skin alone
		}
	}
	var out []found
	for i := range h.plans {
		p := &h.plans[i]
		if p.course != nil && !holds(b.courses, p.course) {
			continue
		}
		for j := range p.items {
			x := &p.items[j]
			r, rank := h.relate(x, t)
			if h.owned(x, t) || h.saidElsewhere(p, x, t, r) {
				continue
			}
			except := ""
			if x.kind == Window {
				if except = h.excepted(x, t); except == "" && r != nothing {
					if except = h.given(x); except == "" {
						except = h.doneWith(x)
					}
				}
			}
			if except != "" && (r <= is || r == covers || r == nothing) {
				r = spares
			}
			if r == nothing || r == mentions && h.anotherMedicine(x, t) {
				continue
			}
			another := r == never && h.ofAnother(p, x, t)
			if another {
				r = mentions
			}
			a, ok := h.say(p, x, r, b)
			if a.Verdict == Advice { // while the wait holds
				a.Except = except
			}
			if r == follows && !ok && meet(x.text, h.vocabularyTopic(t).kinds) { // its rule speaks of it, too
				r = mentions
				a, ok = h.say(p, x, r, b)
			}
			if r == mentions && x.kind == Routine && len(p.plan.Routines[x.at].Stages) > 0 { // the stage that holds has to speak of it
				said := h.speech(a.Text)
				ok = ok && meet(appendAll(said.others, said.barring()), h.vocabularyTopic(t).kinds)
			}
			if a.Verdict == Yes && x.kind == Routine && h.asksForMore(p, x, t, a.Text) {
				a.Verdict = Advice
			}
			if a.Verdict == Yes && !h.allows(x, t) {
				a.Verdict, ok = Advice, ok && x.kind != Window
			}
			if x.kind == Window {
				h.giveNothing(&a, t, r, p.plan.Windows[x.at].Then)
			}
			hedges := another || a.Ungiven || h.hedges(p, x, t)
			if hedges && a.Verdict == Yes {
				a.Verdict = Advice
			}
			a.Source = x.source(h.vocabularyTopic(t).kinds, a.Source)
			if ok && !slices.ContainsFunc(out, func(f found) bool { return f.Kind == a.Kind && f.ID == a.ID }) {
				a.Topic = h.topic(t).ID
				about, window := slices.Contains(x.about, t), x.kind == Window
				called := about || slices.Contains(x.named, t)
				out = append(out, found{
					Answer: a, rank: rank, relation: r, hedges: hedges,
					ruled:  window && !about && !slices.Contains(x.title, t),
					own:    rank < nextKind || called || r == follows && slices.Contains(x.later, t),
					itself: window && called,
					titled: a.Ended.IsZero() && h.titles(p, x, t),
				})
			}
		}
	}
	out = h.ownMedicine(t, out)
	if len(out) == 0 {
		out = h.otherwise(t, b)
	}
	if slices.ContainsFunc(out, func(f found) bool { return f.Spent && f.itself && !f.ruled }) { // "Chemical peel" was for before; "no peels" of creams is no yes to one
		out = slices.DeleteFunc(out, func(f found) bool { return f.ruled && f.Verdict == Yes })
	}
	if slices.ContainsFunc(out, func(f found) bool { return !f.Spent }) { // a row that holds tells what the plan says now
		out = slices.DeleteFunc(out, func(f found) bool { return f.Spent })
	}
	out = stepFirst(out)
	h.nameAs(t, out)
	return h.onePhase(oneIngredient(h, endless(covered(h.earliest(out, b)))))
}

// ofAnother says whether what a part forbids without an end is one kind of a thing, of which the plan itself has another one
// done: who asks about the ice pack is not told never, since ice cubes are.
func (h *hearing) ofAnother(p *planItems, x *item, t int) bool {
	if x.kind != Care {
		return false
	}
	kinds, pair := h.vocabularyTopic(t).kinds, true
	for _, w := range p.plan.Care[x.at].Never {
		list := h.wordsOf(w)
		if !meet(h.term(w), kinds) {
			continue
		}
		if !slices.ContainsFunc(list, func(o word) bool {
			return !slices.ContainsFunc(h.q.words, func(q word) bool { return q.stem == o.stem })
		}) {
			return false
		}
		pair = pair && len(list) > 1
	}
	stems := h.q.said[t].stems
	return len(p.plan.Care[x.at].Never) > 0 && slices.ContainsFunc(p.items, func(y item) bool {
		return y.kind == Routine && pair && meet(y.named, kinds[:1]) || len(stems) > 0 && h.asksFor(p, &y, stems)
	})
}

// asksFor says whether a routine or advice is about the very thing that is called by these words.
func (h *hearing) asksFor(p *planItems, y *item, stems []string) bool {
	switch y.kind {
	case Routine:
		return h.hasWords(p.nameOf(y), stems)
	case Care:
		c := &p.plan.Care[y.at]
		never := slices.ContainsFunc(c.Never, func(w string) bool { return h.hasWords(w, stems) })
		return !never && (h.hasWords(c.Name, stems) || slices.ContainsFunc(c.About, func(w string) bool { return h.hasWords(w, stems) }))
	}
	return false
}

// titles says whether a part is advice that is named by a topic and that holds now: by times of its own, or since the treatment.
func (h *hearing) titles(p *planItems, x *item, t int) bool {
	if x.kind != Care || p.course == nil || !meet(x.named, h.vocabularyTopic(t).kinds[:1]) {
		return false
	}
	return p.plan.Care[x.at].Until != nil || !h.at.Before(p.course.Treatment.At)
}

// ownMedicine leaves of what answers a medicine, or another thing that a broader rule is not meant for, what speaks of that
// very one, if something does: who asks of Valtrex need not hear of each other tablet. What waits or is forbidden stays.
func (h *hearing) ownMedicine(t int, list []found) []found {
	if v := h.vocabularyTopic(t); !v.Mild || v.Seen { // what skin shows is no medicine, and each phase has words of its own
		return list
	}
	stems := h.q.said[t].stems
	written := func(f found) bool { return len(stems) > 0 && h.written([]found{f}, stems) != "" }
	itself := func(f found) bool { return f.own }
	if slices.ContainsFunc(list, written) {
		itself = written
	}
	if !slices.ContainsFunc(list, itself) {
		return list
	}
	return slices.DeleteFunc(list, func(f found) bool {
		bans := f.Verdict == No || f.Verdict == NotYet && f.Kind != Routine
		return !bans && !itself(f)
	})
}

// medicines is the topic of all that a doctor prescribes.
const medicines = "doctor-medicine"

// anotherMedicine says whether a routine or advice is named after one thing, and only its text has a word for all that is like the
// topic: "Prednisone", "1 pill", of who asks about an ointment.
func (h *hearing) anotherMedicine(x *item, t int) bool {
	v := h.vocabularyTopic(t)
	if x.kind != Routine && x.kind != Care || meet(x.text, v.kinds[:1]) || meet(x.named, v.kinds) {
		return false
	}
	if !slices.ContainsFunc(v.kinds[1:], func(n int) bool { return n < len(h.topics) && h.topics[n].ID == medicines }) {
		return false
	}
	return slices.ContainsFunc(x.named, func(n int) bool { return n < len(h.topics) })
}

// covered has a routine wait for what its plan would have put on the skin, while a wait of the same plan leaves the skin bare.
func covered(list []found) []found {
	for i := range list {
		bare := &list[i]
		if bare.relation != covers || bare.Verdict != NotYet {
			continue
		}
		for j := range list {
			if f := &list[j]; f.Kind == Routine && f.Verdict == Yes && f.Treatment == bare.Treatment {
				f.Verdict, f.Until, f.From = NotYet, bare.Until, bare.Until
			}
		}
	}
	return list
}

// earliest lets the routine for a topic that begins first tell from when it is done: a later one only says how it goes on.
// A step whose words speak of the topic counts while it is to come.
func (h *hearing) earliest(list []found, b *bound) []found {
	of := func(f *found) *course.Routine {
		i := slices.IndexFunc(b.routines, func(o course.Routine) bool { return o.Treatment == f.Treatment && o.Spec.ID == f.ID })
		if f.Kind != Routine || i < 0 || f.hedges || f.Verdict == No || !h.at.Before(b.routines[i].Until) {
			return nil
		}
		return &b.routines[i]
	}
	for i := range list {
		f := &list[i]
		late := of(f)
		if late == nil || f.Verdict != NotYet && f.Verdict != Silent || f.From.IsZero() {
			continue
		}
		for j := range list {
			g := &list[j]
			early := of(g)
			if early == nil || early.Treatment != late.Treatment || !early.Allowed.Before(f.From) {
				continue
			}
			switch coming := h.at.Before(early.Allowed); {
			case g.relation == mentions && coming:
				g.Verdict, g.From = f.Verdict, early.Allowed
				if g.Verdict == NotYet {
					g.Until = g.From
				}
			case g.relation == mentions:
				continue
			}
			f.Verdict, f.Until = Silent, time.Time{}
			break
		}
	}
	return list
}
