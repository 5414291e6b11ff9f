package ask

import (
	"slices"
	"strings"
)

// relation is how a part of a plan speaks of a topic, the closest first.
type relation int

const (
	never    relation = iota // it is never allowed, or not in this course
	stays                    // it stays to be avoided while the `then` of a window holds
	is                       // the part is about it
	follows                  // the `then` of a window allows it
	mentions                 // its text speaks of it
	nothing
)

// relate says how a part of a plan speaks of a topic, and how far down it stands in the vocabulary's list of what
// answers that topic.
func (h *hearing) relate(x *item, t int) (relation, int) {
	kinds := h.vocabularyTopic(t).kinds
	mild := h.vocabularyTopic(t).Mild
	rank, listed := h.listed(x, kinds)
	own := kinds[:1]
	switch {
	case x.kind == Ingredient:
		if meet(x.about, own) || listed {
			return is, rank
		}
		return nothing, 0
	case meet(x.never, kinds) && (!mild || meet(x.never, own)):
		return never, rank
	case meet(x.stays, kinds):
		return stays, rank
	case meet(x.about, own):
		return is, rank
	case mild && x.kind == Window && meet(x.named, own):
		return is, rank
	case mild && x.kind == Window && (listed || meet(x.text, kinds)), mild && !listed && meet(x.barred, own):
		return mentions, rank
	case mild && (x.kind == Window || meet(x.barred, kinds)) && !listed:
		return nothing, 0
	case meet(x.barred, kinds) && !mild && !meet(x.about, kinds) && !h.carriedOut(x, t):
		return never, rank
	case listed, meet(x.about, kinds), meet(x.named, kinds), meet(x.barred, kinds):
		return is, rank
	case meet(x.later, kinds):
		return follows, rank
	case meet(x.text, kinds):
		return mentions, rank
	}
	return nothing, 0
}

// nextKind is by how much a place counts more for each kind further away.
const nextKind = 10

// unlisted is the place of what the vocabulary does not list for a topic.
const unlisted = 1000

// listed says whether the vocabulary names the part of a plan as an answer to one of the topics.
func (h *hearing) listed(x *item, kinds []int) (rank int, ok bool) {
	for far, t := range kinds {
		v := h.vocabularyTopic(t)
		if x.id != "" && x.id == v.ID {
			return nextKind * far, true
		}
		for i, ref := range v.Items {
			kind, id, _ := strings.Cut(ref, ":")
			if Kind(kind) == x.kind && (id == x.id || x.kind == Routine && id == string(x.role) || x.kind == Spacing) {
				return nextKind*far + min(i, nextKind-1), true
			}
		}
	}
	return unlisted, false
}

func meet(a, b []int) bool {
	return slices.ContainsFunc(a, func(n int) bool { return slices.Contains(b, n) })
}

// carriedOut says whether a window carries out what a care forbids of a topic: then that window says until when.
func (h *hearing) carriedOut(x *item, t int) bool {
	return slices.ContainsFunc(x.windows, func(w *item) bool {
		r, _ := h.relate(w, t)
		return r == is
	})
}
