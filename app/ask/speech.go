package ask

import "slices"

// spoken is what a text of a plan says of topics.
type spoken struct {
	barred []int   // forbidden, as far as the text goes without an end
	hedged []hedge // forbidden for a time, up to an occasion or in a way: no yes stands beside that
	others []int   // spoken of besides
}

// hedge is what a text forbids for a time, or in a way.
type hedge struct {
	topics []int
	hours  int    // for so long after the treatment; 0: the text does not say
	way    string // the stem of the word that makes less of it ("usual"); "": none
	own    bool   // it is of what the part itself is about: only for questions that have that word
}

// barring are all topics that a text forbids in some way.
func (s *spoken) barring() []int {
	all := appendAll(nil, s.barred)
	for _, g := range s.hedged {
		all = appendAll(all, g.topics)
	}
	return all
}

// speech finds the topics in a text of a plan.
func (r *reader) speech(text string) (s spoken) {
	all := r.wordsOf(text)
	for len(all) > 0 {
		end := 1
		for end < len(all) && (!all[end-1].end || all[end-1].soft && r.lists(all[end:])) {
			end++
		}
		r.sentence(all[:end], &s)
		all = all[end:]
	}
	return s
}

// lists says whether a text begins with a list, or goes on with one: "anything hot: saunas, baths".
func (r *reader) lists(list []word) bool {
	if list[0].one != nil && list[0].one.is(joins) {
		return true
	}
	e, n := r.longestAt(list, 0, meansATopic)
	if e == nil {
		return false
	}
	last := &list[n-1]
	return last.comma || last.end || n == len(list) || list[n].one != nil && list[n].one.is(joins)
}

// telling is a sentence of a plan while it is read. What stands behind a word that forbids is forbidden, up to one that
// allows; what stands before it is, too ("makeup is not allowed"), unless a comma parts them.
type telling struct {
	list      []word
	before    []int // topics of which it is not known yet
	barred    []int
	narrowed  []hedge // barred in a way only: "your own creams"
	others    []int
	aside     []int // topics that say when or where
	placed    bool  // aside says where
	forbidden bool
	sinceBar  int  // words that were read since the word that forbids
	named     bool // something stood behind that word, or a comma
	asideNow  bool
	contents  bool // what stands there is only what something to wash with has in it
	unhelped  int  // behind the word that says what cannot be helped
	bounded   bool // it says up to when or in which case
	from      int  // where the part begins that forbids: a length of time before it is of what is allowed
}

// sentence finds the topics in one sentence.
func (r *reader) sentence(list []word, s *spoken) {
	t := telling{list: list}
	for i := 0; i < len(list); {
		e, n := r.longestAt(list, i, func(e *entry) bool {
			return meansATopic(e) || e.is(plainWord|forbids|allows|rather|keeps|off|bounds|atPlace|undoes|narrows)
		})
		if e == nil {
			n = 1
		} else {
			r.hearWord(&t, e, i, n)
		}
		i += n
		t.sinceBar += n
		if list[i-1].comma || list[i-1].end && !t.forbidden { // "come with a clean face: no makeup"
			t.comma()
		}
	}
	t.others = appendAll(t.others, t.before)
	if t.placed && len(t.barred)+len(t.narrowed) == 0 && t.asideBarred() { // "no lying on the beach"
		t.barred, t.aside = t.aside, nil
	}
	t.others = appendAll(t.others, t.aside)
	r.settle(&t, s)
}

// asideBarred says whether what stands aside is all that the sentence can forbid.
func (t *telling) asideBarred() bool { return t.forbidden && !t.bounded }

// hearWord reads a word or phrase of a sentence.
func (r *reader) hearWord(t *telling, e *entry, i, n int) {
	switch {
	case len(e.topics) > 0:
		r.hearTopic(t, e, i, n)
	case t.list[i].text == "with" && n == 1 && t.forbidden && len(t.barred) > 0 && !goods(t.list[i-1]): // "no makeup with a brush"
		t.contents = r.allWash(t.barred)
		t.inAWay(i + n)
	case e.is(undoes) && t.forbidden && !t.named: // "never go out without a hat"
		t.allow()
	case e.is(undoes) && e.is(denies) && t.forbidden && !t.list[i-1].comma: // "no sun without a hat"
		t.allow()
	case e.is(undoes) && e.is(denies) && !t.forbidden && len(t.before) > 0: // "a moisturiser without perfume"
		t.allow()
		t.forbid()
		t.bounded = true
	case e.is(forbids) && cannotHelp(t.list, i): // "if you cannot avoid it, SPF 30"
		t.allow()
		t.unhelped = i + n
	case e.is(forbids) && t.unhelped > 0 && i <= t.unhelped+1: // the "avoid" of that
	case e.is(keeps) && r.offIn(t.list[i+n:]) && !tells(t.list, i), e.is(forbids):
		t.forbid()
	case e.is(bounds):
		t.bounded, t.asideNow = true, true
	case e.is(atPlace) && t.forbidden:
		t.placed, t.asideNow = true, true
	case e.is(rather) && t.forbidden && (!t.named || i > 0 && t.list[i-1].one != nil && t.list[i-1].one.is(goesOn)): // "do not use"
	case e.is(allows | rather):
		if t.allow(); e.is(allows) && len(t.barred)+len(t.narrowed) == 0 {
			t.from = i
		}
	}
}

func (r *reader) hearTopic(t *telling, e *entry, i, n int) {
	behind := i + n
	if n == 1 && t.list[i].text == peels && r.done(t.list, i) {
		e = r.entry([]byte(picks))
	}
	if n == 1 && t.list[i].text == drinks && ofGoods(t.list[:i]) {
		e = r.entry([]byte(solvent))
	}
	narrow := r.narrowed(t.list, i)
	switch {
	case t.forbidden && r.wets(e) && !drunk(t.list): // "no chlorinated water"
	case r.qualifies(t.list, i, n): // "no harsh toners"
	case t.contents: // "no cleanser with acids"
		t.others = appendAll(t.others, e.topics)
	case i > 0 && t.list[i-1].text == "what": // "no softener on what touches the skin"
		t.others = appendAll(t.others, e.topics)
	case t.asideNow, n > 1 && t.forbidden && t.list[i].one != nil && t.list[i].one.is(bounds|atPlace): // "between treatments"
		t.aside = appendAll(t.aside, e.topics)
	case behind < len(t.list) && !t.list[behind-1].end && t.list[behind].one != nil && t.list[behind].one.is(frees): // "oil-free"
		t.narrowed = append(t.narrowed, hedge{topics: e.topics, way: t.list[behind].stem})
	case t.forbidden && i > 0 && slices.Contains(smelling, t.list[i-1].text) && !t.list[i-1].comma: // "no perfumed makeup"
		t.others = appendAll(t.others, e.topics)
	case t.forbidden && r.ofAKind(t.list, i, behind): // "no medicine that makes the skin sensitive to light"
		t.others = appendAll(t.others, e.topics)
	case t.forbidden && narrow >= 0:
		t.narrowed, t.named = append(t.narrowed, hedge{topics: e.topics, way: t.list[narrow].stem}), true
	case t.forbidden && r.compound(t.list, i, e):
		t.narrowed, t.named = append(t.narrowed, hedge{topics: e.topics, way: t.list[i-1].stem}), true
	case t.forbidden:
		t.barred, t.named = appendAll(t.barred, e.topics), true
	default:
		t.before = appendAll(t.before, e.topics)
	}
}

// narrowed is where the word stands that makes less of the i-th: "your own creams", "waterproof mascara", "prescribed skin
// creams"; -1: none does.
func (r *reader) narrowed(list []word, i int) int {
	at := i - 1
	for at > 0 && slices.Contains(ofSkin, list[at].text) && !list[at].comma && !list[at].end {
		at--
	}
	if at < 0 || list[at].comma || list[at].end {
		return -1
	}
	if w := &list[at]; r.meansNothing(*w) || w.one.is(narrows) {
		return at
	}
	return -1
}

// ofSkin are words before a thing that tell no more of it than that it is for the skin.
var ofSkin = []string{"skin", "face", "facial"}

// compound says whether the i-th word stands for the weak half of a name, or for all that is put on, and the first half tells
// which: "retinol cream".
func (r *reader) compound(list []word, i int, e *entry) bool {
	if i == 0 || list[i-1].comma || list[i-1].end || list[i-1].one == nil || len(list[i-1].one.topics) == 0 {
		return false
	}
	return slices.ContainsFunc(e.topics, func(t int) bool { return t < len(r.topics) && (r.topics[t].Weak || r.isGoods(t)) })
}

func (t *telling) forbid() {
	t.barred, t.before = appendAll(t.barred, t.before), nil
	t.forbidden, t.named, t.asideNow, t.sinceBar = true, false, false, 0
}

func (t *telling) allow() {
	t.others, t.before = appendAll(t.others, t.before), nil
	t.forbidden, t.asideNow = false, false
}

func (t *telling) comma() {
	t.asideNow = false
	if !t.forbidden {
		t.others, t.before = appendAll(t.others, t.before), nil
	} else if t.sinceBar > 1 {
		t.named = true
	}
}

// settle says of what a sentence forbids whether that has an end. What is only the place or the reason beside other
// things is none of its topics ("on the plane no wine"), and makes it hold there alone.
func (r *reader) settle(t *telling, s *spoken) {
	all := len(t.barred) + len(t.narrowed) + len(t.others)
	strong := slices.DeleteFunc(slices.Clone(t.others), func(n int) bool { return n < len(r.topics) && r.topics[n].Weak })
	if weak := len(t.others) - len(strong); weak > 0 && weak < all {
		t.others, t.bounded = strong, true
	}
	hours, timed := r.lasts(t.list[t.from:])
	switch {
	case len(t.barred) == 0:
	case timed || t.bounded:
		s.hedged = append(s.hedged, hedge{topics: t.barred, hours: hours})
	default:
		s.barred = appendAll(s.barred, t.barred)
	}
	for _, g := range t.narrowed {
		g.hours = hours
		s.hedged = append(s.hedged, g)
	}
	s.others = appendAll(s.others, t.others)
}

// lasts says whether a sentence names a length of time, and how many hours the longest is; 0: it does not count them.
func (r *reader) lasts(list []word) (hours int, timed bool) {
	for i := range list {
		e := r.meaning(list, i)
		if e == nil || e.hours == 0 {
			continue
		}
		timed = true
		if i == 0 {
			continue
		}
		if n, ok := r.number(list[i-1]); ok {
			hours = max(hours, n*e.hours)
		}
	}
	return hours, timed
}

// inAWay has what is forbidden be so only with what begins at the i-th word, which is forbidden itself.
func (t *telling) inAWay(i int) {
	for i < len(t.list) && slices.Contains([]string{"a", "an", "the", "your", "any"}, t.list[i].text) {
		i++
	}
	if i < len(t.list) {
		t.narrowed, t.barred = append(t.narrowed, hedge{topics: t.barred, way: t.list[i].stem}), nil
	}
}

// tells says whether the i-th word only tells what something is: "clothes that keep the sun off".
func tells(list []word, i int) bool {
	return i > 0 && !list[i-1].comma && !list[i-1].end && slices.Contains([]string{"that", "which"}, list[i-1].text)
}

// offIn says whether a word like "off" stands in the rest of a sentence: "keep shampoo off".
func (r *reader) offIn(list []word) bool {
	for i := range list {
		if e := r.meaning(list, i); e != nil && e.is(off) {
			return true
		}
	}
	return false
}
