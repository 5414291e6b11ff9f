package ask

// otherwise is what the plans have for a topic of which no part of them speaks, the nearest that there is.
func (h *hearing) otherwise(t int, b *bound) []found {
	for _, has := range []func(int, *bound) []found{h.meantBy, h.adviceOver, h.namedIn} {
		if list := has(t, b); len(list) > 0 {
			return list
		}
	}
	return nil
}

// meantBy are the waits for another thing by which a plan may mean the topic: "do not exfoliate", of an acid. Their end is no
// leave for it.
func (h *hearing) meantBy(t int, _ *bound) (out []found) {
	if h.meant { // what that other thing may mean in turn is too far
		return nil
	}
	h.meant = true
	defer func() { h.meant = false }()
	for _, o := range h.vocabularyTopic(t).other {
		for _, f := range h.about(o) {
			if f.Kind != Window || f.Verdict != NotYet && f.Verdict != No && (f.Verdict != Silent || f.From.IsZero()) {
				continue
			}
			f.Topic, f.own, f.relation = h.topic(t).ID, false, mentions
			out = append(out, f)
		}
	}
	return out
}

// adviceOver is the advice whose text speaks of the topic and that is over: "your plan had this until Sunday".
func (h *hearing) adviceOver(t int, b *bound) (out []found) {
	for i := range h.plans {
		p := &h.plans[i]
		if p.course == nil || !holds(b.courses, p.course) {
			continue
		}
		for j := range p.items {
			x := &p.items[j]
			if r, _ := h.relate(x, t); x.kind != Care || r != mentions {
				continue
			}
			if a, ok := h.say(p, x, is, b); ok && !a.Ended.IsZero() {
				a.Topic = h.topic(t).ID
				out = append(out, found{Answer: a, rank: unlisted, relation: mentions})
			}
		}
	}
	return out
}
