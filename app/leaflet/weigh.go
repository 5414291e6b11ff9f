package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// mostDoubts is how many questions are asked of one row.
const mostDoubts = 3

// weigh doubts each proposal whose sentence is not wholly accounted for. Each word has to belong to the rule, to a thing that
// is known, to a time that the row says, or to a closed list of words that say nothing more. The rules that made the row are
// not asked: what they got wrong is asked of the person.
func (r *reader) weigh() {
	for i := range r.out {
		p := &r.out[i]
		if p.Row.Rule == row.Clinic {
			continue
		}
		for _, d := range r.doubtsOf(i) {
			if !slices.ContainsFunc(p.Doubts, func(o Doubt) bool { return o.covers(d) }) {
				p.Doubts = append(p.Doubts, d)
			}
		}
		if len(p.Doubts) > mostDoubts { // the whole sentence is
			p.Doubts = append(p.Doubts[:mostDoubts-1:mostDoubts-1], Doubt{AWord, p.At})
		}
	}
}

// covers says whether a question asks of what another one would.
func (d Doubt) covers(o Doubt) bool {
	return d.At.From <= o.At.From && o.At.To <= d.At.To && (d.Why == o.Why || d.Why != ANoEnd && o.Why != ANoEnd && o.Why != AHeading)
}

// doubtsOf are the questions that the n-th proposal leaves open.
func (r *reader) doubtsOf(n int) (all []Doubt) {
	p := r.out[n]
	list := tokens(r.text, p.At.From, p.At.To)
	times := timesIn(list)
	if p.Row.Rule != row.Call && p.Row.Rule != row.Spacing {
		all = append(all, r.timeDoubts(p, list, times)...)
	}
	switch p.Row.Rule {
	case row.Avoid, row.Less, row.Only:
		if p.Row.Until == "" && !slices.ContainsFunc(times, func(t timex) bool { return t.kind == noEnd }) {
			all = append(all, Doubt{ANoEnd, p.At})
		}
		all = append(all, r.thingDoubts(p)...)
		all = append(all, r.wordDoubts(n, list, times)...)
	case row.May:
		if p.Row.From == "" {
			all = append(all, Doubt{ATurn, p.At})
		}
		all = append(all, r.thingDoubts(p)...)
		all = append(all, r.wordDoubts(n, list, times)...)
	case row.Do, row.Expect:
		all = append(all, r.turnDoubts(n, list, times)...)
	case row.Spacing:
		all = append(all, r.figureDoubts(p, list)...)
	}
	return append(append(all, r.nextDoubts(p)...), r.choiceDoubts(p)...)
}

// says says whether a row says a time.
func (p Proposal) says(t timex) bool {
	has := func(s string) bool {
		return s != "" && (s == p.Row.From || s == p.Row.Until || s == p.Row.Usually || s == p.Row.Often)
	}
	switch {
	case t.kind == unsure || t.kind == often && p.Row.Often == "":
		return false
	case t.kind == noEnd:
		return p.Row.Until == ""
	case t.kind == calm || t.kind == whenCalm:
		return p.Row.Until == "calm" || p.Row.From == "calm"
	case t.start != "" && t.end != "" && t.end != "0h" && t.end != "next":
		return has(t.start) && has(t.end) || p.Row.Rule == row.May && has(t.start)
	case has(t.start) || has(t.end):
		return true
	case t.length.unit != "":
		for _, sign := range []string{"", "-", "next-"} {
			if has(t.length.text(sign)) {
				return true
			}
		}
	}
	return p.Row.Until == "morning 1" && t.kind == evening || p.Row.From == "morning 1" && t.firstDay
}

// tells says whether the row has words in a text of its own, which is then all that it says of when.
func (p Proposal) tells(words string) bool {
	return (p.Row.Rule == row.Do || p.Row.Rule == row.Expect) && p.Row.From+p.Row.Until+p.Row.Often == "" && strings.Contains(strings.ToLower(p.Row.Text), strings.ToLower(words))
}

// timeDoubts asks about each time of a row's sentence that the row does not say, and about a time of another place.
func (r *reader) timeDoubts(p Proposal, list []token, times []timex) (all []Doubt) {
	figures, said := 0, false
	for _, t := range times {
		at := spanOf(list[t.from:t.to])
		own := p.own.From <= at.From && at.To <= p.own.To || p.own.From >= p.own.To
		if t.kind != often && t.kind != noEnd && !t.minutes {
			figures++
		}
		if t.minutes && p.carries(at) || p.tells(r.words(at)) {
			continue
		}
		if !p.says(t) {
			if t.kind != often || own && !p.carries(at) {
				all = append(all, Doubt{AFigure, at})
			}
			continue
		}
		if !own && t.kind != often && !(at.From < p.own.From && onlyFillers(list[:t.from])) { // "For a week, ..." holds for all of it
			all = append(all, Doubt{AFigure, at})
		}
		if (t.kind == calm || t.kind == whenCalm) && !ofSkin(list[t.from:t.to]) { // "until it is finished"
			all = append(all, Doubt{AFigure, at})
		}
		said = said || t.kind != often
	}
	if figures > 1 && len(all) == 0 && !twins(times) && !(figures == 2 && p.Row.Usually != "") {
		for _, t := range times[1:] {
			if t.kind != often && t.kind != noEnd && !t.minutes {
				all = append(all, Doubt{AFigure, spanOf(list[t.from:t.to])})
				break
			}
		}
	}
	if !said && (p.Row.From != "" || p.Row.Until != "") && p.Row.Rule != row.Spacing {
		if at, sure := r.fromHeading(p); !sure {
			all = append(all, Doubt{AHeading, at})
		}
	}
	return all
}

// ofSkin says whether words tell that skin is calm, rather than that something else is over.
func ofSkin(list []token) bool {
	return find2(list, "skin", "healed", "heals", "heal", "healing", "recovered", "red", "sensitive", "calm", "calmed", "crusts", "scabs", "crust", "scab", "wound", "wounds", "face", "area") >= 0 || slices.ContainsFunc(list, func(t token) bool { return phraseAt([]token{t}, 0, symptomWord) > 0 })
}

// twins says whether all times are one said twice: "three days (72 hours)".
func twins(times []timex) bool {
	h := 0
	for _, t := range times {
		if t.kind == often || t.kind == noEnd || t.minutes {
			continue
		}
		if n := t.length.hours(); n == 0 || h != 0 && h != n {
			return false
		} else {
			h = n
		}
	}
	return true
}

// carries says whether the row says words by themselves.
func (p Proposal) carries(s Span) bool {
	return slices.ContainsFunc(p.carried, func(c Span) bool { return c.From <= s.From && s.To <= c.To })
}

// fromHeading finds the heading that a row has its time from, and says whether it surely holds for it: the row is the first
// sentence of its line, or the heading is of days, and nothing but lines of the same list stand between.
func (r *reader) fromHeading(p Proposal) (at Span, sure bool) {
	at = p.At
	found, section := false, false
	for _, h := range p.Heads {
		list := tokens(r.text, h.From, h.To)
		if pre, _ := find(list, beforeWord); h.To <= p.At.From && (pre >= 0 || slices.ContainsFunc(timesIn(list), func(t timex) bool { return t.kind != often && t.kind != noEnd })) {
			at, found = h, true
			section = slices.ContainsFunc(timesIn(list), func(t timex) bool { return t.kind == stretch || t.kind == begins || t.kind == before })
		}
	}
	if !found {
		return at, false
	}
	between := r.text[at.To:p.At.From]
	if !strings.Contains(between, "\n") { // in its line: "Day 1: no makeup"
		return at, section || !strings.ContainsAny(between, ".;!?")
	}
	mine := slices.IndexFunc(r.rows, func(l line) bool { return l.at.From <= p.At.From && p.At.From < l.at.To })
	if mine < 0 || !section && len(tokens(r.text, r.rows[mine].at.From, p.At.From)) > 0 {
		return at, false
	}
	first := true
	for i := 0; i <= mine; i++ {
		l := r.rows[i]
		if l.at.From < at.To {
			continue
		}
		if !first && (l.blank && !l.item || l.item != r.rows[mine].item || l.indent != r.rows[mine].indent) {
			return at, false
		}
		first = false
	}
	return at, !slices.ContainsFunc(r.left, func(l Left) bool { return l.Why == AHeading && at.To <= l.At.From && l.At.To <= p.At.From })
}

// thingDoubts asks about each thing of a row that the words of the house do not know as a whole.
func (r *reader) thingDoubts(p Proposal) (all []Doubt) {
	if p.Row.Text != "" && p.Row.Rule == row.Avoid { // it says so by its own words
		return nil
	}
	for _, s := range p.carried {
		list := tokens(r.text, s.From, s.To)
		if len(list) == 0 {
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
			if n := phraseAt(list, i, qualityWord|plainWord); n > 0 {
				i += n
				continue
			}
			all = append(all, Doubt{AThing, s})
			break
		}
	}
	return all
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
	for _, o := range r.out {
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
		if from >= 0 {
			why := AWord
			if slices.ContainsFunc(list[from:i], func(t token) bool { return phraseAt([]token{t}, 0, turnsWord) > 0 }) {
				why = ATurn
			}
			all = append(all, Doubt{why, spanOf(list[from:i])})
			from = -1
		}
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

// turnDoubts asks about words that turn round or limit what a row says by the words of its sentence.
func (r *reader) turnDoubts(n int, list []token, times []timex) []Doubt {
	p := r.out[n]
	known := make([]bool, len(list))
	for i, t := range list {
		n := 0
		if p.Row.Rule == row.Expect { // "you may notice some"
			n = phraseAt(list, i, expectWord)
		}
		if m := phraseAt(list, i, plainWord|harmless); m > 1 { // "every day", "when outdoors"
			n = max(n, m)
		}
		for k := range n {
			known[i+k] = true
		}
		tells := p.Row.Rule == row.Expect && isOneOf(list, i, "may", "might", "can", "could", "some", "most", "it", "this", "more", "you", "few", "several")
		known[i] = known[i] || tells || phraseAt(list, i, turnsWord) == 0 || p.cue.From <= t.from && t.to <= p.cue.To
	}
	for _, t := range times {
		if p.says(t) || p.tells(r.words(spanOf(list[t.from:t.to]))) || t.kind == often || t.minutes {
			for i := t.from; i < t.to; i++ {
				known[i] = true
			}
		}
	}
	for _, o := range r.out {
		if o.At == p.At && o.own != p.own { // another row says that
			for i, t := range list {
				known[i] = known[i] || o.own.From <= t.from && t.to <= o.own.To
			}
		}
	}
	all := r.unaccounted(p, list, known, 0)
	if p.own.From < p.own.To { // what stands before and behind its clause
		for i, t := range list {
			known[i] = p.own.From <= t.from && t.to <= p.own.To || slices.ContainsFunc(r.out, func(o Proposal) bool { return o.own.From <= t.from && t.to <= o.own.To })
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

// figureDoubts asks about each number of a sentence that a row of the next treatment does not say.
func (r *reader) figureDoubts(p Proposal, list []token) (all []Doubt) {
	said := tokens(p.Row.From+" "+p.Row.Until+" "+p.Row.Sessions, 0, len(p.Row.From+p.Row.Until+p.Row.Sessions)+2)
	for i, t := range list {
		n, ok := numberAt(list, i)
		if !ok || t.text == "a" || t.text == "an" || t.text == "one" {
			continue
		}
		if !slices.ContainsFunc(said, func(s token) bool { return s.kind == figure && int(s.n) == n }) {
			all = append(all, Doubt{AFigure, spanOf(list[i : i+1])})
		}
	}
	if then := find2(list, "then", "monthly", "yearly", "afterwards", "thereafter"); then >= 0 {
		all = append(all, Doubt{ATurn, spanOf(list[then:])})
	}
	return all
}

// goOn are words with which a sentence goes on with the one before it.
var goOn = []string{"this", "these", "that", "those", "it", "they", "then", "however", "but", "unless", "except", "if", "or", "otherwise", "longer", "after", "afterwards", "thereafter", "also", "once", "until", "you", "mineral", "only", "do", "some", "although", "ideally", "same", "such", "again"}

// nextDoubts asks about the sentence behind a row's in the same line, where it goes on with it and no row says it.
func (r *reader) nextDoubts(p Proposal) []Doubt {
	mine := slices.IndexFunc(r.rows, func(l line) bool { return l.at.From <= p.At.From && p.At.From < l.at.To })
	if mine < 0 || p.At.To >= r.rows[mine].at.To || r.rows[mine].cells != nil {
		return nil
	}
	if front := tokens(r.text, r.rows[mine].at.From, p.At.From); p.Row.Rule != row.Call && p.Row.Rule != row.Expect { // "If you bought some, use it. Always use it first."
		for _, s := range sentences(front) {
			if n, _ := find(s[:min(len(s), 3)], conditionWord); n >= 0 {
				return []Doubt{{ACondition, spanOf(s)}}
			}
		}
	}
	rest := tokens(r.text, p.At.To, r.rows[mine].at.To)
	for len(rest) > 0 && rest[0].kind > figure {
		rest = rest[1:]
	}
	if len(rest) == 0 || !slices.Contains(goOn, rest[0].text) {
		return nil
	}
	s := sentences(rest)[0]
	if at := spanOf(s); !slices.ContainsFunc(r.out, func(o Proposal) bool { return o.At.From < at.To && at.From < o.At.To && len(o.Row.From+o.Row.Until) > 0 }) && (len(timesIn(s)) > 0 || slices.ContainsFunc(s, func(t token) bool { return slices.Contains([]string{"if", "unless", "except", "longer", "but", "however", "only", "fine", "okay", "ok", "allowed"}, t.text) })) {
		return []Doubt{{ATurn, at}}
	}
	return nil
}

// choiceDoubts asks about what a sentence gives to choose from: "stay inside or wear a hat" are no two instructions.
func (r *reader) choiceDoubts(p Proposal) []Doubt {
	if p.own.From >= p.own.To {
		return nil
	}
	for _, side := range []Span{{p.At.From, p.own.From}, {p.own.To, p.At.To}} {
		list := tokens(r.text, side.From, side.To)
		if len(list) > 0 && (side.To == p.own.From && list[len(list)-1].text == "or" || side.From == p.own.To && list[0].text == "or") {
			return []Doubt{{ATurn, spanOf(list)}}
		}
	}
	if own := tokens(r.text, p.own.From, p.own.To); own[0].text == "or" {
		return []Doubt{{ATurn, p.own}}
	}
	return nil
}
