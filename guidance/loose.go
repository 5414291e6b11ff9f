package guidance

import (
	"slices"
	"strings"
)

// A plan file often has a leaflet's own words: "36 hrs". People copy what a message tells them to write, so that
// must be their own figure in the plan's notation, or no figure at all.

// unitWords are the units as people write them. "m" alone counts as the plan's own notation does,
// in minutes; months no plan can say.
var unitWords = []string{"m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours", "d", "day", "days", "w", "wk", "wks", "week", "weeks"}

// spanMeant is a span in the plan's notation, read from one whole number and one unit; "" if it
// cannot be read for certain.
func spanMeant(s string) string {
	if strings.HasSuffix(s, "M") {
		return "" // months, more likely than minutes
	}
	s = plain(s)
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		s, sign = strings.TrimSpace(rest), "-"
	} else if rest, ok := strings.CutSuffix(s, " before"); ok {
		s, sign = rest, "-"
	}
	unit := strings.TrimLeft(s, "0123456789")
	number := strings.TrimLeft(s[:len(s)-len(unit)], "0")
	unit = unitWord(unit)
	if number == "" || !slices.Contains(unitWords, unit) {
		return ""
	}
	meant := sign + number + unit[:1]
	if _, err := ParseSpan(meant); err != nil {
		return ""
	}
	return meant
}

// unitWord takes off what may stand around a unit: the space or hyphen before it, the stop after it.
func unitWord(s string) string {
	if s != "" && (s[0] == ' ' || s[0] == '-') {
		s = s[1:]
	}
	return strings.TrimSuffix(s, ".")
}

// plain is lower case, with one space between words.
func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// momentMeant is a point in time in the plan's notation, read from words; "" if it cannot be.
func momentMeant(s string) string {
	if span := spanMeant(s); span != "" {
		return span
	}
	for _, word := range []string{"morning", "night"} {
		rest, ok := strings.CutPrefix(plain(s), word)
		if !ok {
			continue
		}
		day := strings.TrimSpace(strings.TrimPrefix(rest, "s"))
		if m, err := ParseMoment(word + " " + day); err == nil && !m.early() {
			return word + " " + day
		}
	}
	return ""
}
