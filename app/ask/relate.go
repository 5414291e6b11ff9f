package ask

import (
	"slices"
	"strings"
	"time"

	"afterglow/guidance"
)

// relation is how a part of a plan speaks of a topic, the closest first.
type relation int

const (
	never    relation = iota // it is never allowed, or not in this course
	stays                    // it stays to be avoided while the `then` of a window holds
	is                       // the part is about it
	follows                  // the `then` of a window allows it
	spares                   // a window's rule spares it: "no cosmetics but mineral powder"
	mentions                 // its text speaks of it
	covers                   // a window leaves the skin bare of everything, and it is put on the skin
	nothing
)

// relate says how a part of a plan speaks of a topic, and how far down it stands in the vocabulary's list of what
// answers that topic.
func (h *hearing) relate(x *item, t int) (relation, int) {
	r, rank := h.spokenOf(x, t)
	if r == mentions && h.ofThatSort(x, t) {
		r = is
	}
	if r == nothing && x.bare && h.vocabularyTopic(t).putOn {
		r, rank = covers, unlisted
	}
	return r, rank
}

// ofThatSort says whether a window leaves one sort of a topic alone, and the question is of that sort: "a harsh toner".
func (h *hearing) ofThatSort(x *item, t int) bool {
	return slices.ContainsFunc(x.sorts, func(g hedge) bool {
		return meet(g.topics, h.vocabularyTopic(t).kinds) && slices.ContainsFunc(h.q.words, func(w word) bool { return w.stem == g.way })
	})
}

// spokenOf is relate by the words alone that name the topic.
func (h *hearing) spokenOf(x *item, t int) (relation, int) {
	v := h.vocabularyTopic(t)
	kinds := v.kinds
	mild := v.Mild
	rank, listed := h.listed(x, kinds)
	own := kinds[:1]
	switch {
	case x.kind == Ingredient:
		if meet(x.about, own) || listed {
			return is, rank
		}
		return nothing, 0
	case x.kind == Phase && !v.Seen && t < len(h.topics):
		return nothing, 0 // "like after a holiday in the sun"
	case v.Seen && (meet(x.never, kinds) || meet(x.barred, kinds)):
		return mentions, rank // nobody can forbid it
	case meet(x.never, kinds) && (!mild || meet(x.never, own)):
		return never, rank
	case meet(x.stays, kinds):
		return stays, rank
	case meet(x.about, own):
		return is, rank
	case x.kind == Window && v.Seen && !meet(x.named, own):
		return nothing, 0
	case x.kind == Window && v.Seen:
		return mentions, rank // nobody can forbid it, but the plan says something of it
	case x.kind == Window && meet(x.text, own) && !meet(x.named, own) && meet(x.named, kinds):
		return spares, rank
	case mild && x.kind == Window && meet(x.named, own):
		return is, rank
	case mild && x.kind == Window && meet(x.later, own):
		return follows, rank
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

// listed says whether the vocabulary names the part of a plan as an answer to one of the topics. It names the parts of
// the starter plans: in another plan one of the same id may be about something else.
func (h *hearing) listed(x *item, kinds []int) (rank int, ok bool) {
	for far, t := range kinds {
		v := h.vocabularyTopic(t)
		if x.id != "" && x.id == v.ID && h.akin(x, v.Topic, kinds, true) {
			return nextKind * far, true
		}
		for i, ref := range v.Items {
			kind, id, _ := strings.Cut(ref, ":")
			if Kind(kind) != x.kind {
				continue
			}
			if x.kind == Spacing || x.kind == Phase && id == everyOne || x.kind == Routine && id == string(x.role) || id == x.id && h.akin(x, v.Topic, kinds, x.kind == Window) {
				return nextKind*far + min(i, nextKind-1), true
			}
		}
	}
	return unlisted, false
}

// akin says whether a part of a plan speaks of one of these topics, or, if near counts, of one that the vocabulary has
// the same part of a starter plan answer; or of nothing that the vocabulary knows.
func (h *hearing) akin(x *item, asked guidance.Topic, kinds []int, near bool) bool {
	said := slices.Concat(x.about, x.named, x.never, x.stays, x.barred, x.text)
	return len(said) == 0 || slices.ContainsFunc(said, func(t int) bool {
		v := h.vocabularyTopic(t)
		return meet(v.kinds, kinds) || near && slices.ContainsFunc(v.Items, func(ref string) bool { return slices.Contains(asked.Items, ref) })
	})
}

// speaks says whether a part of a plan itself speaks of one of these topics.
func (x *item) speaks(kinds []int) bool {
	for _, list := range [][]int{x.about, x.named, x.never, x.stays, x.barred, x.text, x.later} {
		if meet(list, kinds) {
			return true
		}
	}
	return false
}

// allows says whether the yes of a part of a plan holds for a topic: not if only the vocabulary says that it answers it,
// nor for what is more than what the part speaks of.
func (h *hearing) allows(x *item, t int) bool {
	v := h.vocabularyTopic(t)
	switch {
	case v.More:
		return x.speaks(v.kinds[:1])
	case x.kind == Window, x.kind == Routine && v.Mild:
		return x.speaks(v.kinds)
	case x.kind == Routine:
		return x.speaks(v.kinds[:1]) || !h.ofAnotherKind(x, v)
	}
	return true
}

// ofAnotherKind says whether a routine names another kind of what a topic is one of: "Mineral SPF 30" is no yes to a chemical one.
func (h *hearing) ofAnotherKind(x *item, v topic) bool {
	return slices.ContainsFunc(slices.Concat(x.named, x.text), func(n int) bool {
		return n < len(h.topics) && !h.topics[n].Weak && !slices.Contains(v.kinds, n) && !slices.Contains(h.topics[n].kinds, v.kinds[0]) && meet(h.topics[n].kinds[1:], v.kinds[1:])
	})
}

// hedges says whether the text of a part of a plan forbids a topic for a time that is not over, or in a way.
func (h *hearing) hedges(p *planItems, x *item, t int) bool {
	v := h.vocabularyTopic(t)
	of := v.kinds
	if v.Mild {
		of = of[:1]
	}
	return slices.ContainsFunc(x.hedged, func(g hedge) bool {
		over := g.hours > 0 && p.course != nil && !h.at.Before(p.course.Treatment.At.Add(time.Duration(g.hours)*time.Hour))
		meant := !g.own || slices.ContainsFunc(h.q.words, func(w word) bool { return w.stem == g.way })
		return meet(g.topics, of) && meant && !over && !h.carriedOut(x, t)
	}) || v.Mild && meet(x.barred, of)
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
