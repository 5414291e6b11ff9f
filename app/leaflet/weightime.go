package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// says says whether a row says a time.
func (p Proposal) says(t timex) bool {
	has := func(s string) bool {
		return s != "" && (s == p.Row.From || s == p.Row.Until || s == p.Row.Usually || s == p.Row.Often)
	}
	switch {
	case t.kind == unsure || t.kind == often && p.Row.Often == "":
		return false
	case t.kind == noEnd:
		return p.Row.Until == ""
	case t.kind == calm || t.kind == whenCalm:
		return p.Row.Until == "calm" || p.Row.From == "calm"
	case t.start != "" && t.end != "" && t.end != "0h" && t.end != "next":
		return has(t.start) && has(t.end) || p.Row.Rule == row.May && has(t.start)
	case has(t.start) || has(t.end):
		return true
	case t.length.unit != "":
		for _, sign := range []string{"", "-", "next-"} {
			if has(t.length.text(sign)) {
				return true
			}
		}
	}
	return p.Row.Until == "morning 1" && t.kind == evening || p.Row.From == "morning 1" && t.firstDay
}

// tells says whether the row has words in a text of its own, which is then all that it says of when.
func (p Proposal) tells(words string) bool {
	return (p.Row.Rule == row.Do || p.Row.Rule == row.Expect) && p.Row.From+p.Row.Until+p.Row.Often == "" && strings.Contains(strings.ToLower(p.Row.Text), strings.ToLower(words))
}

// timeDoubts asks about each time of a row's sentence that the row does not say, and about a time of another place.
func (r *reader) timeDoubts(p Proposal, list []token, times []timex) (all []Doubt) {
	figures, said := 0, false
	for _, t := range times {
		at := spanOf(list[t.from:t.to])
		own := p.own.From <= at.From && at.To <= p.own.To || p.own.From >= p.own.To
		if t.kind != often && t.kind != noEnd && !t.minutes {
			figures++
		}
		if t.minutes && p.carries(at) || p.tells(r.words(at)) {
			continue
		}
		if !p.says(t) {
			if t.kind != often || own && !p.carries(at) {
				all = append(all, Doubt{AFigure, at})
			}
			continue
		}
		if !own && t.kind != often && !(at.From < p.own.From && onlyFillers(list[:t.from])) { // "For a week, ..." holds for all of it
			all = append(all, Doubt{AFigure, at})
		}
		if (t.kind == calm || t.kind == whenCalm) && !ofSkin(list[t.from:t.to]) { // "until it is finished"
			all = append(all, Doubt{AFigure, at})
		}
		if which := find2(list[:t.from], "that", "which", "who", "when", "while", "where"); which > 0 && t.kind != often && !given(list[which:t.from]) && !slices.ContainsFunc(list[which:t.from], func(w token) bool { return w.kind > figure }) && p.cue.From < p.cue.To && list[which].from >= p.cue.To { // "to help the shedding that begins after 2 weeks"
			all = append(all, Doubt{AFigure, at})
		}
		if t.loose && !r.waits(p) {
			all = append(all, Doubt{AFigure, at})
		}
		said = said || t.kind != often
	}
	if figures > 1 && len(all) == 0 && !twins(times) && !(figures == 2 && p.Row.Usually != "") {
		for _, t := range times[1:] {
			if t.kind != often && t.kind != noEnd && !t.minutes {
				all = append(all, Doubt{AFigure, spanOf(list[t.from:t.to])})
				break
			}
		}
	}
	if !said && (p.Row.From != "" || p.Row.Until != "") && p.Row.Rule != row.Spacing {
		if at, sure := r.fromHeading(p); !sure {
			all = append(all, Doubt{AHeading, at})
		}
	}
	return all
}

// waits says whether a row's rule is to wait: what stands behind "before" is what waits, then.
func (r *reader) waits(p Proposal) bool {
	_, n := find(tokens(r.text, p.cue.From, p.cue.To), waitWord)
	return n > 0
}

// given says whether words that tell which of a thing is meant speak of who gave it: "that we gave you", "which was
// prescribed". A time behind them is of what is done with it.
func given(list []token) bool {
	return len(list) > 1 && isOneOf(list, 1, "we", "you", "your", "was", "were", "is", "are", "has", "have", "the", "our", "i") && find2(list, "gave", "given", "give", "provided", "provide", "prescribed", "recommended", "recommend", "recommends", "supplied", "sold", "approved", "bought", "purchased", "received") > 0
}

// ofSkin says whether words tell that skin is calm, rather than that something else is over.
func ofSkin(list []token) bool {
	return find2(list, "skin", "healed", "heals", "heal", "healing", "recovered", "red", "sensitive", "calm", "calmed", "crusts", "scabs", "crust", "scab", "wound", "wounds", "face", "area") >= 0 || slices.ContainsFunc(list, func(t token) bool { return phraseAt([]token{t}, 0, symptomWord) > 0 })
}

// twins says whether all times are one said twice: "three days (72 hours)".
func twins(times []timex) bool {
	h := 0
	for _, t := range times {
		if t.kind == often || t.kind == noEnd || t.minutes {
			continue
		}
		if n := t.length.hours(); n == 0 || h != 0 && h != n {
			return false
		} else {
			h = n
		}
	}
	return true
}

// carries says whether the row says words by themselves.
func (p Proposal) carries(s Span) bool {
	return slices.ContainsFunc(p.carried, func(c Span) bool { return c.From <= s.From && s.To <= c.To })
}

// timedBefore says whether a heading with a time stands before another one: "the next 3 days" are behind it, then.
func (r *reader) timedBefore(at Span) bool {
	return slices.ContainsFunc(r.entered, func(s Span) bool { return s.To <= at.From && len(timesIn(tokens(r.text, s.From, s.To))) > 0 })
}

// onThatDay says whether a heading is of the day of the treatment: before it or after it, nobody knows.
func onThatDay(list []token) bool {
	return isPhrase(list, onTheDay) || slices.ContainsFunc(timesIn(list), func(t timex) bool { return t.kind == thatDay })
}

// goesBehindOthers says whether a heading names a time that is behind another one: "the next 3 days". "The following" alone
// are what stands below it.
func goesBehindOthers(list []token) bool {
	if find2(list, "next", "then", "later", "remaining") >= 0 {
		return true
	}
	return slices.ContainsFunc(timesIn(list), func(t timex) bool {
		from := t.from
		if _, counts := numberAt(list, from); counts {
			from = max(from-1, 0)
		}
		return find2(list[from:t.to], "following") >= 0
	})
}

// opens says whether a heading says from when on something may be done: "Day 4", "After 24 hours".
func opens(list []token) bool {
	return slices.ContainsFunc(timesIn(list), func(t timex) bool { return t.kind == stretch || t.kind == begins || t.kind == later })
}

// fromHeading finds the heading that a row has its time from, and says whether it surely holds for it: the row is the first
// sentence of its line, or the heading is of days, and nothing but lines of the same list stand between.
func (r *reader) fromHeading(p Proposal) (at Span, sure bool) {
	at = p.At
	found, section, vague := false, false, false
	for _, h := range p.Heads {
		list := tokens(r.text, h.From, h.To)
		if pre, _ := find(list, beforeWord); h.To <= p.At.From && (pre >= 0 || isPhrase(list, onTheDay) || slices.ContainsFunc(timesIn(list), func(t timex) bool { return t.kind != often && t.kind != noEnd })) {
			at, found = h, true
			vague = goesBehindOthers(list) && r.timedBefore(h) || onThatDay(list) || p.Row.Rule == row.May && !opens(list)
			section = slices.ContainsFunc(timesIn(list), func(t timex) bool { return t.kind == stretch || t.kind == begins || t.kind == before })
		}
	}
	if !found || vague { // "the next 3 days": from when on?
		return at, false
	}
	between := r.text[at.To:p.At.From]
	if !strings.Contains(between, "\n") { // in its line: "Day 1: no makeup"
		return at, section || !strings.ContainsAny(between, ".;!?")
	}
	mine := slices.IndexFunc(r.rows, func(l line) bool { return l.at.From <= p.At.From && p.At.From < l.at.To })
	if mine < 0 || !section && !labels(tokens(r.text, r.rows[mine].at.From, p.At.From)) {
		return at, false
	}
	first, base := true, 0 // how far in the list stands: what stands further in is of it, too
	for i := 0; i <= mine; i++ {
		l := r.rows[i]
		if l.at.From < at.To {
			continue
		}
		if !first && (l.blank && !l.item || l.item != r.rows[mine].item || l.indent != r.rows[mine].indent && !(l.item && l.indent >= base)) {
			return at, false
		}
		if first {
			base = l.indent
		}
		first = false
	}
	return at, !slices.ContainsFunc(r.left, func(l Left) bool { return l.Why == AHeading && at.To <= l.At.From && l.At.To <= p.At.From })
}

// labels says whether words before a row in its line only name what it tells: "Skincare: ...", "Keep it clean - ...". Then it
// is the first sentence of its line.
func labels(front []token) bool {
	if len(front) == 0 {
		return true
	}
	last := front[len(front)-1]
	return len(front) <= 7 && (last.kind == colon || last.kind == dash) && len(timesIn(front)) == 0
}

// figureDoubts asks about each number of a sentence that a row of the next treatment does not say.
func (r *reader) figureDoubts(p Proposal, list []token) (all []Doubt) {
	said := tokens(p.Row.From+" "+p.Row.Until+" "+p.Row.Sessions, 0, len(p.Row.From+p.Row.Until+p.Row.Sessions)+2)
	for i, t := range list {
		n, ok := numberAt(list, i)
		if !ok || t.text == "a" || t.text == "an" || t.text == "one" {
			continue
		}
		if !slices.ContainsFunc(said, func(s token) bool { return s.kind == figure && int(s.n) == n }) {
			all = append(all, Doubt{AFigure, spanOf(list[i : i+1])})
		}
	}
	if then := find2(list, "then", "monthly", "yearly", "afterwards", "thereafter"); then >= 0 {
		all = append(all, Doubt{ATurn, spanOf(list[then:])})
	}
	return all
}
