package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// clause reads one clause and proposes its rows, or lists it as not taken over. A row is proposed only if each word of the
// clause is accounted for: it is the rule, a time or a thing, it says why, or it says nothing.
func (r *reader) clause(a asked) {
	had, left := len(r.out), len(r.left)
	r.rowsOf(a)
	if len(r.out) == had {
		return
	}
	why := Why("")
	if slices.ContainsFunc(a.hold.heads, func(h head) bool { return h.some }) {
		why = AHeading
	}
	for _, p := range r.out[had:] {
		for _, d := range p.Doubts {
			if d.Why != ADayCount && why == "" {
				why = d.Why
			}
		}
	}
	if why == "" && len(r.left) > left {
		why = r.left[left].Why
	}
	if why == "" && slices.ContainsFunc(r.out[had:], func(p Proposal) bool { return openEnded(p.Row) && a.speaksOfTime() }) {
		why = AFigure
	}
	if why == "" && slices.ContainsFunc(r.out[had:], func(p Proposal) bool { return a.bothSides(p.Row) }) {
		why = AFigure
	}
	if why == "" && r.besides(a) {
		why = NoThing
	}
	if why == "" && (r.leftover(a, r.out[had:]) || !r.concerned(a, r.out[had:])) {
		why = NoRule
	}
	if why == "" {
		return
	}
	var keep []Proposal
	for _, p := range r.out[had:] {
		if p.Row.Rule == row.May || p.Row.Rule == row.Only || !r.tells(p) || slices.ContainsFunc(p.Doubts, func(d Doubt) bool { return d.Why == NoThing }) { // a yes is never half sure
			continue
		}
		if !slices.ContainsFunc(p.Doubts, func(d Doubt) bool { return d.Why == why }) {
			p.Doubts = append(p.Doubts, Doubt{why, spanOf(a.list)})
		}
		keep = append(keep, p)
	}
	if r.out = append(r.out[:had], keep...); len(keep) == 0 {
		r.left = r.left[:left]
		r.pass(a.list, why)
	}
}

// opened has rows say what their sentence begins with, where that is neither a time nor a rule: care says it by its own
// words, nothing else can.
func (a asked) opened(r *reader, p *Proposal) {
	if a.opening.From >= a.opening.To {
		return
	}
	text := oneLine(r.text[a.whole.From:a.whole.To])
	if !a.alone || p.Row.Rule != row.Do && p.Row.Rule != row.Expect || len(text) > mostText {
		p.Doubts = append(p.Doubts, Doubt{NoRule, a.opening})
		return
	}
	p.Row.Text, p.told = capital(text), a.whole
}

// leftover says whether a clause has a word for which nothing accounts.
func (r *reader) leftover(a asked, rows []Proposal) bool {
	list := a.list
	known := make([]bool, len(list))
	mark := func(from, to int) {
		for i := max(from, 0); i < min(to, len(list)); i++ {
			known[i] = true
		}
	}
	if a.cue.at >= 0 {
		mark(a.cue.at, a.cue.at+a.cue.n)
		if a.says() { // its own words tell it
			for i := a.cue.at; i < len(list); i++ {
				known[i] = known[i] || phraseAt(list, i, avoidWord|conditionWord|exceptWord|onlyWord) == 0 && find2(list[i:i+1], "before", "after", "prior", "until", "while", "during", "between") < 0 || i > 0 && list[i-1].text == "even"
			}
		}
	}
	if a.cue.deed > 0 { // "should not be touched or scratched"
		end := a.cue.deed + 1
		for end+1 < len(list) && (list[end].text == "or" || list[end].text == "and") && strings.HasSuffix(list[end+1].text, "ed") {
			end += 2
		}
		mark(a.cue.deed, end)
	}
	for _, t := range a.times {
		mark(t.from, t.to)
	}
	for _, p := range rows {
		for _, s := range p.carried {
			for i, t := range list {
				known[i] = known[i] || s.From <= t.from && t.to <= s.To
			}
		}
	}
	for i, depth := 0, 0; i < len(list); {
		switch list[i].kind {
		case open:
			depth++
		case close:
			depth--
		}
		if depth > 0 && list[i].text == "no" && i+1 < len(list) && known[i+1] { // "do not remove hair (no wax)"
			known[i] = true
		}
		if with, _ := find(list[i:], containingWord); with > 0 && products[list[i].text] { // "serums or creams with acids"
			known[i] = true
		}
		if known[i] || list[i].kind > figure && list[i].kind != sign || vague[list[i].text] { // what is meant of it is named
			i++
			continue
		}
		if end := r.reasonEnd(list, i, known); end > i {
			i = end
			continue
		}
		n := phraseAt(list, i, harmless|fillerWord|treatmentWord|exceptWord|includingWord|containingWord|prescribedWord|sensitiveWord)
		if n == 0 {
			return true
		}
		i += n
	}
	return false
}

// reasonEnd is where the words end that begin at the i-th token and say why; i if they do not, or if more than that
// stands in them.
func (r *reader) reasonEnd(list []token, i int, known []bool) int {
	n := phraseAt(list, i, whyWord)
	if n == 0 {
		return i
	}
	end, commas := i+n, 0
	for ; end < len(list) && !known[end] && list[end].kind != close && list[end].kind != stop; end++ {
		t := list[end]
		if t.kind == comma || t.text == "and" || t.text == "or" {
			commas = end
		}
		if t.kind == figure || phraseAt(list, end, avoidWord|conditionWord|exceptWord|onlyWord) > 0 && t.text != "as" {
			return i
		}
	}
	if commas > 0 && slices.ContainsFunc(r.mentionsIn(spanOf(list[commas:end])), func(m mention) bool { return !m.seen }) {
		return i // "as sweat irritates, sauna, pools"
	}
	return end
}

// inWords has a row of care, or of what to expect, say by its own words what its times do not say: the whole sentence
// stands in it then, and no figure of its own. That is so only where it is the sentence's only row.
func (a asked) inWords(r *reader, p *Proposal) {
	text := oneLine(r.text[a.whole.From:a.whole.To])
	if !a.alone || p.Row.Rule != row.Do && p.Row.Rule != row.Expect || len(text) > mostText {
		return
	}
	if whole := tokens(r.text, a.whole.From, a.whole.To); slices.ContainsFunc(timesIn(whole), func(t timex) bool { return refersBack(whole, t) }) {
		return
	}
	own := slices.ContainsFunc(p.Doubts, func(d Doubt) bool { return d.Why == AFigure })
	if !slices.ContainsFunc(p.Doubts, func(d Doubt) bool { return d.Why == ACondition }) && !own || slices.ContainsFunc(p.Doubts, func(d Doubt) bool {
		return d.Why != AFigure && d.Why != ACondition || d.At.From < a.whole.From || d.At.To > a.whole.To
	}) {
		return
	}
	held := len(a.hold.times) > 0 || a.hold.before
	if own && held {
		return
	}
	p.Row.Often = ""
	if !held || len(a.times) > 0 || len(a.lead) > 0 {
		p.Row.From, p.Row.Until, p.Row.Usually, p.Row.Condition, p.Row.AndCalm = "", "", "", "", false
		if held {
			return
		}
	}
	p.Row.Text, p.told, p.Doubts = capital(text), a.whole, nil
	p.carried = []Span{a.whole}
}

// tells says whether a row that is in doubt names a thing that is known: else it would only be a puzzle.
func (r *reader) tells(p Proposal) bool {
	for _, c := range p.carried {
		if slices.ContainsFunc(r.mentionsIn(c), func(m mention) bool { return !m.seen }) {
			return true
		}
	}
	return false
}
