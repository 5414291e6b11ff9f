package label

import (
	"slices"
	"strings"
	"sync"

	"afterglow/guidance"
)

// table is the book of ingredients, made ready to read labels by. It is built once and never changes.
type table struct {
	book     *guidance.IngredientBook
	headings map[string][]headingWord // by their first two letters, the longest first
	free     map[string]bool
	and      map[string]bool
	other    map[string]bool
	foot     map[string]bool
	short    map[string]bool
	oil      map[string]bool
	pressed  map[string]bool
	least    map[string]bool        // keys
	idle     map[string]bool        // keys
	purpose  map[string]bool        // keys
	phrases  []phrase               // that make any name that has them an entry
	endings  []phrase               // that make any name that ends with them one
	plants   []phrase               // that make an oil one
	shared   []*guidance.Ingredient // that have a name in common with another one
	near     []nearName
	alike    map[string]*guidance.Ingredient // by what looks gives of a name; nil: of several
	longest  int                             // letters of the longest name
	heads    map[string]bool                 // the first letters of all names
}

// headLetters is by how many letters it is told that no name begins with a word.
const headLetters = 3

type headingWord struct {
	text string
	kind kind
	bare bool
}

// phrase is words that stand for an entry.
type phrase struct {
	words []string
	entry *guidance.Ingredient
}

// names gives the table.
var names = sync.OnceValue(func() *table {
	book := guidance.Ingredients()
	l := book.Label
	t := &table{
		book: book, headings: map[string][]headingWord{}, free: set(l.Free), and: set(l.And), other: set(l.Other), foot: set(l.Foot),
		short: set(l.Short), oil: set(l.Oil), pressed: set(l.Pressed), least: keySet(l.Least), heads: map[string]bool{}, alike: map[string]*guidance.Ingredient{}, idle: keySet(l.Idle), purpose: keySet(l.Purpose),
	}
	for k, words := range map[kind][]string{begun: l.Begin, rest: l.Rest, active: l.Active, more: l.More, may: l.May, ended: l.End} {
		for _, w := range words {
			t.headings[first(w)] = append(t.headings[first(w)], headingWord{w, k, slices.Contains(l.Bare, w)})
		}
	}
	for _, words := range t.headings {
		slices.SortFunc(words, func(a, b headingWord) int {
			if n := len(b.text) - len(a.text); n != 0 {
				return n
			}
			return strings.Compare(a.text, b.text)
		})
	}
	for i := range book.Entries {
		t.entry(&book.Entries[i])
	}
	// The longest phrase first: "roman chamomile" goes before "chamomile".
	for _, list := range [][]phrase{t.phrases, t.endings, t.plants} {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return t
})

// entry takes in what one entry is known by.
func (t *table) entry(e *guidance.Ingredient) {
	for _, words := range e.Contains {
		t.phrases = append(t.phrases, phrase{fields(words), e})
	}
	for _, words := range e.Ends {
		t.endings = append(t.endings, phrase{fields(words), e})
	}
	for _, words := range e.Plants {
		t.plants = append(t.plants, phrase{fields(words), e})
	}
	if e.Shared != "" {
		t.shared = append(t.shared, e)
	}
	for _, name := range e.All() {
		key := guidance.IngredientKey(name)
		t.longest = max(t.longest, len(key))
		t.heads[key[:min(headLetters, len(key))]] = true
		if len(key) >= leastLetters && !e.Whole {
			t.near = append(t.near, nearName{key, letters(key), e})
			look, one := looks.Replace(key), e
			if other, there := t.alike[look]; there && other != e {
				one = nil
			}
			t.alike[look] = one
		}
	}
}

func set(words []string) map[string]bool {
	all := make(map[string]bool, len(words))
	for _, w := range words {
		all[w] = true
	}
	return all
}

// keySet is a set of the keys of names.
func keySet(names []string) map[string]bool {
	all := make(map[string]bool, len(names))
	for _, n := range names {
		all[guidance.IngredientKey(n)] = true
	}
	return all
}

// fields are the words of a name, in small letters and without what stands around them.
func fields(name string) []string { return strings.FieldsFunc(small(name), between) }

// between says whether a character stands between words.
func between(c rune) bool {
	switch c {
	case ' ', '\n', '\t', '(', ')', '[', ']', '{', '}', '/', ',', '.', ';', ':', '*', '-', '–', '&', '+', '\'', bullet:
		return true
	}
	return false
}

// within is where words stand among others, one after the other; -1: nowhere.
func within(words, among []string) int {
	for at := 0; at+len(words) <= len(among); at++ {
		if among[at] == words[0] && slices.Equal(words, among[at:at+len(words)]) {
			return at
		}
	}
	return -1
}
