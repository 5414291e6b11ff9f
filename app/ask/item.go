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
	title   []int       // of a window: what its name alone is about
	never   []int       // what it forbids without an end
	barred  []int       // what its running text forbids
	hedged  []hedge     // what its running text forbids for a time or in a way
	text    []int       // what its running text speaks of besides
	later   []int       // of a window: what its `then` allows
	except  []exception // of a window: what the plan leaves out of it
	spared  []exception // of a window: what the person wrote another wait for
	only    []exception // of a wait that the person wrote and that is less than the plan's: the words for which it holds
	stays   []int       // of a window: what stays to be avoided while its `then` holds
	windows []*item     // of a care: the windows that carry it out
	list    productList // of an ingredient: where it stands
	says    []saying    // who else says a part of it
	words   []string    // stems of its words that mean nothing else
	bare    bool        // of a window: nothing at all may be put on the skin
	sorts   []hedge     // of a window: what it leaves alone of one sort only
	byHand  bool        // of a window: it is about what the hands do to the skin
}

// exception is what a plan leaves out of a window.
type exception struct {
	word   string // the plan's
	topics []int
	stems  []string // of its words
	given  bool     // it names no thing, but what the clinic gave
	ours   bool     // it is what the clinic has or gave alone: "our foundation"
}

// persons are the words in which who asks and who wrote the plan differ: "the serum we gave you" is "the serum you gave me".
var persons = []string{"the", "a", "an", "that", "i", "me", "my", "we", "us", "our", "you", "your"}

// clinics are words in which who wrote the plan speaks of the clinic.
var clinics = []string{"our", "ours", "us", "we"}

// exceptions reads what a window leaves out.
func (r *reader) exceptions(words []string) (out []exception) {
	for _, w := range words {
		inIt := r.titled(w) // before the whole is a topic of its own
		e := exception{word: w, topics: appendAll(inIt, r.term(w))}
		list := r.stemmed(w)
		e.given = givenIn(e, list)
		if slices.ContainsFunc(list, func(x word) bool { return slices.Contains(clinics, x.text) }) { // "the serum and cream from us"
			e.ours = true
			r.each(r.wordsOf(w), meansATopic, func(m *entry, _, _ int) { e.topics = appendAll(e.topics, m.topics) })
		}
		for _, x := range list {
			if !slices.Contains(persons, x.text) {
				e.stems = append(e.stems, x.stem)
			}
		}
		out = append(out, e)
	}
	return out
}

// excepted is the plan's word by which a window leaves a topic out; "": it does not. Where the vocabulary takes that word
// for the very thing that waits, all words of it have to stand in the question.
func (h *hearing) excepted(x *item, t int) string { return h.among(x, x.except, t) }

// among is the word of a list of what a window leaves out that is a topic; "": none.
func (h *hearing) among(x *item, list []exception, t int) string {
	for _, e := range list {
		if !meet(e.topics, h.vocabularyTopic(t).kinds[:1]) || e.ours && !h.fromClinic() {
			continue
		}
		if e.ours {
			return e.word
		}
		whole := !slices.ContainsFunc(e.stems, func(stem string) bool {
			return !slices.ContainsFunc(h.q.words, func(w word) bool { return w.stem == stem })
		})
		if whole || !meet(e.topics, x.about) && !meet(e.topics, x.named) {
			return e.word
		}
	}
	return ""
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

func appendAll(list, more []int) []int {
	for _, n := range more {
		list = appendNew(list, n)
	}
	return list
}

// items reads a plan.
func (r *reader) items(p guidance.Plan) []item {
	list := make([]item, 0, len(p.Windows)+len(p.Routines)+len(p.Care)+len(p.Phases)+1+len(p.Products.Avoid)+len(p.Products.Allow)+len(p.Products.Use))
	for i := range p.Windows {
		w := &p.Windows[i]
		x := item{kind: Window, id: w.ID, at: i, about: r.terms(w.Activities), stays: r.terms(w.ThenAvoid), says: r.says(w.Says, w.Name, w.Activities...)}
		said := r.speech(w.Avoid)
		x.title = r.named(w.Name)
		x.named = appendAll(slices.Clone(x.title), said.barring())
		if len(x.named)+len(x.about) == 0 {
			x.named = r.named(strings.ReplaceAll(w.ID, "-", " "))
		}
		x.text = said.others
		if !drunk(r.wordsOf(w.Name)) && !drunk(r.wordsOf(w.Avoid)) { // "Water on the brows"
			x.named = slices.DeleteFunc(x.named, func(t int) bool { return t < len(r.topics) && r.topics[t].ID == drinkingWater })
		}
		x.except, x.spared = r.exceptions(w.Except), r.exceptions(w.Spared)
		if o := w.Own; o != nil && w.ID == o.SourceID() && o.Milder() {
			x.only = r.exceptions([]string{o.What})
		}
		if w.Then != "" {
			x.later = r.speech(w.Then).others
		}
		if len(x.about) == 0 && len(x.named) == 0 {
			x.about = r.term(w.Name)
		}
		x.words = r.unmeant(w.Name, w.Avoid)
		bare := w.Avoid
		if len(said.barring()) == 0 { // "Other products": "Only our serum."
			bare += " " + w.Name
		}
		r.each(r.wordsOf(bare), func(e *entry) bool { return e.is(leavesBare) }, func(*entry, int, int) { x.bare = r.onSkin(x) })
		x.byHand = slices.ContainsFunc(x.named, func(t int) bool { return t < len(r.topics) && slices.Contains(handled, r.topics[t].ID) })
		r.inAWay(&x, said, w.Name)
		list = append(list, x)
	}
	for i := range p.Routines {
		s := &p.Routines[i]
		x := item{kind: Routine, id: s.ID, role: s.Role, at: i, named: appendAll(r.named(s.Name), r.whole(s.Name))}
		if s.Situation != "" && s.Situation != guidance.Prescribed { // "Sunscreen outdoors" is no leave to be there
			x.named = slices.DeleteFunc(x.named, func(t int) bool { return slices.Contains(r.titled(s.Situation), t) })
		}
		said, itself := r.speech(s.How), r.itself(x)
		x.hear(said, itself)
		hows := []string{s.Name, s.How}
		for j := range s.Stages {
			if how := s.Stages[j].How; how != "" {
				x.text = appendAll(x.text, r.speech(how).others)
				hows = append(hows, how)
			}
		}
		x.words = r.unmeant(hows...)
		list = append(list, x)
	}
	for i := range p.Care {
		c := &p.Care[i]
		x := item{kind: Care, id: c.ID, at: i, about: r.terms(c.About), never: r.terms(c.Never), named: r.named(c.Name), says: r.says(c.Says, c.Name, slices.Concat(c.About, c.Never)...)}
		x.hear(r.speech(c.Text), nil)
		for j := range p.Windows {
			if slices.Contains(c.Covers, p.Windows[j].ID) {
				x.windows = append(x.windows, &list[j])
			}
		}
		x.words = r.unmeant(c.Name, c.Text)
		list = append(list, x)
	}
	for i := range p.Phases {
		ph := &p.Phases[i]
		x := item{kind: Phase, id: ph.ID, at: i, says: r.says(ph.Says, ph.Name)}
		said := r.speech(ph.Expect)
		x.text = appendAll(said.others, said.barring())
		list = append(list, x)
	}
	for i := range list[:len(p.Windows)] {
		list[i].yield(list[len(p.Windows):])
	}
	if p.Spacing.Text != "" || p.Spacing.From > 0 || p.Spacing.Sessions > 0 {
		list = append(list, item{kind: Spacing, id: spacingID})
	}
	for kind, names := range [][]string{avoidList: p.Products.Avoid, allowList: p.Products.Allow, useList: p.Products.Use} {
		for i, name := range names {
			list = append(list, item{kind: Ingredient, id: name, at: i, about: r.term(name), list: productList(kind)})
		}
	}
	return list
}

// onSkin says whether a window may be about what is put on the skin or done to it: it names such a thing, or nothing that is known
// ("drink only what we gave you" is about something else).
func (r *reader) onSkin(x item) bool {
	all := slices.DeleteFunc(slices.Concat(x.about, x.named), func(t int) bool { return t >= len(r.topics) })
	return len(all) == 0 || slices.ContainsFunc(all, func(t int) bool { return r.topics[t].local || r.topics[t].putOn })
}

// handled are the topics of what the hands do to the skin.
var handled = []string{"picking", "rubbing", "scratching"}

// inAWay notes what a window's rule leaves alone in a way only ("astringent lotion") and what its name is not about. Of things
// of which there are milder ones, what the plan says is no wait for all: it is one for who asks of that very sort.
func (r *reader) inAWay(x *item, s spoken, name string) {
	named, sorts := r.titledWhole(name)
	for _, g := range slices.Concat(s.hedged, sorts) {
		g.topics = slices.DeleteFunc(slices.Clone(g.topics), func(t int) bool {
			return slices.Contains(s.barred, t) || slices.Contains(named, t) || slices.Contains(x.about, t)
		})
		if g.way == "" || len(g.topics) == 0 {
			continue
		}
		g.own = true
		x.hedged = append(x.hedged, g)
		milder := !slices.ContainsFunc(g.topics, func(t int) bool { return !r.isGoods(t) })
		if milder && !slices.Contains(anyOf, g.way) {
			x.sorts = append(x.sorts, g)
			x.named = slices.DeleteFunc(x.named, func(t int) bool { return slices.Contains(g.topics, t) })
			x.text = appendAll(x.text, g.topics)
		}
	}
}

// titledWhole are the topics in a name, and those that it has in a way only: "Harsh cleansers".
func (r *reader) titledWhole(name string) (whole []int, sorts []hedge) {
	list := r.wordsOf(name)
	r.scan(list, func(e *entry) bool { return meansATopic(e) || e.is(plainWord) }, func(e *entry, from, to int) {
		at := r.narrowed(list, from)
		if r.qualifies(list, from, to-from) {
			return
		}
		switch goods := len(e.topics) > 0 && !slices.ContainsFunc(e.topics, func(t int) bool { return !r.isGoods(t) }); {
		case goods && at >= 0:
			sorts = append(sorts, hedge{topics: e.topics, way: list[at].stem})
		case goods && r.compound(list, from, e):
			sorts = append(sorts, hedge{topics: e.topics, way: list[from-1].stem})
		default:
			whole = appendAll(whole, e.topics)
		}
	})
	return whole, sorts
}

// yield has a window speak only of what its rule leaves alone in a way, where a routine or advice of the plan is about that
// very thing: the plan asks for a moisturiser and leaves an "astringent lotion" alone.
func (x *item) yield(others []item) {
	x.hedged = slices.DeleteFunc(x.hedged, func(g hedge) bool {
		asked := slices.ContainsFunc(others, func(o item) bool { return meet(o.named, g.topics) || meet(o.about, g.topics) })
		if asked {
			x.named = slices.DeleteFunc(x.named, func(t int) bool { return slices.Contains(g.topics, t) })
			x.text = appendAll(x.text, g.topics)
		}
		return !asked
	})
}

// itself are the topics that a routine is about: its text forbids a way of these at most ("not your usual face wash").
func (r *reader) itself(x item) []int {
	list := slices.Clone(x.named)
	for t := range r.topics {
		if items := r.topics[t].Items; x.role != "" && len(items) > 0 && items[0] == string(Routine)+":"+string(x.role) {
			list = append(list, t)
		}
	}
	return list
}

// hear keeps what the running text of a routine or a care says, which forbids nothing of its own topics.
func (x *item) hear(s spoken, own []int) {
	without := func(list []int) []int {
		return slices.DeleteFunc(list, func(t int) bool { return slices.Contains(own, t) })
	}
	x.barred, x.text = without(s.barred), s.others
	for _, g := range s.hedged {
		if g.way != "" && meet(g.topics, own) {
			g.own = true
		} else if g.topics = without(slices.Clone(g.topics)); len(g.topics) == 0 {
			continue
		}
		x.hedged = append(x.hedged, g)
		if x.kind == Care {
			x.named = appendAll(x.named, g.topics)
		} else {
			x.text = appendAll(x.text, g.topics)
		}
	}
}

// spacingID stands for the one spacing that a plan has.
const spacingID = "spacing"

// titled finds the topics in a name, which forbids nothing.
func (r *reader) titled(name string) (out []int) {
	list := r.wordsOf(name)
	r.scan(list, func(e *entry) bool { return meansATopic(e) || e.is(plainWord) }, func(e *entry, _, _ int) { out = appendAll(out, e.topics) })
	return out
}
