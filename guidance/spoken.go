package guidance

import (
	"strconv"
	"time"
)

// Words says the moment in words: "24 hours", "morning 1", "2 weeks before the next treatment".
func (m Moment) Words() string {
	switch m.Anchor {
	case Morning, Night:
		return m.String()
	case BeforeNext:
		if m.Elapsed == 0 {
			return "the next treatment"
		}
		return SpanWords(m.Elapsed) + " the next treatment"
	}
	if m.Elapsed < 0 {
		return SpanWords(m.Elapsed) + " the treatment"
	}
	return SpanWords(m.Elapsed)
}

// SpanWords says a span in words: "24 hours", "5 days", "2 weeks", "90 minutes".
// A negative span counts back: "2 weeks before". Parts below a minute are rounded.
func SpanWords(d time.Duration) string {
	if d < 0 {
		return SpanWords(-d) + " before"
	}
	d = d.Round(time.Minute)
	switch {
	case d >= 2*week && d%week == 0:
		return count(d, week, "week")
	case d > 2*day:
		d = d.Round(time.Hour)
		return join(count(d, day, "day"), d%day, time.Hour, "hour")
	case d >= 2*time.Hour || d == time.Hour:
		return join(count(d, time.Hour, "hour"), d%time.Hour, time.Minute, "minute")
	}
	return count(d, time.Minute, "minute")
}

// count says how many whole units are in d.
func count(d, unit time.Duration, word string) string {
	n := int(d / unit)
	if n != 1 {
		word += "s"
	}
	return strconv.Itoa(n) + " " + word
}

// join adds what is left over, where something is.
func join(words string, rest, unit time.Duration, word string) string {
	if rest == 0 {
		return words
	}
	return words + " " + count(rest, unit, word)
}

// StrengthWords says in words how strong a source is.
func StrengthWords(strength string) string {
	switch strength {
	case "A":
		return "Official body, or tested on people"
	case "B":
		return "Hospital, device maker or laboratory"
	case "C":
		return "Clinic's sheet or press"
	case "clinic":
		return "Your clinic"
	case "unsourced":
		return "General knowledge"
	}
	return ""
}
