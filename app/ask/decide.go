package ask

import (
	"cmp"
	"slices"
)

// mostAnswers is how many parts of a plan an answer names.
const mostAnswers = 6

// decide looks every topic up and lets the strictest lead.
func (h *hearing) decide(reply *Reply) {
	var all []found
	yes, silent, advice := false, h.q.doubt, false
	for _, t := range h.q.topics {
		list := h.about(t)
		for i := range list {
			h.frameIt(&list[i])
		}
		h.order(list)
		switch {
		case len(list) == 0:
			silent = true
			reply.Silent = append(reply.Silent, h.topic(t))
		case list[0].Verdict == Yes:
			yes = true
			silent = silent || slices.Contains(h.q.heads, t)
		case list[0].Verdict == Advice:
			advice = true
		}
		all = append(all, list...)
	}
	if slices.ContainsFunc(h.q.topics, func(t int) bool { return h.vocabularyTopic(t).local }) {
		reply.Elsewhere = h.elsewhereName()
	}
	h.order(all)
	all = once(all)
	if len(all) == 0 {
		reply.Verdict = Silent
		return
	}
	// A yes to one thing is none to another that stands in the same question.
	if all[0].Verdict == Yes && advice {
		slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(adviceFirst(a), adviceFirst(b)) })
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
	reply.Verdict, reply.Answers = answers[0].Verdict, answers
}

func adviceFirst(f found) int {
	if f.Verdict == Advice {
		return 0
	}
	return 1
}

// frameIt lets the way to ask choose what an answer is: how and why are asked of advice, be it allowed or not.
func (h *hearing) frameIt(f *found) {
	timed := f.Kind == Window || f.Kind == Routine
	switch h.q.frame {
	case Why, What, Which, How, HowMany:
		if f.Verdict == Yes || f.Verdict == NotYet && f.Kind == Routine || f.Verdict == NotYet && timed && h.q.frame == Why {
			f.Verdict = Advice
		}
	}
	if len(h.scene.Courses) == 0 && f.Kind == Window && (h.q.frame == Why || h.q.frame == How || h.q.frame == What || h.q.frame == Which) {
		f.Verdict = Advice
	}
}

// strictness orders verdicts of one thing.
func strictness(v Verdict) int {
	return slices.Index([]Verdict{No, NotYet, Yes, Advice, Silent}, v)
}

// order puts the answers to one topic in order: the strictest, of these the one that the vocabulary names first, and so
// on. What is normal and why the phase answers that runs.
func (h *hearing) order(list []found) {
	slices.SortStableFunc(list, func(a, b found) int {
		return cmp.Or(
			cmp.Compare(h.phaseFirst(a), h.phaseFirst(b)),
			cmp.Compare(strictness(a.Verdict), strictness(b.Verdict)),
			cmp.Compare(h.running(a), h.running(b)),
			cmp.Compare(a.relation, b.relation),
			cmp.Compare(a.rank, b.rank),
		)
	})
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
