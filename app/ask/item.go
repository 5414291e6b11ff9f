package ask

import (
	"slices"
	"strings"

	"afterglow/guidance"
)

// item is a part of a plan with the topics that it speaks of, as the vocabulary reads the plan's words.
type item struct {
	kind    Kind
	id      string
	role    guidance.Role
	at      int         // where it stands among its kind in the plan
	about   []int       // what it says in so many words that it is about: activities, about
	named   []int       // what its name and its rule are about
	never   []int       // what it forbids without an end
	barred  []int       // what its running text forbids
	text    []int       // what its running text speaks of besides
	later   []int       // of a window: what its `then` allows
	stays   []int       // of a window: what stays to be avoided while its `then` holds
	windows []*item     // of a care: the windows that carry it out
	list    productList // of an ingredient: where it stands
	says    []saying    // who else says a part of it
}

// saying is another source of what an item says of some topics.
type saying struct {
	of     []int
	source string
}

// says reads who else says a part of an item. What the vocabulary takes for the same thing as the rest of the item
// (words, name) is said by the item's own source.
func (r *reader) says(list []guidance.Says, name string, words ...string) []saying {
	var out []saying
	for _, s := range list {
		rest := r.titled(name)
		for _, w := range words {
			if !slices.Contains(s.Of, w) {
				rest = appendAll(rest, r.term(w))
			}
		}
		of := slices.DeleteFunc(r.terms(s.Of), func(t int) bool { return slices.Contains(rest, t) })
		out = append(out, saying{of: of, source: s.Source})
	}
	return out
}

// source is who says what the item says of topics of these kinds; base, unless a part has another source.
func (x *item) source(kinds []int, base string) string {
	for _, s := range x.says {
		if meet(s.of, kinds) {
			return s.source
		}
	}
	return base
}

// productList is one of a plan's lists of ingredients.
type productList int

const (
	avoidList productList = iota
	allowList
	useList
)

// reader reads one question beside the plans that may answer it. A plan's own words that the vocabulary does not have
// are topics of their own, numbered on from those of the vocabulary.
type reader struct {
	*Book
	own       map[string]*entry
	ownKnown  map[string]bool
	ownStarts map[string]int // see entry.starts
	ownNames  []string
}

// lookup is what a phrase means; nil: nothing.
func (r *reader) lookup(key []byte) *entry {
	if e := r.own[string(key)]; e != nil {
		return e
	}
	return r.entry(key)
}

// wordsOf are the words of a text with what they mean.
func (r *reader) wordsOf(text string) []word {
	list := r.stemmed(text)
	r.prepare(list)
	return list
}

func (r *reader) knows(stem string) bool {
	e := r.entry([]byte(stem))
	return e != nil && e.known > 0 || r.ownKnown[stem]
}

// term is the topic that a word of a plan means, whole: the vocabulary's, else one of its own.
func (r *reader) term(phrase string) []int {
	list := r.wordsOf(phrase)
	if len(list) == 0 {
		return nil
	}
	if e, n := r.longestAt(list, 0, func(e *entry) bool { return len(e.topics) > 0 }); n == len(list) {
		return e.topics
	}
	var key strings.Builder
	for i, w := range list {
		if i > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(w.stem)
		r.ownKnown[w.stem] = true
	}
	r.ownStarts[list[0].stem] = max(r.ownStarts[list[0].stem], len(list))
	n := len(r.topics) + len(r.ownNames)
	r.ownNames = append(r.ownNames, phrase)
	e := &entry{topics: []int{n}}
	if known := r.entry([]byte(key.String())); known != nil {
		*e = *known
		e.topics = []int{n}
	}
	r.own[key.String()] = e
	return e.topics
}

func (r *reader) terms(phrases []string) (out []int) {
	for _, p := range phrases {
		out = appendAll(out, r.term(p))
	}
	return out
}

func appendAll(list, more []int) []int {
	for _, n := range more {
		list = appendNew(list, n)
	}
	return list
}

// spoken finds the topics in a text: those that it forbids, those that it forbids for a time, and all others.
func (r *reader) spoken(text string) (barred, timed, others []int) {
	all := r.wordsOf(text)
	for len(all) > 0 {
		end := 1
		for end < len(all) && !all[end-1].end {
			end++
		}
		b, o := r.sentence(all[:end])
		if r.timed(all[:end]) {
			timed = appendAll(timed, b)
		} else {
			barred = appendAll(barred, b)
		}
		others = appendAll(others, o)
		all = all[end:]
	}
	return barred, timed, others
}

// timed says whether a sentence names a length of time: "no makeup for 24 hours".
func (r *reader) timed(list []word) bool {
	for i := range list {
		if e := r.meaning(list, i); e != nil && e.hours > 0 {
			return true
		}
	}
	return false
}

// sentence finds the topics in one sentence. What stands behind a word that forbids is forbidden, up to one that
// allows; what stands before it is, too ("makeup is not allowed"), unless a comma parts them.
func (r *reader) sentence(list []word) (barred, others []int) {
	var before []int // topics of which it is not known yet
	forbidden := false
	for i := 0; i < len(list); {
		if e, n := r.longestAt(list, i, func(e *entry) bool {
			return meansATopic(e) || e.is(plainWord|forbids|allows|keeps|off)
		}); e != nil {
			switch {
			case len(e.topics) > 0 && forbidden:
				barred = appendAll(barred, e.topics)
			case len(e.topics) > 0:
				before = appendAll(before, e.topics)
			case e.is(keeps) && r.offIn(list[i+n:]):
				forbidden = true
			case e.is(forbids):
				forbidden = true
				barred, before = appendAll(barred, before), nil
			case e.is(allows):
				forbidden = false
				others, before = appendAll(others, before), nil
			}
			i += n
		} else {
			i++
		}
		if i > 0 && list[i-1].comma && !forbidden {
			others, before = appendAll(others, before), nil
		}
	}
	return barred, appendAll(others, before)
}

// offIn says whether a word like "off" stands in the rest of a sentence: "keep shampoo off".
func (r *reader) offIn(list []word) bool {
	for i := range list {
		if e := r.meaning(list, i); e != nil && e.is(off) {
			return true
		}
	}
	return false
}

// items reads a plan.
func (r *reader) items(p guidance.Plan) []item {
	list := make([]item, 0, len(p.Windows)+len(p.Routines)+len(p.Care)+len(p.Phases)+1+len(p.Products.Avoid)+len(p.Products.Allow)+len(p.Products.Use))
	for i := range p.Windows {
		w := &p.Windows[i]
		x := item{kind: Window, id: w.ID, at: i, about: r.terms(w.Activities), stays: r.terms(w.ThenAvoid), says: r.says(w.Says, w.Name, w.Activities...)}
		barred, timed, others := r.spoken(w.Avoid)
		x.named = appendAll(appendAll(r.titled(w.Name), r.titled(strings.ReplaceAll(w.ID, "-", " "))), appendAll(barred, timed))
		x.text = others
		if w.Then != "" {
			_, _, x.later = r.spoken(w.Then)
		}
		if len(x.about) == 0 && len(x.named) == 0 {
			x.about = r.term(w.Name)
		}
		list = append(list, x)
	}
	for i := range p.Routines {
		s := &p.Routines[i]
		x := item{kind: Routine, id: s.ID, role: s.Role, at: i, named: r.titled(s.Name)}
		var timed, others []int
		x.barred, timed, others = r.spoken(s.How)
		x.text = appendAll(others, timed)
		list = append(list, x)
	}
	for i := range p.Care {
		c := &p.Care[i]
		x := item{kind: Care, id: c.ID, at: i, about: r.terms(c.About), never: r.terms(c.Never), named: r.titled(c.Name), says: r.says(c.Says, c.Name, slices.Concat(c.About, c.Never)...)}
		var timed []int
		x.barred, timed, x.text = r.spoken(c.Text)
		x.named = appendAll(x.named, timed)
		for j := range p.Windows {
			if slices.Contains(c.Covers, p.Windows[j].ID) {
				x.windows = append(x.windows, &list[j])
			}
		}
		list = append(list, x)
	}
	for i := range p.Phases {
		ph := &p.Phases[i]
		x := item{kind: Phase, id: ph.ID, at: i, says: r.says(ph.Says, ph.Name)}
		barred, timed, others := r.spoken(ph.Expect)
		x.text = appendAll(appendAll(others, barred), timed)
		list = append(list, x)
	}
	if p.Spacing.Text != "" {
		list = append(list, item{kind: Spacing, id: spacingID})
	}
	for kind, names := range [][]string{avoidList: p.Products.Avoid, allowList: p.Products.Allow, useList: p.Products.Use} {
		for i, name := range names {
			list = append(list, item{kind: Ingredient, id: name, at: i, about: r.term(name), list: productList(kind)})
		}
	}
	return list
}

// spacingID stands for the one spacing that a plan has.
const spacingID = "spacing"

// titled finds the topics in a name, which forbids nothing.
func (r *reader) titled(name string) (out []int) {
	list := r.wordsOf(name)
	r.scan(list, func(e *entry) bool { return meansATopic(e) || e.is(plainWord) }, func(e *entry, _, _ int) { out = appendAll(out, e.topics) })
	return out
}
