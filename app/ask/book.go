package ask

import (
	"strings"
	"sync"

	"afterglow/guidance"
)

// Book is the vocabulary, made ready to look things up in: what it means never changes. One answer at a time is made
// with it.
type Book struct {
	topics   []topic
	sections []section // of the guide
	areas    []guidance.Area
	entries  map[string]*entry // by the stems of a phrase with a space between, and behind asOneWord by the stem of its words as one
	longest  int               // how many words the longest phrase has
	groups   int               // how many groups all signs have
	signs    []sign
	spelled  []spelling      // what a misspelt word may be
	forms    map[string]bool // while the book is made: what stands in spelled
	index    *index          // nil: the book was made from a vocabulary, and entries has all

	mu    sync.Mutex        // held while a question is answered
	last  *plansRead        // of the question before
	asked *forbidAsked      // see mayForbid
	stems map[string]string // of words that were met; those that are their own stem from the beginning
}

// topic is a guidance.Topic with all that it is a kind of.
type topic struct {
	guidance.Topic
	kinds []int // itself first, then those that it names, then theirs
	names int   // how many it names
	local bool  // by itself or by one of its kinds
	putOn bool  // it is put on the skin
	other []int // what answers it where nothing else does: guidance.Topic.Else, its own and its kinds'
}

// asOneWord begins the key of a phrase whose words are written as one: "hottub".
const asOneWord = "="

// entry is what a phrase means.
type entry struct {
	topics []int
	areas  []int
	groups []int // of signs
	others []int // fields in which it is not ours
	with   []int // fields that it places a question in
	frame  Frame
	flags  flag
	number int
	hours  int
	starts int // of a single word: how many words the longest phrase has that begins with it
	known  int // of a single word: its place in spelled, from 1; 0: it is only a form in which words are looked up
}

type flag int

const (
	plainWord flag = 1 << iota
	foreign        // a phrase of another field
	ours
	forbids
	allows
	denies
	frees
	saysAgo
	saysAfter
	saysDay
	saysTonight
	saysOrdinal
	keeps
	off
	far
	self
	undoes
	rather
	goesOn
	joins
	bounds
	atPlace
	narrows
	leavesBare
	saysWho
	saysThat
	saysTold
	queries
	asksForDue
	besideDue
	momentOfDue
	nightOfDue
	turnsRound
	soils
	morningOfDue
	shuns
	tellsPast
	tellsPresent
	ofDegree
	alarms
)

// manners are the flags of words for how something is asked: they say nothing of what it is about.
const manners = asksForDue | besideDue | momentOfDue | nightOfDue | morningOfDue | turnsRound | soils | shuns

// sign is a guidance.Sign whose groups are numbered, and the words that speak against it with them.
type sign struct {
	guidance.Sign
	groups []int
	unless int
}

// entry is what a phrase means; nil: nothing.
func (b *Book) entry(key []byte) *entry {
	if b.index == nil {
		return b.entries[string(key)]
	}
	hash := hashOf(key)
	if !b.index.mayHave(hash) {
		return nil
	}
	if e := b.entries[string(key)]; e != nil {
		return e
	}
	e := b.index.find(key, hash)
	if e != nil {
		b.entries[string(key)] = e
	}
	return e
}

// stem remembers stems: the words of plans and of the vocabulary come again and again.
func (b *Book) stem(s string) string {
	if st, ok := b.stems[s]; ok {
		return st
	}
	st := stem(s)
	if len(b.stems) < mostStems {
		b.stems[strings.Clone(s)] = st
	}
	return st
}

// mostStems bounds what is remembered while somebody types.
const mostStems = 20_000

// stemmed are the words of a text with their stems.
func (b *Book) stemmed(s string) []word {
	list := words(s)
	for i := range list {
		list[i].stem = b.stem(list[i].text)
	}
	return list
}

func appendNew(list []int, n int) []int {
	for _, x := range list {
		if x == n {
			return list
		}
	}
	return append(list, n)
}
