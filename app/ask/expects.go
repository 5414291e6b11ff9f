package ask

import (
	"slices"
	"time"

	"afterglow/guidance"
)

// yields has the clinic's own plan answer before the list of reasons to call, which then stands behind: where it expects
// all that the question tells, where it forbids just that, and where it waits for it. An emergency, and what the plan itself
// calls a reason to call, never yield.
func (h *hearing) yields(reply *Reply, calls []Answer) bool {
	signs := map[string]bool{}
	var phases []Answer
	known, forbidden := true, false
	for _, n := range h.q.signs {
		if h.tooEarly(n) {
			continue
		}
		signs[h.signs[n].Call] = true
		a, expected := h.expects(n)
		if expected && !slices.ContainsFunc(phases, func(p Answer) bool { return p.ID == a.ID }) {
			phases = append(phases, a)
		}
		bans := h.forbids(n)
		known, forbidden = known && (expected || bans), forbidden || bans
	}
	for _, c := range calls {
		if c.Act == acts[0] || !signs[c.ID] || h.ownCall(c) {
			return false
		}
	}
	own := *reply
	own.Understood = true
	if len(h.q.topics) > 0 {
		h.decide(&own)
		h.heading(&own)
	}
	bans := own.Verdict == NotYet || own.Verdict == No
	leave := h.q.asked && slices.Contains([]Frame{MayI, Must, When}, h.q.frame) // they ask of what they may do
	switch {
	case bans && (forbidden || known && leave || h.waitsOn(&own, calls)):
	case known && len(phases) > 0:
		rest := slices.DeleteFunc(own.Answers, func(a Answer) bool { return !leave || a.Kind == Phase })
		own.Verdict, own.Answers = Advice, append(phases, rest...)
	default:
		return false
	}
	own.Also = append(own.Also, calls...)
	*reply = own
	return true
}

// ownCall says whether a plan itself lists a reason to call.
func (h *hearing) ownCall(c Answer) bool {
	return slices.ContainsFunc(h.plans, func(p planItems) bool {
		return slices.ContainsFunc(p.plan.Calls, func(o guidance.Call) bool { return o.ID == c.ID && o.Text == c.Text })
	})
}

// soon is how long before its time a phase is already taken for what the plan expects.
const soon = 24 * time.Hour

// expects says whether the question tells by a sign what the clinic's own plan expects just now, in the same words: of blisters
// that a sheet announces its list of reasons to call does not say more. What has other signs beside it still does.
func (h *hearing) expects(n int) (Answer, bool) {
	s := &h.signs[n]
	p, at, ok := h.currentPlan()
	if !ok {
		return Answer{}, false
	}
	for j := range p.items {
		x := &p.items[j]
		if x.kind != Phase {
			continue
		}
		a, ok := h.sayPhase(p, x)
		if !ok || !a.Until.After(at) || a.From.After(at.Add(soon)) || !h.allIn(s, a.Text) {
			continue
		}
		return a, true
	}
	return Answer{}, false
}

// currentPlan is the plan of the newest treatment, and the moment after it that the question is about.
func (h *hearing) currentPlan() (*planItems, time.Time, bool) {
	d, ok := h.elapsed()
	i := slices.IndexFunc(h.plans, func(p planItems) bool {
		return p.course != nil && h.current != nil && p.course.Treatment.ID == h.current.Treatment.ID
	})
	if !ok || i < 0 {
		return nil, time.Time{}, false
	}
	return &h.plans[i], h.current.Treatment.At.Add(d), true
}

// turned are words that only join a sign: "got darker", "fluid from".
var turned = []string{
	"got", "get", "gets", "getting", "gone", "going", "went", "turned", "turning", "become", "became", "is", "are", "has", "my", "the", "a", "in", "on", "of", "from", "with", "after", "for",
}

// allIn says whether a text has each of the words by which the question tells of a sign.
func (h *hearing) allIn(s *sign, text string) bool {
	list := h.wordsOf(text)
	all, some := true, false
	h.each(h.q.words, func(e *entry) bool { return meet(e.groups, s.groups) }, func(_ *entry, from, to int) {
		for i := from; i < to; i++ {
			w := &h.q.words[i]
			if slices.Contains(turned, w.text) || w.one != nil && w.one.hours > 0 { // "after a week": the phase has its own time
				continue
			}
			some = true
			all = all && slices.ContainsFunc(list, func(o word) bool {
				return o.stem == w.stem || to-from == 1 && w.one != nil && o.one != nil && meet(w.one.topics, o.one.topics)
			})
		}
	})
	return all && some
}

// forbids says whether a part of a plan forbids what the question asks leave for, and is named by that sign of a reason to
// call: "Popping blisters", of who asks whether to pop one.
func (h *hearing) forbids(n int) bool {
	if h.q.frame != MayI && h.q.frame != Must {
		return false
	}
	s := &h.signs[n]
	for i := range h.plans {
		for j := range h.plans[i].items {
			x := &h.plans[i].items[j]
			if (x.kind == Window || x.kind == Care) && h.asked(h.plans[i].nameOf(x)) && h.allIn(s, h.plans[i].nameOf(x)) {
				return true
			}
		}
	}
	return false
}

// asked says whether a name has several words and the question has all of them that mean anything.
func (h *hearing) asked(name string) bool {
	list := h.wordsOf(name)
	words := 0
	for _, w := range list {
		if w.one != nil && w.one.is(plainWord) {
			continue
		}
		if !slices.ContainsFunc(h.q.words, func(o word) bool { return o.stem == w.stem }) {
			return false
		}
		words++
	}
	return words > 1
}

// waitsOn says whether the answer waits for that very thing which the question tells besides: "is the gym ok, I am still red",
// where the plan waits until all redness is gone.
func (h *hearing) waitsOn(r *Reply, calls []Answer) bool {
	if r.Verdict != NotYet || r.Answers[0].Condition == "" {
		return false
	}
	if slices.ContainsFunc(calls, func(a Answer) bool { return a.Act != acts[len(acts)-1] }) {
		return false
	}
	list := h.topicsIn(h.wordsOf(r.Answers[0].Condition), &reading{})
	return slices.ContainsFunc(list, func(m match) bool {
		return slices.ContainsFunc(h.q.topics, func(t int) bool { return meet(m.topics, h.vocabularyTopic(t).kinds[:1]) })
	})
}
