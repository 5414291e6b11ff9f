package ask

import "slices"

// shortestWorded is how many letters a word has by which a text of a plan is found.
const shortestWorded = 4

// unmeant are the stems of the words of some texts that the vocabulary has no meaning for.
func (r *reader) unmeant(texts ...string) (out []string) {
	for _, text := range texts {
		for _, w := range r.wordsOf(text) {
			if r.meansNothing(w) && len(w.text) >= shortestWorded && !slices.Contains(out, w.stem) {
				out = append(out, w.stem)
			}
		}
	}
	return out
}

// meansNothing says whether the vocabulary has no meaning for a word by itself.
func (r *reader) meansNothing(w word) bool {
	e := w.one
	if e == nil {
		return true
	}
	_, figure := r.number(w)
	return !figure && e.flags == 0 && len(e.topics)+len(e.areas)+e.number+e.hours == 0 && e.frame == ""
}

// worded answers a question of which the vocabulary knows nothing by the texts of the plans that have its words:
// "pineapple". What these allow or forbid nobody has read, so it is advice.
func (h *hearing) worded(reply *Reply) bool {
	var asked []string
	for _, w := range h.q.words {
		if h.meansNothing(w) && len(w.text) >= shortestWorded {
			asked = append(asked, w.stem)
		}
	}
	if len(asked) == 0 {
		return false
	}
	for i := range h.plans {
		p := &h.plans[i]
		if p.course != nil && !holds(h.here.courses, p.course) {
			continue
		}
		for j := range p.items {
			x := &p.items[j]
			n := 0
			for _, w := range asked {
				if slices.Contains(x.words, w) {
					n++
				}
			}
			if 2*n < len(asked) {
				continue
			}
			if a, ok := h.say(p, x, mentions, &h.here); ok && a.Verdict != Silent {
				a.Verdict = Advice
				reply.Answers = append(reply.Answers, a)
			}
		}
	}
	if len(reply.Answers) > 0 {
		reply.Understood, reply.Verdict = true, Advice
		reply.Answers = reply.Answers[:min(len(reply.Answers), mostAnswers)]
	}
	return reply.Understood
}
