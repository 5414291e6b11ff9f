package ask

import (
	"maps"
	"slices"
	"strings"

	"afterglow/guidance"
)

// NewBook makes a book from a vocabulary. That takes a while: the programs have the index of one, see [Book.Index].
func NewBook(v guidance.Vocabulary) *Book {
	b := &Book{areas: v.Areas, entries: map[string]*entry{}, stems: map[string]string{}, forms: map[string]bool{}}
	for _, w := range v.Exact {
		b.stems[w] = w
	}
	for i := range v.Topics {
		for _, w := range v.Topics[i].Words {
			b.add(w, func(e *entry) { e.topics = appendNew(e.topics, i) })
			for _, x := range b.stemmed(w) {
				s := &b.spelled[b.entries[x.stem].known-1]
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
	for _, w := range slices.Sorted(maps.Keys(v.Units)) {
		b.add(w, func(e *entry) { e.hours = v.Units[w] })
	}
	for _, w := range slices.Sorted(maps.Keys(v.Numbers)) {
		b.add(w, func(e *entry) { e.number = v.Numbers[w] })
	}
	b.flag(v.Plain, plainWord)
	b.flag(v.Far, far|plainWord)
	b.flag(v.Self, self|plainWord)
	b.flag(v.Ours, ours)
	b.flag(v.Forbid, forbids)
	b.flag(v.Allow, allows)
	b.flag(v.Denial, denies)
	b.flag(v.Degree, ofDegree)
	b.flag(v.Alarm, alarms)
	b.flag(v.Free, frees)
	b.flag(v.Past, tellsPast)
	b.flag(v.Present, tellsPresent)
	b.flag(v.Keep, keeps)
	b.flag(v.Off, off)
	b.flag(v.Undo, undoes)
	b.flag(v.Rather, rather)
	b.flag(v.Or, goesOn|joins)
	b.flag(v.And, joins)
	b.flag(v.Bound, bounds)
	b.flag(v.Place, atPlace)
	b.flag(v.Narrow, narrows)
	b.flag(v.Bare, leavesBare)
	b.flag(v.Teller, saysWho)
	b.flag(v.Tells, saysThat)
	b.flag(v.Told, saysTold)
	b.flag(v.Query, queries)
	b.flag(v.Due, asksForDue)
	b.flag(v.DueWith, besideDue)
	b.flag(v.DueAt, momentOfDue)
	b.flag(v.Turned, turnsRound)
	b.flag(v.Shun, shuns)
	b.flag(v.Soiled, soils)
	b.flag(v.DueNight, nightOfDue)
	b.flag(v.DueMorning, morningOfDue)
	b.flag(v.Times["ago"], saysAgo)
	b.flag(v.Times["after"], saysAfter)
	b.flag(v.Times["day"], saysDay)
	b.flag(v.Times["tonight"], saysTonight)
	b.flag(v.Times["ordinal"], saysOrdinal)
	b.addSigns(v)
	b.addTopics(v.Topics, v.PutOn)
	b.addSections(v)
	for i := range b.spelled { // the forms of a word mean what it means
		s := &b.spelled[i]
		s.topics = b.spelled[b.entries[s.stem].known-1].topics
	}
	return b
}

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
		e := b.make(w.stem)
		if form := w.text + " " + w.stem; e.known == 0 || !b.forms[form] {
			b.forms[form] = true
			b.spelled = append(b.spelled, spelling{text: w.text, stem: w.stem, letters: letters(w.text)})
			if e.known == 0 {
				e.known = len(b.spelled)
			}
		}
		if i > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(w.stem)
		whole.WriteString(w.text)
	}
	first := b.entries[list[0].stem]
	first.starts = max(first.starts, len(list))
	mean(b.make(key.String()))
	if len(list) > 1 && len(list) < 4 {
		mean(b.make(asOneWord + b.stem(whole.String())))
	}
}

// make is the entry of a key, which it has from now on.
func (b *Book) make(key string) *entry {
	e := b.entries[key]
	if e == nil {
		e = &entry{}
		b.entries[key] = e
	}
	return e
}

// addSigns numbers the groups of words of all signs.
func (b *Book) addSigns(v guidance.Vocabulary) {
	for _, s := range v.Signs {
		var numbered []int
		for _, group := range append(slices.Clone(s.All), s.Unless) {
			n := b.groups
			b.groups++
			numbered = append(numbered, n)
			for _, w := range group {
				list := []string{w}
				if name, ok := strings.CutPrefix(w, "@"); ok {
					list = v.Groups[name]
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

// addTopics finds all that each topic is a kind of, what answers it where nothing else does, and whether it is put on the skin, as the topics of these ids are.
func (b *Book) addTopics(topics []guidance.Topic, putOn []string) {
	byID := map[string]int{}
	for i := range topics {
		byID[topics[i].ID] = i
	}
	for i := range topics {
		t := topic{Topic: topics[i], kinds: []int{i}}
		for j := 0; j < len(t.kinds); j++ {
			of := &topics[t.kinds[j]]
			t.local = t.local || of.Local
			t.putOn = t.putOn || slices.Contains(putOn, of.ID)
			for _, id := range of.Else {
				if n, ok := byID[id]; ok && n != i {
					t.other = appendNew(t.other, n)
				}
			}
			for _, id := range of.Is {
				if n, ok := byID[id]; ok {
					t.kinds = appendNew(t.kinds, n)
				}
			}
		}
		t.names = len(topics[i].Is)
		b.topics = append(b.topics, t)
	}
}
