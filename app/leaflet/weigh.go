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
	for i := range r.out {
		p := &r.out[i]
		if p.Row.Rule == row.Clinic {
			continue
		}
		for _, d := range r.doubtsOf(i) {
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
		if p.Row.Until == "" && !slices.ContainsFunc(times, func(t timex) bool { return t.kind == noEnd }) {
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
		if at := find2(list, "prescription", "appointment", "appointments", "book", "schedule", "order", "cancel", "refill"); at >= 0 {
			all = append(all, Doubt{ATurn, spanOf(list[at:])}) // "call us if you need a prescription"
		}
	}
	return slices.Concat(all, r.nextDoubts(p), r.choiceDoubts(p), r.kindDoubts(p))
}

// kindDoubts asks, where the text is for several kinds of treatment, whether the last line that names one holds for a row that
// does not say so.
func (r *reader) kindDoubts(p Proposal) []Doubt {
	if len(r.kinds) < 2 || len(p.Row.Device) > 0 || p.Row.Rule == row.Call {
		return nil
	}
	for i := len(r.rows) - 1; i >= 0; i-- {
		l := r.rows[i]
		list := tokens(r.text, l.at.From, l.at.To)
		if l.at.To > p.At.From || len(list) > 7 || l.item || l.cells != nil || cueOf(list, timesIn(list)).at >= 0 {
			continue
		}
		if of := kindsIn(list); len(of) > 0 && slices.ContainsFunc(r.kinds, func(k []string) bool { return slices.Equal(k, of) }) {
			if slices.Contains(of, "needling") {
				return nil
			}
			return []Doubt{{AHeading, l.at}}
		}
	}
	return nil
}

// goOn are words with which a sentence goes on with the one before it.
var goOn = []string{"this", "these", "that", "those", "it", "they", "then", "however", "but", "unless", "except", "if", "or", "otherwise", "longer", "after", "afterwards", "thereafter", "also", "once", "until", "you", "mineral", "only", "do", "some", "although", "ideally", "same", "such", "again"}

// nextDoubts asks about the sentence behind a row's in the same line, where it goes on with it and no row says it.
func (r *reader) nextDoubts(p Proposal) []Doubt {
	mine := slices.IndexFunc(r.rows, func(l line) bool { return l.at.From <= p.At.From && p.At.From < l.at.To })
	if mine < 0 || p.At.To >= r.rows[mine].at.To || r.rows[mine].cells != nil {
		return nil
	}
	if front := tokens(r.text, r.rows[mine].at.From, p.At.From); p.Row.Rule != row.Call && p.Row.Rule != row.Expect { // "If you bought some, use it. Always use it first."
		for _, s := range sentences(front) {
			if n, _ := find(s[:min(len(s), 3)], conditionWord); n >= 0 {
				return []Doubt{{ACondition, spanOf(s)}}
			}
		}
	}
	rest := tokens(r.text, p.At.To, r.rows[mine].at.To)
	for len(rest) > 0 && rest[0].kind > figure {
		rest = rest[1:]
	}
	if len(rest) == 0 || !slices.Contains(goOn, rest[0].text) {
		return nil
	}
	s := sentences(rest)[0]
	if at := spanOf(s); !slices.ContainsFunc(r.out, func(o Proposal) bool {
		return o.At.From < at.To && at.From < o.At.To && len(o.Row.From+o.Row.Until) > 0
	}) && (len(timesIn(s)) > 0 || slices.ContainsFunc(s, func(t token) bool {
		return slices.Contains([]string{"if", "unless", "except", "longer", "but", "however", "only", "fine", "okay", "ok", "allowed"}, t.text)
	})) {
		return []Doubt{{ATurn, at}}
	}
	return nil
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
