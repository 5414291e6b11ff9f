package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// mostDoubts is how many questions are asked of one row.
const mostDoubts = 3

// weigh doubts each proposal whose sentence is not wholly accounted for. Each word has to belong to the rule, to a thing that
// is known, to a time that the row says, or to a closed list of words that say nothing more. The rules that made the row are
// not asked: what they got wrong is asked of the person.
func (r *reader) weigh() {
	named := r.kindLines()
	for i := range r.out {
		p := &r.out[i]
		if p.Row.Rule == row.Clinic {
			continue
		}
		for _, d := range append(r.doubtsOf(i), kindDoubts(*p, named)...) {
			if !slices.ContainsFunc(p.Doubts, func(o Doubt) bool { return o.covers(d) }) {
				p.Doubts = append(p.Doubts, d)
			}
		}
		if len(p.Doubts) > mostDoubts { // the whole sentence is
			p.Doubts = append(p.Doubts[:mostDoubts-1:mostDoubts-1], Doubt{AWord, p.At})
		}
	}
}

// covers says whether a question asks of what another one would.
func (d Doubt) covers(o Doubt) bool {
	return d.At.From <= o.At.From && o.At.To <= d.At.To && (d.Why == o.Why || d.Why != ANoEnd && o.Why != ANoEnd && o.Why != AHeading)
}

// doubtsOf are the questions that the n-th proposal leaves open.
func (r *reader) doubtsOf(n int) (all []Doubt) {
	p := r.out[n]
	list := tokens(r.text, p.At.From, p.At.To)
	times := timesIn(list)
	if p.Row.Rule != row.Call && p.Row.Rule != row.Spacing {
		all = append(all, r.timeDoubts(p, list, times)...)
	}
	switch p.Row.Rule {
	case row.Avoid, row.Less, row.Only:
		if p.Row.Until == "" && !r.harms(p) && !slices.ContainsFunc(times, func(t timex) bool { return t.kind == noEnd }) {
			all = append(all, Doubt{ANoEnd, p.At})
		}
		all = append(all, r.thingDoubts(p)...)
		all = append(all, r.wordDoubts(n, list, times)...)
	case row.May:
		if p.Row.From == "" {
			all = append(all, Doubt{ALeave, p.At})
		}
		all = append(all, r.thingDoubts(p)...)
		all = append(all, r.wordDoubts(n, list, times)...)
	case row.Do, row.Expect:
		all = append(all, r.turnDoubts(n, list, times)...)
	case row.Spacing:
		all = append(all, r.figureDoubts(p, list)...)
	case row.Call:
		says, _ := find(list, callWord)
		for _, h := range p.Heads { // "before you come, tell us if you: - have ..."
			if says < 0 && (preOnly(tokens(r.text, h.From, h.To)) || onThatDay(tokens(r.text, h.From, h.To))) {
				all = append(all, Doubt{AHeading, h})
			}
		}
		if at := find2(list, "prescription", "appointment", "appointments", "book", "schedule", "order", "cancel", "refill"); at >= 0 {
			all = append(all, Doubt{ATurn, spanOf(list[at:])}) // "call us if you need a prescription"
		}
	}
	return slices.Concat(all, r.nextDoubts(n), r.choiceDoubts(p))
}

// harmful is what harms healing skin whenever it is done: a sheet that forbids it without an end means just that.
var harmful = []string{"picking", "popping", "scratching", "rubbing", "touching"}

// harms says whether a row forbids nothing but that.
func (r *reader) harms(p Proposal) bool {
	if p.Row.Rule != row.Avoid || len(p.Row.Except) > 0 {
		return false
	}
	for _, c := range p.carried {
		all := r.mentionsIn(c)
		if len(all) == 0 || !slices.ContainsFunc(all, func(m mention) bool { return m.ofAny(harmful) }) || slices.ContainsFunc(all, func(m mention) bool { return !m.seen && !m.ofAny(harmful) }) {
			return false
		}
	}
	return len(p.carried) > 0
}

// kindLine is a line by itself that names kinds of treatment.
type kindLine struct {
	at Span
	of []string
}

// kindLines are the lines that do, where the text is for several kinds.
func (r *reader) kindLines() (all []kindLine) {
	for _, l := range r.rows {
		if len(r.kinds) < 2 || l.item || l.cells != nil || l.at.To-l.at.From > mostLetters+fullLine {
			continue
		}
		list := tokens(r.text, l.at.From, l.at.To)
		of := kindsIn(list)
		if len(list) <= 7 && cueOf(list, timesIn(list)).at < 0 && slices.ContainsFunc(r.kinds, func(k []string) bool { return slices.Equal(k, of) }) {
			all = append(all, kindLine{l.at, of})
		}
	}
	return all
}

// kindDoubts asks whether the last line that names a kind of treatment holds for a row that does not say so.
func kindDoubts(p Proposal, lines []kindLine) []Doubt {
	if len(p.Row.Device) > 0 || p.Row.Rule == row.Call {
		return nil
	}
	for i := len(lines) - 1; i >= 0; i-- {
		if l := lines[i]; l.at.To <= p.At.From {
			if slices.Contains(l.of, "needling") {
				return nil
			}
			return []Doubt{{AHeading, l.at}}
		}
	}
	return nil
}

// beside are the rows that may be of the same sentence as the n-th, or the next one: they stand together.
func (r *reader) beside(n int) []Proposal {
	return r.out[max(0, n-mostHalf*2):min(len(r.out), n+mostHalf*2)]
}

// mostAround is how many bytes before and behind a row are looked at: a sentence has fewer.
const mostAround = 600

// letterAt is the first byte of a letter from the i-th on, within a text.
func letterAt(text string, i int) int {
	i = min(max(i, 0), len(text))
	for i < len(text) && text[i]&0xc0 == 0x80 {
		i++
	}
	return i
}

// goOn are words with which a sentence goes on with the one before it.
var goOn = []string{"this", "these", "that", "those", "it", "they", "then", "however", "but", "unless", "except", "if", "or", "otherwise", "longer", "after", "afterwards", "thereafter", "also", "once", "until", "you", "mineral", "only", "do", "some", "although", "ideally", "same", "such", "again"}

// nextDoubts asks about the sentence behind a row's in the same line, where it goes on with it and no row says it.
func (r *reader) nextDoubts(n int) []Doubt {
	p := r.out[n]
	mine := slices.IndexFunc(r.rows, func(l line) bool { return l.at.From <= p.At.From && p.At.From < l.at.To })
	if mine < 0 || p.At.To >= r.rows[mine].at.To || r.rows[mine].cells != nil {
		return nil
	}
	if front := tokens(r.text, max(r.rows[mine].at.From, letterAt(r.text, p.At.From-mostAround)), p.At.From); p.Row.Rule != row.Call && p.Row.Rule != row.Expect { // "If you bought some, use it. Always use it first."
		for _, s := range sentences(front) {
			if n, _ := find(s[:min(len(s), 3)], conditionWord); n >= 0 {
				return []Doubt{{ACondition, spanOf(s)}}
			}
		}
	}
	rest := tokens(r.text, p.At.To, min(r.rows[mine].at.To, letterAt(r.text, p.At.To+mostAround)))
	if len(rest) > 1 && rest[0].kind == dash && p.Row.Ban() && len(timesIn(tokens(r.text, p.At.From, p.At.To))) == 0 { // "No actives - no retinol until it is healed": the other ones, too?
		if s := sentences(rest[1:]); len(s) > 0 && forbids(s[0]) && slices.ContainsFunc(timesIn(s[0]), func(t timex) bool { return t.kind != often && t.kind != noEnd && !t.minutes }) {
			return []Doubt{{ATurn, spanOf(s[0])}}
		}
	}
	for len(rest) > 0 && rest[0].kind > figure {
		rest = rest[1:]
	}
	if len(rest) == 0 || !slices.Contains(goOn, rest[0].text) {
		return nil
	}
	s := sentences(rest)[0]
	if p.Row.Ban() && p.Row.Rule != row.May && inCase(s) {
		return nil
	}
	if at := spanOf(s); !slices.ContainsFunc(r.beside(n), func(o Proposal) bool {
		return o.At.From < at.To && at.From < o.At.To && len(o.Row.From+o.Row.Until) > 0 && !slices.ContainsFunc(o.Doubts, func(d Doubt) bool { return d.Why == ACondition })
	}) && (len(timesIn(s)) > 0 || slices.ContainsFunc(s, func(t token) bool {
		return slices.Contains([]string{"if", "unless", "except", "longer", "but", "however", "only", "fine", "okay", "ok", "allowed"}, t.text)
	})) {
		return []Doubt{{ATurn, at}}
	}
	return nil
}

// inCase says whether a sentence tells what to do in a case, beside a ban that holds all the same: "if you must be in the
// sun, wear a hat". It takes nothing from the ban, and says of no time.
func inCase(list []token) bool {
	comma := slices.IndexFunc(list, func(t token) bool { return t.kind == comma })
	if comma < 2 || comma+1 >= len(list) || !isOneOf(list, 0, "if", "should", "when", "whenever") || !isOneOf(list, 1, "you", "your", "the", "it") || len(timesIn(list)) > 0 {
		return false
	}
	n := phraseAt(list, comma+1, doWord)
	return n > 0 && find2(list, "fine", "okay", "ok", "allowed", "may", "can", "unless", "except", "longer", "only", "stop", "not", "no", "never", "until", "before", "instead", "exempt") < 0
}

// choiceDoubts asks about what a sentence gives to choose from: "stay inside or wear a hat" are no two instructions.
func (r *reader) choiceDoubts(p Proposal) []Doubt {
	if p.own.From >= p.own.To {
		return nil
	}
	for _, side := range []Span{{p.At.From, p.own.From}, {p.own.To, p.At.To}} {
		list := tokens(r.text, side.From, side.To)
		if len(list) > 0 && (side.To == p.own.From && list[len(list)-1].text == "or" || side.From == p.own.To && list[0].text == "or") {
			return []Doubt{{ATurn, spanOf(list)}}
		}
	}
	if own := tokens(r.text, p.own.From, p.own.To); own[0].text == "or" {
		return []Doubt{{ATurn, p.own}}
	}
	return nil
}
