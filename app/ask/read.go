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
	asked   bool   // one of the ways to ask stands in it
	selves  bool   // so does a word for the person
	signs   []int
	behind  []int // signs for which the call stands behind the answer
	days    sayDays
	told    bool           // somebody of their clinic told the person so; who, and that they did, is left out of words
	said    map[int]phrase // by which words it names a topic
}

// phrase is a part of a question.
type phrase struct {
	text  string // as it was typed
	stems []string
}

// phrase is what was typed of some words that follow each other; its text is "" if one of them was misspelt.
func (r *reader) phrase(text string, list []word) (p phrase) {
	p.text = text[list[0].from:list[len(list)-1].to]
	for _, w := range list {
		p.stems = append(p.stems, w.stem)
		if w.stem != r.stem(w.text) && w.stem != w.text {
			p.text = ""
		}
	}
	return p
}

// begin takes the words of a question with what they mean; those from its byte from to its byte to name a moment and are
// passed over.
func (r *reader) begin(text string, from, to int) reading {
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
	return q
}

// read reads a question, as begin takes it.
func (r *reader) read(text string, from, to int) reading {
	q := r.begin(text, from, to)
	whole := q.words
	q.told = r.teller(&q)
	q.frame, q.said = r.frame(q.words), map[int]phrase{}
	q.asked, q.selves = r.asks(q.words), r.has(q.words, self)
	for _, m := range r.topicsIn(q.words, &q) {
		q.topics = appendAll(q.topics, m.topics)
		for _, t := range m.topics {
			q.said[t] = r.phrase(text, q.words[m.from:m.to])
		}
		if m.to < len(q.words) && q.strange[m.to] && !q.words[m.to-1].end && !q.words[m.to-1].comma {
			q.heads = appendAll(q.heads, m.topics)
		}
	}
	if len(q.heads) > 0 && !r.asks(q.words) && !r.places(q.words) {
		q.topics = slices.DeleteFunc(q.topics, func(t int) bool { // "football scores"
			return slices.Contains(q.heads, t) && (t >= len(r.topics) || !r.topics[t].local)
		})
	}
	if len(q.topics) > 0 && r.has(q.words, far) && !q.personal() && !r.places(q.words) {
		q.topics = nil // "a red car", "why is the red planet red"
	}
	r.scan(q.words, func(e *entry) bool { return len(e.areas) > 0 }, func(e *entry, _, _ int) {
		q.areas = appendAll(q.areas, e.areas)
	})
	q.days = r.daysIn(q.words)
	q.signs = r.signsIn(whole)
	if r.formsOwn(q.words) { // no word of a plan takes a sign away
		bare := newReader(r.Book)
		q.signs = appendAll(q.signs, bare.signsIn(bare.begin(text, from, to).words))
	}
	q.signs, q.behind = r.leading(q.signs)
	return q
}

// formsOwn says whether a word of a text is read as a plan's own, although the vocabulary has its stem.
func (r *reader) formsOwn(list []word) bool {
	return len(r.ownForms) > 0 && slices.ContainsFunc(list, func(w word) bool { return r.ownForms[w.text] })
}

// personal says whether a question is one that the person asks of themselves: what may be done, when and how, is; why,
// what and which may be asked of anything.
func (q *reading) personal() bool {
	return q.selves || q.asked && !slices.Contains([]Frame{Why, What, Which, HowMany}, q.frame)
}

// mend puts the word that was meant in the place of each misspelt one, and marks those that it does not know.
func (r *reader) mend(q *reading) (mended bool) {
	q.strange = make([]bool, len(q.words))
	tried := 0
	for i := range q.words {
		w := &q.words[i]
		if r.knows(w.stem) || w.one != nil || w.text[0] >= '0' && w.text[0] <= '9' || r.inPhrase(q.words, i) {
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
		w.stem, mended = meant, true
	}
	return mended
}

// inPhrase says whether the i-th word is a part of one that is written apart here: the "derma" of "derma plane".
func (r *reader) inPhrase(list []word, i int) bool {
	return list[i].two != nil || list[i].three != nil || i > 0 && (list[i-1].two != nil || list[i-1].three != nil) || i > 1 && list[i-2].three != nil
}

// frame is how a question is put: the first of the ways to ask that stands in it. One of a single word counts near the
// begin of a sentence and at its end: "it stings when I wash" asks for no time.
func (r *reader) frame(list []word) Frame {
	begin := 0
	for i := range list {
		if i > 0 && (list[i-1].end || list[i-1].comma) {
			begin = i
		}
		e, n := r.longestAt(list, i, func(e *entry) bool { return e.frame != "" })
		last := i == len(list)-1 || list[i].end
		if e != nil && (n > 1 || i-begin <= 1 || last) {
			return e.frame
		}
	}
	return MayI
}

// asks says whether one of the ways to ask stands in a text.
func (r *reader) asks(list []word) bool {
	asks := false
	r.scan(list, func(e *entry) bool { return e.frame != "" }, func(*entry, int, int) { asks = true })
	return asks
}

// has says whether a word of such a kind stands in a text, outside of the phrases that mean a topic.
func (r *reader) has(list []word, kind flag) bool {
	found := false
	r.scan(list, func(e *entry) bool { return meansATopic(e) || e.is(kind) }, func(e *entry, _, _ int) {
		found = found || e.is(kind) && !meansATopic(e)
	})
	return found
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
		q.doubt = q.doubt || !read[i] && r.inTopics(list[i])
	}
	return found
}

// inTopics says whether a word by itself means nothing, and a topic's phrase has it: the "thermal" of "thermal bath".
func (r *reader) inTopics(w word) bool {
	e := r.entry([]byte(w.stem))
	_, figure := r.number(w)
	return !figure && e != nil && e.known > 0 && len(r.spellings()[e.known-1].topics) > 0 &&
		e.flags&^manners == 0 && len(e.areas) == 0 && e.number == 0 && e.hours == 0 && e.frame == ""
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
	return list[at].one != nil && list[at].one.is(frees)
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
