package leaflet

import (
	"slices"
	"strconv"
)

// oftenAt reads how often: "twice a day", "every 2-3 hours", "8 glasses of water a day".
func oftenAt(list []token, i int) (timex, bool) {
	at := func(text ...string) bool { return follows(list, i, text...) }
	switch {
	case at("once") && perDay(list, i+1) > 0:
		return timex{kind: often, to: i + 1 + perDay(list, i+1), end: "1 time a day"}, true
	case (at("twice") || at("thrice")) && perDay(list, i+1) > 0:
		n := "2"
		if at("thrice") {
			n = "3"
		}
		return timex{kind: often, to: i + 1 + perDay(list, i+1), end: n + " times a day"}, true
	case at("twice"), at("thrice"), at("once", "every"), at("once", "a"), at("once", "per"), at("once", "weekly"):
		return timex{kind: unsure, to: i + 2}.within(list), true
	case at("morning", "and", "night"), at("morning", "and", "evening"), at("am", "and", "pm"), at("day", "and", "night"), at("mornings", "and", "evenings"), at("night", "and", "morning"), at("evening", "and", "morning"):
		return timex{kind: often, to: i + 3, end: "2 times a day"}, true
	case at("every", "night"), at("each", "night"), at("every", "evening"), at("each", "evening"), at("before", "bed"), at("at", "bedtime"), at("before", "bedtime"):
		return timex{kind: often, to: i + 2, end: "bedtime"}, true
	case at("every", "morning"), at("each", "morning"):
		return timex{kind: often, to: i + 2, end: "08:00"}, true
	case at("nightly"):
		return timex{kind: often, to: i + 1, end: "bedtime"}, true
	case at("every", "hour"), at("each", "hour"), at("once", "an", "hour"):
		return timex{kind: often, to: i + 2, end: "every 1 hour"}, true
	case at("hourly"):
		return timex{kind: often, to: i + 1, end: "every 1 hour"}, true
	case at("every"), at("each"):
		return everyAt(list, i)
	case at("at", "least"), at("a", "minimum", "of"), at("minimum"), at("up", "to"), at("about"), at("around"), at("approximately"), at("minimum", "of"):
		n := 1
		switch {
		case at("a", "minimum", "of"):
			n = 3
		case at("at", "least"), at("up", "to"), at("minimum", "of"):
			n = 2
		}
		if i+n >= len(list) {
			return timex{}, false
		}
		if at("up", "to") { // a most is no count
			if t, ok := oftenAt(list, i+n); ok && t.kind == often {
				return timex{kind: unsure, to: t.to}, true
			}
			return timex{}, false
		}
		t, ok := oftenAt(list, i+n)
		return t, ok && t.kind == often
	}
	if at("x") { // "x2 daily"
		if n, ok := numberAt(list, i+1); ok && n > 0 && list[i+1].kind == figure && perDay(list, i+2) > 0 {
			return timex{kind: often, to: i + 2 + perDay(list, i+2), end: strconv.Itoa(n) + " times a day"}, true
		}
	}
	return countAt(list, i)
}

func (t timex) within(list []token) timex {
	t.to = min(t.to, len(list))
	return t
}

// everyAt reads "every 2 to 3 hours". Longer steps than a day are none of a routine.
func everyAt(list []token, i int) (timex, bool) {
	l, n, _, ok := lengthAt(list, i+1)
	switch {
	case !ok || i+1 < len(list) && list[i+1].text == "another":
		return timex{}, false
	case list[i].text == "each" || l.unit != "hour" && l.unit != "minute":
		if l.unit == "day" && l.max == 1 {
			return timex{}, false
		}
		return timex{kind: unsure, to: i + 1 + n}, true
	}
	if end := i + 1 + n; follows(list, end, "per", "hour") || follows(list, end, "of", "every", "hour") || follows(list, end, "an", "hour") || follows(list, end, "each", "hour") {
		return timex{kind: unsure, to: end + 2}, true
	}
	return timex{kind: often, to: i + 1 + n, end: "every " + l.text("")}, true
}

// countAt reads "3 to 4 times a day", "2 x daily" and "6-8 glasses a day".
func countAt(list []token, i int) (timex, bool) {
	low, ok := numberAt(list, i)
	if !ok || low == 0 {
		return timex{}, false
	}
	j := i + numberWords(list, i)
	high := low
	if rangeWord(list, j) {
		h, ok := numberAt(list, j+1)
		if !ok {
			return timex{}, false
		}
		high = h
		j += 1 + numberWords(list, j+1)
	}
	if j >= len(list) || high < low {
		return timex{}, false
	}
	many := strconv.Itoa(low)
	if high != low {
		many += " to " + strconv.Itoa(high)
	}
	switch {
	case list[j].text == "times" || list[j].text == "x" || list[j].text == "×" || list[j].text == "time":
		n := perDay(list, j+1)
		if n == 0 {
			return timex{kind: unsure, to: j + 1}, true
		}
		return timex{kind: often, to: j + 1 + n, end: many + " times a day"}, true
	case slices.Contains([]string{"litres", "liters", "litre", "liter", "l", "pints", "ounces", "oz", "ml"}, list[j].text): // a plan counts glasses
		return timex{kind: unsure, minutes: true, to: j + 1 + perDay(list, j+1)}, true
	case slices.Contains([]string{"glasses", "cups", "bottles", "mugs", "glass"}, list[j].text):
		end := many + " " + list[j].text
		k := j + 1
		if follows(list, k, "of", "water") || follows(list, k, "of", "fluid") || follows(list, k, "of", "fluids") {
			k += 2
		}
		n := perDay(list, k)
		if n > 0 {
			return timex{kind: often, to: k + n, end: end}, true
		}
		if find2(list, "drink", "drinking", "intake", "hydrate", "hydrated", "hydration", "aim", "consume", "sip", "fluids", "daily") < 0 { // "a spoon of vinegar to 2 cups of water" is what to mix
			return timex{kind: unsure, minutes: true, to: j + 1}, true
		}
		return timex{kind: often, to: j + 1, end: end}, true
	}
	return timex{}, false
}

// perDay is how many tokens "a day" has at the j-th token; 0: it does not stand there.
func perDay(list []token, j int) int {
	if j < len(list) && list[j].kind == comma { // "2x/day"
		if follows(list, j+1, "day") {
			return 2
		}
		return 0
	}
	switch {
	case follows(list, j, "daily"):
		return 1
	case follows(list, j, "a", "day"), follows(list, j, "per", "day"), follows(list, j, "each", "day"), follows(list, j, "every", "day"):
		return 2
	case follows(list, j, "throughout", "the", "day"), follows(list, j, "during", "the", "day"), follows(list, j, "through", "the", "day"):
		return 3
	}
	return 0
}

// figureAt reads a figure that is no time: of a thing ("SPF 30", "70 %"), or of something that nobody knows.
func figureAt(list []token, i int) (timex, bool) {
	next := i + 1
	if list[i].kind == word { // "pm"
		return timex{kind: unsure, to: next}, true
	}
	if i > 0 && slices.Contains([]string{"spf", "factor", "no", "number", "size", "step", "phase", "stage", "vitamin", "omega"}, list[i-1].text) {
		return timex{}, false
	}
	if next < len(list) {
		t := list[next]
		switch {
		case slices.Contains([]string{"am", "pm", "year", "years", "oclock"}, t.text), unitOf(t.text) != "", t.kind == colon && next+1 < len(list) && list[next+1].kind == figure:
			return timex{kind: unsure, to: next + 1}, true
		case t.kind == comma && t.text == "/" && next+1 < len(list) && list[next+1].kind == figure, t.to2, slices.Contains([]string{"st", "nd", "rd", "th"}, t.text), t.text == "plus" || t.text == "and" && t.tight:
			if i > 0 && list[i-1].text == "spf" || t.text == "and" && t.tight {
				return timex{}, false
			}
			end := next + 1
			for end < len(list) && end < next+4 && (list[end].kind == figure || unitOf(list[end].text) != "" || list[end].text == "to" || list[end].kind == dash) {
				end++
			}
			return timex{kind: unsure, to: end}, true
		case rangeWord(list, next) && next+2 < len(list) && list[next+1].kind == figure && unitOf(list[next+2].text) != "":
			return timex{kind: unsure, to: next + 3}, true
		}
	}
	return timex{}, false
}
