package ask

import (
	"maps"
	"slices"
	"time"

	"afterglow/app/course"
)

// mostOnward bounds how many waits are followed one behind the other.
const mostOnward = 4

// onward finds what holds where the wait that leads an answer ends, or where one to come begins: the end of a wait for the time
// before a treatment is no leave, and where another wait goes on at that moment its end is the one that counts.
func (h *hearing) onward(reply *Reply) {
	if len(reply.Answers) == 0 {
		return
	}
	lead := &reply.Answers[0]
	at := lead.Until
	switch {
	case lead.State == course.Before:
		at = lead.From
	case lead.Verdict != NotYet || lead.State != course.Wait:
		return
	}
	known := slices.DeleteFunc(slices.Clone(reply.Answers), func(a Answer) bool { return a.Verdict != NotYet })
	for range mostOnward {
		if !at.After(h.at) {
			return
		}
		next, ok := h.leadAt(at)
		if !ok || next.Verdict == Silent && next.From.IsZero() {
			last := lead
			if reply.Onward != nil {
				last = reply.Onward
			}
			reply.SilentAfter = last.Verdict == NotYet && last.Beforehand
			return
		}
		if next.Verdict != NotYet || next.Soft != lead.Soft || next.Only != lead.Only || slices.ContainsFunc(known, func(a Answer) bool { return sameWait(a, next) }) {
			return
		}
		reply.Onward, at = &next, next.Until
		known = append(known, next)
	}
}

// leadAt is what leads the answer to the same question at another moment; not ok if the plans say nothing then.
func (h *hearing) leadAt(at time.Time) (Answer, bool) {
	then := *h
	then.at, then.named = at, maps.Clone(h.named)
	then.windows, then.here = bind(h.windows.courses, at), bind(h.here.courses, at)
	var all []found
	for _, t := range then.q.topics {
		if !then.onlyReason(t) {
			all = append(all, then.about(t)...)
		}
	}
	then.order(all)
	if len(all) == 0 {
		return Answer{}, false
	}
	return all[0].Answer, true
}

// sameWait says whether two answers are of one wait.
func sameWait(a, b Answer) bool {
	return a.Kind == b.Kind && a.ID == b.ID && a.Treatment == b.Treatment
}
