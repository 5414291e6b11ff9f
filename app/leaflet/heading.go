package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

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
	if below := i + 1; l.item && !leads && last.kind != stop && words <= 5 && below < len(r.rows) && !r.rows[below].item && !r.rows[below].blank && r.rows[below].level == 0 && r.holding().rule == row.Do && strings.HasSuffix(r.text[r.rows[below].at.From:r.rows[below].at.To], ".") {
		r.pass(list, AHeading) // the title of the lines below it
		return true
	}
	h, pure := r.headOf(list)
	if plain := unbracketed(list); !pure && len(plain) > 0 && len(plain) < len(list) { // "First 24 hours (no exceptions)"
		if of, ok := r.headOf(plain); ok {
			h, pure = of, true
			if times := timesIn(list); len(h.times) == 0 && len(times) > 0 { // "Right after it (first 24 hours)"
				h.times = times
			}
		}
	}
	h.at, h.level = l.at, l.level
	h.lead = leads && nextItem && l.level == 0 && (l.item || h.rule != "" || !l.caps && words > 4)
	if l.item {
		h.indent = l.indent
	}
	if pure {
		h.tokens = list
		if len(h.times) > 0 || h.before || h.after {
			r.flat(&h, i, leads && nextItem, find2(list, "following", "these") >= 0)
		}
		r.enter(h)
		return true
	}
	if front, behind, ok := r.inline(list); ok && leads && nextItem && front.rule == "" && len(front.thing) == 0 && len(front.times) == 0 && (front.after || front.before) { // "After it - avoid these for 3 days:"
		x := head{at: l.at, level: l.level, indent: h.indent}
		if cue := cueOf(behind, timesIn(behind)); r.leadIn(&x, behind, cue) {
			x.after, x.before = front.after, front.before
			r.enter(x)
			return true
		}
	}
	c := cueOf(list, timesIn(list))
	if leads && (nextItem || l.level > 0) && r.leadIn(&h, list, c) {
		if len(h.times) > 0 {
			r.flat(&h, i, nextItem, r.leadsList(list, c))
		}
		r.enter(h)
		return true
	}
	if c.at >= 0 && nextItem && !l.item && !leads && l.blank && words <= 8 && len(r.mentionsIn(l.at)) == 0 {
		r.pass(list, AHeading) // "To get the most from it"
		r.enter(head{at: l.at, level: l.level, blur: true, some: forSome(list)})
		return true
	}
	if between := i > 0 && r.rows[i-1].item && nextItem; !l.item && c.at < 0 && words <= 12 && (len(r.holding().heads) > 0 && (between || r.opensWithTime(list)) || last.kind != stop && nextItem && r.holding().rule == "" && r.speaksOfTime(l.at) || r.names(i, list)) {
		r.pass(list, AHeading) // of what it is a heading nobody knows: nothing from further up holds below it
		r.heads = nil
		r.enter(head{at: l.at, level: l.level, blur: true, some: forSome(list), before: preOnly(list)})
		return true
	}
	if of := kindsIn(list); !l.item && words <= 7 && len(of) > 0 && len(r.kinds) > 1 && c.at < 0 && (find2(list[:1], "after", "before", "following", "post", "for", "aftercare", "pre") == 0 || l.level > 0 && r.holding().rule == "" && allKinds(list)) { // what is below it is for that
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

// flat reads a heading that is an item of the list that it leads in, and stands no further out than what is below it. With a
// mark of its own ("✅ First 24 hours:" above "● ...") it is a heading as others are. With the same one nobody knows how far
// down it holds; that of a list of things ("avoid the following for 2 days:") does so for what only names one.
func (r *reader) flat(h *head, i int, leads, things bool) {
	l := &r.rows[i]
	if !leads || !l.item || r.rows[i+1].indent != l.indent {
		return
	}
	h.indent = 0
	switch {
	case r.rows[i+1].bullet != l.bullet:
		h.lead = false
	case h.rule == row.Avoid && things:
		h.bare = true
	default:
		h.blur = true
	}
}

// names says whether a line is a time and what that is called, above other lines: "Days 2 to 5: the worst of it".
func (r *reader) names(i int, list []token) bool {
	front, rest, ok := r.inline(list)
	if !ok || len(front.times) == 0 || front.rule != "" || len(front.thing) > 0 || i+1 >= len(r.rows) || r.rows[i].cells != nil || list[len(list)-1].kind == stop {
		return false
	}
	says, _ := find(rest, symptomWord|expectWord)
	return says < 0 && len(timesIn(rest)) == 0 && len(r.mentionsIn(spanOf(rest))) == 0
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
		if len(p.thing) > 0 && len(r.mentionsIn(spanOf(p.thing))) > 0 && !r.leadsList(list, c) {
			return false
		}
	}
	h.rule = c.rule
	return true
}

// leadsList says whether what a cue is about are the items of the list below: "avoid these products", "stop using acids,
// including".
func (r *reader) leadsList(list []token, c cue) bool {
	if c.rule != row.Avoid || c.post {
		return false
	}
	behind := list[c.at+c.n:]
	last := len(list) - 2
	return find2(behind[:min(3, len(behind))], "these", "following") >= 0 || last > 0 && slices.Contains([]string{"including", "includes", "following", "as", "like", "containing", "contain", "contains"}, list[last].text)
}

// leadVerbs are the verbs with which a list of what to do is led in. Of others nobody knows: "leave" means the opposite.
var leadVerbs = map[string]bool{"use": true, "apply": true, "follow": true, "take": true, "wear": true, "ensure": true, "make": true, "remember": true, "keep": true, "try": true}
