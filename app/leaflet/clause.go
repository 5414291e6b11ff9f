package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// clause is a part of a sentence with one rule.
type clause struct {
	list    []token
	times   []timex
	joined  bool // the next one is joined to it by "and" or "or"
	cue     cue
	figured bool
}

// cue is the word of a clause that says what it tells to do.
type cue struct {
	rule  row.Rule
	at, n int
	post  bool // what it is about stands before it
	wait  bool // how long to wait stands behind it, then for what
	light bool // of do: the verb adds nothing to what it is done with
	none  bool // it is a phrase that tells nothing
	deed  int  // of one whose thing stands before it: the token of what is not to be done to that; 0: none
}

// strongAvoid are the words to avoid that count wherever they stand in a clause.
func strongAvoid(list []token, i, n int) bool {
	if n > 1 {
		return true
	}
	return slices.Contains([]string{"avoid", "avoiding", "dont", "cannot", "cant", "mustnt", "shouldnt", "refrain", "discontinue", "never", "abstain", "cease", "wouldnt"}, list[i].text)
}

// cueOf finds what a clause tells to do.
func cueOf(list []token, times []timex) cue {
	start, inCase := true, false
	for i := 0; i < len(list); {
		if list[i].kind == comma {
			inCase = false
			start = start || list[0].text == "to"
		}
		if t := timeFrom(times, i); t != nil {
			i = t.to
			continue
		}
		if list[i].kind != word && list[i].kind != figure {
			i++
			continue
		}
		c, n, ok := cueAt(list, i, start)
		if i == 1 && list[0].text == "to" && ok && c.rule == row.Do && !c.post { // "to maintain your results, ..."
			ok, start = false, false
		}
		if inCase && ok && c.rule == row.Avoid && !c.post { // "if you cannot breathe"
			ok = false
		}
		if ok {
			c.at, c.n = i, n
			if at, m := find(list[i+n:], lessAfter); at > 0 && c.rule == row.Do && !c.post { // "keep sun to a minimum"
				return cue{rule: row.Less, at: i + n + at, n: m, post: true}
			}
			return c
		}
		if start && phraseAt(list, i, fillerWord|doLead) > 0 {
			i += phraseAt(list, i, fillerWord|doLead)
			continue
		}
		inCase = inCase || list[i].text == "if" || list[i].text == "unless" || list[i].text == "when" || list[i].text == "whenever"
		start = false
		i++
	}
	return cue{at: -1}
}

func timeFrom(times []timex, i int) *timex {
	for k := range times {
		if times[k].from == i {
			return &times[k]
		}
	}
	return nil
}

// cueAt is the cue at the i-th token; start says that nothing but fillers and times stand before it.
func cueAt(list []token, i int, start bool) (cue, int, bool) {
	classes := []struct {
		of  class
		cue cue
	}{
		{neverRule, cue{none: true}},
		{doNotForget, cue{rule: row.Do}},
		{avoidedWord, cue{rule: row.Avoid, post: true}},
		{avoidWord, cue{rule: row.Avoid}},
		{waitWord, cue{rule: row.Avoid, wait: true}},
		{lessWord, cue{rule: row.Less}},
		{lessAfter, cue{rule: row.Less, post: true}},
		{onlyWord, cue{rule: row.Only}},
		{mayAfter, cue{rule: row.May, post: true}},
		{mayWord, cue{rule: row.May}},
		{mayBegin, cue{rule: row.May}},
		{doneWord, cue{rule: row.Do, post: true}},
		{doWord, cue{rule: row.Do}},
	}
	if n := keptOut(list, i); n > 0 && start {
		return cue{rule: row.Avoid}, n, true
	}
	best, n := cue{}, 0
	for _, c := range classes {
		m := phraseAt(list, i, c.of)
		if c.of == doWord && m > 0 && list[i].text == "leave" && !leftSo(list[i:]) {
			continue
		}
		if c.of == doWord && m == 1 && start && adjectives[list[i].text] && i+1 < len(list) && !objects[list[i+1].text] && doneBehind(list[i+1:]) { // "cool compresses can be applied"
			continue
		}
		if c.of == waitWord && m > 0 && list[i].text == "allow" && !isTime(list, i+m) { // "allow your face to rest"
			continue
		}
		if m <= n || !start && startsOnly(c.of, list, i, m) || c.cue.post && start && i == 0 {
			continue
		}
		best, n = c.cue, m
		best.light = c.of == doWord && list[i].text != "keep" && phraseAt(list, i, lightWord) > 0
	}
	if best.rule == row.Avoid && !best.post && n > 1 && !start && i+n+1 < len(list) && list[i+n].text == "be" && list[i+n+1].kind == word {
		best.post, best.deed = true, i+n+1 // "makeup should not be put on"
		n += 2
	}
	return best, n, n > 0
}

// doneBehind says whether a phrase follows that is about what stands before it.
func doneBehind(list []token) bool {
	at, _ := find(list, avoidedWord|lessAfter|mayAfter|doneWord)
	return at >= 0
}

// keptOut is how many tokens "keep the area out of" has at the i-th token; 0: it does not stand there.
func keptOut(list []token, i int) int {
	if list[i].text != "keep" && list[i].text != "protect" {
		return 0
	}
	j := i + 1
	for j < len(list) && (phraseAt(list, j, noThing) > 0 || slices.Contains([]string{"the", "your", "treated", "it"}, list[j].text)) {
		j += max(1, phraseAt(list, j, noThing))
	}
	switch {
	case j == i+1:
		return 0
	case follows(list, j, "out", "of"), follows(list, j, "away", "from"):
		return j + 2 - i
	}
	return 0
}

// isTime says whether a time begins at the i-th token.
func isTime(list []token, i int) bool {
	if i >= len(list) {
		return false
	}
	_, ok := timeAt(list, i)
	return ok
}

// startsOnly says whether a phrase of a class counts only where a clause begins.
func startsOnly(of class, list []token, i, n int) bool {
	switch of {
	case avoidWord:
		return !strongAvoid(list, i, n)
	case waitWord, lessWord, doWord, mayBegin:
		return true
	case onlyWord:
		return n < 2
	}
	return false
}

// clausesOf parts a sentence where another rule begins.
func clausesOf(list []token, times []timex) []clause {
	var out []clause
	from := 0
	cut := func(to int, joined bool) {
		if to > from {
			out = append(out, clause{list: list[from:to], joined: joined})
		}
		from = to
	}
	depth := 0
	for i := 0; i < len(list); i++ {
		if t := timeFrom(times, i); t != nil {
			i = t.to - 1
			continue
		}
		switch list[i].kind {
		case open:
			depth++
		case close:
			depth = max(depth-1, 0)
		}
		if depth > 0 { // what stands in brackets is of what they stand behind
			continue
		}
		if i > from && laterOn(list, i) && forbids(list[from:i]) { // "no sun for a week, then a hat"
			for i > from && (list[i-1].kind == comma || list[i-1].kind == dash || list[i-1].text == "and" || list[i-1].text == "but") {
				i--
			}
			cut(i, false)
			for i+1 < len(list) && !laterOn(list, i) {
				i++
			}
			continue
		}
		joins := list[i].kind == comma || list[i].kind == dash || list[i].kind == open && false || slices.Contains([]string{"and", "but", "or", "then", "however", "so", "instead"}, list[i].text)
		if !joins || i <= from || phraseAt(list, i-1, lessWord) > 1 { // "reduce or stop"
			continue
		}
		k, and := i, false
		for k < len(list) && (list[k].kind == comma || list[k].kind == dash || slices.Contains([]string{"and", "but", "or", "then", "however", "also", "please", "so", "instead"}, list[k].text)) {
			and = and || list[k].text == "and" || list[k].text == "or"
			k++
		}
		if begins := beginsClause(list, times, from, i, k); begins {
			had := cueOf(list[from:i], timesIn(list[from:i]))
			cut(i, and || list[i].kind == comma && had.at >= 0 && list[from+had.at].text == "no" && list[k].text == "no")
			from = i
			i = k - 1
		}
	}
	cut(len(list), false)
	for i := range out {
		c := &out[i]
		c.times = timesIn(c.list)
		c.cue = cueOf(c.list, c.times)
		if i > 0 && c.cue.rule == row.Do && !c.cue.post && c.list[0].text == "and" && (out[i-1].bare() || out[i-1].leaves()) {
			c.cue = cue{none: true}
		}
	}
	return out
}

// laterOn says whether what stands at the i-th token is for later than what stands before it.
func laterOn(list []token, i int) bool {
	switch list[i].text {
	case "then":
		return i+1 < len(list) && !follows(list, i-1, "from") && !follows(list, i-1, "until")
	case "thereafter", "afterwards", "afterward":
		return i > 0 && timeFrom(timesIn(list), i) == nil && list[i-1].kind != figure && unitOf(list[i-1].text) == ""
	case "followed":
		return follows(list, i+1, "by")
	}
	return false
}

// forbids says whether words tell to leave something.
func forbids(list []token) bool {
	c := clause{cue: cueOf(list, timesIn(list))}
	return c.cue.at >= 0 && c.forbids()
}

// forbids says whether a clause tells to leave something.
func (c *clause) forbids() bool { return c.cue.rule == row.Avoid || c.cue.rule == row.Less }

// bare says whether a clause forbids by a verb, without saying until when: an "and" behind it may go on with what is
// forbidden, or begin what is to be done.
func (c *clause) bare() bool {
	if c.cue.rule != row.Avoid || c.cue.post || c.cue.at < 0 || len(c.times) > 0 {
		return false
	}
	return bareForbids[c.list[c.cue.at+c.cue.n-1].text]
}

// beginsClause says whether another clause begins at the k-th token, behind the word at the i-th that joins it.
func beginsClause(list []token, times []timex, from, i, k int) bool {
	rest := list[k:]
	restTimes := timesIn(rest)
	had := cueOf(list[from:i], timesIn(list[from:i]))
	j := 0
	for j < len(rest) { // "and after 24 hours wash"
		if t := timeFrom(restTimes, j); t != nil {
			j = t.to
			if j < len(rest) && rest[j].kind == comma { // "no sunbeds - for a week, avoid saunas"
				j++
			}
			continue
		}
		if n := phraseAt(rest, j, doLead); n > 0 && phraseAt(rest, j, doWord|avoidWord|lessWord|onlyWord|mayWord|avoidedWord) < n {
			j += n
			continue
		}
		break
	}
	if j >= len(rest) {
		return false
	}
	if adjectives[rest[j].text] && !(j+1 < len(rest) && objects[rest[j+1].text]) {
		return false // "a gentle cleanser and cool water"
	}
	if had.rule == row.Avoid && (follows(rest, j, "use", "of") || follows(rest, j, "the", "use", "of")) { // "avoid sun, use of sunbeds"
		return false
	}
	c, n, ok := cueAt(rest, j, true)
	if !ok {
		switch { // "makeup should be avoided and sunscreen should be used"
		case list[i].text == "but", list[i].text == "then", list[i].text == "however":
			return cueOf(rest, restTimes).at >= 0
		case list[i].kind == comma && had.rule == row.Avoid && !had.post: // "no pools, the sea is fine"
			next := cueOf(rest, restTimes)
			return next.at >= 0 && next.post && next.rule == row.May && find2(rest[:next.at], "and", "or", "until") < 0 && !slices.ContainsFunc(rest[:next.at], func(t token) bool { return t.kind == comma })
		case had.at >= 0 && had.post:
			next := cueOf(rest, restTimes)
			return next.at >= 0 && next.post
		}
		return false
	}
	if c.none {
		return true
	}
	if c.rule == row.Do && n == 1 && maybeNouns[rest[j].text] && j+1 < len(rest) && nounsBehind[rest[j+1].text] { // "bath or shower oil"
		return false
	}
	if c.rule != row.Do || c.post {
		return !(c.rule == row.Avoid && n == 1 && rest[j].text == "not" && (had.rule == row.Avoid || had.rule == row.Do)) // "warm water, not hot"
	}
	if had.at < 0 && list[i].kind == comma && opensCase(list[from]) {
		return true
	}
	if had.rule != row.Avoid && had.rule != row.Less || had.post || had.at < 0 {
		return had.at >= 0 && !(list[i].text == "or" && had.rule != row.Do)
	}
	if at, n := find(list[from+had.at+had.n:i], whyWord); at >= 0 && n > 0 || purpose(list[from+had.at+had.n:i]) {
		return false // "for 24 hours to let the serum sink in and take effect"
	}
	timed := len(timesIn(list[from:i])) > 0
	last := list[from+had.at+had.n-1].text
	verbs := bareForbids[last]
	switch {
	case list[i].text == "then" || list[i].text == "instead" || list[i].text == "but" || list[i].text == "so":
		return true
	case list[i].text == "or" || list[k-1].text == "or":
		return false
	case verbs && !timed && list[i].text == "and" && i-from-had.at-had.n > 1: // "do not touch your face and wash it": nobody knows
		return true
	case verbs && !timed: // "do not touch, rub or scratch"
		return list[i].kind == dash
	}
	if !timed && n == 1 && maybeNouns[rest[j].text] && !(j+1 < len(rest) && objects[rest[j+1].text]) { // "no scrubs, wash cloths"
		return false
	}
	return list[k-1].text == "and" || timed || list[i].kind == dash || list[i].kind == comma && followedByObject(rest, j+n)
}

// purpose says whether words tell what for: "to permit the serum ...".
func purpose(list []token) bool {
	for i := 1; i+1 < len(list); i++ {
		if list[i].text == "to" && list[i+1].kind == word && list[i-1].kind <= figure && (unitOf(list[i-1].text) != "" || anyTreatment[list[i-1].text]) && !slices.Contains([]string{"the", "your", "a", "any", "heat", "sun"}, list[i+1].text) {
			return true
		}
	}
	return false
}

// adjectives are verbs that may be qualities: only before these objects are they verbs.
var (
	adjectives = map[string]bool{"cool": true, "clean": true, "dry": true, "mist": true, "ice": true, "rest": true}
	objects    = map[string]bool{"the": true, "your": true, "it": true, "off": true, "gently": true, "with": true, "thoroughly": true, "carefully": true, "them": true, "skin": true}
)

// maybeNouns are verbs that begin the name of a thing as well.
var maybeNouns = map[string]bool{
	"wash": true, "shower": true, "ice": true, "rest": true, "cool": true, "dry": true, "clean": true, "mist": true, "spray": true,
	"shampoo": true, "change": true, "treat": true, "cover": true, "wipe": true, "soak": true, "sip": true, "layer": true, "hold": true,
	"massage": true, "sleep": true, "drink": true, "book": true, "store": true, "press": true,
}

// nounsBehind make a name of a verb that stands before them.
var nounsBehind = map[string]bool{
	"oil": true, "oils": true, "gel": true, "gels": true, "cap": true, "cloth": true, "cloths": true, "spray": true, "sprays": true,
	"pack": true, "packs": true, "cubes": true, "cream": true, "creams": true, "mask": true, "masks": true, "room": true, "rooms": true,
}

// leftSo says whether something is to be left as it is: "leave the dressing on". To leave something by itself means the
// opposite of doing it.
func leftSo(list []token) bool {
	return find2(list, "on", "off", "alone", "unwashed", "uncovered", "open", "in", "undisturbed") > 0
}

// opensCase says whether a word begins what says when or in which case something is to be done: "Following each wash, ...".
func opensCase(t token) bool {
	return slices.Contains([]string{"after", "following", "before", "when", "while", "whenever", "during", "with", "for", "in", "at", "on", "if", "once", "to", "upon", "as", "except", "apart", "besides", "unless", "provided"}, t.text)
}

// followedByObject says whether words go on behind a verb, rather than a list: "use sunscreen", not "rinse, ...".
func followedByObject(list []token, i int) bool {
	return i < len(list) && list[i].kind == word && list[i].text != "and" && list[i].text != "or"
}
