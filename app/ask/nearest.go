package ask

import "slices"

const mostNearest = 4

// nearest are topics to pick from if a question was not understood: those that have one of its words in a longer
// phrase, or a word that is near one of its own.
func (h *hearing) nearest() []Topic {
	var near []int
	for i, w := range h.q.words {
		if n, ok := h.known[w.stem]; ok {
			if e := h.meaning(h.q.words, i); e == nil || !e.is(plainWord) {
				near = appendAll(near, h.spelled[n].topics)
			}
			continue
		}
		if n := h.roughly(w); n >= 0 {
			near = appendAll(near, h.spelled[n].topics)
		}
	}
	near = near[:min(len(near), mostNearest)]
	out := []Topic{}
	for _, t := range slices.Clone(near) {
		out = append(out, h.topic(t))
	}
	return out
}
