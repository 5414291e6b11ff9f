package ask

import "slices"

// aMonth is from how many hours on a length of time is long ago.
const aMonth = 30 * hoursOfDay

// answersPast answers a question that tells of what the person tends to or once had ("I am prone to cold sores"), or fears to get:
// that is none now. What the plans have for it comes first, and the reasons to call stand behind. Where they have nothing the
// list answers, unless the treatment is still ahead: a clinic asks for it before.
func (h *hearing) answersPast(reply *Reply, calls []Answer) bool {
	if !h.tellsOfPast() {
		return false
	}
	if slices.ContainsFunc(calls, func(c Answer) bool { return c.Act == acts[0] || h.ownCall(c) }) {
		return false
	}
	own := h.besideSigns(func(a Answer) bool { return a.Verdict != Silent || !a.From.IsZero() }, h.tellsOfSign)
	ahead := h.current != nil && h.at.Before(h.current.Treatment.At)
	if len(own) == 0 && !ahead {
		return false
	}
	reply.Understood, reply.Told, reply.Topics, reply.Verdict = true, nil, nil, Silent
	if len(own) > 0 {
		own[0].Verdict, reply.Verdict = Advice, Advice
	}
	reply.Answers, reply.Also = own, calls
	return true
}

// tellsOfPast says whether all that a question has of reasons to call may be a history, and it tells it as one: not with a word
// for now, nor of a few days or weeks ago.
func (h *hearing) tellsOfPast() bool {
	signs := false
	for _, n := range h.q.signs {
		if h.tooEarly(n) {
			continue
		}
		if !h.signs[n].Past {
			return false
		}
		signs = true
	}
	if !signs {
		return false
	}
	past, present := false, false
	h.each(h.q.words, func(e *entry) bool { return e.is(tellsPast|tellsPresent) || e.hours > 0 }, func(e *entry, _, _ int) {
		past = past || e.is(tellsPast)
		present = present || e.is(tellsPresent) || e.hours > 0 && e.hours < aMonth
	})
	return past && !present
}

// tellsOfSign says whether a text has a word for what the question tells of, be it the same one or not: "cold sores", of herpes.
func (h *hearing) tellsOfSign(text string) (tells bool) {
	h.each(h.wordsOf(text), func(e *entry) bool { return len(e.groups) > 0 }, func(e *entry, _, _ int) {
		tells = tells || slices.ContainsFunc(h.q.signs, func(n int) bool { return meet(e.groups, h.signs[n].groups) })
	})
	return tells
}
