package leaflet

import (
	"math"
	"strconv"
)

// length is a length of time as it is said: 24 hours, 5 to 7 days.
type length struct {
	min, max int    // the same if it is no range
	unit     string // "minute", "hour", "day", "night", "week", "month"
}

func (l length) text(minus string) string {
	if l.min == l.max {
		return minus + counted(l.max, l.unit)
	}
	return minus + strconv.Itoa(l.min) + " to " + counted(l.max, l.unit)
}

// hours is how long it is, if that comes out even; 0: it does not, or it is a range.
func (l length) hours() int {
	n, ok := inUnit(l.max, l.unit, "hour")
	if !ok || l.min != l.max {
		return 0
	}
	return n
}

// counted is a number of units as a plan file writes it.
func counted(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return strconv.Itoa(n) + " " + unit + "s"
}

// unitOf is the unit that a word names; "": none.
func unitOf(s string) string {
	switch s {
	case "minute", "minutes", "min", "mins":
		return "minute"
	case "hour", "hours", "hr", "hrs", "h":
		return "hour"
	case "day", "days":
		return "day"
	case "night", "nights":
		return "night"
	case "week", "weeks", "wk", "wks":
		return "week"
	case "month", "months":
		return "month"
	}
	return ""
}

var numbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "fourteen": 14, "twenty": 20, "thirty": 30,
}

// mostCount bounds a number: no leaflet counts further.
const mostCount = 1000

// numberAt is the whole number that the i-th token says, as a figure or a word.
func numberAt(list []token, i int) (int, bool) {
	if i >= len(list) {
		return 0, false
	}
	t := list[i]
	if t.kind == figure {
		if math.IsNaN(t.n) || t.n != math.Trunc(t.n) || t.n < 0 || t.n > mostCount {
			return 0, false
		}
		return int(t.n), true
	}
	n, ok := numbers[t.text]
	if !ok || t.text == "twenty" && i+1 < len(list) && list[i+1].text == "four" {
		return 24, t.text == "twenty" && ok
	}
	return n, true
}

// numberWords is how many tokens the number at the i-th one has: "twenty four" has two.
func numberWords(list []token, i int) int {
	if list[i].text == "twenty" && i+1 < len(list) && list[i+1].text == "four" {
		return 2
	}
	return 1
}

// qualities stand before a number or its unit and leave it as it is.
var qualities = map[string]bool{
	"at": true, "least": true, "minimum": true, "of": true, "about": true, "around": true, "approximately": true,
	"approx": true, "roughly": true, "the": true, "first": true, "next": true, "initial": true, "full": true, "a": true,
	"following": true, "another": true, "another_": true, "whole": true, "consecutive": true, "good": true, "entire": true,
	"up": true, "to": true, "between": true, "minimal": true, "min": true, "further": true, "an": true, "absolute": true, "bare": true, "usually": true, "ideally": true, "preferably": true, "period": true,
}

// lengthAt is the length of time that begins at the i-th token, with the words before its number, and how many tokens
// it has. first says that it is "the first" so much. A length that nobody can count ("a few days") has none.
func lengthAt(list []token, i int) (l length, n int, first, ok bool) {
	j, article, least := i, false, false
	for j < len(list) && list[j].kind == word && qualities[list[j].text] {
		first = first || list[j].text == "first" || list[j].text == "initial"
		article = list[j].text == "a" || list[j].text == "an" || list[j].text == "first" || list[j].text == "full" || list[j].text == "whole" || list[j].text == "good" || list[j].text == "another" || list[j].text == "next" || list[j].text == "initial" || list[j].text == "following" || list[j].text == "entire"
		least = least || list[j].text == "least" || list[j].text == "minimum" || list[j].text == "min"
		j++
	}
	if j >= len(list) || j > i && list[j].kind == figure && (list[j-1].text == "a" || list[j-1].text == "an") {
		return l, 0, false, false
	}
	if list[j].text == "fortnight" || list[j].text == "couple" && j+2 < len(list) && list[j+1].text == "of" && unitOf(list[j+2].text) != "" {
		if list[j].text == "fortnight" {
			return length{2, 2, "week"}, j + 1 - i, first, true
		}
		return length{2, 2, unitOf(list[j+2].text)}, j + 3 - i, first, true
	}
	if unit := unitOf(list[j].text); unit != "" && article && rangeWord(list, j+1) {
		if high, ok := numberAt(list, j+2); ok && j+3 < len(list) { // "a week to ten days"
			to := unitOf(list[min(j+2+numberWords(list, j+2), len(list)-1)].text)
			if low, fits := inUnit(1, unit, to); fits && low < high {
				return length{low, high, to}, j + 3 + numberWords(list, j+2) - i, first, true
			}
			return l, 0, false, false
		}
	}
	if unit := unitOf(list[j].text); unit != "" && article {
		return length{1, 1, unit}, j + 1 - i, first, list[j].text != "days" && list[j].text != "weeks" && list[j].text != "hours" && list[j].text != "months" && list[j].text != "min"
	}
	low, counted := numberAt(list, j)
	if !counted {
		return l, 0, false, false
	}
	j += numberWords(list, j)
	if j+2 < len(list) && list[j].kind == open && list[j+1].kind == figure && list[j+2].kind == close { // "twelve (12) hours"
		if n, ok := numberAt(list, j+1); !ok || n != low {
			return l, 0, false, false
		}
		j += 3
	}
	high, lowUnit := low, ""
	if j < len(list) {
		if lowUnit = unitOf(list[j].text); lowUnit != "" && rangeWord(list, j+1) {
			j++
		} else {
			lowUnit = ""
		}
	}
	if rangeWord(list, j) {
		if n, is := numberAt(list, j+1); is && afterNumber(list, j+1+numberWords(list, j+1)) {
			high = n
			j += 1 + numberWords(list, j+1)
		} else if lowUnit != "" {
			return length{low, low, lowUnit}, j - i, first, low > 0
		} else {
			return l, 0, false, false
		}
	}
	for j < len(list) && (list[j].text == "full" || list[j].text == "whole" || list[j].text == "consecutive" || list[j].text == "more" || list[j].text == "or" && j+2 < len(list) && list[j+1].text == "more" && unitOf(list[j+2].text) != "") {
		j++
	}
	if j >= len(list) {
		return l, 0, false, false
	}
	unit := unitOf(list[j].text)
	if low == 0 && high > 0 { // "0-48 hours"
		low, first = high, true
	}
	if unit == "" || low == 0 || low > high || list[j].text == "min" && least && low != high {
		return l, 0, false, false
	}
	if lowUnit != "" && lowUnit != unit {
		scaled, fits := inUnit(low, lowUnit, unit)
		if !fits || scaled > high {
			return l, 0, false, false
		}
		low = scaled
	}
	return length{low, high, unit}, j + 1 - i, first, true
}

// afterNumber says whether a unit comes at the j-th token, with at most a word before it.
func afterNumber(list []token, j int) bool {
	return j < len(list) && (unitOf(list[j].text) != "" || j+1 < len(list) && (list[j].text == "full" || list[j].text == "consecutive") && unitOf(list[j+1].text) != "")
}

// rangeWord says whether the j-th token joins the two numbers of a range.
func rangeWord(list []token, j int) bool {
	if j >= len(list) {
		return false
	}
	t := list[j]
	return t.kind == dash || t.text == "to" || t.text == "or" || t.text == "and"
}

// inUnit is a number of one unit in another one, where that comes out even.
func inUnit(n int, from, to string) (int, bool) {
	hours := map[string]int{"hour": 1, "day": 24, "week": 168}
	a, b := hours[from], hours[to]
	if a == 0 || b == 0 || n*a%b != 0 {
		return 0, false
	}
	return n * a / b, true
}
