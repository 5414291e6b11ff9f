package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// mostTokens is how many tokens a sentence has at most: what is longer is none.
const mostTokens = 250

// sentence reads one sentence below the headings that hold.
func (r *reader) sentence(list []token) {
	hold := r.holding()
	if len(list) > mostTokens || slices.ContainsFunc(hold.heads, func(h head) bool { return h.other }) {
		r.pass(list, NoRule)
		return
	}
	if torn(list) && hold.rule != row.Call && hold.rule != row.Expect { // a part of it stands elsewhere
		r.pass(list, NoRule)
		return
	}
	if len(list) > 0 && list[0].text == "or" { // the rest of something
		r.pass(list, NoRule)
		return
	}
	if len(list) == 0 || !slices.ContainsFunc(list, func(t token) bool { return t.kind <= figure }) {
		return
	}
	for _, special := range []func([]token, holding) bool{r.call, r.spacing, r.answered} {
		if special(list, hold) {
			return
		}
	}
	whole, all := spanOf(list), list
	if len(list) > 2 && list[1].kind == comma && isOneOf(list, 0, "so", "also", "therefore", "additionally", "lastly", "finally", "please", "remember") {
		list = list[2:]
	}
	clauses := clausesOf(list, timesIn(list))
	if len(clauses) > 2 && clauses[0].list[0].text == "to" && len(clauses[0].times) == 0 && r.onlyTime(clauses[1].list) { // "To heal well, for 2 days, avoid ..."
		list, clauses = list[len(clauses[0].list):], clauses[1:]
	}
	lead, led := r.leading(list, clauses)
	condition := r.conditionOf(list)
	for i, c := range clauses {
		if c.cue.at < 0 && len(clauses) > 1 && len(c.times) > 0 && !(i == 0 && len(lead) > 0) && hold.rule == "" {
			condition = append(condition, figuresOf(c.times, c.list)...) // they may be of the others
		}
	}
	if first := &clauses[0]; len(clauses) > 1 && first.list[0].text == "to" && first.cue.rule == row.Do {
		first.cue = cue{at: -1, none: true} // "to keep the area clean, avoid heat"
	}
	had, left := len(r.out), len(r.left)
	defer func() {
		if len(r.out) == had && len(r.left) > left { // nothing of it: it is asked, or told, as a whole
			why := r.left[left].Why
			if r.left = r.left[:left]; !r.half(all, hold) {
				r.pass(all, why)
			}
		}
	}()
	ruling := 0
	for _, c := range clauses {
		if c.cue.at >= 0 {
			ruling++
		}
	}
	var opening Span // what the sentence begins with, if no rule accounts for it
	var begins []token
	if first := clauses[0]; len(clauses) > 1 && first.cue.at < 0 && len(lead) == 0 && hold.rule == "" {
		begins = first.list
		if len(condition) == 0 && opensCase(begins[0]) && r.leftover(asked{clause: &first}, nil) {
			opening = spanOf(begins)
		}
	}
	vague, kept := false, len(r.out) // a clause that says when, and no rule understood it
	if first := list[:min(7, len(list))]; (first[0].text == "with" || first[0].text == "for") && len(clauses) > 1 && len(kindsIn(first)) > 0 && len(timesIn(first)) == 0 {
		opening = spanOf(clauses[0].list) // "with a light peel you may ..."
	}
	for i := range clauses {
		c := &clauses[i]
		if i == 0 && c.cue.at < 0 && len(lead) > 0 { // nothing but the time
			continue
		}
		ask := asked{clause: c, whole: whole, hold: hold, first: i == 0 || i == 1 && clauses[0].cue.at < 0 && len(lead) > 0, lead: lead, leadList: list, led: led, condition: condition, opening: opening, before: begins, alone: len(clauses) == 1 || ruling == 1 && c.cue.at >= 0}
		ask.shares(clauses, i)
		rows := len(r.out)
		r.clause(ask)
		if len(r.out) == rows && c.cue.rule == row.Do && c.lasts() && find2(c.list, "continue", "repeat", "keep", "carry") >= 0 && i > 0 {
			r.takeBack(kept) // "start it 2 days before and continue 3 days after"
		}
		vague = vague || len(r.out) == rows && c.cue.at >= 0 && find2(c.list, "before", "after", "while", "until", "during", "when", "if", "unless") >= 0
	}
	for _, l := range r.left[left:] {
		at := tokens(r.text, l.At.From, l.At.To)
		vague = vague || slices.ContainsFunc(timesIn(at), func(t timex) bool { return t.kind != often && t.kind != noEnd && !t.minutes })
	}
	if vague {
		r.unsure(kept)
	}
	r.wholly(kept, left)
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
	opening   Span    // what its sentence begins with, if no rule accounts for it
	before    []token // that clause
	alone     bool    // no other clause of the sentence has a rule
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
		if n := phraseAt(list, i, exceptWord); n > 0 && (i == 0 || find2(list[i+n:min(i+n+1, len(list))], "on", "in", "at", "during", "as", "while") == 0) {
			return []Doubt{{ACondition, spanOf(list[i:])}} // "except on holy days, ..."
		}
		if n := phraseAt(list, i, conditionWord); n > 0 {
			if i > 0 && list[i-1].text == "at" || list[i].text == "once" && isTime(list, i) {
				continue
			}
			if calmStarts(list, i) || phraseAt(list, i, harmless|whyWord) > 1 || i > 0 && list[i-1].text == "even" {
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

// rowsOf reads one clause and proposes its rows, or lists it as not taken over.
func (r *reader) rowsOf(a asked) {
	c := a.cue
	if a.expects() {
		r.expectation(a)
		return
	}
	switch {
	case c.at < 0 && a.first && a.alone && a.hold.rule == "" && r.repeated(a):
		c = cue{rule: row.Do, light: true}
	case c.at < 0 && len(r.thing(a.hold.thing)) > 0 && phraseAt(a.list, 0, avoidedWord) > 0: // "Makeup: best left off for a day"
		c = cue{rule: row.Avoid, post: true, n: phraseAt(a.list, 0, avoidedWord)}
	case c.at < 0 && r.second: // "Alcohol thins the blood": no item of a list
	case c.at < 0 && a.first && a.hold.rule == row.Avoid, c.at < 0 && a.first && a.hold.rule == row.May, c.at < 0 && a.first && a.hold.rule == row.Less:
		c = cue{rule: a.hold.rule, light: true}
	case c.rule == row.Do && !c.post && a.first && a.hold.rule == row.Avoid && slices.ContainsFunc(a.times, func(t timex) bool { return t.kind == often }):
		c = cue{none: true} // nobody forbids something three times a day
	case c.rule == row.Do && !c.post && a.first && a.hold.rule == row.Avoid:
		c = cue{rule: row.Avoid, light: true}
		if at, ok := a.hold.verbs(); !ok { // "Avoid: use SPF" may be none of what to avoid
			a.condition = append(slices.Clone(a.condition), Doubt{AHeading, at})
		}
	case c.at < 0 && a.first && a.hold.rule == row.Do:
		c = cue{rule: row.Do, light: true}
	}
	begin := max(0, slices.IndexFunc(a.list, func(t token) bool { return t.kind <= figure && t.text != "and" && t.text != "but" }))
	if c.rule == row.Do && find2(a.list[begin:begin+1], "then", "afterwards", "thereafter") == 0 && len(a.times) == 0 && r.afterATime(a) {
		c = cue{none: true} // "cover it for 6 weeks, then use SPF": from then on
	}
	if laterOn(a.list, begin) && a.lasts() && !a.first { // "..., then a cream for 3 days": 3 days from when?
		c = cue{none: true}
	}
	if c.rule == row.Avoid && c.n == 1 && a.list[c.at].text == "not" && (!onlyFillers(tokens(r.text, a.whole.From, a.list[c.at].from)) || c.at+1 < len(a.list) && strings.HasSuffix(a.list[c.at+1].text, "ed")) {
		c = cue{none: true} // "patted dry and not rubbed", "not serious"
	}
	told := *a.clause
	told.times = ofReasons(a.list, a.times)
	told.cue, a.clause = c, &told
	if a.denied() || a.titled() {
		r.pass(a.list, NoRule)
		return
	}
	if c.none || c.at < 0 || c.rule == "" || (c.rule == row.Avoid || c.rule == row.Do && !a.hold.before && bareWords(a.list[c.at:])) && find2(a.list, "without") >= 0 {
		r.pass(a.list, NoRule)
		return
	}
	if a.hold.before && !(a.list[0].from == a.whole.From && onlyFillers(a.list[:c.at])) { // "plan your hair: do not wash it for 3 days"
		a.times = guarded(a.times)
	}
	if c.wait {
		a.times = awaited(a.times)
		if len(a.times) > 1 { // "wait a day before makeup, two before exercise"
			r.pass(a.list, AFigure)
			return
		}
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
	if c.rule == row.Do && !c.post && r.wanted(a.condition) { // "if you need some, take ...": leave, not care
		r.pass(a.list, ACondition)
		return
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
	if c.wait && len(a.times) == 0 && len(a.lead) == 0 {
		r.pass(a.list, AFigure) // nobody knows how long
		return
	}
	if c.wait {
		parts = waited(parts)
	}
	if c.post && c.deed > 0 && c.deed < len(a.list) {
		parts = r.done(parts, a.list[c.deed:c.deed+1])
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

// repeated says whether words without a verb name a thing and how often: "mild cleanser twice a day", "SPF 30 daily".
func (r *reader) repeated(a asked) bool {
	daily := len(a.times) > 0 && a.times[0].kind == often || len(a.times) == 0 && find2(a.list, "daily") > 0
	return daily && len(r.mentionsIn(spanOf(a.list))) > 0 && find2(a.list, "no", "not", "avoid", "never", "without") < 0
}

// afterATime says whether the words right before a clause, of its sentence or the one before it, say until when something
// lasts.
func (r *reader) afterATime(a asked) bool {
	from := strings.LastIndexByte(r.text[:a.list[0].from], '\n') + 1
	return slices.ContainsFunc(timesIn(tokens(r.text, from, a.list[0].from)), func(t timex) bool { return t.kind != often && t.kind != noEnd && !t.minutes })
}

// wanted says whether a condition is what the person may want ("if you must"): what follows it is leave, no care.
func (r *reader) wanted(conditions []Doubt) bool {
	return slices.ContainsFunc(conditions, func(d Doubt) bool {
		list := tokens(r.text, d.At.From, d.At.To)
		return d.Why == ACondition && (follows(list, 0, "if", "you") || follows(list, 0, "should", "you")) && find2(list[2:min(3, len(list))], "need", "must", "have", "want", "wish") == 0
	})
}

// bareWords says whether to come, to go or to sleep without something is what is told.
func bareWords(list []token) bool {
	return slices.Contains([]string{"come", "arrive", "attend", "leave", "stay", "remain", "go"}, list[0].text)
}

// onlyFillers says whether tokens are nothing but words that say nothing, and times.
func onlyFillers(list []token) bool {
	return onlyOf(list, timesIn(list), fillerWord|doLead|noThing)
}

// onlyOf says whether nothing but words of those kinds, and marks, stands beside times.
func onlyOf(list []token, times []timex, kinds class) bool {
	for i := 0; i < len(list); {
		if t := timeFrom(times, i); t != nil {
			i = t.to
			continue
		}
		n := phraseAt(list, i, kinds)
		if n == 0 && list[i].kind > figure {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// guarded are times of which those that do not say whether they are before the treatment are not sure.
func guarded(times []timex) []timex {
	out := slices.Clone(times)
	for i, t := range out {
		if t.kind == lasting || t.kind == plainTime {
			out[i].kind = unsure
		}
	}
	return out
}

// awaited are the times that one is to wait: of "wait 10 days before a facial" the days are before the facial, not before
// the treatment.
func awaited(times []timex) []timex {
	out := slices.Clone(times)
	for i, t := range out {
		if t.kind == before {
			out[i].kind, out[i].start, out[i].end = lasting, "", t.length.text("")
		}
	}
	return out
}

// begun gives a row the start that its sentence leads with: how long what follows then lasts is not sure ("after a day
// use it for a week").
func (s settled) begun(a asked, rule row.Rule) settled {
	if a.led && a.first || len(a.lead) == 0 || s.from != "" || s.until == "" || rule == row.Expect {
		return s
	}
	lead := settle(rule, a.lead, a.leadList, false, a.hold.before)
	if lead.from == "" {
		return s
	}
	if lead.from[0] == '-' { // "a month before it ..., and no peels for a month"
		return s.unsure(figuresOf(a.times, a.list))
	}
	s.from, s.until = lead.from, ""
	s.doubts = append(s.doubts, figuresOf(a.times, a.list)...)
	return s
}

// waited puts the time that one is to wait behind the things that wait.
func waited(parts []part) []part {
	if len(parts) > 1 && parts[0].times != nil {
		return append(parts[1:], part{times: parts[0].times})
	}
	return parts
}

// done puts what is not to be done in the place of a thing that says nothing by itself: "the skin should not be washed".
func (r *reader) done(parts []part, deed []token) []part {
	for _, p := range parts {
		if p.thing != nil && len(r.mentionsIn(spanOf(p.thing))) > 0 {
			return parts
		}
	}
	if len(r.mentionsIn(spanOf(deed))) == 0 {
		return parts
	}
	return append(slices.DeleteFunc(parts, func(p part) bool { return p.thing != nil }), part{thing: deed})
}
