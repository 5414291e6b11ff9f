package leaflet

import (
	"slices"
	"unicode/utf8"

	"afterglow/app/studio/row"
)

// mostLetters is how many letters a thing has at most: a plan's names and words have no more.
const mostLetters = 40

// todo makes the row of a clause that tells to do something. body is what stands behind the verb.
func (r *reader) todo(a asked, c cue, body []token, times, around []timex) {
	// The verb itself names what is done ("wash your face"), unless it adds nothing ("apply sunscreen").
	start := c.at
	if c.light || phraseAt(a.list, c.at, doNotForget) > 0 {
		start = c.at + c.n
	}
	if start >= len(a.list) {
		r.pass(a.list, NoThing)
		return
	}
	span := a.list[start:]
	spanTimes := shift(a.times, start)
	var g group
	if c.light {
		parts, _ := r.partsOf(span, spanTimes)
		for _, p := range parts {
			if c.n == 0 && len(g.things) > 0 && r.anew(a) {
				break
			}
			if p.thing != nil && len(g.things) > 0 && find2(between(span, g.things[0], p.thing), "no", "not", "without", "never", "avoid", "than", "but") >= 0 { // "water, with no scrubs"
				break
			}
			if p.paren && len(g.things) > 0 {
				continue
			}
			if p.thing != nil && !p.except && len(r.mentionsIn(spanOf(p.thing))) > 0 || p.thing != nil && len(g.things) == 0 {
				g.things = append(g.things, p.thing)
			}
		}
	} else if thing := r.deed(span, spanTimes, c.at+c.n-start); len(thing) > 0 {
		if drink := find2(a.list, "water", "fluid", "fluids"); len(thing) == 1 && drink >= 0 && (thing[0].text == "drink" || thing[0].text == "aim") {
			thing = a.list[drink : drink+1] // "drink 8 glasses of water"
		}
		g.things = append(g.things, thing)
	}
	if thing := r.thing(a.hold.thing); len(g.things) == 0 && len(thing) > 0 {
		g.things = append(g.things, thing)
	}
	if c.light && len(g.things) == 0 {
		var longest mention
		for _, m := range r.mentionsIn(spanOf(span)) {
			inTime := slices.ContainsFunc(spanTimes, func(t timex) bool { return m.From < span[t.to-1].to && span[t.from].from < m.To })
			if !m.seen && !inTime && m.To-m.From > longest.To-longest.From {
				longest = m
			}
		}
		if thing := standing(span, longest.Span); len(thing) > 0 {
			g.things = append(g.things, thing)
		}
	}
	if a.list[len(a.list)-1].kind == colon { // it leads in what follows
		r.pass(a.list, NoRule)
		return
	}
	if _, n := find(a.list[c.at+c.n:], neverRule); n > 0 || c.n == 0 && !r.bareThing(a) { // "start it no earlier than ...", "more sessions may be needed"
		r.pass(a.list, NoRule)
		return
	}
	if n := len(r.out) - 1; len(g.things) == 1 && len(g.things[0]) == 1 && again[g.things[0][0].text] && n >= 0 && r.out[n].At == a.whole && r.out[n].Row.Rule == row.Do { // "and reapply every 2 hours"
		r.out[n].Row.Text = capital(r.words(a.whole))
		return
	}
	if a.joined && len(a.list) == c.at+c.n && !c.light { // "wash and dry your hands"
		r.pass(a.list, NoThing)
		return
	}
	if len(g.things) == 0 || r.saysLittle(a, g.things) {
		r.pass(a.list, NoThing)
		return
	}
	if c.n == 0 && !r.known(g) { // "line softening by the swelling"
		r.pass(a.list, NoThing)
		return
	}
	at := settle(row.Do, a.times, a.list, false, a.hold.before)
	starts := slices.Contains([]string{"start", "begin"}, a.list[c.at].text)
	if starts {
		at = settle(row.Do, started(a.times), a.list, false, a.hold.before)
	}
	if !at.set && len(at.doubts) == 0 {
		in := r.inherited(a, row.Do)
		if at.often != "" {
			in.often = at.often
		}
		at = in
	}
	if at.often != "" && r.anew(a) { // "daily, reapply every 2 hours": its own words say so
		at.often = ""
	}
	at = at.begun(a, row.Do)
	r.row(a, row.Do, g, at, slices.Clone(at.doubts))
}

// between are the tokens that stand behind one thing and before another.
func between(list, one, other []token) []token {
	from, to := -1, -1
	for i, t := range list {
		if t.from < one[len(one)-1].to {
			from = i + 1
		}
		if t.from < other[0].from {
			to = i + 1
		}
	}
	if from < 0 || to <= from {
		return nil
	}
	return list[from:to]
}

// standing are the tokens that stand in a part of the text.
func standing(list []token, s Span) (some []token) {
	for _, t := range list {
		if s.From <= t.from && t.to <= s.To {
			some = append(some, t)
		}
	}
	return some
}

// saysLittle says whether what is to be done is not told by its own words: a verb alone, "leave this on", "as few as
// possible", "tell us".
func (r *reader) saysLittle(a asked, things [][]token) bool {
	verb := a.list[a.cue.at].text
	if slices.Contains([]string{"tell", "inform"}, verb) && !a.hold.before && phraseAt(a.list, a.cue.at, doWord) == 1 {
		return true
	}
	if slices.Contains([]string{"follow", "read", "see"}, verb) && find2(a.list, "steps", "instructions", "guidelines", "advice", "below", "following", "guide", "tips", "aftercare") >= 0 { // what they are stands elsewhere
		return true
	}
	if find2(a.list, "few", "fewer", "less", "little", "minimal", "sparingly") >= 0 && find2(a.list, "possible") >= 0 {
		return true
	}
	return !slices.ContainsFunc(things, func(t []token) bool {
		if len(t) == 1 && again[t[0].text] || isPhrase(t, harmless|fillerWord|noThing|conditionWord) {
			return false
		}
		if last := t[len(t)-1].text; slices.Contains([]string{"use", "using", "apply", "applying", "take", "taking", "wear", "wearing", "doing"}, last) { // "continue to use for 5 days"
			return false
		}
		if len(t) == 2 && t[1].text == "up" {
			return false // "follow-up"
		}
		return len(r.mentionsIn(spanOf(t))) > 0 || (len(t) > 1 || a.cue.light) && find2(t, "this", "these", "it", "them") < 0
	})
}

// again are verbs that do once more what was said before.
var again = map[string]bool{"reapply": true, "repeat": true}

// bareThing says whether words without a verb are a thing and nothing else, with how often before or behind it.
func (r *reader) bareThing(a asked) bool {
	if find2(a.list[:1], "this", "that", "it", "yes", "there", "these", "here", "they", "our", "we", "no") == 0 { // a tale
		return false
	}
	if find2(a.list, "is", "are", "may", "will", "can", "could", "might", "needs", "need", "was", "were", "has", "had", "help", "helps", "should", "does") >= 0 {
		return false
	}
	for _, t := range a.times {
		if t.kind == often && t.from > 0 && t.to < len(a.list) && slices.Contains([]string{"and", "then"}, a.list[t.to].text) { // "every morning and again at lunch"
			return false
		}
	}
	return true
}

// anew says whether a clause says to do something again before it says how often.
func (r *reader) anew(a asked) bool {
	for _, t := range a.times {
		if t.kind == often && slices.ContainsFunc(a.list[min(a.cue.at+a.cue.n, t.from):t.from], func(w token) bool { return again[w.text] }) {
			return true
		}
	}
	return false
}

// started are times behind "start": "24 hours after treatment" is then from when.
func started(times []timex) []timex {
	out := slices.Clone(times)
	for i, t := range out {
		switch t.kind {
		case afterwards:
			out[i].kind, out[i].start, out[i].end = later, t.length.text(""), ""
		case stretch: // "start on day 2"
			out[i].kind, out[i].end = begins, ""
		}
	}
	return out
}

// deed are the words of what is to be done, from its verb, which has so many tokens, to where times, reasons or cases begin.
func (r *reader) deed(list []token, times []timex, verb int) []token {
	end := 0
	for i := 0; i < len(list); {
		if timeFrom(times, i) != nil {
			if end > 0 {
				break
			}
			i = timeFrom(times, i).to
			list, times, i = list[i:], shift(times, i), 0
			continue
		}
		t := list[i]
		if i == 1 && end == 1 && (t.kind == dash || t.kind == colon) { // "CLEAN - a mild cleanser"
			list, times, i, end = list[2:], shift(times, 2), 0, 0
			continue
		}
		if i > 0 && i >= verb && (t.kind == comma && i > 3 || t.kind == dash || t.kind == stop || t.kind == open || t.kind == colon || phraseAt(list, i, endOfDo|exceptWord|conditionWord) > 0) {
			break
		}
		if utf8.RuneCountInString(r.text[list[0].from:t.to]) > mostLetters {
			break
		}
		i++
		end = i
	}
	return r.deedEnd(list[:end])
}

// deedEnd is a deed without what joins it to what follows.
func (r *reader) deedEnd(list []token) []token {
	for len(list) > 0 && (list[len(list)-1].kind > figure || trailing[list[len(list)-1].text] || slices.Contains([]string{"and", "or", "but", "daily", "regularly", "your"}, list[len(list)-1].text)) {
		list = list[:len(list)-1]
	}
	return list
}
