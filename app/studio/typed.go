package studio

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// A field for a number takes a length of time as the sheet says it, too: "2 weeks", "48 hrs", "a month", "5 to 7 days".

// aDayNumber is the number of a day as people write it: "day 2", "2nd".
var aDayNumber = pattern(`(?i)^(?:the )?(?:day )?(-?[0-9]{1,4})(?:st|nd|rd|th)?(?: day)?$`)

// Typed is the moment with a text typed in the place of its number. A number, or two, keeps the unit; a text with a unit
// brings its own. What is neither stands as the number, so that the check says what is wrong.
func (t Time) Typed(text string) Time {
	text = strings.TrimSpace(text)
	if m := aDayNumber().FindStringSubmatch(text); t.Daily() && m != nil {
		t.Number = m[1]
		return t
	}
	for _, said := range []string{text, wholeUnit(text), text + " " + t.Unit} {
		if low, high, two := mixed(said); two && t.Counted() {
			t.Number, t.Unit = low, high
			return t
		}
		read := ReadTime(guidance.Meant(said, true), true)
		if !read.Counted() || read.Number == "" || !t.Counted() {
			continue
		}
		t.Number, t.Unit = read.Number, read.Unit
		if read.Kind == TimeBefore && t.Kind == TimeAfter {
			t.Kind = TimeBefore
		}
		return t
	}
	t.Number = text
	return t
}

// wholeUnit is a text whose last word is a unit that is half written ("2 we"), with the unit whole.
func wholeUnit(text string) string {
	head, last, ok := cutLast(text)
	if unit := unitOf(strings.ToLower(last)); ok && len(last) > 1 && unit != "" {
		return head + " " + unit
	}
	return text
}

// mixed is a range with two units ("24 hours to 3 days") as a number and its unit: "24 hours to 3", "days".
func mixed(text string) (number, unit string, ok bool) {
	low, high, two := strings.Cut(strings.ReplaceAll(strings.ToLower(text), " - ", " to "), " to ")
	if !two {
		return "", "", false
	}
	a, b := ReadTime(guidance.Meant(low, true), true), ReadTime(guidance.Meant(high, true), true)
	if a.Kind != TimeAfter || b.Kind != TimeAfter || a.Unit == b.Unit {
		return "", "", false
	}
	return a.Number + " " + a.Unit + " to " + b.Number, b.Unit, true
}

// cutLast is a text without its last word, and that word.
func cutLast(text string) (head, last string, ok bool) {
	i := strings.LastIndexByte(text, ' ')
	if i < 0 {
		return "", text, false
	}
	return text[:i], text[i+1:], true
}

// ReadDepth is a depth in millimetres as it is typed: "1.5", "1,5 mm"; 0 for none.
func ReadDepth(text string) (mm float64, err error) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(text)), "mm"))
	if text == "" {
		return 0, nil
	}
	mm, err = strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil || mm < 0 || mm > deepest {
		return 0, fault.Use("studio.depth_number", nil)
	}
	return mm, nil
}

// deepest is more than any needle reaches, in millimetres.
const deepest = 100

// twoClocks are the hours between two times of a day: "11:00-15:00", "11 am to 3 pm", "between 10 and 16".
var twoClocks = pattern(`^(?:between |from )?([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)? ?(?:-|–|to|and|until|till) ?([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)?$`)

// ReadHours is a stretch of a day as a plan has it: "11-3pm" is "11:00-15:00". What cannot be read for certain stays as it is
// typed, so that the check says what is wrong.
func ReadHours(text string) string {
	m := twoClocks().FindStringSubmatch(plain(text))
	if m == nil {
		return text
	}
	first, _ := strconv.Atoi(m[1])
	last, _ := strconv.Atoi(m[4])
	halves := [2]string{m[3], m[6]}
	if halves[0] == "" && halves[1] != "" && first <= 12 { // "11-3 pm" begins in the morning, "1-3 pm" does not
		halves[0] = halves[1]
		if first%12 > last%12 && halves[1] == "pm" {
			halves[0] = "am"
		}
	}
	from, to := hour(first, halves[0]), hour(last, halves[1])
	if from > 24 || to > 24 || from >= to {
		return text
	}
	return fmt.Sprintf("%02d:%s-%02d:%s", from, cmp.Or(m[2], "00"), to, cmp.Or(m[5], "00"))
}

// hour is an hour of the clock of 24; half is "am", "pm" or "".
func hour(n int, half string) int {
	switch {
	case half == "pm" && n < 12:
		return n + 12
	case half == "am" && n == 12:
		return 0
	}
	return n
}
