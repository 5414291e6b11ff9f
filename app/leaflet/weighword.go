package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// thingDoubts asks about each thing of a row that the words of the house do not know as a whole.
func (r *reader) thingDoubts(p Proposal) (all []Doubt) {
	if p.Row.Text != "" && p.Row.Rule == row.Avoid { // it says so by its own words
		return nil
	}
	of := qualityWord | plainWord
	if p.Row.Rule != row.May { // "no unprotected sun" may be a ban on sun; leave for moderate exercise is none for exercise
		of |= banQuality
	}
	for _, s := range p.carried {
		list := tokens(r.text, s.From, s.To)
		if len(list) == 0 {
			continue
		}
		if p.Row.Ban() && p.Row.Rule != row.May && p.cue.From >= p.cue.To && tellsTo(list) { // "Avoid: - hot water, wash with tepid water"
			all = append(all, Doubt{ATurn, s})
			continue
		}
		known := r.mentionsIn(s)
		if len(known) == 0 {
			all = append(all, Doubt{AThing, s})
			continue
		}
		for i := 0; i < len(list); {
			t := list[i]
			if slices.ContainsFunc(known, func(m mention) bool { return m.From <= t.from && t.to <= m.To }) || t.kind > figure {
				i++
				continue
			}
			if n := phraseAt(list, i, of); n > 0 {
				i += n
				continue
			}
			if p.Row.Ban() && p.Row.Rule != row.May && r.narrows(list) { // the row says them, too
				break
			}
			all = append(all, Doubt{AThing, s})
			break
		}
	}
	return all
}

// tellsTo says whether words look like what to do rather than a thing: "wash with tepid water".
func tellsTo(list []token) bool {
	n := phraseAt(list, 0, doWord)
	return n > 0 && n < len(list) && isOneOf(list, n, "with", "the", "your", "it", "in", "using", "only", "gently", "a", "an", "on")
}

// mostNamed is how many words a thing has at most of which not each is known.
const mostNamed = 6

// narrows says whether the words of a thing that are not known only say which of it: "similar vitamin A compounds". A ban
// on that is in its own words, and forbids no more than the sheet does.
func (r *reader) narrows(list []token) bool {
	if len(list) > mostNamed {
		return false
	}
	for i, t := range list {
		n := phraseAt(list, i, treatmentWord|qualityWord|plainWord)
		if t.kind == figure || t.kind > figure && t.kind != sign || n < 2 && phraseAt(list[i:i+1], 0, turnsWord|avoidWord|doWord|conditionWord|exceptWord|onlyWord|lessWord|mayWord) > 0 {
			return false
		}
		if i > 0 && t.upper && len(t.text) > 1 && !list[0].upper && !list[i-1].upper { // another sentence begins
			return false
		}
	}
	return true
}

// wordDoubts asks about the words of a sentence that no row of it accounts for.
func (r *reader) wordDoubts(n int, list []token, times []timex) []Doubt {
	p := r.out[n]
	known := make([]bool, len(list))
	mark := func(s Span) {
		for i, t := range list {
			known[i] = known[i] || s.From <= t.from && t.to <= s.To
		}
	}
	for _, o := range r.beside(n) {
		if o.At.To <= p.At.From || p.At.To <= o.At.From {
			continue
		}
		mark(o.cue)
		for _, c := range o.carried {
			mark(c)
		}
		if o.Row.Text != "" && o.own.From < o.own.To && o.cue.From < o.cue.To {
			mark(Span{o.cue.From, o.own.To})
		}
		for _, t := range times {
			if o.says(t) {
				mark(spanOf(list[t.from:t.to]))
			}
		}
	}
	return r.unaccounted(p, list, known, plainWord|treatmentWord|whyNot(p))
}

// whyNot are words that a row says in its own way.
func whyNot(p Proposal) (of class) {
	if p.Row.Prescribed {
		of |= prescribedWord
	}
	if p.Row.Sensitive {
		of |= sensitiveWord
	}
	return of
}

// unaccounted asks about the words of a list that are neither known nor of the classes, and that give no reason.
func (r *reader) unaccounted(p Proposal, list []token, known []bool, of class) (all []Doubt) {
	from := -1
	end := func(i int) {
		if from < 0 {
			return
		}
		what := list[from:i]
		switch turns := slices.ContainsFunc(what, func(t token) bool { return phraseAt([]token{t}, 0, turnsWord) > 0 }); {
		case len(what) == 1 && isOneOf(what, 0, "it", "them", "they", "this", "these", "those"):
			all = append(all, Doubt{ARefers, spanOf(what)})
		case turns: // with what stands behind it
			for i < len(list) && (list[i].kind <= figure || list[i].to2) {
				i++
			}
			all = append(all, Doubt{ATurn, spanOf(list[from:i])})
		default:
			all = append(all, Doubt{AWord, spanOf(what)})
		}
		from = -1
	}
	for i := 0; i < len(list); {
		if known[i] || list[i].kind > figure {
			end(i)
			i++
			continue
		}
		if to := r.plainReason(list, i); to > i {
			end(i)
			i = to
			continue
		}
		if n := phraseAt(list, i, of); n > 0 {
			end(i)
			i += n
			continue
		}
		if from < 0 {
			from = i
		}
		i++
	}
	end(len(list))
	return all
}

// plainReason is where the words end that begin at the i-th token and say why, without a figure, a condition or another
// rule; i: they do not.
func (r *reader) plainReason(list []token, i int) int {
	n := phraseAt(list, i, whyWord)
	if n == 0 {
		return i
	}
	end := i + n
	for ; end < len(list) && list[end].kind != close; end++ {
		t := list[end]
		if t.kind == figure || t.kind <= figure && phraseAt(list, end, avoidWord|conditionWord|exceptWord|onlyWord) > 0 && t.text != "as" || find2(list[end:end+1], "not", "but", "until", "then", "before", "only", "instead", "longer", "day", "days", "weeks", "hours") == 0 {
			return i
		}
	}
	return end
}

// quotes says whether the text of a row of care has the i-th token, too: "take paracetamol if it is sore" says itself when.
// What stands for something else is still asked about.
func (p Proposal) quotes(list []token, i int) bool {
	t := list[i]
	return p.Row.Rule == row.Do && p.told.From <= t.from && t.to <= p.told.To && !isOneOf(list, i, "it", "them", "they", "this", "these", "those", "that",
		"avoid", "avoiding", "stop", "stopping", "discontinue", "discontinuing", "discontinuation", "refrain", "refraining", "cease", "abstain", "otherwise", "alternatively")
}

// turnDoubts asks about words that turn round or limit what a row says by the words of its sentence.
func (r *reader) turnDoubts(n int, list []token, times []timex) []Doubt {
	p := r.out[n]
	known := make([]bool, len(list))
	for i, t := range list {
		n := 0
		if p.Row.Rule == row.Expect { // "you may notice some"
			n = phraseAt(list, i, expectWord)
		}
		if m := phraseAt(list, i, plainWord|harmless|fillerWord|doLead); m > 1 { // "every day", "when outdoors"
			n = max(n, m)
		}
		n = max(n, r.plainReason(list, i)-i) // "even if it is cloudy"
		for k := range n {
			known[i+k] = true
		}
		tells := p.Row.Rule == row.Expect && isOneOf(list, i, "may", "might", "can", "could", "some", "most", "it", "this", "more", "you", "few", "several")
		known[i] = known[i] || tells || phraseAt(list, i, turnsWord) == 0 || p.cue.From <= t.from && t.to <= p.cue.To || p.quotes(list, i)
	}
	for _, t := range times {
		if p.says(t) || p.tells(r.words(spanOf(list[t.from:t.to]))) || t.kind == often || t.minutes {
			for i := t.from; i < t.to; i++ {
				known[i] = true
			}
		}
	}
	for _, o := range r.beside(n) {
		if o.At == p.At && o.own != p.own { // another row says that
			for i, t := range list {
				known[i] = known[i] || o.own.From <= t.from && t.to <= o.own.To
			}
		}
	}
	all := r.unaccounted(p, list, known, 0)
	if p.Row.Rule == row.Do { // "use as instructed", "continue usage": of what?
		cue := tokens(r.text, p.cue.From, p.cue.To)
		title := len(cue) == 1 && len(cue[0].text) > 2 && inCapitals(r.text[p.cue.From:p.cue.To]) && !inCapitals(r.text[p.own.From:p.own.To])
		own := tokens(r.text, p.own.From, p.own.To)
		if title || len(own) > 0 && find2(own, "dry", "hands", "rest", "clean", "moisturized", "moisturised", "hydrated", "elevated", "naturally") < 0 && !slices.ContainsFunc(r.mentionsIn(p.own), func(m mention) bool { return !m.seen }) {
			all = append(all, Doubt{AThing, p.own})
		}
	}
	if p.Row.Rule == row.Expect {
		shows, _ := find(list, symptomWord)
		for i := range list { // "flaking should be left alone" tells what to do
			if isOneOf(list, i, "should", "must", "need", "needs") && phraseAt(list, i, expectWord) == 0 {
				all = append(all, Doubt{ATurn, spanOf(list[i:])})
				break
			}
		}
		if first := find2(list[:min(2, len(list))], "this", "these", "they", "that"); shows < 0 || first >= 0 { // "this is normal"
			all = append(all, Doubt{ARefers, spanOf(list[max(first, 0) : max(first, 0)+1])})
		}
	}
	if cue := tokens(r.text, p.cue.From, p.cue.To); p.Row.Rule == row.Do && len(cue) == 1 && (maybeNouns[cue[0].text] || adjectives[cue[0].text]) {
		if behind := tokens(r.text, p.cue.To, max(p.own.To, p.cue.To)); find2(behind, "will", "may", "can", "could", "is", "are", "helps", "should") >= 0 || len(behind) > 0 && behind[0].upper && cue[0].upper && !inCapitals(r.text[p.cue.From:p.own.To]) && len(r.mentionsIn(Span{behind[0].from, behind[0].to})) == 0 { // "cool showers will help" tells
			all = append(all, Doubt{ATurn, spanOf(behind)})
		}
	}
	if p.own.From < p.own.To { // what stands before and behind its clause
		for i, t := range list {
			known[i] = p.own.From <= t.from && t.to <= p.own.To || p.quotes(list, i) || slices.ContainsFunc(r.beside(n), func(o Proposal) bool { return o.own.From <= t.from && t.to <= o.own.To })
		}
		for _, t := range times {
			for i := t.from; i < t.to && p.says(t); i++ {
				known[i] = true
			}
		}
		all = append(all, r.unaccounted(p, list, known, plainWord|treatmentWord|doLead|fillerWord)...)
	}
	return all
}
