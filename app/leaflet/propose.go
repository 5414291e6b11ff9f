package leaflet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterglow/app/studio/row"
)

// propose makes the rows of a clause that forbids or allows. list is what the times of the parts are of, other are times
// on the other side of the cue, of otherList.
func (r *reader) propose(a asked, c cue, list []token, parts []part, lost []Span, other []timex, otherList []token) {
	all, head := groups(parts)
	var doubts []Doubt
	for _, s := range lost {
		doubts = append(doubts, Doubt{NoThing, s})
	}
	if len(all) == 0 && len(lost) == 0 {
		if thing := r.thing(a.hold.thing); len(thing) > 0 {
			all = []group{{things: [][]token{thing}}}
		}
	}
	if len(all) == 0 || len(all[0].things)+len(all[0].except) == 0 || c.post && r.ofTreatment(all) {
		r.pass(a.list, NoThing)
		return
	}
	if thing := r.thing(a.hold.thing); len(thing) > 0 && len(all) == 1 && all[0].only { // "Scrubs: none for a week, including ..."
		all[0].things = append([][]token{thing}, all[0].things...)
	}
	for i, g := range all {
		rule := c.rule
		own := settle(rule, g.times, list, false, a.hold.before)
		ahead := settle(rule, head, list, false, a.hold.before)
		beside := settle(rule, other, otherList, false, a.hold.before)
		at := own
		switch {
		case own.set || len(own.doubts) > 0:
			if len(other) > 0 && !beside.twin(own) {
				at = own.unsure(append(own.doubts, figuresOf(other, otherList)...))
			}
			if own.until == "calm" && own.usually == "" && r.inLine(a) { // "for 2 weeks: no sun, until healed"
				at = own.unsure(append(own.doubts, figuresOf(a.hold.times, a.hold.list)...))
			}
			if len(head) > 0 && g.timed && !ahead.twin(own) {
				at = at.unsure(append(at.doubts, figuresOf(head, list)...))
			}
		case g.doubt && len(head) == 0 && len(other) == 0:
			at = own.unsure(figuresOf(all[i-1].times, list))
		case len(head) > 0 && len(other) > 0 && !ahead.twin(beside):
			at = own.unsure(append(figuresOf(head, list), figuresOf(other, otherList)...))
		case len(head) > 0:
			at = ahead
		case len(other) > 0:
			at = beside
		default:
			at = r.inherited(a, rule)
		}
		if rule == row.Only && at.from != "" && at.until == "" && len(other)+len(head)+len(g.times) > 0 {
			rule = row.May // "only wash it after 24 hours"
		}
		if front := append(slices.Clone(head), a.lead...); rule == row.May && len(front) > 0 && front[0].spans() {
			r.pass(a.list, AFigure) // "12-72 hours after it makeup may be worn": from then on, or only then?
			continue
		}
		if i > 0 && !r.plainly(g) || slices.ContainsFunc(g.things, func(t []token) bool { return !a.says() && actsOn(r, t) }) {
			r.pass(a.list, NoThing) // "no gym for a week, rub the skin for a day"
			continue
		}
		if named, ok := g.named(); !a.says() {
			if !ok {
				r.pass(a.list, NoThing) // "no medicine", but which?
				continue
			}
			g = named
		}
		if !c.post && !a.says() && r.shown(g) {
			r.pass(a.list, NoRule) // nobody can leave redness
			continue
		}
		if slices.ContainsFunc(g.times, func(t timex) bool { return t.kind == before }) && slices.ContainsFunc(a.times, func(t timex) bool { return t.kind != before && t.kind != often }) {
			at = own.unsure(figuresOf(a.times, a.list)) // "4 weeks before ... and 2 weeks afterwards"
		}
		if len(g.things) > 0 && r.ofTreatment([]group{g}) && len(all) > 1 {
			r.pass(a.list, NoThing)
			continue
		}
		if rule == row.May && at.from == "" && (!r.known(g) || find2(a.list, "then", "afterwards", "later", "thereafter", "after") >= 0) { // "you can go home"
			r.pass(a.list, NoThing)
			continue
		}
		at = at.begun(a, rule)
		if all := append(slices.Clone(doubts), at.doubts...); len(all)+len(a.condition) == 0 || r.known(g) {
			r.row(a, rule, g, at, all)
			continue
		}
		r.pass(a.list, NoThing) // neither its time nor its thing is sure
	}
}

// inLine says whether a time stands before a colon in the line of a sentence.
func (r *reader) inLine(a asked) bool {
	n := len(a.hold.heads) - 1
	return n >= 0 && len(a.hold.heads[n].times) > 0 && a.hold.heads[n].at.To <= a.whole.From && !strings.Contains(r.text[a.hold.heads[n].at.To:a.whole.From], "\n")
}

// twin says whether times say nothing besides what others say.
func (s settled) twin(o settled) bool {
	return !s.set && len(s.doubts) == 0 || s.from == o.from && s.until == o.until
}

func (s settled) unsure(doubts []Doubt) settled {
	return settled{often: s.often, doubts: doubts}
}

func figuresOf(times []timex, list []token) (out []Doubt) {
	for _, t := range times {
		out = append(out, Doubt{AFigure, spanOf(list[t.from:t.to])})
	}
	return out
}

// inherited are the times that a clause without its own has from its sentence or its headings.
func (r *reader) inherited(a asked, rule row.Rule) settled {
	if at := find2(a.list, "too", "likewise"); at >= 0 && !follows(a.list, at+1, "much") { // as long as what was said before
		return settled{doubts: []Doubt{{AFigure, spanOf(a.list[at : at+1])}}}
	}
	if len(a.lead) > 0 && a.shared != nil { // "for a week no wine, no sauna and no gym for 2 days"
		return settled{doubts: figuresOf(a.shared.times, a.shared.list)}
	}
	if len(a.lead) > 0 {
		return settle(rule, a.lead, a.leadList, false, a.hold.before)
	}
	if a.shared != nil && a.same {
		return settle(rule, a.shared.times, a.shared.list, false, a.hold.before)
	}
	if a.shared != nil {
		return settled{doubts: figuresOf(a.shared.times, a.shared.list)}
	}
	if whole := tokens(r.text, a.whole.From, a.whole.To); (len(a.hold.times) > 0 || rule != row.Do && rule != row.Expect) && find2(whole, "arrive", "arriving", "arrival", "come") >= 0 { // it is for the way there
		return settled{doubts: []Doubt{{AFigure, a.whole}}}
	}
	if whole := timesIn(tokens(r.text, a.whole.From, a.whole.To)); len(a.hold.times) > 0 && slices.ContainsFunc(whole, func(t timex) bool { return t.kind == noEnd }) {
		return settled{doubts: figuresOf(a.hold.times, a.hold.list)} // "at all times": that heading's, too?
	}
	if r.back && rule != row.Do && rule != row.Expect {
		return settled{doubts: []Doubt{{AFigure, a.whole}}}
	}
	if len(a.hold.times) > 0 && rule == row.May && len(a.condition) > 0 { // it may begin on the condition, not at that time
		return settled{doubts: figuresOf(a.hold.times, a.hold.list)}
	}
	if own := cueOf(a.list, a.times); a.hold.bare && (a.cue.n > 0 || own.at >= 0) { // how far down the list the item before it holds, nobody knows
		for i := range r.heads {
			r.heads[i].blur = r.heads[i].blur || r.heads[i].bare
		}
		return settled{doubts: figuresOf(a.hold.times, a.hold.list)}
	}
	if len(a.hold.times) > 0 {
		s := settle(rule, a.hold.times, a.hold.list, true, a.hold.before)
		if a.hold.blur || len(a.hold.times) > 1 && !s.set {
			return s.unsure(figuresOf(a.hold.times, a.hold.list))
		}
		return s
	}
	if a.hold.before && rule != row.May {
		return settled{until: "0h", set: true}
	}
	for _, h := range a.hold.heads { // it may hold for the time of a heading that nobody understood
		if h.blur && r.speaksOfTime(h.at) {
			return settled{doubts: []Doubt{{AHeading, h.at}}}
		}
	}
	return settled{}
}

// speaksOfTime says whether words of time stand in a part of the text.
func (r *reader) speaksOfTime(s Span) bool {
	list := tokens(r.text, s.From, s.To)
	return len(timesIn(list)) > 0 || find2(list, "day", "days", "morning", "evening", "night", "before", "pre", "prior", "week", "weeks", "hours", "during", "between") >= 0
}

// row adds a proposal.
func (r *reader) row(a asked, rule row.Rule, g group, at settled, doubts []Doubt) {
	list := a.list
	if a.hold.next {
		if at.from == "" && at.until == "0h" { // how long before the next one it begins, nobody knows
			doubts = append(doubts, Doubt{AFigure, a.whole})
		}
		at = at.toNext()
	}
	p := Proposal{At: a.whole, Doubts: append(doubts, a.condition...), own: spanOf(a.list)}
	if c := a.cue; c.at >= 0 && c.n > 0 {
		p.cue = spanOf(list[c.at : c.at+c.n])
	}
	p.Row = row.Row{Rule: rule, From: at.from, Until: at.until, Usually: at.usually, AndCalm: at.andCalm, Often: at.often}
	if at.condition.From < at.condition.To {
		p.Row.Condition = strings.ToLower(r.words(at.condition))
	}
	for _, t := range g.things {
		p.Row.What = append(p.Row.What, r.spoken(t))
	}
	for _, t := range g.except {
		p.Row.Except = append(p.Row.Except, r.spoken(t))
	}
	if text := a.words(); len(text) > 0 && text[len(text)-1].to-text[0].from <= mostText {
		p.Row.Text, p.told = capital(r.words(spanOf(text))), spanOf(text)
	}
	if rule == row.Only {
		p.Row.What, p.Row.Except = nil, nil
		for _, t := range g.things {
			said := t
			if len(t) == 1 { // "only the products that we gave you"
				said = untilBreak(list, t[0].from)
				p.carried = append(p.carried, spanOf(said))
			}
			p.Row.Except = append(p.Row.Except, r.spoken(said))
		}
		for _, t := range g.things {
			last := len(t)
			if which := find2(t, "that", "which", "we", "you", "your"); which > 0 { // "products that we approved"
				last = which
			}
			if kind := r.spoken(t[last-1 : last]); !slices.Contains(p.Row.What, kind) && !slices.Contains(p.Row.Except, kind) {
				p.Row.What = append(p.Row.What, kind)
			}
		}
	}
	if rule == row.Only && slices.ContainsFunc(append(slices.Clone(p.Row.What), p.Row.Except...), func(w string) bool { return w == "only" || strings.HasSuffix(w, " only") }) {
		r.pass(a.list, NoThing)
		return
	}
	if rule == row.Only && !slices.ContainsFunc(p.Row.What, func(w string) bool {
		return !isPhrase(tokens(w, 0, len(w)), noThing|harmless) || w == "products" || w == "product"
	}) { // only this, but of what?
		r.pass(a.list, NoThing)
		return
	}
	if r.day0 { // then day 1 is the one after it
		if at.firstDay && p.Row.From == "" {
			p.Row.From = "morning 1"
		}
		p.Doubts = slices.DeleteFunc(p.Doubts, func(d Doubt) bool { return d.Why == ADayCount })
	}
	said := a.list
	if a.before != nil {
		said = append(slices.Clone(a.before), said...)
	}
	_, n := find(said, prescribedWord)
	p.Row.Prescribed = n > 0
	_, n = find(said, sensitiveWord)
	p.Row.Sensitive = n > 0
	for _, h := range a.hold.heads {
		p.Heads = append(p.Heads, h.at)
	}
	p.Row.Says = r.words(p.At)
	for _, t := range append(slices.Clone(g.things), g.except...) {
		p.carried = append(p.carried, spanOf(t))
		if rule != row.Do && rule != row.Expect && (utf8.RuneCountInString(r.words(spanOf(t))) > mostLetters || noThingSays(t)) { // it would be cut
			p.Doubts = append(p.Doubts, Doubt{NoThing, spanOf(t)})
		}
	}
	if text := a.words(); rule == row.Do && p.Row.Text != "" {
		p.carried = append(p.carried, spanOf(text))
	}
	a.opened(r, &p)
	a.inWords(r, &p)
	if last := a.list[len(a.list)-1]; (rule == row.Do || rule == row.Expect) && find2([]token{last}, "and", "or", "with", "the", "a", "an", "of", "to", "your", "any", "as", "by", "is", "are", "no", "not", "but", "such") == 0 && r.text[last.from:last.to] != "+" { // the rest of it stands elsewhere
		r.pass(a.list, NoRule)
		return
	}
	if slices.ContainsFunc(r.out, func(o Proposal) bool { return o.At.From == p.At.From && o.Row.Equal(p.Row) }) { // "Hydrate, hydrate"
		return
	}
	r.out = append(r.out, p)
}

// noThingSays says whether words of a thing are those of a sentence, or say for whom it holds.
func noThingSays(t []token) bool {
	if len(t) > 1 && find2(t[:1], "let", "allow", "keep", "make", "ensure", "continue", "prevent", "instead") == 0 && t[1].text != "up" { // what is to be done instead
		return true
	}
	if n := phraseAt(t, 0, avoidWord|callWord|lessWord); n > 0 && n < len(t) {
		return true // "avoid applying makeup"
	}
	if at := find2(t, "appointment", "appointments", "session", "sessions", "visit"); at > 0 && find2(t[:at], "to", "for", "at") >= 0 { // "makeup to your appointment"
		return true
	}
	if find2(t[:1], "such", "certain", "following", "these", "those", "this", "that") == 0 { // which, another sentence says
		return true
	}
	return find2(t, "patients", "clients", "people", "men", "women", "anyone", "everyone", "those", "types", "you", "he", "she", "we", "is", "are", "was", "were", "has", "should", "must", "if", "when", "unless", "not", "except", "until", "before", "after", "while", "during", "longer", "shorter", "pregnant", "later", "earlier", "sooner", "possibly") >= 0 && find2(t, "that", "which", "whatever") < 0
}

// untilBreak are the tokens from a byte on, up to where a time, a comma or a bracket stands.
func untilBreak(list []token, from int) []token {
	begin := slices.IndexFunc(list, func(t token) bool { return t.from == from })
	if begin < 0 {
		return nil
	}
	end, times := begin, timesIn(list)
	for end < len(list) && list[end].kind <= figure && timeFrom(times, end) == nil {
		end++
	}
	return list[begin:end]
}

// mostText is how many bytes the text of a row has at most: a plan's sentences have no more letters.
const mostText = 290

// words are the words of a clause that tell its row best; none: the row's things do.
func (a asked) words() []token {
	if a.cue.rule == row.Do && (a.cue.post || a.cue.n == 0) {
		return a.list
	}
	if a.cue.at >= 0 && (a.says() || a.cue.rule == row.Do && !a.cue.post && !a.cue.none) {
		return a.list[a.cue.at:]
	}
	return nil
}

// says says whether a clause forbids what is done rather than a thing ("do not touch your face"): its own words then tell
// it best.
func (a asked) says() bool {
	c := a.cue
	if c.rule != row.Avoid || c.post || c.wait || c.at < 0 || c.n == 0 || c.at+c.n >= len(a.list) {
		return false
	}
	last := a.list[c.at+c.n-1].text
	return bareForbids[last] && phraseAt(a.list, c.at+c.n, lightWord) == 0
}

// bareForbids are the last words of what forbids a verb.
var bareForbids = map[string]bool{"not": true, "never": true, "dont": true, "cannot": true, "cant": true, "mustnt": true, "shouldnt": true, "to": true}

// capital is a text that begins with a capital letter and ends with a stop.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[size:]
	if !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

// words are the words of a part of the text in one line.
func (r *reader) words(s Span) string { return oneLine(r.text[s.From:s.To]) }
