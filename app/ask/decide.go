package ask

import (
	"cmp"
	"slices"

	"afterglow/app/course"
)

// mostAnswers is how many parts of a plan an answer names.
const mostAnswers = 6

// decide looks every topic up and lets the strictest lead.
func (h *hearing) decide(reply *Reply) {
	var all []found
	yes, silent := false, h.q.doubt
	var advised []string // topics of which a plan has advice, and nothing that is allowed
	var reasons []found  // advice on topics that are only the reason
	for _, t := range h.q.topics {
		list := h.about(t)
		for i := range list {
			h.frameIt(&list[i])
		}
		h.order(list)
		switch {
		case h.onlyReason(t):
			reasons = append(reasons, slices.DeleteFunc(list, func(f found) bool { return f.Verdict != Advice })...)
			continue
		case len(list) == 0:
			silent = true
			reply.Silent = append(reply.Silent, h.topic(t))
		case list[0].Spent:
			silent = true
			reply.Silent = append(reply.Silent, h.topic(t))
		case list[0].Verdict == Yes:
			yes = true
			silent = silent || slices.Contains(h.q.heads, t) || h.partly(t, &list[0])
		case list[0].Verdict == Advice:
			advised = append(advised, h.topic(t).ID)
		}
		all = append(all, list...)
	}
	if slices.ContainsFunc(h.q.topics, func(t int) bool { return h.vocabularyTopic(t).local }) {
		reply.Elsewhere = h.elsewhereName()
	}
	h.order(all)
	h.order(reasons)
	all = once(append(all, reasons...))
	if len(all) == 0 {
		reply.Verdict = Silent
		return
	}
	// A yes to one thing is none to another that stands in the same question.
	if all[0].Verdict == Yes && len(advised) > 0 {
		slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(among(b, advised), among(a, advised)) })
	}
	answers := make([]Answer, 0, len(all))
	for _, f := range all {
		answers = append(answers, f.Answer)
	}
	answers = answers[:min(len(answers), mostAnswers)]
	if yes && silent && all[0].Verdict == Yes {
		reply.Verdict, reply.Also = Silent, answers
		return
	}
	if h.q.frame == Must && !h.stands(shuns) && answers[0].Verdict == No && answers[0].Kind == Care {
		answers[0].Verdict = Advice
	}
	reply.Verdict, reply.Answers = answers[0].Verdict, answers
}

// onlyReason says whether a topic is how the skin is, in a question about what is done to it: "concealer on my spots". A
// person who tells what was done ("the cream made my face red") asks of the skin.
func (h *hearing) onlyReason(t int) bool {
	if !h.vocabularyTopic(t).State || h.q.frame == Normal || h.q.frame == Why || !h.q.asked && h.q.selves {
		return false
	}
	return slices.ContainsFunc(h.q.topics, func(o int) bool { v := h.vocabularyTopic(o); return v.local && !v.State })
}

// partly says whether a yes to a topic is one to a part of it alone: of hot yoga, which is exercise and heat, if the plan
// speaks of exercise and not of heat.
func (h *hearing) partly(t int, lead *found) bool {
	topic := h.vocabularyTopic(t)
	if topic.names < 2 || lead.own {
		return false
	}
	return slices.ContainsFunc(topic.kinds[1:1+topic.names], func(of int) bool { return len(h.about(of)) == 0 })
}

// among is 1 if an answer is to one of these topics.
func among(f found, topics []string) int {
	if slices.Contains(topics, f.Topic) {
		return 1
	}
	return 0
}

// frameIt lets the way to ask choose what an answer is: how and why are asked of advice, be it allowed or not, and
// without a treatment, too.
func (h *hearing) frameIt(f *found) {
	timed := f.Kind == Window || f.Kind == Routine || f.Kind == Ingredient
	if f.Kind == Routine && f.Verdict == Yes && h.q.frame == HowLong {
		f.Verdict = Advice
	}
	if !timed || !h.asksAdvice() {
		return
	}
	switch f.Verdict {
	case Yes:
		f.Verdict = Advice
		switch { // its rule does not hold any more
		case f.Kind != Window:
		case f.State == course.Then:
			f.tellThen()
		case f.After != "":
			f.Text, f.Why = f.After, ""
		default:
			f.Ended, f.Why = f.Over, ""
		}
	case NotYet:
		if f.Kind == Routine || h.q.frame == Why {
			f.Verdict = Advice
		}
	case Silent:
		if len(h.scene.Courses) == 0 {
			f.Verdict = Advice
		}
	}
}

// asksAdvice says whether a question is none of yes or no.
func (h *hearing) asksAdvice() bool {
	return slices.Contains([]Frame{Why, What, Which, How, HowMany}, h.q.frame)
}

// hedged stands for advice that forbids something for a time or in a way.
const hedged Verdict = "hedged"

// titled stands for advice that holds now and whose name is of that very thing: it says more than a wait that is to come or over.
const titled Verdict = "titled"

// strictness orders what is said of one thing. A wait that begins later says more of a question of yes or no than
// advice.
func (h *hearing) strictness(f found) int {
	v := f.Verdict
	switch {
	case v == Advice && f.hedges:
		v = hedged
	case v == Advice && f.Kind == Routine && f.Prescribed && f.Ended.IsZero(): // it holds now, for whom it is
		v = Yes
	case v == Advice && f.Except != "": // the plan names it: that says more than silence
		v = Yes
	case v == Advice && f.titled:
		v = titled
	}
	if h.asksAdvice() || h.q.frame == Normal {
		return slices.Index([]Verdict{No, NotYet, hedged, Yes, titled, Advice, Silent}, v)
	}
	order := []Verdict{No, NotYet, hedged, Yes, titled, Silent, Advice}
	if v == Silent && f.Kind == Care {
		return len(order) // advice to come, behind advice that holds
	}
	return slices.Index(order, v)
}

// order puts the answers to one topic in order: the strictest, of these the one that the vocabulary names first, and so
// on. What is normal and why the phase answers that runs.
func (h *hearing) order(list []found) {
	slices.SortStableFunc(list, func(a, b found) int {
		return cmp.Or(
			cmp.Compare(h.phaseFirst(a), h.phaseFirst(b)),
			cmp.Compare(h.strictness(a), h.strictness(b)),
			cmp.Compare(softLast(a), softLast(b)),
			cmp.Compare(h.running(a), h.running(b)),
			compareWaits(a, b),
			compareBegins(a, b),
			cmp.Compare(listedLast(a), listedLast(b)),
			cmp.Compare(endedLast(a), endedLast(b)),
			cmp.Compare(itselfFirst(a), itselfFirst(b)),
			cmp.Compare(a.relation, b.relation),
			cmp.Compare(a.rank, b.rank),
		)
	})
}

// compareWaits puts the wait first that ends last, and one whose end nobody knows before all.
func compareWaits(a, b found) int {
	if a.Verdict != NotYet || b.Verdict != NotYet {
		return 0
	}
	if a.Until.IsZero() || b.Until.IsZero() {
		return cmp.Compare(endKnown(a), endKnown(b))
	}
	return b.Until.Compare(a.Until)
}

// compareBegins puts of the waits to come, and of the routines to come, of which nothing is said yet, the one first that begins
// first.
func compareBegins(a, b found) int {
	if a.Kind != b.Kind || a.Kind != Window && a.Kind != Routine || a.Verdict != Silent || b.Verdict != Silent || a.From.IsZero() || b.From.IsZero() {
		return 0
	}
	return a.From.Compare(b.From)
}

// endedLast puts a routine that is over behind what holds, but for a wait for something else whose rule has the word.
func endedLast(f found) int {
	switch {
	case f.Kind == Window && f.relation == mentions:
		return 2
	case !f.Ended.IsZero():
		return 1
	}
	return 0
}

// softLast puts what the plan wants less of, or has one kind of, behind what it wants none of.
func softLast(f found) int {
	if f.Soft || f.Only {
		return 1
	}
	return 0
}

// itselfFirst puts of two waits that hold alike the one first that the plan names by that very thing.
func itselfFirst(f found) int {
	if f.Kind == Window && f.itself {
		return -1
	}
	return 0
}

// listedLast puts an ingredient of a list behind the wait for it, which says why.
func listedLast(f found) int {
	if f.Kind == Ingredient {
		return 1
	}
	return 0
}

func endKnown(f found) int {
	if f.Until.IsZero() {
		return 0
	}
	return 1
}

func (h *hearing) phaseFirst(f found) int {
	if f.Kind == Phase && (h.q.frame == Normal || h.q.frame == Why) {
		return 0
	}
	return 1
}

// running puts the phase that runs before the others.
func (h *hearing) running(f found) int {
	if f.Kind != Phase || h.current == nil {
		return 0
	}
	d, ok := h.elapsed()
	at := h.at
	if ok {
		at = h.current.Treatment.At.Add(d)
	}
	if now, _, ok := h.current.PhaseAt(at); ok && now.Spec.ID == f.ID {
		return -1
	}
	return 0
}

// once leaves out what stands there twice, as the answer to two topics.
func once(list []found) []found {
	out := list[:0]
	for _, f := range list {
		if !slices.ContainsFunc(out, func(o found) bool { return o.Kind == f.Kind && o.ID == f.ID }) {
			out = append(out, f)
		}
	}
	return out
}
