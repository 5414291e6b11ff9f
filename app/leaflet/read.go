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
		if len(r.out)+len(r.left) >= mostParts {
			r.left = append(r.left, Left{At: Span{r.rows[i].at.From, len(r.text)}, Why: TooLong})
			return
		}
		if r.rows[i].cells != nil {
			i = r.table(i) - 1
			continue
		}
		r.line(i)
	}
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
	for i, s := range all {
		r.second = i > 0
		if i > 0 && i == len(all)-1 && s[len(s)-1].kind == colon { // a heading at the end of the item before it
			h, ok := r.headOf(s)
			h.at, h.lead, h.blur = spanOf(s), false, !ok
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
	if slices.Contains([]string{"longer", "shorter", "unless", "except"}, s[0].text) {
		return true
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
	if a.at < 0 || a.none || b.at != 0 || a.at+a.n >= len(front) && a.rule != row.Do || b.rule != a.rule || b.at+b.n >= len(rest) {
		return list
	}
	r.pass(front, AHeading)
	return list[i+1:]
}

// leadsOn notes that what was read leads in the list right below it: nothing from further up holds there, and what does,
// nobody knows.
func (r *reader) leadsOn(list []token) {
	at := find2(list, "following")
	if r.before && at > 0 && (list[at-1].text == "the" || list[at-1].text == "these") && len(r.heads) > 0 {
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
		if explains(list, from, i) { // "Avoid alcohol (24 hours before) - Alcohol thins the blood"
			out = append(out, list[from:i])
			from = i + 1
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

// heading reads a line as a heading, and says whether it was one.
func (r *reader) heading(i int, list []token) bool {
	l := &r.rows[i]
	words := 0
	for _, t := range list {
		if t.kind <= figure {
			words++
		}
	}
	nextItem := i+1 < len(r.rows) && r.rows[i+1].item && (!l.item || !r.rows[i].number || !r.rows[i+1].number)
	if stopped := list[:len(list)-1]; nextItem && !l.item && list[len(list)-1].text == "." && len(stopped) > 0 {
		if h, pure := r.headOf(stopped); pure && h.rule != "" { // "What to avoid for 3 days."
			list = stopped
		}
	}
	last := list[len(list)-1]
	text := r.text[l.at.From:l.at.To]
	if r.question(l, list, words) {
		return true
	}
	if last.kind == stop && last.text != "!" && last.text != "?" && last.text != "…" || words > 16 {
		return false
	}
	leads := last.kind == colon
	h, pure := r.headOf(list)
	if plain := unbracketed(list); !pure && len(plain) > 0 && len(plain) < len(list) { // "First 24 hours (no exceptions)"
		if of, ok := r.headOf(plain); ok {
			h, pure = of, true
		}
	}
	h.at, h.level = l.at, l.level
	h.lead = leads && nextItem && l.level == 0 && (l.item || h.rule != "" || !l.caps && words > 4)
	if l.item {
		h.indent = l.indent
	}
	if pure {
		h.tokens = list
		r.enter(h)
		return true
	}
	c := cueOf(list, timesIn(list))
	if leads && (nextItem || l.level > 0) && r.leadIn(&h, list, c) {
		r.enter(h)
		return true
	}
	if c.at >= 0 && nextItem && !l.item && !leads && l.blank && words <= 8 && len(r.mentionsIn(l.at)) == 0 {
		r.pass(list, AHeading) // "To get the most from it"
		r.enter(head{at: l.at, level: l.level, blur: true, some: forSome(list)})
		return true
	}
	if between := i > 0 && r.rows[i-1].item && nextItem; !l.item && c.at < 0 && words <= 12 && len(r.holding().heads) > 0 && (between || r.opensWithTime(list)) {
		r.pass(list, AHeading) // of what it is a heading nobody knows: nothing from further up holds below it
		r.heads = nil
		r.enter(head{at: l.at, level: l.level, blur: true, some: forSome(list)})
		return true
	}
	if of := kindsIn(list); !l.item && words <= 7 && len(of) > 0 && len(r.kinds) > 1 && c.at < 0 && find2(list[:1], "after", "before", "following", "post", "for", "aftercare", "pre") == 0 { // what is below it is for that
		r.pass(list, AHeading)
		r.heads = nil
		r.enter(head{at: l.at, level: l.level, before: preOnly(list), blur: true})
		return true
	}
	if l.item && !leads || c.at >= 0 && !(c.rule == row.Do && !c.post && l.level > 0) || i+1 >= len(r.rows) && l.level == 0 {
		return false
	}
	marked := l.level > 0 || l.caps && words < 10 || leads
	shorter := words <= 5 && !l.item && strings.IndexByte(text, '\n') < 0 && i+1 < len(r.rows) && r.rows[i+1].at.To-r.rows[i+1].at.From > 2*len(text)+10 && l.blank || words <= 6 && nextItem && !l.item
	if !marked && !shorter {
		return false
	}
	if thing := r.mentionsIn(l.at); len(thing) > 0 && words <= 6 && !thing[0].seen && r.holding().rule == "" && 2*(thing[0].To-thing[0].From) >= len(text) {
		h = head{at: l.at, level: l.level, thing: r.thing(list), tokens: list, some: forSome(list)}
		if len(h.thing) > 0 {
			r.enter(h)
			return true
		}
	}
	if r.holding().rule != "" && !marked && !(shorter && l.blank && r.weakly()) {
		return false
	}
	if r.spacing(list, r.holding()) {
		return true
	}
	r.title(l.at)
	r.pass(list, AHeading)
	r.enter(head{at: l.at, level: l.level, indent: h.indent, lead: h.lead, blur: true, some: forSome(list), before: preOnly(list)})
	return true
}

// preOnly says whether a heading speaks of the time before the treatment, and not of the one after it.
func preOnly(list []token) bool {
	at, _ := find(list, beforeWord)
	return (at >= 0 || find2(list, "pre", "prior") >= 0) && find2(list, "post", "after", "aftercare", "following", "and") < 0
}

// weakly says whether the rule that holds is of a heading that may as well be none: "Aftercare".
func (r *reader) weakly() bool {
	weak := false
	for _, h := range r.heads {
		if h.rule != "" {
			weak = h.weak
		}
	}
	return weak
}

// unbracketed are tokens without what stands in brackets.
func unbracketed(list []token) (out []token) {
	depth := 0
	for _, t := range list {
		switch {
		case t.kind == open:
			depth++
		case t.kind == close:
			depth = max(depth-1, 0)
		case depth == 0:
			out = append(out, t)
		}
	}
	return out
}

// opensWithTime says whether nothing but fillers stand before the first time of a line.
func (r *reader) opensWithTime(list []token) bool {
	times := timesIn(list)
	return len(times) > 0 && times[0].kind != often && times[0].kind != noEnd && onlyFillers(list[:times[0].from])
}

// leadIn reads the words before a list that say its rule: "Please contact us if you notice:", "You may feel:".
func (r *reader) leadIn(h *head, list []token, c cue) bool {
	times := timesIn(list)
	*h = head{at: h.at, level: h.level, indent: h.indent, lead: true, tokens: list, times: times}
	if at, _ := find(list, callWord); at >= 0 {
		h.rule = row.Call
		h.times = nil
		return true
	}
	if at, _ := find(list, expectWord); at >= 0 && c.rule != row.Avoid {
		h.rule = row.Expect
		return true
	}
	if c.at < 0 || c.none || c.rule == row.Only || c.wait || c.rule == row.Do && !c.post && !leadVerbs[list[c.at].text] {
		return false
	}
	parts, _ := r.partsOf(list[c.at+c.n:], shift(times, c.at+c.n))
	if c.post {
		parts, _ = r.partsOf(list[:c.at], times)
	}
	for _, p := range parts {
		if len(p.thing) > 0 && len(r.mentionsIn(spanOf(p.thing))) > 0 {
			return false
		}
	}
	h.rule = c.rule
	return true
}

// leadVerbs are the verbs with which a list of what to do is led in. Of others nobody knows: "leave" means the opposite.
var leadVerbs = map[string]bool{"use": true, "apply": true, "follow": true, "take": true, "wear": true, "ensure": true, "make": true, "remember": true, "keep": true, "try": true}

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
