package ask

import "slices"

// WindowOf names a window of a course.
type WindowOf struct {
	Treatment int64
	ID        string
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
		for _, t := range h.q.topics {
			for i := range h.plans {
				h.avoids(&h.plans[i], t, func(w WindowOf) {
					if !slices.Contains(out[name], w) {
						out[name] = append(out[name], w)
					}
				})
			}
		}
	}
	return out
}

// avoids gives each window of a course that leaves a topic alone.
func (h *hearing) avoids(p *planItems, t int, give func(WindowOf)) {
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
			give(WindowOf{p.course.Treatment.ID, x.id})
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
