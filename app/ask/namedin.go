package ask

import "slices"

// namedIn are the parts of the plans whose name has the very words of the question, where nothing answers a topic that is
// put on the skin: asked for toner, a plan that speaks of "Toner with alcohol" alone tells that. It is advice and no more.
func (h *hearing) namedIn(t int, b *bound) []found {
	stems := h.q.said[t].stems
	if len(stems) == 0 || !h.vocabularyTopic(t).putOn {
		return nil
	}
	var out []found
	for i := range h.plans {
		p := &h.plans[i]
		if p.course != nil && !holds(b.courses, p.course) {
			continue
		}
		for j := range p.items {
			x := &p.items[j]
			if !h.hasWords(p.nameOf(x), stems) {
				continue
			}
			if a, ok := h.say(p, x, mentions, b); ok && a.Verdict == Advice {
				a.Topic = h.topic(t).ID
				out = append(out, found{Answer: a, rank: unlisted, relation: mentions})
			}
		}
	}
	return out
}

// nameOf is the name of a wait, a routine or advice; "": it has none.
func (p *planItems) nameOf(x *item) string {
	switch x.kind {
	case Window:
		return p.plan.Windows[x.at].Name
	case Routine:
		return p.plan.Routines[x.at].Name
	case Care:
		return p.plan.Care[x.at].Name
	}
	return ""
}

// hasWords says whether all these words stand in a text.
func (h *hearing) hasWords(text string, stems []string) bool {
	list := h.wordsOf(text)
	return !slices.ContainsFunc(stems, func(stem string) bool {
		return !slices.ContainsFunc(list, func(w word) bool { return w.stem == stem })
	})
}
