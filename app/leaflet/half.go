package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// mostHalf is how many things a row names that was half understood: in more, nobody knows which are meant.
const mostHalf = 6

// half proposes a row of a sentence of which no rule was sure, with that as its question: it tells to leave or to do something,
// names things that are known, and at most one time. It says whether it did. A yes is never half sure.
func (r *reader) half(list []token, hold holding) bool {
	times := timesIn(list)
	c := cueOf(list, times)
	if c.at < 0 || c.none || c.wait || c.rule != row.Avoid && c.rule != row.Less && c.rule != row.Do || phraseAt(list, 0, conditionWord) > 0 || hold.rule == row.Call || hold.rule == row.Expect || hold.rule == row.May {
		return false
	}
	ruling := 0
	for _, x := range clausesOf(list, times) {
		if x.cue.at >= 0 {
			ruling++
		}
	}
	if ruling > 1 || c.rule == row.Do && find2(list[:c.at], denies...) >= 0 { // of which of them its words are, nobody knows
		return false
	}
	if _, n := find(list, neverRule); n > 0 || explained(list[:c.at]) || c.at > 0 && phraseAt(list, c.at-1, whyWord) > 1 || c.rule == row.Do && isOneOf(list, c.at, "tell", "inform", "follow", "read", "see") || find2(list, "few", "little") >= 0 {
		return false
	}
	about := list[c.at:]
	if at, _ := find(about[min(c.n, len(about)):], avoidWord); at >= 0 && !c.post { // "do not avoid washing"
		return false
	}
	if which := find2(about, "that", "which", "who"); which > 0 { // what stands there says of what kind it is
		about = about[:which]
	}
	if c.post {
		about = list[:c.at]
	}
	if n := len(hold.heads); len(hold.thing) > 0 && hold.heads[n-1].lead && len(hold.heads[n-1].thing) > 0 { // "Exercise: avoid for 24 hours (you would sweat)"
		about = hold.thing
	}
	if len(about) == 0 {
		return false
	}
	p := Proposal{At: spanOf(list), own: spanOf(list), cue: spanOf(list[c.at : c.at+max(c.n, 1)]), Doubts: []Doubt{{NoRule, spanOf(list)}}}
	p.Row.Rule, p.Row.Says = c.rule, r.words(p.At)
	for _, m := range r.mentionsIn(spanOf(about)) {
		inTime := slices.ContainsFunc(times, func(t timex) bool { return m.From < list[t.to-1].to && list[t.from].from < m.To })
		words := standing(about, m.Span)
		if m.seen || inTime || len(words) == 0 || len(words) == 1 && vague[words[0].text] || slices.ContainsFunc(words, func(t token) bool { return anyTreatment[t.text] }) {
			continue
		}
		p.Row.What = append(p.Row.What, r.spoken(words))
		p.carried = append(p.carried, m.Span)
	}
	if n := len(p.Row.What); n == 0 || n > mostHalf {
		return false
	}
	if c.rule == row.Do {
		if p.At.To-list[c.at].from > mostText {
			return false
		}
		p.Row.Text = capital(r.words(Span{list[c.at].from, p.At.To}))
		if c.post {
			p.Row.Text = capital(r.words(p.At))
		}
	}
	times = slices.DeleteFunc(slices.Clone(times), func(t timex) bool { return t.kind == often || t.kind == noEnd || t.minutes })
	if len(times) == 1 {
		if at := settle(c.rule, times, list, false, hold.before); at.set && len(at.doubts) == 0 {
			p.Row.From, p.Row.Until, p.Row.Usually, p.Row.AndCalm = at.from, at.until, at.usually, at.andCalm
		}
	}
	for _, h := range hold.heads {
		p.Heads = append(p.Heads, h.at)
	}
	r.out = append(r.out, p)
	return true
}
