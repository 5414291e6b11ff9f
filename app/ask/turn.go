package ask

// turn tells a question that is put the other way round, and allows nothing of what is dirty: neither now nor once a wait is
// over.
func (h *hearing) turn(reply *Reply) {
	reply.Turned = h.q.frame == Must || h.stands(turnsRound) || h.stands(shuns)
	reply.Averse = h.averse(reply)
	if !h.stands(soils) || reply.Verdict != Yes && reply.Verdict != NotYet {
		return
	}
	reply.Verdict = Advice
	for i := range reply.Answers {
		if a := &reply.Answers[i]; a.Verdict == Yes || a.Verdict == NotYet {
			if a.Verdict == Yes && a.After != "" { // "Use clean brushes."
				a.Text, a.Why = a.After, ""
			}
			a.Verdict = Advice
		}
	}
}

// averse says whether it is asked if something is to be left alone. "Do I have to wash" is answered as it is asked.
func (h *hearing) averse(reply *Reply) bool {
	return h.stands(shuns) || h.q.frame == Must && len(reply.Answers) > 0 && reply.Answers[0].Kind != Routine
}

// stands says whether a word of that kind stands in the question, also within the words that mean a topic: "dirty hands".
func (h *hearing) stands(kind flag) bool {
	for i := range h.q.words {
		if e, _ := h.longestAt(h.q.words, i, func(e *entry) bool { return e.is(kind) }); e != nil {
			return true
		}
	}
	return false
}
