package leaflet

import (
	"slices"
	"strings"
)

// group is some things with the times that are theirs.
type group struct {
	things, except [][]token
	times          []timex
	timed          bool
	doubt          bool // it is not sure which times are theirs
	liked          bool // some are named as examples of others
	only           bool // all of them are
}

// named is a group without the words that are too little by themselves where things of that kind are named; false if none
// are: "medicines such as aspirin" are aspirin, "medicines" are nothing that a row can forbid.
func (g group) named() (group, bool) {
	bare := func(t []token) bool { return len(t) == 1 && vague[t[0].text] }
	at := slices.IndexFunc(g.things, bare)
	switch {
	case at < 0:
		return g, true
	case g.liked && len(g.things) > 1:
		g.things = slices.DeleteFunc(slices.Clone(g.things), bare)
		return g, len(g.things) > 0
	}
	return g, g.things[at][0].text == "products" && !slices.ContainsFunc(g.things, func(t []token) bool { return find2(t, "that", "which") > 0 })
}

// groups puts things together with the times that follow them.
func groups(parts []part) (out []group, head []timex) {
	var g group
	closed := false
	for i, p := range parts {
		switch {
		case p.thing != nil && p.except:
			g.except = append(g.except, p.thing)
		case p.thing != nil && (p.paren || p.like) && closed && len(g.things) == 0:
			out[len(out)-1].things, out[len(out)-1].liked = append(out[len(out)-1].things, p.thing), true
		case p.thing != nil:
			g.things, g.liked = append(g.things, p.thing), g.liked || p.like || p.paren
		case len(g.things) == 0 && len(g.except) == 0 && !closed:
			head = append(head, p.times...)
		case len(g.things) == 0 && len(g.except) == 0:
			out[len(out)-1].times = append(out[len(out)-1].times, p.times...)
		case p.paren && len(g.things) > 1 && i+1 < len(parts) && hasThing(parts[i+1:]):
			n := len(g.things) - 1
			out = append(out, group{things: g.things[:n:n]}, group{things: g.things[n:], times: p.times, timed: true})
			g = group{}
		default:
			g.times, g.timed = p.times, true
			out = append(out, g)
			closed = closed || !p.paren
			g = group{}
		}
	}
	if len(g.things)+len(g.except) > 0 {
		g.doubt = closed
		out = append(out, g)
	}
	for i := range out {
		out[i].only = !slices.ContainsFunc(parts, func(p part) bool { return p.thing != nil && !p.like })
	}
	return out, head
}

func hasThing(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.thing != nil })
}

// known says whether the vocabulary has one of the things of a group.
func (r *reader) known(g group) bool {
	return slices.ContainsFunc(append(slices.Clone(g.things), g.except...), func(t []token) bool { return len(r.mentionsIn(spanOf(t))) > 0 })
}

// plainly says whether the vocabulary has each thing of a group as a whole.
func (r *reader) plainly(g group) bool {
	return !slices.ContainsFunc(g.things, func(t []token) bool {
		all := r.mentionsIn(spanOf(t))
		return len(all) == 0 || !slices.ContainsFunc(t, func(w token) bool { return w.to == all[len(all)-1].To }) || all[len(all)-1].To < t[len(t)-1].to
	})
}

// actsOn says whether the words of a thing look like a verb with what it is done to: "rub the skin". "Rubbing the skin" is a
// thing.
func actsOn(r *reader, t []token) bool {
	if len(t) < 2 || t[1].upper || strings.HasSuffix(t[0].text, "ing") || !slices.Contains([]string{"the", "your", "all", "any", "our", "it", "them", "a", "an"}, t[1].text) {
		return false
	}
	return phraseAt(t, 0, harmless) == 0 && find2(t[:1], "as", "what", "whatever") < 0 && len(r.mentionsIn(spanOf(t[:1]))) == 0
}

// shown says whether all things of a group are what skin shows by itself.
func (r *reader) shown(g group) bool {
	for _, t := range g.things {
		all := r.mentionsIn(spanOf(t))
		if len(all) == 0 || all[len(all)-1].To < t[len(t)-1].to || slices.ContainsFunc(all, func(m mention) bool { return !m.seen }) {
			return false
		}
	}
	return len(g.things) > 0
}

// ofTreatment says whether it is the treatment itself that is spoken of: "your treatment has to wait".
func (r *reader) ofTreatment(all []group) bool {
	return slices.ContainsFunc(all, func(g group) bool {
		return slices.ContainsFunc(g.things, func(t []token) bool {
			return slices.ContainsFunc(t, func(w token) bool { return anyTreatment[w.text] })
		})
	})
}
