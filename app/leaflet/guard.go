package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// reasons are the words behind which something else is spoken of, up to the next comma: a time there is of that.
var reasons = []string{"which", "who", "because", "although", "though"}

// ofReasons are times of which those that stand in what only says why, or which, are not sure: "take a tablet for the
// itch, which should settle after 3 days".
func ofReasons(list []token, times []timex) []timex {
	out := slices.Clone(times)
	for i, t := range out {
		at := -1
		for k := range t.from {
			if slices.Contains(reasons, list[k].text) && phraseAt(list, k, containingWord) == 0 {
				at = k
			}
		}
		if at >= 0 && !slices.ContainsFunc(list[at:t.from], func(w token) bool { return w.kind > figure }) {
			out[i].kind = unsure
		}
	}
	return out
}

// denies are words by which a clause says no, whatever its verb says.
var denies = []string{"nothing", "none", "neither", "nobody", "hardly", "no", "not", "never", "without", "cannot"}

// denied says whether what stands before a verb makes what it tells a ban, or nothing that a row says: "nothing should be
// applied", "we apply a cream", "your nurse will clean it".
func (a asked) denied() bool {
	c := a.cue
	if c.at < 0 {
		return false
	}
	front := a.list[:c.at]
	if c.rule != row.Do && c.rule != row.May {
		return !c.post && (explained(front) || c.rule == row.Avoid && foretold(a.list, c))
	}
	if c.post && find2(front, denies...) >= 0 {
		return true
	}
	return !c.post && c.n > 0 && len(front) > 0 && slices.Contains([]string{"we", "i", "he", "she", "they", "will"}, front[len(front)-1].text) && phraseAt(front, len(front)-1, doLead) == 0
}

// foretold says whether words tell what may not happen rather than what not to do: "you may not feel anything".
func foretold(list []token, c cue) bool {
	end := c.at + c.n
	if c.at == 1 && list[0].text == "or" && find2(list[c.at:min(end, len(list))], "may", "might") == 0 { // "it may or may not peel"
		return true
	}
	return c.n > 1 && end < len(list) && find2(list[c.at:end], "may", "will", "might", "cannot") >= 0 && isOneOf(list, end, "experience", "feel", "notice", "see", "look", "need", "have", "become", "develop", "require", "happen", "get")
}

// explained says whether words say what something is good for, or what it is, up to where they end: "this will help (avoid)",
// "that includes (avoiding)".
func explained(front []token) bool {
	for i := len(front) - 1; i >= 0 && front[i].kind <= figure; i-- {
		if phraseAt(front, i, whyWord|includingWord) > 0 || isOneOf(front, i, "helps", "help", "includes", "means", "allows", "lets") {
			return true
		}
	}
	return false
}

// titled says whether the verb of a clause is its title: "MOISTURIZE: the skin may feel dry".
func (a asked) titled() bool {
	c := a.cue
	end := c.at + c.n
	return c.rule == row.Do && !c.post && c.n > 0 && end+1 < len(a.list) && a.list[end].kind == colon && find2(a.list[end:], "will", "may", "can", "is", "are", "should", "must", "not", "no", "avoid") >= 0
}

// refersBack says whether a time counts from what another sentence says: "during this period", "thereafter".
func refersBack(list []token, t timex) bool {
	return t.kind == unsure && find2(list[t.from:t.to], "this", "that", "these", "then", "thereafter") >= 0
}

// wholly takes back the leave that a sentence gives from the n-th row on where a part of it was not understood: nobody
// knows whether that takes something from it ("makeup may be worn after a day, but not foundation").
func (r *reader) wholly(n, left int) {
	if len(r.left) == left {
		return
	}
	for i := len(r.out) - 1; i >= n; i-- {
		if p := r.out[i]; p.Row.Rule == row.May {
			r.out = slices.Delete(r.out, i, i+1)
			r.left = append(r.left, Left{At: p.At, Why: NoRule})
		}
	}
}

// excepted has a ban say itself what the next sentence of its line allows without a time: "No makeup for a day. Mineral
// makeup is fine."
func (r *reader) excepted(n int) {
	if n == 0 || len(r.out) != n+1 {
		return
	}
	ban, leave := &r.out[n-1], r.out[n]
	if leave.Row.Rule != row.May || leave.Row.From != "" || ban.Row.Rule != row.Avoid && ban.Row.Rule != row.Less || len(leave.Doubts) > 0 {
		return
	}
	if strings.Contains(r.text[ban.At.To:leave.At.From], "\n") {
		return
	}
	for _, may := range leave.Row.What {
		if !slices.ContainsFunc(ban.Row.What, func(not string) bool { return not != may && r.kindOfIt(may, not) }) {
			return
		}
	}
	ban.Row.Except = append(ban.Row.Except, leave.Row.What...)
	ban.carried = append(ban.carried, leave.carried...)
	ban.At.To = leave.At.To
	ban.Row.Says = r.words(ban.At)
	r.out = r.out[:n]
}

// kindOfIt says whether a thing is one of a kind, by its name: "mineral makeup" is makeup.
func (r *reader) kindOfIt(thing, kind string) bool {
	if strings.HasSuffix(" "+thing, " "+kind) {
		return true
	}
	if len(strings.Fields(thing)) <= len(strings.Fields(kind)) {
		return false
	}
	for _, a := range r.book.Mentions(thing) {
		for _, b := range r.book.Mentions(kind) {
			if len(a.Topics) > 0 && len(b.Topics) > 0 && a.Topics[0].ID == b.Topics[0].ID {
				return true
			}
		}
	}
	return false
}

// torn says whether a sentence has a bracket that opens or closes in another one, with words outside of it.
func torn(list []token) bool {
	depth, words := 0, 0
	for _, t := range list {
		switch t.kind {
		case open:
			depth++
		case close:
			if depth--; depth < 0 {
				return words > 0 || len(list) > 1
			}
		case word:
			words++
		}
	}
	return depth > 0 && list[0].kind != open
}

// deniedBefore says whether words deny what stands behind them: "there will be no".
func deniedBefore(list []token) bool {
	for i := range list {
		if isOneOf(list, i, "no", "not", "never", "without") && phraseAt(list, i, neverRule) == 0 && !(i > 0 && phraseAt(list, i-1, neverRule) > 1) {
			return true
		}
	}
	return false
}

// spans says whether a time is from some hours to some more, without a word that says which of them begins or ends it.
func (t timex) spans() bool {
	return (t.kind == plainTime || t.kind == afterwards) && t.length.min < t.length.max
}

// besides says whether a ban is of others than what its sentence names before: "mineral makeup is advised, no other makeup".
func (r *reader) besides(a asked) bool {
	c := a.cue
	if c.at < 0 || c.rule != row.Avoid && c.rule != row.Less || find2(a.list[c.at:min(c.at+c.n+2, len(a.list))], "other") < 0 || a.whole.From >= a.list[0].from {
		return false
	}
	return len(r.mentionsIn(Span{a.whole.From, a.list[0].from})) > 0
}

// bothSides says whether a clause speaks of the time after the treatment, too, where a row ends with it: "prior to and
// after treatment".
func (a asked) bothSides(r row.Row) bool {
	if r.Until != "0h" {
		return false
	}
	for i := range a.list {
		if isOneOf(a.list, i, "after", "afterwards", "following", "post") && i > 0 && (isOneOf(a.list, i-1, "and", "or") || timeFrom(a.times, i) == nil && i+1 < len(a.list) && phraseAt(a.list, i+1, treatmentWord) > 0) {
			return true
		}
	}
	return false
}

// openEnded says whether a row forbids or allows something at any time.
func openEnded(r row.Row) bool { return r.Ban() && r.From == "" && r.Until == "" }

// speaksOfTime says whether a clause has words of time that no rule read: what has no end by its row may have one by them.
func (a asked) speaksOfTime() bool {
	for i, t := range a.list {
		if slices.ContainsFunc(a.times, func(x timex) bool { return x.from <= i && i < x.to }) {
			continue
		}
		switch t.text {
		case "immediately", "directly", "straight", "right", "shortly", "just":
			if i+1 < len(a.list) && isOneOf(a.list, i+1, "after", "before", "following", "post") && a.cue.rule != row.May {
				return true
			}
		case "before", "prior", "during", "until", "till", "between", "early", "initially", "days", "day", "weeks", "week", "hours", "hour", "night", "evening", "morning", "period":
			return true
		}
	}
	return false
}
