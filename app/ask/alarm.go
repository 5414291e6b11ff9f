package ask

import "slices"

// degree says whether a word of degree stands beside one of these topics: "a lot of redness", "the swelling is severe", not
// "not very red".
func (h *hearing) degree(topics []int) bool {
	list, found := h.q.words, false
	of := func(i int) bool {
		e, _ := h.longestAt(list, i, meansATopic)
		return e != nil && slices.ContainsFunc(e.topics, func(q int) bool { return q < len(h.reader.topics) && meet(h.reader.topics[q].kinds, topics) })
	}
	h.each(list, func(e *entry) bool { return e.is(ofDegree) }, func(_ *entry, from, to int) {
		if h.denied(list, from) {
			return
		}
		before := from - 1
		if before > 0 && slices.Contains(copulas, list[before].text) {
			before--
		}
		behind := to
		if behind < len(list) && list[behind].text == "of" {
			behind++
		}
		found = found || behind < len(list) && of(behind) || before < from-1 && before >= 0 && of(before)
	})
	return found
}

// copulas join what is seen of the skin with how much of it there is.
var copulas = []string{"is", "are", "was", "looks", "feels", "seems", "got", "gets"}

// bleeds is the topic of blood that comes now: of it silence leads, whatever a plan says of what else is seen.
const bleeds = "bleeding"

// alarmed keeps back what a plan expects, where the question is of what is seen of the skin and has a word of alarm, or tells
// of blood of which the plan says nothing: to "bleeding won't stop" no calm sentence is an answer.
func (h *hearing) alarmed(reply *Reply) {
	alarm := false
	h.each(h.q.words, func(e *entry) bool { return e.is(alarms) }, func(*entry, int, int) { alarm = true })
	bleeding := slices.ContainsFunc(reply.Silent, func(t Topic) bool { return t.ID == bleeds })
	if reply.Verdict != Advice && reply.Verdict != Yes || !bleeding && !alarm {
		return
	}
	seen := slices.DeleteFunc(slices.Clone(h.q.topics), func(t int) bool { return !h.vocabularyTopic(t).Seen })
	if len(seen) == 0 {
		return
	}
	reply.Verdict, reply.Answers, reply.Also, reply.Silent = Silent, nil, nil, nil
	for _, t := range seen {
		reply.Silent = append(reply.Silent, h.topic(t))
	}
}

// behind are the reasons to call that stand behind what the plan expects just now.
func (h *hearing) behind() (out []Answer) {
	var q []int
	q, h.q.signs = h.q.signs, h.q.behind
	out = slices.DeleteFunc(h.calls(), func(a Answer) bool {
		return !slices.ContainsFunc(h.q.behind, func(n int) bool { return h.signs[n].Call == a.ID })
	})
	h.q.signs = q
	return out
}

// putBehind puts them there; where the plan expects nothing of the kind now they lead.
func (h *hearing) putBehind(reply *Reply) {
	calls := h.behind()
	if len(calls) == 0 {
		return
	}
	if lead := reply.Answers; len(lead) > 0 && lead[0].Kind == Phase {
		if _, at, ok := h.currentPlan(); ok && lead[0].Until.After(at) && !lead[0].From.After(at) {
			reply.Also = append(reply.Also, calls...)
			return
		}
	}
	reply.Verdict, reply.Answers, reply.Also, reply.Silent, reply.Told = Call, calls, h.besideCalls(), nil, nil
}
