package ask

import "slices"

const (
	mostNearest = 4
	mostRough   = 8 // words that are looked up by what they are like
)

// nearest are topics to pick from if a question was not understood: those that have one of its words in a longer
// phrase, or a word that is near one of its own.
func (h *hearing) nearest() []Topic {
	var near []int
	rough := 0
	for _, w := range h.q.words {
		if len(near) >= mostNearest {
			break
		}
		if e := h.entry([]byte(w.stem)); e != nil && e.known > 0 {
			if h.inTopics(w) {
				near = appendAll(near, h.spellings()[e.known-1].topics)
			}
			continue
		}
		if rough++; rough > mostRough {
			continue
		}
		if n := h.roughly(w); n >= 0 {
			near = appendAll(near, h.spellings()[n].topics)
		}
	}
	near = near[:min(len(near), mostNearest)]
	out := []Topic{}
	for _, t := range slices.Clone(near) {
		out = append(out, h.topic(t))
	}
	return out
}
