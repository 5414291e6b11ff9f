package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// sentence reads one sentence below the headings that hold.
func (r *reader) sentence(list []token) {
	hold := r.holding()
	if len(list) == 0 || !slices.ContainsFunc(list, func(t token) bool { return t.kind <= figure }) {
		return
	}
	for _, special := range []func([]token, holding) bool{r.call, r.spacing} {
		if special(list, hold) {
			return
		}
	}
	times := timesIn(list)
	clauses := clausesOf(list, times)
	lead, led := r.leading(list, clauses)
	condition := r.conditionOf(list)
	for i, c := range clauses {
		if c.cue.at < 0 && len(c.times) > 0 && !(i == 0 && len(lead) > 0) && hold.rule == "" {
			condition = append(condition, figuresOf(c.times, c.list)...) // they may be of the others
		}
	}
	for i := range clauses {
		c := &clauses[i]
		if i == 0 && c.cue.at < 0 && len(lead) > 0 { // nothing but the time
			continue
		}
		ask := asked{clause: c, whole: spanOf(list), hold: hold, first: i == 0 || i == 1 && clauses[0].cue.at < 0 && len(lead) > 0, lead: lead, leadList: list, led: led, condition: condition}
		if i+1 < len(clauses) && c.joined && len(clauses[i+1].times) > 0 && len(c.times) == 0 && len(lead) == 0 && c.cue.rule == clauses[i+1].cue.rule {
			ask.shared, ask.same = &clauses[i+1], c.list[c.cue.at].text == "no" && clauses[i+1].list[clauses[i+1].cue.at].text == "no"
		}
		r.clause(ask)
	}
}

// asked is a clause with all that bears on it.
type asked struct {
	*clause
	whole     Span // its sentence
	hold      holding
	first     bool    // of its sentence
	lead      []timex // times at the begin of the sentence, which hold for each of its clauses
	leadList  []token
	led       bool // this clause has them itself
	condition []Doubt
	same      bool    // "no wine and no sauna for 2 days": they are
	shared    *clause // the next one, whose times may be of this one too
}

// leading are the times with which a sentence begins: "For 24 hours, ...". led says that there are some.
func (r *reader) leading(list []token, clauses []clause) (lead []timex, led bool) {
	if len(clauses) == 0 || clauses[0].cue.at >= 0 && clauses[0].cue.post || clauses[0].cue.at < 0 && (len(clauses) < 2 || !r.onlyTime(clauses[0].list)) {
		return nil, false
	}
	for _, t := range clauses[0].times {
		if clauses[0].cue.at >= 0 && t.to > clauses[0].cue.at || t.kind == often {
			break
		}
		if len(lead) == 0 {
			for i := 0; i < t.from; {
				n := phraseAt(list, i, fillerWord|doLead|treatmentWord)
				if n == 0 && list[i].kind > figure {
					n = 1
				}
				if n == 0 {
					return nil, false
				}
				i += n
			}
		}
		lead = append(lead, t)
	}
	return lead, len(lead) > 0 && clauses[0].cue.at >= 0
}

// conditionOf finds the words that make a sentence hold in some case only.
func (r *reader) conditionOf(list []token) []Doubt {
	for i := range list {
		if phraseAt(list, i, prescribedWord|sensitiveWord) > 0 {
			return nil
		}
		if n := phraseAt(list, i, conditionWord); n > 0 {
			if follows(list, i, "where", "possible") || follows(list, i, "if", "possible") || follows(list, i, "when", "possible") || follows(list, i, "if", "you", "can") || calmStarts(list, i) || follows(list, i, "when", "outdoors") || follows(list, i, "when", "outside") {
				continue
			}
			end := i + n
			for end < len(list) && list[end].kind != comma && list[end].kind != close && list[end].kind != dash {
				end++
			}
			return []Doubt{{ACondition, spanOf(list[i:end])}}
		}
	}
	return nil
}

func calmStarts(list []token, i int) bool { _, ok := calmAt(list, i); return ok }

// clause reads one clause and proposes its rows, or lists it as not taken over.
func (r *reader) clause(a asked) {
	c := a.cue
	if a.expects() {
		r.expectation(a)
		return
	}
	switch {
	case c.at < 0 && a.first && a.hold.rule == row.Avoid, c.at < 0 && a.first && a.hold.rule == row.May, c.at < 0 && a.first && a.hold.rule == row.Less:
		c = cue{rule: a.hold.rule, light: true}
	case c.rule == row.Do && !c.post && a.first && a.hold.rule == row.Avoid && slices.ContainsFunc(a.times, func(t timex) bool { return t.kind == often }):
		c = cue{none: true} // nobody forbids something three times a day
	case c.rule == row.Do && !c.post && a.first && a.hold.rule == row.Avoid:
		c = cue{rule: row.Avoid, light: true}
	case c.at < 0 && a.first && a.hold.rule == row.Do:
		c = cue{rule: row.Do, light: true}
	}
	if c.none || c.at < 0 || c.rule == "" || c.rule == row.Avoid && find2(a.list, "without") >= 0 {
		r.pass(a.list, NoRule)
		return
	}
	body, times := a.list[c.at+c.n:], shift(a.times, c.at+c.n)
	var around []timex // times on the other side of the cue
	for _, t := range a.times {
		if t.from < c.at {
			around = append(around, t)
		}
	}
	if c.post {
		body, times = a.list[:c.at], around
		around = nil
		for _, t := range a.times {
			if t.from >= c.at+c.n {
				around = append(around, t)
			}
		}
	}
	if c.rule == row.Do && !c.post {
		r.todo(a, c, body, times, around)
		return
	}
	parts, lost := r.partsOf(body, times)
	if c.wait && find2(body, "before") < 0 && slices.ContainsFunc(times, func(t timex) bool { return t.after }) {
		r.pass(a.list, NoRule) // "wait 6 months after isotretinoin"
		return
	}
	if c.wait {
		parts = waited(parts)
	}
	if c.post {
		for i, t := range around {
			t.from, t.to = t.from-(c.at+c.n), t.to-(c.at+c.n)
			around[i] = t
		}
		r.propose(a, c, body, parts, lost, around, a.list[c.at+c.n:])
		return
	}
	r.propose(a, c, body, parts, lost, around, a.list)
}

// waited puts the time that one is to wait behind the things that wait.
func waited(parts []part) []part {
	if len(parts) > 1 && parts[0].times != nil {
		return append(parts[1:], part{times: parts[0].times})
	}
	return parts
}

// group is some things with the times that are theirs.
type group struct {
	things, except [][]token
	times          []timex
	timed          bool
	doubt          bool // it is not sure which times are theirs
}

// groups puts things together with the times that follow them.
func groups(parts []part) (out []group, head []timex) {
	var g group
	closed := false
	for i, p := range parts {
		switch {
		case p.thing != nil && p.except:
			g.except = append(g.except, p.thing)
		case p.thing != nil && p.paren && closed && len(g.things) == 0:
			out[len(out)-1].things = append(out[len(out)-1].things, p.thing)
		case p.thing != nil:
			g.things = append(g.things, p.thing)
		case len(g.things) == 0 && len(g.except) == 0 && !closed:
			head = append(head, p.times...)
		case len(g.things) == 0 && len(g.except) == 0:
			out[len(out)-1].times = append(out[len(out)-1].times, p.times...)
		case p.paren && len(g.things) > 1 && i+1 < len(parts) && hasThing(parts[i+1:]):
			n := len(g.things) - 1
			out = append(out, group{things: g.things[:n:n]}, group{things: g.things[n:], times: p.times, timed: true})
			g = group{}
		default:
			g.times, g.timed = p.times, true
			out = append(out, g)
			closed = closed || !p.paren
			g = group{}
		}
	}
	if len(g.things)+len(g.except) > 0 {
		g.doubt = closed
		out = append(out, g)
	}
	return out, head
}

func hasThing(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.thing != nil })
}

// propose makes the rows of a clause that forbids or allows. list is what the times of the parts are of, other are times
// on the other side of the cue, of otherList.
func (r *reader) propose(a asked, c cue, list []token, parts []part, lost []Span, other []timex, otherList []token) {
	all, head := groups(parts)
	var doubts []Doubt
	for _, s := range lost {
		doubts = append(doubts, Doubt{NoThing, s})
	}
	if len(all) == 0 && len(lost) == 0 {
		if thing := a.hold.thing; len(thing) > 0 {
			all = []group{{things: [][]token{r.thing(thing)}}}
		}
	}
	if len(all) == 0 || len(all[0].things)+len(all[0].except) == 0 {
		r.pass(a.list, NoThing)
		return
	}
	for i, g := range all {
		rule := c.rule
		own := settle(rule, g.times, list, false, a.hold.before)
		ahead := settle(rule, head, list, false, a.hold.before)
		beside := settle(rule, other, otherList, false, a.hold.before)
		at := own
		switch {
		case own.set || len(own.doubts) > 0:
			if len(other) > 0 && !a.led && !beside.twin(own) {
				at = own.unsure(append(own.doubts, figuresOf(other, otherList)...))
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
		if !c.post && r.shown(g) {
			r.pass(a.list, NoRule) // nobody can leave redness
			continue
		}
		r.row(a, rule, g, at, append(slices.Clone(doubts), at.doubts...))
	}
}

// shown says whether all things of a group are what skin shows by itself.
func (r *reader) shown(g group) bool {
	for _, t := range g.things {
		all := r.mentionsIn(spanOf(t))
		if len(all) == 0 || slices.ContainsFunc(all, func(m mention) bool { return !m.seen }) {
			return false
		}
	}
	return len(g.things) > 0
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
	if len(a.lead) > 0 {
		return settle(rule, a.lead, a.leadList, false, a.hold.before)
	}
	if a.shared != nil && a.same {
		return settle(rule, a.shared.times, a.shared.list, false, a.hold.before)
	}
	if a.shared != nil {
		return settled{doubts: figuresOf(a.shared.times, a.shared.list)}
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
	return settled{}
}

// row adds a proposal.
func (r *reader) row(a asked, rule row.Rule, g group, at settled, doubts []Doubt) {
	list := a.list
	p := Proposal{At: a.whole, Doubts: append(doubts, a.condition...)}
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
	if rule == row.Only {
		p.Row.Except = p.Row.What
		p.Row.What = nil
		for _, t := range g.things {
			if len(t) == 1 { // "only the products that we gave you"
				p.Row.Except = []string{r.spoken(untilBreak(list, t[0].from))}
			}
			if kind := r.spoken(t[len(t)-1:]); !slices.Contains(p.Row.What, kind) {
				p.Row.What = append(p.Row.What, kind)
			}
		}
	}
	if !r.day0 {
		p.Doubts = slices.DeleteFunc(p.Doubts, func(d Doubt) bool { return false })
	} else {
		p.Doubts = slices.DeleteFunc(p.Doubts, func(d Doubt) bool { return d.Why == ADayCount })
	}
	_, n := find(a.list, prescribedWord)
	p.Row.Prescribed = n > 0
	_, n = find(a.list, sensitiveWord)
	p.Row.Sensitive = n > 0
	for _, h := range a.hold.heads {
		p.Heads = append(p.Heads, h.at)
	}
	p.Row.Says = r.words(p.At)
	r.out = append(r.out, p)
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

// words are the words of a part of the text in one line.
func (r *reader) words(s Span) string { return strings.Join(strings.Fields(r.text[s.From:s.To]), " ") }
