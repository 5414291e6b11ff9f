package check

import (
	"slices"
	"sync"

	"afterglow/guidance"
)

// How surely a word of a plan's list means an ingredient.
const (
	byKin   = 1 // it means another one of its kind
	byGroup = 2 // it means the whole kind
	byName  = 3
)

// listed is a word of a plan's list.
type listed struct {
	word  string
	key   string
	entry *guidance.Ingredient // nil: not on our list
	kinds []string             // groups that it means as a whole
	level int                  // how surely it means what was asked about
}

// listed reads the words of a list.
func (ch *checker) listed(list []string) []listed {
	all := make([]listed, 0, len(list))
	for _, word := range list {
		l := listed{word: word, key: guidance.IngredientKey(word)}
		if e, ok := ch.book.Find(word); ok {
			l.entry = e
			if e.Head || e.General {
				l.kinds = append(l.kinds, e.Group)
			}
		}
		l.kinds = append(l.kinds, kinds()[l.key]...)
		all = append(all, l)
	}
	return all
}

// kinds gives the groups that a word means.
var kinds = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, g := range guidance.Ingredients().Groups {
		for _, w := range g.Words {
			key := guidance.IngredientKey(w)
			all[key] = append(all[key], g.ID)
		}
	}
	return all
})

// best is the word of a list that most surely means an ingredient; its level is 0 if none does.
func best(list []listed, x thing) listed {
	var found listed
	for _, l := range list {
		if l.level = means(l, x); l.level > found.level {
			found = l
		}
	}
	return found
}

func means(l listed, x thing) int {
	switch {
	case l.entry != nil && x.Known != nil && l.entry.INCI == x.Known.INCI, x.Known == nil && slices.Contains(x.Keys, l.key):
		return byName
	case x.group == "":
		return 0
	case slices.Contains(l.kinds, x.like):
		return byGroup
	case l.entry != nil && l.entry.Group == x.like && x.like != guidance.NoGroup:
		return byKin
	}
	return 0
}
