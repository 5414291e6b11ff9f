package ask

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
	starts := r.startsWith(list[i].stem)
	for n := min(max(starts, mostJoined), len(list)-i); n > 0; n-- {
		if n <= starts {
			key := buf[:0]
			for j := i; j < i+n; j++ {
				if j > i {
					key = append(key, ' ')
				}
				key = append(key, list[j].stem...)
			}
			if e := r.entry(key); e != nil && pick(e) {
				return e, n
			}
		}
		if n > 1 && n <= mostJoined {
			if e := r.joined(list[i:i+n], buf[:0]); e != nil && pick(e) {
				return e, n
			}
		}
	}
	return nil, 0
}

// startsWith is how many words the longest phrase has that begins with a word; at least 1.
func (r *reader) startsWith(stem string) int {
	most := max(r.ownStarts[stem], 1)
	if e := r.entry([]byte(stem)); e != nil {
		most = max(most, e.starts)
	}
	return most
}

// mostJoined is of how many words one is made that is written apart.
const mostJoined = 3

// joined looks words up as one: "derma plane" is "dermaplane".
func (r *reader) joined(list []word, key []byte) *entry {
	for i := range list[:len(list)-1] {
		key = append(key, list[i].text...)
	}
	last := &list[len(list)-1]
	// Only the last word of the one that they make has an ending.
	if e := r.entry(append(key, last.stem...)); e != nil {
		return e
	}
	return r.entry(append(key, last.text...))
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
	all := r.wordsOf(text)
	q := reading{words: all[:0]}
	for _, w := range all {
		if w.to <= from || w.from >= to {
			q.words = append(q.words, w)
		}
	}
	r.mend(&q)
	q.frame = r.frame(q.words)
	for _, m := range r.topicsIn(q.words, &q) {
		q.topics = appendAll(q.topics, m.topics)
		if m.to < len(q.words) && q.strange[m.to] && !q.words[m.to-1].end && !q.words[m.to-1].comma {
			q.heads = appendAll(q.heads, m.topics)
		}
	}
	r.scan(q.words, func(e *entry) bool { return len(e.areas) > 0 }, func(e *entry, _, _ int) {
		q.areas = appendAll(q.areas, e.areas)
	})
	q.days = r.daysIn(q.words)
	q.signs = r.signsIn(q.words)
	return q
}

// mend puts the word that was meant in the place of each misspelt one, and marks those that it does not know.
func (r *reader) mend(q *reading) {
	q.strange = make([]bool, len(q.words))
	tried := 0
	for i := range q.words {
		w := &q.words[i]
		if r.knows(w.stem) || w.text[0] >= '0' && w.text[0] <= '9' || r.inPhrase(q.words, i) {
			continue
		}
		meant, torn := "", false
		if tried < mostMisspelt {
			tried++
			meant, torn = r.misspelt(*w)
			q.doubt = q.doubt || torn
		}
		if meant == "" {
			q.strange[i] = true
			continue
		}
		w.stem = meant
	}
}

// inPhrase says whether the i-th word is a part of one that is written apart here: the "derma" of "derma plane".
func (r *reader) inPhrase(list []word, i int) bool {
	var buf [256]byte
	for from := max(i+1-mostJoined, 0); from <= i; from++ {
		for to := max(i+1, from+2); to <= min(from+mostJoined, len(list)); to++ {
			if r.joined(list[from:to], buf[:0]) != nil {
				return true
			}
		}
	}
	return false
}

// frame is how a question is put: the first of the ways to ask that stands in it.
func (r *reader) frame(list []word) Frame {
	for i := range list {
		if e, _ := r.longestAt(list, i, func(e *entry) bool { return e.frame != "" }); e != nil {
			return e.frame
		}
	}
	return MayI
}

// topicsIn finds what a text is about.
func (r *reader) topicsIn(list []word, q *reading) []match {
	var found []match
	read := make([]bool, len(list))
	r.scan(list, func(e *entry) bool { return meansATopic(e) || e.is(plainWord) }, func(e *entry, from, to int) {
		for i := from; i < to; i++ {
			read[i] = true
		}
		switch {
		case e.is(foreign):
			q.foreign = true
		case len(e.topics) == 0, r.freed(list, to), r.elsewhere(list, e, from, to):
		default:
			found = append(found, match{from: from, to: to, topics: e.topics})
		}
	})
	if q.foreign && !r.places(list) {
		return nil // "my laptop runs hot"
	}
	for i := range list {
		q.doubt = q.doubt || !read[i] && r.partly(list[i])
	}
	return found
}

// partly says whether a word by itself means nothing, and a topic's phrase has it: the "thermal" of "thermal bath".
func (r *reader) partly(w word) bool {
	e := r.entry([]byte(w.stem))
	return e != nil && e.known > 0 && len(r.spelled[e.known-1].topics) > 0 &&
		e.flags == 0 && len(e.areas) == 0 && e.number == 0 && e.hours == 0 && e.frame == ""
}

// places says whether a text speaks of the person's own skin.
func (r *reader) places(list []word) bool {
	mine := false
	r.scan(list, func(e *entry) bool { return e.is(ours) || e.is(foreign) }, func(e *entry, _, _ int) { mine = mine || e.is(ours) && !e.is(foreign) })
	return mine
}

// freed says whether the word behind a phrase takes it away: "alcohol free".
func (r *reader) freed(list []word, at int) bool {
	if at >= len(list) || at > 0 && list[at-1].end {
		return false
	}
	e := r.entry([]byte(list[at].stem))
	return e != nil && e.is(frees)
}

// elsewhere says whether a phrase means something of another field in this text: the "wax" of "wax my car".
func (r *reader) elsewhere(list []word, e *entry, from, to int) bool {
	if len(e.others) == 0 {
		return false
	}
	placed, mine := false, false
	for i := range list {
		x, n := r.longestAt(list, i, func(x *entry) bool { return len(x.with) > 0 || x.is(ours) })
		if x == nil || i < to && i+n > from {
			continue
		}
		mine = mine || x.is(ours)
		for _, field := range x.with {
			for _, o := range e.others {
				placed = placed || field == o
			}
		}
	}
	return placed && !mine
}
