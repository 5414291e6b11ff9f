package ask

import "slices"

// WindowOf names a window of a course.
type WindowOf struct {
	Treatment int64
	ID        string
	// Partly says that it leaves alone but a part of what the name says, or that only the words of its rule have it, and not
	// its own name: "no cleanser with perfume" speaks of perfume, and is about cleansers.
	Partly bool
}

// Others are, by the name of a window, the windows of the courses that leave alone what the name says, as [Scene.Answer]
// reads it: while one of them waits, the name is answered with that. A window whose own words do not speak of it is none
// of them, nor one that spares it by an exception.
func (sc Scene) Others(names []string) map[string][]WindowOf {
	sc.Book.mu.Lock()
	defer sc.Book.mu.Unlock()
	out := map[string][]WindowOf{}
	for _, name := range names {
		if _, known := out[name]; known {
			continue
		}
		h := sc.hear(Question{Text: name})
		whole := map[WindowOf]int{} // of how many of the name's topics it is about by its own name
		for _, t := range h.q.topics {
			for i := range h.plans {
				h.avoids(&h.plans[i], t, func(w WindowOf, named bool) {
					if !slices.Contains(out[name], w) {
						out[name] = append(out[name], w)
					}
					if named {
						whole[w]++
					}
				})
			}
		}
		for i, w := range out[name] {
			out[name][i].Partly = whole[w] < len(h.q.topics)
		}
	}
	return out
}

// avoids gives each window of a course that leaves a topic alone, and whether it is named by that, or by a kind of it.
func (h *hearing) avoids(p *planItems, t int, give func(w WindowOf, named bool)) {
	if p.course == nil {
		return
	}
	for j := range p.items {
		x := &p.items[j]
		if x.kind != Window {
			continue
		}
		r, _ := h.relate(x, t)
		speaks := r == covers || r == is && x.speaks(h.vocabularyTopic(t).kinds)
		if speaks && !h.owned(x, t) && !h.saidElsewhere(p, x, t, r) && h.excepted(x, t) == "" {
			kinds := h.vocabularyTopic(t).kinds
			give(WindowOf{Treatment: p.course.Treatment.ID, ID: x.id}, meet(x.about, kinds) || meet(x.title, kinds))
		}
	}
}

// owned says whether what the person wrote themselves stands in the place of what a part of a plan says of a topic.
func (h *hearing) owned(x *item, t int) bool {
	return h.among(x, x.spared, t) != "" || len(x.only) > 0 && h.among(x, x.only, t) == ""
}

// saidElsewhere says whether a part answers a topic only by what the vocabulary knows: a window by its id, or, if it is about
// what the hands do ("pick, rub or scrub"), by a broader thing; advice that it is never done by a broader thing or a kin. Where a window of the same plan is named by that very topic, that one tells what
// the plan says.
func (h *hearing) saidElsewhere(p *planItems, x *item, t int, r relation) bool {
	kinds := h.vocabularyTopic(t).kinds
	own := kinds[:1]
	switch {
	case x.kind == Window && r == is && x.byHand && !x.speaks(own):
	case x.kind == Window && r == is && !x.speaks(kinds):
	case x.kind == Care && r == never && !meet(x.never, own) && !meet(x.barred, own):
	default:
		return false
	}
	return slices.ContainsFunc(p.items, func(y item) bool {
		return y.kind == Window && (meet(y.about, own) || meet(y.named, own))
	})
}
