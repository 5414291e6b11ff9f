package leaflet

import "afterglow/app/studio/row"

// question reads a line that asks, as leaflets of questions and answers do: what it is about holds for the answer below,
// and no heading of its kind from further up does. It says whether the line was one.
func (r *reader) question(l *line, list []token, words int) bool {
	if list[len(list)-1].text != "?" || l.item && !l.number || words > 16 || len(sentences(list)) > 1 {
		return false
	}
	h := head{at: l.at, level: l.level, tokens: list}
	for i := range r.heads {
		if o := r.heads[i]; o.level == 0 || l.level > 0 && o.level >= l.level {
			r.heads = r.heads[:i]
			break
		}
	}
	for _, o := range r.heads { // whether it holds for the answer, too, nobody knows
		h.blur = h.blur || len(o.times) > 0 || o.before || o.rule != ""
	}
	if at, _ := find(list, treatmentWord); at >= 0 && preOnly(list) && find2(list[:1], "when", "how", "can", "may") < 0 { // "What should I do before my treatment?"
		h.before, h.blur = true, false
	}
	if all := r.mentionsIn(l.at); len(all) == 1 && !all[0].seen {
		h.thing = r.mentioned(list)
		h.when = whenAsked(list)
	}
	r.entered = append(r.entered, h.at)
	r.heads = append(r.heads, h)
	return true
}

// whenAsked says whether a question asks from when on something may be done: "When can I wear makeup?".
func whenAsked(list []token) bool {
	for i := range list {
		if i > 3 {
			break
		}
		if i == 0 && (list[i].text == "can" || list[i].text == "may") && follows(list, 1, "i") {
			return true
		}
		if (list[i].text == "when" || list[i].text == "soon" || list[i].text == "long" || list[i].text == "early") && find2(list[i:], "can", "may", "could", "before", "until", "should", "allowed") > 0 {
			return find2(list, "not", "avoid", "stop") < 0
		}
	}
	return false
}

// answered reads the answer to when something may be done, if it is nothing but a time: "After 24 hours.", "Not before the
// next morning.".
func (r *reader) answered(list []token, hold holding) bool {
	if len(hold.heads) == 0 || !hold.heads[len(hold.heads)-1].when || hold.blur {
		return false
	}
	whole, begin, banned := spanOf(list), 0, false
	for begin < len(list) && isOneOf(list, begin, "not", "no", "never", "avoid", "dont") {
		begin, banned = begin+1, true
	}
	first := begin < len(list) && banned && isOneOf(list, begin, "before", "until") // "not before": from then on
	if first {
		begin++
	}
	list = list[begin:]
	times := timesIn(list)
	if len(times) == 0 || len(times) > 2 || !onlyOf(list, times, harmless|fillerWord|treatmentWord) {
		return false
	}
	t := times[0]
	if first {
		banned = t.kind == calm
		switch t.kind {
		case lasting, plainTime, afterwards:
			t.kind, t.start, t.end = later, t.length.text(""), ""
		case stretch:
			t.kind, t.end = begins, ""
		}
	}
	rule := row.May
	if banned {
		rule = row.Avoid
	}
	times[0] = t
	at := settle(rule, times, list, false, false)
	if !at.set || len(at.doubts) > 0 && at.doubts[0].Why != ADayCount {
		return false
	}
	c := clause{list: list, times: times, cue: cue{at: -1}}
	r.row(asked{clause: &c, whole: whole, hold: hold}, rule, group{things: [][]token{hold.thing}}, at, at.doubts)
	return true
}
