package ask

import "strings"

// reader reads one question beside the plans that may answer it. A plan's own words that the vocabulary does not have
// are topics of their own, numbered on from those of the vocabulary.
type reader struct {
	*Book
	own       map[string]*entry
	ownKnown  map[string]bool
	ownStarts map[string]int // see entry.starts
	ownNames  []string
	ownForms  map[string]bool // forms of which the vocabulary has the stem for something else: "leggings" is no "leg"
	texts     map[string]textRead
}

// textRead is a text as it was read when the plans had so many words of their own.
type textRead struct {
	words []word
	own   int
}

func newReader(b *Book) reader {
	return reader{Book: b, own: map[string]*entry{}, ownKnown: map[string]bool{}, ownStarts: map[string]int{}, ownForms: map[string]bool{}, texts: map[string]textRead{}}
}

// lookup is what a phrase means; nil: nothing.
func (r *reader) lookup(key []byte) *entry {
	if e := r.own[string(key)]; e != nil {
		return e
	}
	return r.entry(key)
}

// stemmed are the words of a text with their stems.
func (r *reader) stemmed(text string) []word {
	list := r.Book.stemmed(text)
	for i := range list {
		if r.ownForms[list[i].text] {
			list[i].stem = list[i].text
		}
	}
	return list
}

// wordsOf are the words of a text with what they mean. The texts of a plan are asked for again and again, so each is read
// once, and anew only where a plan's own words came since. Nobody changes the list.
func (r *reader) wordsOf(text string) []word {
	own := len(r.ownNames) + len(r.ownForms)
	if was, ok := r.texts[text]; ok && was.own == own {
		return was.words
	}
	list := r.stemmed(text)
	r.prepare(list)
	r.texts[text] = textRead{list, own}
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
	if e := list[0].one; len(list) == 1 && list[0].stem != list[0].text && e != nil && !r.meansNothing(list[0]) && r.own[list[0].stem] == nil {
		r.ownForms[list[0].text] = true
		list = r.wordsOf(phrase)
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

// named are the topics that a name has, and those of its words that the vocabulary does not have: "Healing gel".
func (r *reader) named(name string) (out []int) {
	list := r.wordsOf(name)
	var strange []string
	at := 0
	between := func(to int) {
		for ; at < to; at++ {
			if w := &list[at]; len(w.text) >= shortestOwn && r.meansNothing(*w) {
				strange = append(strange, w.text)
			}
		}
	}
	r.scan(list, func(e *entry) bool { return meansATopic(e) || e.is(plainWord) }, func(e *entry, from, to int) {
		between(from)
		at = to
		if r.qualifies(list, from, to-from) {
			return
		}
		out = appendAll(out, e.topics)
	})
	between(len(list))
	for _, w := range strange {
		out = appendAll(out, r.term(w))
	}
	return out
}

// whole is the topic that a name of several words means as a whole.
func (r *reader) whole(name string) []int {
	if len(words(name)) < 2 {
		return nil
	}
	return r.term(name)
}

// shortestOwn is how many letters a word of a name has that is one of the plan's own.
const shortestOwn = 3

func (r *reader) terms(phrases []string) (out []int) {
	for _, p := range phrases {
		out = appendAll(out, r.term(p))
	}
	return out
}
