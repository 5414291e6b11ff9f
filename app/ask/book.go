package ask

import (
	"slices"
	"strings"
	"sync"

	"afterglow/guidance"
)

// Book is the vocabulary, made ready to look things up in. It is built once; what it remembers besides are stems alone.
type Book struct {
	vocabulary guidance.Vocabulary
	topics     map[string]int // by id
	broader    [][]int        // of each topic, itself first
	local      []bool
	entries    map[string]*entry // by the stems of a phrase with a space between, and by the stem of its words as one
	longest    int               // how many words the longest phrase has
	groups     [][]string        // of all signs
	signs      []sign
	spelled    []spelling     // what a misspelt word may be
	known      map[string]int // the stem of each word, and its place in spelled

	mu    sync.Mutex
	stems map[string]string
}

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
)

// sign is a guidance.Sign whose groups are numbered, and the words that speak against it with them.
type sign struct {
	guidance.Sign
	groups []int
	unless int
}

// NewBook builds the index of a vocabulary.
func NewBook(v guidance.Vocabulary) *Book {
	b := &Book{
		vocabulary: v,
		topics:     make(map[string]int, len(v.Topics)),
		entries:    make(map[string]*entry, 8*len(v.Topics)),
		known:      make(map[string]int, 8*len(v.Topics)),
		stems:      make(map[string]string, 8*len(v.Topics)),
	}
	for _, w := range v.Exact {
		b.stems[w] = w
	}
	for i := range v.Topics {
		t := &v.Topics[i]
		b.topics[t.ID] = i
		for _, w := range t.Words {
			b.add(w, func(e *entry) { e.topics = appendNew(e.topics, i) })
			for _, x := range b.wordsOf(w) {
				s := &b.spelled[b.known[x.stem]]
				s.topics = appendNew(s.topics, i)
			}
		}
	}
	for i, a := range v.Areas {
		for _, w := range a.Words {
			b.add(w, func(e *entry) { e.areas = appendNew(e.areas, i) })
		}
	}
	for i, o := range v.Other {
		b.flag(o.Phrases, foreign)
		for _, w := range o.Words {
			b.add(w, func(e *entry) { e.others = append(e.others, i) })
		}
		for _, w := range o.With {
			b.add(w, func(e *entry) { e.with = append(e.with, i) })
		}
	}
	for _, f := range v.Frames {
		for _, w := range f.Words {
			b.add(w, func(e *entry) {
				if e.frame == "" {
					e.frame = Frame(f.Frame)
				}
			})
		}
	}
	for w, n := range v.Units {
		b.add(w, func(e *entry) { e.hours = n })
	}
	for w, n := range v.Numbers {
		b.add(w, func(e *entry) { e.number = n })
	}
	b.flag(v.Plain, plainWord)
	b.flag(v.Ours, ours)
	b.flag(v.Forbid, forbids)
	b.flag(v.Allow, allows)
	b.flag(v.Denial, denies)
	b.flag(v.Free, frees)
	b.flag(v.Keep, keeps)
	b.flag(v.Off, off)
	for name, f := range map[string]flag{"ago": saysAgo, "after": saysAfter, "day": saysDay, "tonight": saysTonight, "ordinal": saysOrdinal} {
		b.flag(v.Times[name], f)
	}
	b.addSigns()
	b.close()
	return b
}

// Default is the book of the shipped vocabulary, built when it is first asked for. That the vocabulary can be read is held
// by a test.
var Default = sync.OnceValue(func() *Book {
	v, _ := guidance.Words()
	return NewBook(v)
})

func (b *Book) flag(list []string, f flag) {
	for _, w := range list {
		b.add(w, func(e *entry) { e.flags |= f })
	}
}

// add gives a phrase a further meaning.
func (b *Book) add(phrase string, mean func(*entry)) {
	list := words(phrase)
	if len(list) == 0 {
		return
	}
	b.longest = max(b.longest, len(list))
	var key, whole strings.Builder
	for i := range list {
		w := &list[i]
		w.stem = b.stem(w.text)
		if _, ok := b.known[w.stem]; !ok {
			b.known[w.stem] = len(b.spelled)
			b.spelled = append(b.spelled, spelling{text: w.text, stem: w.stem, letters: letters(w.text)})
		}
		if i > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(w.stem)
		whole.WriteString(w.text)
	}
	mean(b.entry(key.String()))
	if len(list) > 1 && len(list) < 4 {
		mean(b.entry(b.stem(whole.String())))
	}
}

func (b *Book) entry(key string) *entry {
	e := b.entries[key]
	if e == nil {
		e = &entry{}
		b.entries[key] = e
	}
	return e
}

// stem remembers stems: the words of plans and of the vocabulary come again and again.
func (b *Book) stem(s string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
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

// words are the words of a text with their stems.
func (b *Book) wordsOf(s string) []word {
	list := words(s)
	for i := range list {
		list[i].stem = b.stem(list[i].text)
	}
	return list
}

// addSigns numbers the groups of words of all signs.
func (b *Book) addSigns() {
	for _, s := range b.vocabulary.Signs {
		var numbered []int
		for _, group := range append(slices.Clone(s.All), s.Unless) {
			n := len(b.groups)
			b.groups = append(b.groups, group)
			numbered = append(numbered, n)
			for _, w := range group {
				list := []string{w}
				if name, ok := strings.CutPrefix(w, "@"); ok {
					list = b.vocabulary.Groups[name]
				}
				for _, w := range list {
					b.add(w, func(e *entry) { e.groups = appendNew(e.groups, n) })
				}
			}
		}
		last := len(s.All)
		b.signs = append(b.signs, sign{Sign: s, groups: numbered[:last], unless: numbered[last]})
	}
}

// close finds all that each topic is a kind of.
func (b *Book) close() {
	topics := b.vocabulary.Topics
	b.broader, b.local = make([][]int, len(topics)), make([]bool, len(topics))
	for i := range topics {
		all := []int{i}
		for j := 0; j < len(all); j++ {
			b.local[i] = b.local[i] || topics[all[j]].Local
			for _, id := range topics[all[j]].Is {
				if n, ok := b.topics[id]; ok {
					all = appendNew(all, n)
				}
			}
		}
		b.broader[i] = all
	}
}

func appendNew(list []int, n int) []int {
	for _, x := range list {
		if x == n {
			return list
		}
	}
	return append(list, n)
}
