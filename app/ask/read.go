package ask

import "slices"

// match is a phrase of a text that means topics.
type match struct {
	from, to int // words
	topics   []int
}

// scan finds the phrases of a text that pick accepts, from the left and the longest at each place.
func (r *reader) scan(list []word, pick func(*entry) bool, found func(e *entry, from, to int)) {
	for i := 0; i < len(list); {
		e, n := r.longestAt(list, i, pick)
		if e == nil {
			i++
			continue
		}
		found(e, i, i+n)
		i += n
	}
}

// longestAt is the longest phrase that begins at the i-th word and that pick accepts, and how many words it has.
func (r *reader) longestAt(list []word, i int, pick func(*entry) bool) (*entry, int) {
	var buf [256]byte
	first := &list[i]
	most := first.starts
	if first.two != nil || first.three != nil {
		most = max(most, mostJoined)
	}
	for n := min(most, len(list)-i); n > 0; n-- {
		if n == 1 {
			if first.one != nil && pick(first.one) {
				return first.one, 1
			}
			break
		}
		if n <= first.starts {
			key := buf[:0]
			for j := i; j < i+n; j++ {
				if j > i {
					key = append(key, ' ')
				}
				key = append(key, list[j].stem...)
			}
			if e := r.lookup(key); e != nil && pick(e) {
				return e, n
			}
		}
		if e := first.joined(n); e != nil && pick(e) {
			return e, n
		}
	}
	return nil, 0
}

// mostJoined is of how many words one is made that is written apart.
const mostJoined = 3

// joined is what a word means together with the next ones, n in all, written as one.
func (w *word) joined(n int) *entry {
	switch n {
	case 2:
		return w.two
	case 3:
		return w.three
	}
	return nil
}

// prepare looks up what each word means, alone and as one with the next ones: "derma plane" is "dermaplane".
func (r *reader) prepare(list []word) {
	var buf [4*longestWord + 16]byte
	for i := range list {
		w := &list[i]
		w.one, w.two, w.three = r.lookup(append(buf[:0], w.stem...)), nil, nil
		if w.one == nil {
			w.one = r.lookup(append(append(buf[:0], asOneWord...), w.stem...))
		}
		w.starts = max(r.ownStarts[w.stem], 1)
		if w.one != nil {
			w.starts = max(w.starts, w.one.starts)
		}
		if i+1 < len(list) {
			w.two = r.asOne(list[i:i+2], buf[:0])
		}
		if i+2 < len(list) {
			w.three = r.asOne(list[i:i+3], buf[:0])
		}
	}
}

// asOne looks words up as one.
func (r *reader) asOne(list []word, key []byte) *entry {
	for i := range list {
		if len(list[i].text) > longestWord {
			return nil
		}
	}
	for i := range list[:len(list)-1] {
		key = append(key, list[i].text...)
	}
	last := &list[len(list)-1]
	// Only the last word of the one that they make has an ending.
	if e := r.lookup(append(key, last.stem...)); e != nil {
		return e
	}
	if last.stem == last.text {
		return nil
	}
	return r.lookup(append(key, last.text...))
}

// each finds every phrase that pick accepts, wherever it begins and whatever it overlaps.
func (r *reader) each(list []word, pick func(*entry) bool, found func(e *entry, from, to int)) {
	for i := range list {
		for rest := list[i:]; ; {
			e, n := r.longestAt(rest, 0, pick)
			if e == nil {
				break
			}
			found(e, i, i+n)
			if n == 1 {
				break
			}
			rest = rest[:n-1]
		}
	}
}

func (e *entry) is(f flag) bool { return e.flags&f != 0 }

// meansATopic says whether a phrase may be what a question is about, or is known to be none.
func meansATopic(e *entry) bool { return len(e.topics) > 0 || e.is(foreign) }

// reading is what a question says.
type reading struct {
	words   []word
	frame   Frame
	topics  []int // in the order of the question
	areas   []int
	foreign bool   // it is of another field
	strange []bool // which words the vocabulary does not have
	heads   []int  // topics behind whose word stands one that the vocabulary does not have: "makeup zapper"
	doubt   bool   // a word of it may mean a topic, and it is not clear which: no yes can be given
	signs   []int
	days    sayDays
}

// read reads a question; the words from its byte from to its byte to name a moment and are passed over.
func (r *reader) read(text string, from, to int) reading {
	all := r.stemmed(text)
	q := reading{words: all[:0]}
	for _, w := range all {
		if w.to <= from || w.from >= to {
			q.words = append(q.words, w)
		}
	}
	r.prepare(q.words)
	if r.mend(&q) {
		r.prepare(q.words)
	}
	q.frame = r.frame(q.words)
	for _, m := range r.topicsIn(q.words, &q) {
		q.topics = appendAll(q.topics, m.topics)
		if m.to < len(q.words) && q.strange[m.to] && !q.words[m.to-1].end && !q.words[m.to-1].comma {
			q.heads = appendAll(q.heads, m.topics)
		}
	}
