package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// head is what a heading says of that which stands below it.
type head struct {
	at     Span
	level  int // of a marked heading; 0: none
	indent int // of an item of a list that leads in a list of its own; 0: none
	rule   row.Rule
	weak   bool    // it may stand beside a time, not below it: "Tips"
	times  []timex // with the tokens that they are of
	tokens []token
	next   bool // and for the time before the next one
	before bool // what stands below is for the time before the treatment
	after  bool // and here for the one after it
	thing  []token
	some   bool // it is for some people or treatments alone
	when   bool // it asks from when on its thing may be done
	lead   bool // it ends with a colon and holds for the list right below
	dated  bool // it speaks of a time, and nobody knows which
	other  bool // it is of something else: nothing below it is taken over
	bare   bool // an item of the list that it leads in: it holds for those below it that only name a thing, up to one that does not
	blur   bool // nobody knows what it means: times from further up are not sure below it
}

// slots says what a heading fixes, so that the next one of its kind takes its place.
func (h *head) slots() (rule, time, thing bool) {
	return h.rule != "", len(h.times) > 0 || h.before || h.after || h.dated, len(h.thing) > 0
}

// headOf reads a line as a heading; false if it says more than one does.
func (r *reader) headOf(list []token) (head, bool) {
	h := head{tokens: list}
	h.times = timesIn(list)
	used := make([]bool, len(list))
	for i := 0; i < len(h.times); i++ {
		t := h.times[i]
		for j := t.from; j < t.to; j++ {
			used[j] = true
		}
		if t.kind == beforehand {
			h.before = true
			h.times = append(h.times[:i], h.times[i+1:]...)
			i--
		}
	}
	var rest []token
	for i, t := range list {
		if !used[i] && (t.kind == word || t.kind == figure) {
			rest = append(rest, t)
		}
	}
	if len(list) <= 4 && (isPhrase(rest, onTheDay)) {
		h.times = []timex{{kind: thatDay, to: len(list)}}
		h.blur = r.holding().before
		h.lead = list[len(list)-1].kind == colon
		return h, true
	}
	other, _ := find(rest, otherHead)
	switch {
	case other >= 0:
		h.other, h.blur, h.before, h.times = true, true, false, nil
	case both(rest):
		h.blur = true
		h.some = find2(list, "and", "or", "versus", "vs") < 0 && !slices.ContainsFunc(list, func(t token) bool { return t.kind > figure && t.kind != colon }) // "DO  DON'T" are heads of columns that nobody can tell apart
	case bothTimes(list):
		h.blur, h.before = true, false
	case isPhrase(rest, callHead):
		h.rule = row.Call
	case isPhrase(rest, avoidHead):
		h.rule = row.Avoid
	case isPhrase(rest, expectHead):
		h.rule = row.Expect
	case isPhrase(rest, mayHead):
		h.rule = row.May
	case isPhrase(rest, afterHead):
		h.after = true
	case isPhrase(rest, doHead):
		h.rule = row.Do
		h.weak = !isPhrase(rest, doList)
	case isPhrase(rest, beforeWord):
		h.before = true
	case !r.looseHead(&h, rest):
		return h, false
	}
	r.goesBehind(&h)
	h.next = h.before && find2(list, "next") >= 0
	h.lead = len(list) > 0 && list[len(list)-1].kind == colon
	return h, true
}

// goesBehind reads "24-72 hours" below "0-24 hours" as what begins when that ends.
func (r *reader) goesBehind(h *head) {
	if len(h.times) != 1 || h.times[0].kind != plainTime || h.times[0].length.min == h.times[0].length.max || h.rule != "" {
		return
	}
	l := h.times[0].length
	begin, ok := inUnit(l.min, l.unit, "hour")
	if !ok {
		return
	}
	for i := len(r.heads) - 1; i >= 0; i-- {
		if o := r.heads[i]; len(o.times) == 1 {
			if end, ok := inUnit(o.times[0].length.max, o.times[0].length.unit, "hour"); ok && end == begin {
				h.times[0].kind, h.times[0].start, h.times[0].end = stretch, counted(l.min, l.unit), counted(l.max, l.unit)
			}
			return
		}
	}
}

// both says whether a heading is for what to do and for what not to do: its rows have to say which.
func both(rest []token) bool {
	do := find2(rest, "do", "dos", "s")
	for i := range rest {
		if do >= 0 && i > do && (rest[i].text == "dont" || rest[i].text == "donts" || follows(rest, i, "do", "not") || follows(rest, i, "dos", "not")) {
			return true
		}
	}
	return false
}

// bothTimes says whether a heading is for the time before the treatment and for the time after it: its rows have to say
// which.
func bothTimes(rest []token) bool {
	if len(rest) > 10 || slices.ContainsFunc(rest, func(t token) bool { return t.kind == figure }) {
		return false
	}
	before := find2(rest, "before", "pre", "prior", "precare")
	after := find2(rest, "after", "post", "aftercare", "following", "postcare")
	return before >= 0 && after >= 0
}

// looseHead reads a heading of which more than a phrase is left: "Things to avoid after your treatment", "Sun".
func (r *reader) looseHead(h *head, rest []token) bool {
	left := 0
	for i := 0; i < len(rest); {
		switch {
		case phraseAt(rest, i, callHead) > 1:
			h.rule = row.Call
			i += phraseAt(rest, i, callHead)
		case phraseAt(rest, i, avoidHead) > 0 && h.rule == "":
			h.rule = row.Avoid
			i += phraseAt(rest, i, avoidHead)
		case phraseAt(rest, i, expectHead) > 1 && h.rule == "":
			h.rule = row.Expect
			i += phraseAt(rest, i, expectHead)
		case phraseAt(rest, i, mayHead) > 1 && h.rule == "":
			h.rule = row.May
			i += phraseAt(rest, i, mayHead)
		case phraseAt(rest, i, doHead) > 1 && h.rule == "":
			h.rule, h.weak = row.Do, true
			i += phraseAt(rest, i, doHead)
		case phraseAt(rest, i, beforeWord) > 1:
			h.before = true
			i += phraseAt(rest, i, beforeWord)
		case phraseAt(rest, i, afterHead) > 0:
			h.after = true
			i += phraseAt(rest, i, afterHead)
		case anyTreatment[rest[i].text]:
			i++
		case phraseAt(rest, i, noThing|fillerWord) > 0:
			i += phraseAt(rest, i, noThing|fillerWord)
		case headFiller[rest[i].text]:
			i++
		default:
			left++
			i++
		}
	}
	return left == 0 && (h.rule != "" || h.before || h.after || len(h.times) > 0)
}

// anyTreatment are words for the treatment itself, which no heading forbids.
var anyTreatment = map[string]bool{
	"treatment": true, "treatments": true, "procedure": true, "procedures": true, "session": true, "sessions": true,
	"appointment": true, "appointments": true, "microneedling": true, "needling": true, "visit": true, "visits": true,
	"ipl": true, "skinpen": true, "dermapen": true, "prp": true, "rf": true, "micro": true,
}

// headFiller are words of headings that say nothing by themselves.
var headFiller = map[string]bool{
	"your": true, "the": true, "of": true, "for": true, "in": true, "during": true, "on": true, "a": true, "an": true,
	"after": true, "following": true, "to": true, "first": true, "from": true, "at": true, "list": true, "rules": true,
	"instructions": true, "guide": true, "guidelines": true, "advice": true, "right": true, "skin": true, "post": true,
	"day": true, "period": true, "phase": true, "immediately": true, "directly": true, "what": true, "with": true,
	"timeline": true, "important": true, "general": true, "is": true, "s": true, "key": true, "home": true, "out": true,
	"sheet": true, "minimum": true, "stage": true, "early": true, "daily": true, "care": true, "immediate": true, "initial": true, "effects": true, "recovery": true, "healing": true, "about": true, "everyone": true,
	"provider": true, "practitioner": true, "doctor": true, "nurse": true, "therapist": true, "office": true, "surgeon": true, "specialist": true,
	"patient": true, "client": true, "team": true,
}

// enter has a heading hold from here on: it takes the place of the one of its kind, and of all below that.
func (r *reader) enter(h head) {
	h.dated = h.blur && len(h.times) == 0 && !h.before && !h.other && r.dates(h.at)
	r.entered = append(r.entered, h.at)
	rule, time, thing := h.slots()
	for i := range r.heads {
		o := &r.heads[i]
		orule, otime, othing := o.slots()
		if h.level > 0 && o.level >= h.level || (h.level == 0 || o.level == 0) && (rule && orule || time && otime || thing && othing || o.blur && !o.dated && (rule || time || thing || !o.before)) || o.lead && !h.lead {
			r.heads = r.heads[:i]
			break
		}
	}
	for _, o := range r.heads { // whether it stands below that time or beside it nobody knows
		_, otime, _ := o.slots()
		h.blur = h.blur || (thing || h.weak) && otime && !time && !h.lead && (h.level == 0 || o.level == 0)
	}
	r.heads = append(r.heads, h)
}

// dates says whether a part of the text names a time.
func (r *reader) dates(s Span) bool {
	return slices.ContainsFunc(timesIn(tokens(r.text, s.From, s.To)), func(t timex) bool { return t.kind != often && t.kind != noEnd && !t.minutes })
}

// leave ends the lead-ins of lists, and with an item of a list those that stand as far in as it, or further.
func (r *reader) leave(item bool, indent int) {
	for i := range r.heads {
		if h := r.heads[i]; h.lead && (!item || h.indent > 0 && h.indent >= indent) {
			r.heads = r.heads[:i]
			return
		}
	}
}

// holding is what the headings say together.
type holding struct {
	rule   row.Rule
	before bool
	next   bool
	times  []timex // of the innermost heading that has some
	list   []token // that these are of
	thing  []token
	blur   bool // the times are not sure
	bare   bool // they are for what only names a thing
	heads  []head
}

// verbs says whether the heading that forbids does so to verbs: "Do not", rather than "Avoid"; and where it stands.
func (h *holding) verbs() (at Span, ok bool) {
	for _, o := range h.heads {
		if o.rule == row.Avoid {
			at, ok = o.at, find2(o.tokens, "dont", "donts", "don", "not", "nots", "never", "shouldnt", "cannot", "cant", "mustnt") >= 0
		}
	}
	return at, ok
}

func (r *reader) holding() (h holding) {
	for _, o := range r.heads {
		if o.rule != "" {
			h.rule = o.rule
		}
		if o.rule == row.Expect && !o.before { // what skin does is told of the time after it
			h.before, h.next = false, false
		}
		if o.before || o.after {
			h.before, h.next = o.before, o.next
			h.times, h.list = nil, nil
		}
		if len(o.times) > 0 {
			h.times, h.list, h.blur = o.times, o.tokens, false
			if k := o.times[0].kind; k == before || k == beforeNext { // "7 days before": what stands below is for then, whatever it says how long
				h.before, h.next = true, k == beforeNext
			}
		}
		if len(o.thing) > 0 {
			h.thing = o.thing
		}
		h.blur, h.bare = h.blur || o.blur, h.bare || o.bare
	}
	h.heads, h.blur = r.heads, h.blur || r.nested
	return h
}
