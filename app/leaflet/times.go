package leaflet

import "slices"

// timeKind is how a time is said. What it means for a row depends on the row's rule: see settle.
type timeKind int

const (
	lasting    timeKind = iota // "for 24 hours", "the first week": until
	plainTime                  // "24 hours", with no word that says more
	afterwards                 // "24 hours after treatment", with no word before it
	later                      // "after 24 hours"
	before                     // "2 weeks before"
	beforeNext                 // "2 weeks before your next session"
	around                     // "24 hours before and after"
	within                     // "within 24 hours", "in 3 days"
	upTo                       // until a moment: "until the next morning"
	begins                     // from a moment: "from day 3"
	stretch                    // "days 2-3"
	onMoment                   // "the next day": a moment with no word that says more
	evening                    // "the same evening"
	thatDay                    // "the rest of the day"
	calm                       // "until healed"
	whenCalm                   // "once healed"
	noEnd                      // "for as long as possible"
	beforehand                 // "before your treatment", with no length
	often                      // "twice a day"
	unsure                     // a figure, and it is not sure what it means
)

// timex is a time in a list of tokens.
type timex struct {
	kind       timeKind
	from, to   int    // tokens
	start, end string // as a plan file writes them
	length     length // where it is one
	text       Span   // of calm: the words of the condition; none: From is To
	countsDays bool   // it counts days by number
	firstDay   bool   // it begins with day 1
	minutes    bool   // it says how long something takes, or how much: no row says that
	after      bool   // it says that it is after the treatment
	loose      bool   // it counts from something that is not the treatment: "2 hours before bed"
}

// timesIn finds the times in a list of tokens, in its order. Each figure of a time is in one of them.
func timesIn(list []token) []timex {
	var out []timex
	for i := 0; i < len(list); {
		t, ok := timeAt(list, i)
		if !ok {
			i++
			continue
		}
		t.from = i
		out = append(out, t)
		if i > 0 && slices.Contains([]string{"especially", "particularly", "mainly", "notably"}, list[i-1].text) {
			out[len(out)-1].kind = unsure // "always, especially for 3 weeks"
		}
		i = max(t.to, i+1)
	}
	return out
}

// timeAt is the time that begins at the i-th token.
func timeAt(list []token, i int) (timex, bool) {
	for _, read := range []func([]token, int) (timex, bool){oftenAt, foreverAt, calmAt, momentAt, dayAt, lengthTimeAt, beforehandAt, vagueAt, untilAt} {
		if t, ok := read(list, i); ok {
			if t.to+1 < len(list) && list[t.to].text == "or" && slices.Contains([]string{"two", "so", "three", "more"}, list[t.to+1].text) && t.length.unit != "" { // "a day or two"
				t = timex{kind: unsure, to: t.to + 2}
			}
			if t.kind == unsure && t.to > i { // "a few days after treatment"
				_, t.to = sideAt(list, t.to)
			}
			return t, true
		}
	}
	return timex{}, false
}

// untilAt reads "until" with words of which nobody knows when that is: "until we tell you".
func untilAt(list []token, i int) (timex, bool) {
	if !follows(list, i, "until") && !follows(list, i, "till") {
		return timex{}, false
	}
	end := i + 1
	for end < len(list) && list[end].kind == word && end < i+8 {
		end++
	}
	return timex{kind: unsure, to: end}, end > i+1
}

// prepositions stand before a length or a moment and say what it means.
var prepositions = []string{
	"for", "during", "over", "throughout", "within", "in", "until", "till", "til", "after", "before", "from", "past", "by",
	"beyond", "lasting", "starting", "on", "at", "since", "through", "once", "around", "beginning", "commencing",
}

// prepositionAt is the preposition at the i-th token and how many tokens it has.
func prepositionAt(list []token, i int) (string, int) {
	if list[i].kind != word || !slices.Contains(prepositions, list[i].text) {
		return "", 0
	}
	prep, n := list[i].text, 1
	if i+1 < len(list) {
		switch next := list[i+1].text; {
		case (prep == "starting" || prep == "beginning" || prep == "commencing") && (next == "on" || next == "from" || next == "after"):
			n = 2
		case prep == "until" && next == "after":
			return "until", 2
		case prep == "from" && next == "about":
			n = 2
		}
	}
	switch prep {
	case "till", "til":
		prep = "until"
	case "beginning", "commencing":
		prep = "starting"
	}
	return prep, n
}

// lengthTimeAt reads a length of time with what stands around it: "for the first 48 hours after your treatment".
func lengthTimeAt(list []token, i int) (timex, bool) {
	prep, n := prepositionAt(list, i)
	if prep == "at" || prep == "around" { // "at least"
		prep, n = "", 0
	}
	l, m, first, ok := lengthAt(list, i+n)
	if !ok {
		return timex{}, false
	}
	t := timex{length: l, to: i + n + m, minutes: l.unit == "minute"}
	side, end := sideAt(list, t.to)
	t.loose = (side == "before" || side == "after") && elsewhere(list, t.to, end)
	t.to, t.after = passed(list, end), side == "after"
	t.kind = lengthKind(prep, side, first || prep == "in" && side == "after" && list[i+n].text == "the", i+n+m < len(list) && list[i+n+m].text == "of")
	if t.kind == around && side == "both_lengths" { // "48 hours before and 24 hours after"
		if l2, m2, _, ok := lengthAt(list, end); ok {
			side2, end2 := sideAt(list, end+m2)
			t.to = end + m2
			if side2 == "after" {
				t.to = end2
			} else if side2 != "" {
				return timex{kind: unsure, to: end2}, true
			}
			return timex{kind: around, to: t.to, start: l.text("-"), end: l2.text("")}.whole(l, l2), true
		}
	}
	if t.kind == unsure {
		return timex{kind: unsure, to: t.to}, true
	}
	return t.named(), true
}

// elsewhere says whether the words behind "before" or "after" name something else than the treatment. side is where that
// word stands, end is where the words for the treatment end.
func elsewhere(list []token, side, end int) bool {
	for k := side; k < end; k++ {
		if phraseAt(list, k, treatmentWord) > 0 {
			return false
		}
	}
	for end < len(list) && isOneOf(list, end, "to", "of", "your", "the", "a", "an", "any", "each") {
		end++
	}
	if end >= len(list) || list[end].kind != word || isOneOf(list, end, "and", "or", "but", "then", "is", "are") {
		return false
	}
	if phraseAt(list, end, treatmentWord|avoidWord|mayWord|lessWord|onlyWord|waitWord|conditionWord|exceptWord|whyWord|reasonWord|fillerWord) > 0 {
		return false
	}
	return phraseAt(list, end, doWord) == 0 || end+1 >= len(list) || list[end+1].kind != word
}

// passed is where the words end that say that a length is over: "once 24 hours have passed".
func passed(list []token, i int) int {
	for _, words := range [][]string{{"are", "over"}, {"is", "over"}, {"have", "passed"}, {"has", "passed"}, {"are", "up"}, {"have", "gone", "by"}, {"have", "elapsed"}} {
		if follows(list, i, words...) {
			return i + len(words)
		}
	}
	return i
}

// whole is unsure where a length counts nights, of which only those after the treatment have a meaning.
func (t timex) whole(lengths ...length) timex {
	for _, l := range lengths {
		if l.unit == "night" {
			t.kind = unsure
		}
	}
	return t
}

// named writes a time's moments as a plan file does.
func (t timex) named() timex {
	l := t.length
	if l.unit == "night" {
		if t.kind != lasting || l.min != l.max {
			return timex{kind: unsure, to: t.to}
		}
		t.end = "morning " + figureText(l.max)
		return t
	}
	switch t.kind {
	case before:
		t.start, t.end = l.text("-"), "0h"
	case beforeNext:
		t.start, t.end = "next"+l.text("-"), "next"
	case around:
		t.start, t.end = l.text("-"), l.text("")
	case later:
		t.start = l.text("")
	default:
		t.end = l.text("")
	}
	return t
}

// lengthKind is what a length means between a preposition and what stands behind it.
func lengthKind(prep, side string, first, of bool) timeKind {
	switch side {
	case "before":
		if slices.Contains([]string{"", "for", "from", "in", "during", "within", "starting", "at", "over", "by"}, prep) {
			return before
		}
		return unsure
	case "both", "both_lengths":
		return around
	case "next":
		return beforeNext
	}
	switch prep {
	case "for", "during", "over", "throughout", "until", "lasting", "through":
		return lasting
	case "after", "past", "beyond", "starting", "once":
		return later
	case "from":
		if side == "after" || !first {
			return later
		}
		return unsure
	case "in", "within", "by":
		if first || of && side == "after" {
			return lasting
		}
		return within
	case "":
		switch {
		case side == "later":
			return later
		case side == "after" && first:
			return lasting
		case side == "after":
			return afterwards
		case first:
			return lasting
		}
		return plainTime
	}
	return unsure
}

// sideAt says on which side of the treatment a length lies, by the words that begin at the j-th token, and where these
// end. "": they do not say.
func sideAt(list []token, j int) (side string, end int) {
	if j >= len(list) {
		return "", j
	}
	k := j
	if list[k].kind == open && k+1 < len(list) && list[k+1].kind == word {
		return "", j
	}
	switch list[k].text {
	case "before", "prior", "pre", "ahead", "beforehand":
		side, k = "before", k+1
	case "after", "post", "following", "afterwards", "afterward", "postprocedure", "posttreatment":
		side, k = "after", k+1
	case "later":
		return "later", k + 1
	case "of":
		if k+1 < len(list) && slices.Contains([]string{"having", "receiving", "getting", "finishing", "completing"}, list[k+1].text) { // "within 2 days of having a facial"
			if end := objectEnd(list, k+1); end > k+1 {
				return "after", end
			}
		}
		return "", j
	case "in":
		if k+1 < len(list) && list[k+1].text == "advance" {
			return "before", k + 2
		}
		return "", j
	case "either":
		if k+2 < len(list) && list[k+1].text == "side" && list[k+2].text == "of" {
			return "both", objectEnd(list, k+3)
		}
		return "", j
	case "both":
		if k+1 < len(list) && list[k+1].text == "before" {
			side, k = "before", k+2
		}
	default:
		return "", j
	}
	if k < len(list) && (list[k].text == "to" || list[k].text == "of") {
		k++
	}
	if follows(list, k, "your", "next") || follows(list, k, "the", "next") || follows(list, k, "next") {
		return "next", objectEnd(list, k)
	}
	k = objectEnd(list, k)
	if k+1 < len(list) && (list[k].text == "and" || list[k].text == "or" || list[k].kind == comma) {
		next := k + 1
		if next < len(list) && (list[next].text == "and" || list[next].text == "or") {
			next++
		}
		if next < len(list) && list[next].text == "for" {
			next++
		}
		if next >= len(list) {
			return side, k
		}
		other := list[next].text
		if side == "before" && (other == "after" || other == "following" || other == "post" || other == "afterwards") {
			return "both", objectEnd(list, next+1)
		}
		if side == "after" && (other == "before" || other == "prior") {
			end := next + 1
			if end < len(list) && list[end].text == "to" {
				end++
			}
			return "both", objectEnd(list, end)
		}
		if side == "before" {
			if _, m, _, ok := lengthAt(list, next); ok {
				if s, _ := sideAt(list, next+m); s == "after" {
					return "both_lengths", next
				}
			}
		}
	}
	return side, k
}

// objectEnd is where the words for the treatment end that begin at the k-th token: "your treatment".
func objectEnd(list []token, k int) int {
	end := k
	for j := k; j < len(list) && j < k+5; {
		if n := phraseAt(list, j, treatmentWord); n > 0 {
			j += n
			end = j
			if j+1 < len(list) && list[j].text == "and" && anyTreatment[list[j+1].text] { // "needling & PRP"
				j++
			}
			continue
		}
		if list[j].kind != word || !slices.Contains([]string{"your", "the", "a", "having", "had", "receiving", "getting", "completing", "finishing", "each", "any", "every", "this", "our", "of", "first", "next", "last", "scheduled", "planned"}, list[j].text) {
			break
		}
		j++
	}
	return end
}
