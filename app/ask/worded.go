package ask

import "slices"

// shortestWorded is how many letters a word has by which a text of a plan is found.
const shortestWorded = 4

// shortestPlain is how many letters an ordinary word has by which a name of a plan is found.
const shortestPlain = 6

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
	return !figure && e.flags&^manners == 0 && len(e.topics)+len(e.areas)+e.number+e.hours == 0 && e.frame == ""
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
		return h.plainNamed(reply)
	}
	return h.adviseOf(reply, func(_ *planItems, x *item) bool {
		n := 0
		for _, w := range asked {
			if slices.Contains(x.words, w) {
				n++
			}
		}
		return 2*n >= len(asked)
	})
}

// plainNamed answers a question of ordinary words alone ("clothes") by the parts of the plans that have one of them in their
// name: "Loose clothes".
func (h *hearing) plainNamed(reply *Reply) bool {
	var ordinary []string
	for _, w := range h.q.words {
		if w.one != nil && w.one.flags&^manners == plainWord && len(w.text) >= shortestPlain && h.asTyped(w) {
			ordinary = append(ordinary, w.stem)
		}
	}
	if len(ordinary) == 0 {
		return reply.advise()
	}
	return h.adviseOf(reply, func(p *planItems, x *item) bool {
		return slices.ContainsFunc(ordinary, func(stem string) bool { return h.hasWords(p.nameOf(x), []string{stem}) })
	})
}

// adviseOf answers, as advice, by those parts of the plans that hold here of which speaks says that they speak of it.
func (h *hearing) adviseOf(reply *Reply, speaks func(p *planItems, x *item) bool) bool {
	for i := range h.plans {
		p := &h.plans[i]
		if p.course != nil && !holds(h.here.courses, p.course) {
			continue
		}
		for j := range p.items {
			x := &p.items[j]
			if !speaks(p, x) {
				continue
			}
			if a, ok := h.say(p, x, mentions, &h.here); ok && a.Verdict != Silent {
				a.Verdict = Advice
				reply.Answers = append(reply.Answers, a)
			}
		}
	}
	return reply.advise()
}

// asTyped says whether a word of the question is the one that was typed, not one that was meant.
func (h *hearing) asTyped(w word) bool {
	list := h.stemmed(w.text)
	return len(list) == 1 && list[0].stem == w.stem
}

// advise has what was found answer as advice; false: nothing was.
func (r *Reply) advise() bool {
	if len(r.Answers) > 0 {
		r.Understood, r.Verdict = true, Advice
		r.Answers = r.Answers[:min(len(r.Answers), mostAnswers)]
	}
	return r.Understood
}
