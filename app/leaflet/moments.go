package leaflet

import (
	"slices"
	"strconv"
	"strings"
)

func figureText(n int) string { return strconv.Itoa(n) }

// follows says whether words stand at the i-th token.
func follows(list []token, i int, text ...string) bool {
	if i < 0 || i+len(text) > len(list) {
		return false
	}
	for j, s := range text {
		if list[i+j].text != s {
			return false
		}
	}
	return true
}

// momentAt reads a moment that has a name: "until the next morning", "the same evening".
func momentAt(list []token, i int) (timex, bool) {
	prep, n := prepositionAt(list, i)
	j := i + n
	if follows(list, j, "the") || follows(list, j, "your") || follows(list, j, "that") && follows(list, j+1, "same") {
		j++
	}
	if j >= len(list) {
		return timex{}, false
	}
	name, end := namedMoment(list, j)
	if name == "" {
		return timex{}, false
	}
	if name == "day" && (follows(list, end, "and", "night") || follows(list, end, "and", "evening")) { // "the rest of the day and night"
		name, end = "evening", end+2
		if prep == "on" || prep == "" {
			prep = "for"
		}
	}
	end = objectBehind(list, end)
	t := timex{to: end}
	if name == "bedtime 0" && prep != "until" {
		return timex{}, false // "before bed" is said of every evening
	}
	switch {
	case name == "evening" && (prep == "for" || prep == "during"):
		t.kind, t.end = upTo, "morning 1"
	case name == "evening" && slices.Contains([]string{"", "on", "in"}, prep):
		t.kind = evening
	case name == "day" && slices.Contains([]string{"", "on", "for", "during", "in", "over", "throughout"}, prep):
		t.kind = thatDay
	case name == "evening" || name == "day":
		t.kind = unsure
	case prep == "until":
		t.kind, t.end = upTo, name
	case prep == "from" || prep == "starting" || prep == "after" && name != "morning 1":
		t.kind, t.start = begins, name
	case prep == "" || prep == "on" || prep == "by" || prep == "in":
		t.kind, t.start = onMoment, name
	default:
		t.kind = unsure
	}
	return t, true
}

// namedMoment is the moment that the words at the j-th token name, and where these end.
func namedMoment(list []token, j int) (string, int) {
	is := func(text ...string) bool { return follows(list, j, text...) }
	switch {
	case is("next", "morning"), is("following", "morning"), is("tomorrow", "morning"), is("morning", "after"):
		return "morning 1", j + 2
	case is("next", "day"), is("following", "day"), is("day", "after"):
		return "morning 1", j + 2
	case is("tomorrow"):
		return "morning 1", j + 1
	case is("same", "evening"), is("same", "night"), is("that", "evening"), is("this", "evening"), is("first", "evening"), is("evening", "of"), is("night", "of"), is("first", "night"), is("that", "night"):
		return "evening", j + 2
	case is("tonight"):
		return "evening", j + 1
	case is("rest", "of", "the", "day"), is("remainder", "of", "the", "day"), is("rest", "of", "that", "day"), is("day", "of", "treatment"), is("day", "of", "the", "treatment"), is("day", "of", "your", "treatment"):
		return "day", min(j+4, len(list))
	case is("same", "day"), is("day", "of"):
		return "day", j + 2
	case is("bedtime"):
		return "bedtime 0", j + 1
	}
	return "", j
}

// objectBehind is where the words for the treatment end behind a moment: "the day after (your treatment)".
func objectBehind(list []token, k int) int {
	j := k
	if j < len(list) && (list[j].text == "after" || list[j].text == "following" || list[j].text == "of") {
		j++
	}
	if end := objectEnd(list, j); end > j {
		return end
	}
	return k
}

// dayAt reads days and weeks by number: "days 2-3", "from day 5 onwards", "week 1".
func dayAt(list []token, i int) (timex, bool) {
	prep, n := prepositionAt(list, i)
	j := i + n
	if prep == "" && follows(list, i, "up", "to") {
		prep, j = "until", i+2
	}
	if j+1 >= len(list) || !slices.Contains([]string{"day", "days", "week", "weeks", "night", "nights"}, list[j].text) {
		return timex{}, false
	}
	unit := unitOf(list[j].text)
	low, ok := numberAt(list, j+1)
	if !ok || list[j+1].kind != figure && list[j].text != "day" && list[j].text != "days" && list[j].text != "week" {
		return timex{}, false
	}
	k := j + 2
	high, ranged := low, false
	if rangeWord(list, k) || follows(list, k, "through") || follows(list, k, "until") {
		m := k + 1
		if m < len(list) && unitOf(list[m].text) == unit {
			m++
		}
		if h, ok := numberAt(list, m); ok && h > low && !(m+1 < len(list) && unitOf(list[m+1].text) != "") {
			high, k, ranged = h, m+1, true
		}
	}
	open := false
	for k < len(list) && (slices.Contains([]string{"onwards", "onward", "forward"}, list[k].text) || follows(list, k, "and", "beyond") || follows(list, k, "and", "onwards") || follows(list, k, "and", "after") || follows(list, k, "and", "on") || follows(list, k, "and") && k+1 == len(list)) {
		if list[k].text == "and" {
			k++
		}
		k, open = min(k+1, len(list)), true
	}
	t := timex{to: objectBehind(list, k), countsDays: unit == "day", firstDay: unit == "day" && low == 1}
	if unit == "night" || low > 366 || high > 366 || k < len(list) && list[k].kind == comma && k+1 < len(list) && list[k+1].kind == figure {
		return timex{kind: unsure, to: t.to}, true
	}
	from, until := dayText(unit, low, false), dayText(unit, high, true)
	switch {
	case (prep == "from" || prep == "starting" || prep == "after" || prep == "") && open:
		t.kind, t.start = begins, from
		if prep == "after" {
			t.start = dayText(unit, high, true)
		}
	case ranged && (prep == "" || prep == "from" || prep == "on" || prep == "for" || prep == "during" || prep == "in" || prep == "over" || prep == "around"):
		t.kind, t.start, t.end = stretch, from, until
	case ranged:
		t.kind = unsure
	case prep == "" || prep == "on" || prep == "during" || prep == "in" || prep == "for":
		t.kind, t.start, t.end = stretch, from, until
	case prep == "from" || prep == "starting":
		t.kind, t.start = begins, from
	case prep == "after":
		t.kind, t.start = begins, until
	case prep == "until" || prep == "by" || prep == "through":
		t.kind, t.end = upTo, until
	default:
		t.kind = unsure
	}
	return t, true
}

// dayText is the begin or the end of a numbered day or week, as a plan file writes it. Day 1 and week 1 begin with the
// treatment: whether day 1 is its day or the next, the stretch begins no later.
func dayText(unit string, n int, end bool) string {
	switch {
	case unit == "week" && end:
		return counted(n, "week")
	case unit == "week" && n <= 1:
		return ""
	case unit == "week":
		return counted(n-1, "week")
	case end:
		return "end of day " + strconv.Itoa(n)
	case n <= 1:
		return ""
	}
	return "morning " + strconv.Itoa(n)
}

// calmAt reads until when the skin is calm: "until healed", "until the redness has gone", "while your skin is healing".
func calmAt(list []token, i int) (timex, bool) {
	n, kind := 0, calm
	switch {
	case follows(list, i, "until"), follows(list, i, "till"):
		n = 1
	case follows(list, i, "or", "until"), follows(list, i, "and", "until"), follows(list, i, "or", "till"):
		n = 2
	case follows(list, i, "while"), follows(list, i, "whilst"):
		if i+1 < len(list) && strings.HasSuffix(list[i+1].text, "ing") && phraseAt(list, i+1, healsWord) == 0 { // "while relieving redness"
			return timex{}, false
		}
		n, kind = 1, noEnd // by what follows
	case follows(list, i, "during", "healing"), follows(list, i, "throughout", "healing"), follows(list, i, "during", "recovery"):
		return timex{kind: calm, to: i + 2}, true
	case follows(list, i, "during", "the", "healing"), follows(list, i, "throughout", "the", "healing"), follows(list, i, "during", "the", "recovery"):
		end := i + 3
		for end < len(list) && slices.Contains([]string{"process", "period", "phase", "time", "stage"}, list[end].text) {
			end++
		}
		return timex{kind: calm, to: end}, true
	case follows(list, i, "as", "long", "as"):
		n, kind = 3, noEnd
	case follows(list, i, "as", "soon", "as"):
		n, kind = 3, whenCalm
	case follows(list, i, "once"):
		n, kind = 1, whenCalm
	case follows(list, i, "after") && (follows(list, i+1, "healing") || follows(list, i+1, "your", "skin", "has") || follows(list, i+1, "the", "skin", "has")):
		n, kind = 1, whenCalm
	default:
		return timex{}, false
	}
	end, heals := i+n, false
	for end < len(list) && end < i+n+16 && (list[end].kind == word || list[end].kind == dash && false) {
		if end > i+n && (list[end].text == "and" || list[end].text == "or" || list[end].text == "but" || list[end].text == "then") && heals && !healsToo(list, end+1) {
			break
		}
		if m := phraseAt(list, end, healsWord); m > 0 {
			heals = true
			end += m
			continue
		}
		if heals && (isTime(list, end) || isOneOf(list, end, "you", "for", "until", "till", "provided", "without") || phraseAt(list, end, avoidWord|doWord|onlyWord|lessWord|waitWord|conditionWord|exceptWord) > 0) {
			break
		}
		end++
	}
	if !heals && kind == noEnd {
		if m := find2(list[i+n:min(i+n+6, len(list))], "red", "peeling", "flaking", "sore", "sensitive", "healing", "irritated"); m >= 0 {
			return timex{kind: calm, to: i + n + m + 1}, true
		}
		return timex{}, false
	}
	if kind == noEnd {
		return timex{kind: calm, to: end}, true
	}
	if !heals {
		if kind == calm && list[i+n-1].text != "once" && end > i+n && follows(list, i+n, "your", "next") {
			return timex{kind: upTo, to: end, end: "next"}, true
		}
		return timex{}, false
	}
	return timex{kind: kind, to: end, text: Span{list[i+n].from, list[end-1].to}}, true
}

// healsToo says whether another thing that heals stands at the i-th token: "... red and irritation is gone".
func healsToo(list []token, i int) bool {
	for j := i; j < len(list) && j < i+5 && list[j].kind == word; j++ {
		if phraseAt(list, j, healsWord) > 0 {
			return j > i && slices.Contains([]string{"is", "are", "has", "have"}, list[j-1].text)
		}
	}
	return false
}

// find2 is where the first of some words stands; -1: nowhere.
func find2(list []token, any ...string) int {
	return slices.IndexFunc(list, func(t token) bool { return slices.Contains(any, t.text) })
}

// isOneOf says whether one of some words stands at the i-th token.
func isOneOf(list []token, i int, any ...string) bool { return slices.Contains(any, list[i].text) }

// foreverAt reads what has no end by its own words: "for as long as possible".
func foreverAt(list []token, i int) (timex, bool) {
	n := phraseAt(list, i, forEver)
	if n < 2 && !(n == 1 && (list[i].text == "indefinitely" || list[i].text == "permanently" || list[i].text == "forever" || list[i].text == "ongoing")) {
		return timex{}, false
	}
	return timex{kind: noEnd, to: i + n}, true
}

// beforehandAt reads "before your treatment" where no length is said.
func beforehandAt(list []token, i int) (timex, bool) {
	n := phraseAt(list, i, beforeWord)
	if end := beforeTreatment(list, i); end > i+n {
		n = end - i
	}
	if n < 2 && !(n == 1 && list[i].text == "beforehand") {
		return timex{}, false
	}
	if follows(list, i+n-1, "and") {
		return timex{}, false
	}
	return timex{kind: beforehand, to: i + n, end: "0h"}, true
}

// beforeTreatment is where "prior to procedure" ends at the i-th token; i: it does not stand there.
func beforeTreatment(list []token, i int) int {
	j := i
	switch {
	case follows(list, i, "prior", "to"), follows(list, i, "ahead", "of"):
		j = i + 2
	case follows(list, i, "before"):
		j = i + 1
	default:
		return i
	}
	if end := objectEnd(list, j); end > j && anyTreatment[list[end-1].text] {
		return end
	}
	return i
}

// vagueAt reads what is a time or a number of which nobody knows what it means: "a few days", "10 am", "the third day".
func vagueAt(list []token, i int) (timex, bool) {
	t := list[i]
	unit := func(k int) bool {
		return k < len(list) && (unitOf(list[k].text) != "" || list[k].text == "year" || list[k].text == "years" || list[k].text == "hourly")
	}
	ordinal := []string{"second", "third", "fourth", "fifth", "sixth", "seventh", "tenth", "last", "final", "other"}
	vague := []string{"few", "several", "couple", "some", "many", "half", "number", "dozen", "hundred"}
	for _, words := range [][]string{{"the", "day", "before"}, {"day", "before"}, {"the", "night", "before"}, {"night", "before"}, {"the", "evening", "before"}, {"the", "morning", "of"}, {"in", "these", "days"}, {"during", "this", "time"}, {"in", "this", "time"}, {"during", "this", "period"}, {"after", "that"}, {"after", "this"}, {"thereafter"}, {"from", "then", "on"}, {"until", "then"}, {"for", "this", "time"}, {"during", "that", "time"}, {"during", "these", "days"}} {
		if follows(list, i, words...) {
			return timex{kind: unsure, to: i + len(words)}, true
		}
	}
	switch {
	case slices.Contains(ordinal, t.text) && unit(i+1):
		return timex{kind: unsure, to: i + 2}, true
	case slices.Contains(vague, t.text) && (unit(i+1) || follows(list, i+1, "of") && unit(i+2) || follows(list, i+1, "an") && unit(i+2) || follows(list, i+1, "a") && unit(i+2) || follows(list, i+1, "more") && unit(i+2)):
		end := i + 2
		for !unit(end - 1) {
			end++
		}
		return timex{kind: unsure, to: end}, true
	case t.kind == figure || slices.Contains([]string{"am", "pm", "noon", "midday", "midnight"}, t.text) && t.text != "midday":
		return figureAt(list, i)
	case unitOf(t.text) != "" && len(t.text) > 4 && t.text[len(t.text)-1] == 's' && !follows(list, i-1, "all") && i > 0 && numbersBefore(list, i):
		return timex{kind: unsure, to: i + 1}, true
	}
	if _, isNumber := numbers[t.text]; isNumber && t.text != "one" && (unit(i+1) || rangeWord(list, i+1) && unit(i+3)) {
		return timex{kind: unsure, to: min(i+2, len(list))}, true
	}
	return timex{}, false
}

// numbersBefore says whether a number stands near before the i-th token.
func numbersBefore(list []token, i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if _, ok := numberAt(list, j); ok || list[j].kind == figure {
			return true
		}
	}
	return false
}
