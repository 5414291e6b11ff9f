package ask

import (
	"slices"

	"afterglow/guidance"
)

// Forbidden is by the name of a window the advice of a plan that forbids it without an end, as [Scene.Answer] reads the
// name: then the window's end is no leave. What is not in it is not forbidden so. Most names are not even asked: see
// mayForbid.
func (sc Scene) Forbidden(names []string) map[string]Answer {
	out := map[string]Answer{}
	for _, name := range sc.mayForbid(names) {
		if reply := sc.Answer(Question{Text: name}); reply.Verdict == No && reply.Answers[0].Kind == Care {
			out[name] = reply.Answers[0]
		}
	}
	return out
}

// mayForbid are those of some names that advice of the plans can forbid at all. It is found without reading the plans
// whole, once for the same plans and names.
func (sc Scene) mayForbid(names []string) []string {
	sc.Book.mu.Lock()
	defer sc.Book.mu.Unlock()
	var keys []planKey
	var plans []*guidance.Plan
	for _, p := range sc.plans() {
		if key := p.key(); !slices.Contains(keys, key) {
			keys, plans = append(keys, key), append(plans, p.plan)
		}
	}
	last := sc.Book.asked
	if last == nil || !slices.Equal(last.keys, keys) || !slices.Equal(last.names, names) {
		last = &forbidAsked{keys: keys, names: slices.Clone(names)}
		last.may = newForbidder(sc.Book, plans).among(names)
		sc.Book.asked = last
	}
	return last.may
}

// forbidAsked is what mayForbid found last.
type forbidAsked struct {
	keys  []planKey
	names []string
	may   []string
}

// forbidder finds what the advice of some plans can forbid. It takes the words as the vocabulary has them, before the
// plans' own are known; where one of these stands, it counts all that the text may mean.
type forbidder struct {
	reader
	plans []*guidance.Plan
	texts [][]word // of the advice that has a word that forbids
	bars  []int    // topics that it forbids, or may
}

func newForbidder(b *Book, plans []*guidance.Plan) *forbidder {
	return &forbidder{reader: newReader(b), plans: plans}
}

// among are those of the names that may be forbidden.
func (f *forbidder) among(names []string) (may []string) {
	heard := map[string]bool{} // words of the names and of the advice
	lists := make([][]word, len(names))
	for i, name := range names {
		lists[i] = f.wordsOf(name)
		hear(heard, lists[i])
	}
	var texts []string
	for _, p := range f.plans {
		for i := range p.Care {
			for _, word := range p.Care[i].Never {
				f.bars = appendAll(f.bars, f.anyTopic(f.wordsOf(word)))
			}
			list := f.wordsOf(p.Care[i].Text)
			if f.barring(list) && !slices.Contains(texts, p.Care[i].Text) {
				texts, f.texts = append(texts, p.Care[i].Text), append(f.texts, list)
				hear(heard, list)
			}
		}
	}
	own := f.ownAmong(heard)
	for i, list := range f.texts {
		if meetsWord(list, own) {
			f.bars = appendAll(f.bars, f.anyTopic(list))
		} else {
			f.bars = appendAll(f.bars, f.speech(texts[i]).barred)
		}
	}
	for i, name := range names {
		if !slices.Contains(may, name) && f.mayMean(lists[i], own) {
			may = append(may, name)
		}
	}
	return may
}

// barring says whether a text has a word that forbids.
func (f *forbidder) barring(list []word) bool {
	for i := range list {
		if e, _ := f.longestAt(list, i, func(e *entry) bool { return e.is(forbids | keeps) }); e != nil {
			return true
		}
	}
	return false
}

// mayMean says whether a name may mean one of the topics that are forbidden: it has one of them or a kind, a word of the
// plans' own, or one that may be misspelt.
func (f *forbidder) mayMean(list []word, own map[string]bool) bool {
	if len(list) == 0 || meetsWord(list, own) {
		return true
	}
	for i := range list {
		if w := &list[i]; w.one == nil && !f.knows(w.stem) {
			return true
		}
	}
	topics := f.anyTopic(list)
	return len(topics) == 0 || slices.ContainsFunc(topics, func(t int) bool { return meet(f.topics[t].kinds, f.bars) })
}

// anyTopic are all topics that a text may mean, in any part of it.
func (f *forbidder) anyTopic(list []word) (out []int) {
	f.each(list, meansATopic, func(e *entry, _, _ int) { out = appendAll(out, e.topics) })
	return out
}

// ownAmong are the words by which those of the plans' own words begin that have one of the words heard.
func (f *forbidder) ownAmong(heard map[string]bool) map[string]bool {
	own := map[string]bool{}
	term := func(phrase string) { // as reader.term
		list := f.Book.stemmed(phrase)
		if len(list) == 0 || !heard[list[0].stem] && !heard[list[0].text] {
			return
		}
		f.prepare(list)
		if _, n := f.longestAt(list, 0, func(e *entry) bool { return len(e.topics) > 0 }); n < len(list) {
			own[list[0].stem], own[list[0].text] = true, true
		}
	}
	named := func(name string) { // as reader.named
		list := f.wordsOf(name)
		for i := range list {
			if w := &list[i]; len(w.text) >= shortestOwn && f.meansNothing(*w) {
				own[w.stem], own[w.text] = true, true
			}
		}
	}
	says := func(list []guidance.Says) {
		for _, s := range list {
			each(s.Of, term)
		}
	}
	for _, p := range f.plans {
		for i := range p.Windows {
			w := &p.Windows[i]
			each(w.Activities, term)
			each(w.ThenAvoid, term)
			says(w.Says)
			named(w.Name)
			if len(w.Activities) == 0 {
				named(w.ID)
				term(w.Name)
			}
		}
		for i := range p.Routines {
			named(p.Routines[i].Name)
			term(p.Routines[i].Name)
		}
		for i := range p.Care {
			c := &p.Care[i]
			each(c.About, term)
			each(c.Never, term)
			says(c.Says)
			named(c.Name)
		}
		for i := range p.Phases {
			says(p.Phases[i].Says)
		}
		for _, list := range [][]string{p.Products.Avoid, p.Products.Allow, p.Products.Use} {
			each(list, term)
		}
	}
	return own
}

func each(list []string, do func(string)) {
	for _, s := range list {
		do(s)
	}
}

// hear notes the words of a text, alone and as one with the next ones, in each form in which they are looked up.
func hear(heard map[string]bool, list []word) {
	for i := range list {
		joined := ""
		for j := i; j < len(list) && j < i+mostJoined; j++ {
			heard[joined+list[j].stem], heard[joined+list[j].text] = true, true
			joined += list[j].text
		}
	}
}

// meetsWord says whether a text has one of these words.
func meetsWord(list []word, words map[string]bool) bool {
	if len(words) == 0 {
		return false
	}
	heard := map[string]bool{}
	hear(heard, list)
	for w := range words {
		if heard[w] {
			return true
		}
	}
	return false
}
