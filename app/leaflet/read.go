package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// mostParts is how many rows and left parts a draft has at most: more is no leaflet, and nobody looks it through.
const mostParts = 600

// read reads all lines in their order.
func (r *reader) read() {
	all := tokens(r.text, 0, len(r.text))
	for i := range all {
		if (all[i].text == "day" || all[i].text == "days") && i+1 < len(all) && (all[i+1].text == "0" || all[i+1].text == "zero") {
			r.day0 = true
		}
	}
	r.survey()
	for i := 0; i < len(r.rows); i++ {
		if r.full(i) {
			return
		}
		if r.rows[i].cells != nil {
			i = r.table(i) - 1
			continue
		}
		r.line(i)
	}
}

// full says whether a draft has as many parts as it may have: the text from the i-th line on is then listed as left.
func (r *reader) full(i int) bool {
	if len(r.out)+len(r.left) < mostParts {
		return false
	}
	r.left = append(r.left, Left{At: Span{r.rows[i].at.From, len(r.text)}, Why: TooLong})
	return true
}

// line reads one line: as a heading, or as what stands below one.
func (r *reader) line(i int) {
	l := &r.rows[i]
	list := tokens(r.text, l.at.From, l.at.To)
	if len(list) == 0 {
		return
	}
	if l.item || i > 0 && r.rows[i-1].item {
		r.leave(l.item, l.indent)
	}
	r.nest(l, list)
	r.before = i+1 < len(r.rows) && r.rows[i+1].item
	phone, at, calls := r.phoneIn(l.at)
	if calls {
		r.clinic(i, phone, at)
	}
	if r.heading(i, list) || calls && r.onlyContact(list) {
		return
	}
	if !l.item && l.blank && i > 0 && r.rows[i-1].item { // whether a heading above the list before it holds still, nobody knows
		for k := range r.heads {
			r.heads[k].blur = r.heads[k].blur || r.heads[k].level == 0 && len(r.heads[k].times) > 0
		}
	}
	r.below(list)
}

// nest notes whether an item of a list stands below one that has a time of its own: then that, or the heading's, holds.
func (r *reader) nest(l *line, list []token) {
	if l.item && r.above.item && l.indent > r.above.indent {
		r.nested = r.timed
		return
	}
	r.timed = l.item && list[len(list)-1].kind != colon && slices.ContainsFunc(timesIn(list), func(t timex) bool { return t.kind != often })
	r.above, r.nested = *l, false
}

// below reads what stands below headings: sentences, the first of which may begin with a heading of its own.
func (r *reader) below(list []token) {
	list = r.untitled(list)
	kept := len(r.heads)
	heads := r.heads
	if inner, rest, ok := r.inline(list); ok {
		r.heads = append([]head(nil), r.heads...)
		r.enter(inner)
		for i, s := range sentences(rest) {
			if more, behind, ok := r.inline(s); ok && i > 0 {
				r.heads = append([]head(nil), heads...)
				r.enter(more)
				inner, s = more, behind
			} else if i > 0 && !inner.lasts() { // "For a day: no makeup. No sport.": for a day, too?
				r.heads[len(r.heads)-1].blur = true
			}
			r.sentence(s)
		}
		r.heads = heads[:kept]
		return
	}
	all := sentences(list)
	defer func() { r.second = false }()
	for _, s := range all {
		r.back = r.back || slices.ContainsFunc(timesIn(s), func(t timex) bool { return refersBack(s, t) })
	}
	defer func() { r.back = false }()
	for i, s := range all {
		if len(r.out)+len(r.left) >= mostParts {
			r.left = append(r.left, Left{At: Span{s[0].from, list[len(list)-1].to}, Why: TooLong})
			return
		}
		r.second = i > 0
		if i > 0 && i == len(all)-1 && s[len(s)-1].kind == colon { // a heading at the end of the item before it
			h, ok := r.headOf(s)
			h.at, h.lead, h.blur = spanOf(s), r.before, !ok
			if !ok {
				r.pass(s, AHeading)
			}
			r.enter(h)
			continue
		}
		had := len(r.out)
		if asks(r.text, s) || i > 0 && asks(r.text, all[i-1]) && !r.calls(s) { // what follows a question holds in its case
			r.pass(s, NoRule)
			continue
		}
		r.sentence(s)
		if i > 0 {
			r.excepted(had)
		}
		if i > 0 && len(r.out) == had && (sayMore(s) || goesOnWith(r.text, all[i-1], s)) {
			r.unsay(all[i-1])
		}
	}
	r.leadsOn(list)
}

// asks says whether a sentence ends with a question mark.
func asks(text string, s []token) bool {
	return strings.HasPrefix(strings.TrimLeftFunc(text[s[len(s)-1].to:], nothing), "?")
}

// calls says whether a sentence tells to call.
func (r *reader) calls(s []token) bool {
	at, _ := find(s, callWord)
	return at >= 0
}

// sayMore says whether a sentence tells until or from when what was said before it holds: "This applies for two weeks."
func sayMore(list []token) bool {
	times := timesIn(list)
	at := find2(list[:min(4, len(list))], "this", "these", "they", "it", "both", "same", "those")
	return at >= 0 && (at == 0 || onlyFillers(list[:at]) || list[at-1].text == "of" || list[at-1].text == "the") && slices.ContainsFunc(times, func(t timex) bool {
		return t.kind != often && t.kind != noEnd && !t.minutes && !(t.from <= at && at < t.to)
	})
}

// goesOnWith says whether a sentence is the rest of the one before it: "for 2 weeks; longer if ...".
func goesOnWith(text string, before, s []token) bool {
	for len(s) > 1 && s[0].kind > figure {
		s = s[1:]
	}
	if slices.Contains([]string{"longer", "shorter", "unless", "except"}, s[0].text) {
		return true
	}
	if slices.Contains([]string{"discontinue", "stop", "cease"}, s[0].text) && len(s) > 1 && slices.Contains([]string{"application", "use", "using", "applying", "it", "this", "them", "these", "after", "the"}, s[1].text) {
		return true // "use it for two weeks. Discontinue use a week before"
	}
	return strings.HasPrefix(strings.TrimLeftFunc(text[before[len(before)-1].to:], nothing), ";") && (isTime(s, 0) || slices.Contains([]string{"or", "if", "but", "more", "less", "only", "provided", "when"}, s[0].text))
}

// unsay takes back the rows of a sentence of which the next one says more than any rule understood.
func (r *reader) unsay(list []token) {
	at := spanOf(list)
	had := len(r.out)
	r.out = slices.DeleteFunc(r.out, func(p Proposal) bool { return p.At == at && (p.Row.Ban() || p.Row.Rule == row.Do) })
	if len(r.out) < had {
		r.left = slices.DeleteFunc(r.left, func(l Left) bool { return at.From <= l.At.From && l.At.To <= at.To })
		r.pass(list, AFigure)
	}
}

// untitled is an item without the few words before a colon that only name what it then tells: "No makeup: do not wear
// makeup for a day." They are listed as a heading.
func (r *reader) untitled(list []token) []token {
	i := slices.IndexFunc(list, func(t token) bool { return t.kind == colon || t.kind == stop })
	if i < 1 || i > 6 || list[i].kind != colon || i+3 >= len(list) || len(timesIn(list[:i])) > 0 {
		return list
	}
	front, rest := list[:i], sentences(list[i+1:])[0]
	a, b := cueOf(front, nil), cueOf(rest, timesIn(rest))
	if a.at < 0 || a.none || b.at != 0 || a.at+a.n >= len(front) && a.rule != row.Do || b.rule != a.rule && (a.rule != row.Avoid || b.rule != row.Less && b.rule != row.Do || b.post || b.none) || b.at+b.n >= len(rest) {
		return list
	}
	r.pass(front, AHeading)
	return list[i+1:]
}

// leadsOn notes that what was read leads in the list right below it: nothing from further up holds there, and what does,
// nobody knows.
func (r *reader) leadsOn(list []token) {
	at := find2(list, "following")
	if r.before && at > 0 && (list[at-1].text == "the" || list[at-1].text == "these") && len(r.heads) > 0 && (at+1 >= len(list) || unitOf(list[at+1].text) == "" && find2(list[at+1:at+2], "morning", "evening") < 0) {
		r.heads = nil
		r.enter(head{at: spanOf(list), blur: true})
		r.entered = r.entered[:len(r.entered)-1] // its words are told already
	}
}

// lasts says whether a heading in a line holds for all sentences of it: a day or a rule does.
func (h *head) lasts() bool {
	return len(h.times) == 0 || slices.ContainsFunc(h.times, func(t timex) bool { return t.kind == stretch || t.kind == begins })
}

// sentences parts tokens where a sentence ends.
func sentences(list []token) [][]token {
	var out [][]token
	from := 0
	for i := range list {
		if joinedSentences(list, i) { // "skin.Avoid"
			out = append(out, list[from:i])
			from = i + 1
			continue
		}
		if list[i].kind == close && i > from && i+1 < len(list) && list[i+1].upper && list[i-1].text == "." && list[max(i-2, from)].text != "etc" { // "(a soap.) You may wash"
			out = append(out, list[from:i+1])
			from = i + 1
			continue
		}
		if list[i].kind == close && i+1 < len(list) && list[i+1].upper && list[from].kind == open && !slices.ContainsFunc(list[from+1:i], func(t token) bool { return t.kind == open || t.kind == close }) { // "(Do not pick) Use the cream"
			out = append(out, list[from:i])
			from = i + 1
			continue
		}
		if explains(list, from, i) { // "Avoid alcohol (24 hours before) - Alcohol thins the blood"
			out = append(out, list[from:i])
			from = i + 1
			continue
		}
		if list[i].text == "." && i+1 < len(list) && list[i+1].kind == close { // "(pool or beach.)"
			continue
		}
		if list[i].kind != stop || list[i].text == "." && i+1 < len(list) && (!isUpperNext(list, i) || abbreviations[list[max(i-1, 0)].text] && !(unitOf(list[max(i-1, 0)].text) != "" && list[i+1].upper)) {
			continue
		}
		if i > from {
			out = append(out, list[from:i])
		}
		from = i + 1
	}
	if from < len(list) {
		out = append(out, list[from:])
	}
	return out
}

// joinedSentences says whether a stop without a space behind it parts two sentences all the same.
func joinedSentences(list []token, i int) bool {
	if i == 0 || i+1 >= len(list) || list[i].text != "." {
		return false
	}
	a, b := list[i-1], list[i+1]
	return list[i].tight && b.tight && a.kind == word && b.kind == word && len(a.text) > 2 && len(b.text) > 1 && !a.upper && b.upper
}

// explains says whether a dash parts an instruction from the sentence that says why.
func explains(list []token, from, i int) bool {
	if list[i].kind != dash || list[i].to2 || i < from+2 || i+3 >= len(list) || list[i].tight || list[i+1].tight || !list[i+1].upper || isTime(list, i+1) {
		return false
	}
	front := list[from:i]
	c := cueOf(front, timesIn(front))
	return c.at >= 0 && !c.post && c.at+c.n < len(front)
}

// abbreviations end with a stop that ends no sentence.
var abbreviations = map[string]bool{"e": true, "g": true, "eg": true, "i": true, "ie": true, "approx": true, "vs": true, "dr": true, "min": true, "no": true, "incl": true, "st": true, "nr": true, "tel": true, "max": true, "hrs": true}

// isUpperNext says whether what follows the stop at i may begin a sentence.
func isUpperNext(list []token, i int) bool {
	return !list[i+1].tight && list[i+1].upper || list[i+1].kind != word
}

// shift are the times behind the n-th token, counted from there.
func shift(times []timex, n int) (out []timex) {
	for _, t := range times {
		if t.from >= n {
			t.from, t.to = t.from-n, t.to-n
			out = append(out, t)
		}
	}
	return out
}

// inline reads a heading that stands before a colon or a dash in the line itself: "Day 1: no makeup", "Sun - avoid it".
func (r *reader) inline(list []token) (head, []token, bool) {
	for i, t := range list {
		if i > 12 || t.kind == stop {
			break
		}
		if i == 0 || t.kind != colon && t.kind != dash || t.to2 || i+1 >= len(list) {
			continue
		}
		front := list[:i]
		if h, ok := r.headOf(front); ok {
			h.at, h.lead, h.some = spanOf(front), true, forSome(front) && len(h.times) == 0
			return h, list[i+1:], true
		}
		times := timesIn(front)
		if cueOf(front, times).at >= 0 {
			break
		}
		if thing := r.thing(front); len(thing) > 0 && len(times) == 0 && len(thing) <= 4 && len(r.mentionsIn(spanOf(thing))) > 0 {
			return head{at: spanOf(front), thing: front, tokens: front, lead: true, some: forSome(front)}, list[i+1:], true
		}
		if t.kind == colon {
			break
		}
	}
	return head{}, nil, false
}
