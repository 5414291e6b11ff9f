package guidance

import (
	"regexp"
	"strconv"
	"strings"

	"afterglow/app/fault"
)

// Here is read what people write in the place of a moment: a sheet's own words. What is offered in their place is their
// own figure, or none.

// around are words that stand around a figure and change nothing of what a plan counts.
var around = regexp.MustCompile(`^(until|till|for|at least|minimum|min\.|up to|about|approx\.?|approximately|after|wait) | (after treatment|after|post|post treatment|post procedure|later|or more|minimum|only)$|\+$`)

// spelled are dashes and words that mean what a plan writes otherwise.
var spelled = strings.NewReplacer("–", "-", "—", "-", "−", "-", "’s", "s", "'s", "s")

// numbered are numbers in words, as sheets have them.
var numbered = map[string]string{
	"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "ten": "10", "twelve": "12", "fourteen": "14",
}

// spans are one figure or two and a unit.
var spans = regexp.MustCompile(`^(-?)(\d{1,4})(?:(?: to | or |/|-)(\d{1,4}))? ?-?([a-z]+)\.?( before)?$`)

// vagueSpan is a length without a figure, as sheets have it.
var vagueSpan = regexp.MustCompile(`^(?:for |until )?(?:the |a )?(?:first |next )?(?:few|several|some) (minute|hour|day|week|month)s?$`)

// unitsMeant are units as people write them.
var unitsMeant = map[string]Unit{
	"min": Minutes, "mins": Minutes, "minute": Minutes, "minutes": Minutes, "h": Hours, "hr": Hours, "hrs": Hours, "hour": Hours, "hours": Hours,
	"d": Days, "day": Days, "days": Days, "w": Weeks, "wk": Weeks, "wks": Weeks, "week": Weeks, "weeks": Weeks,
	"mo": Months, "mos": Months, "mth": Months, "mths": Months, "month": Months, "months": Months,
}

// momentsMeant are moments in a sheet's words, by what stands in them.
var momentsMeant = []struct {
	said *regexp.Regexp
	code string
	ends bool // it is only an end
}{
	{regexp.MustCompile(`indefinite|for ?ever|always|^never|^none$|^no end|ongoing|permanent|further notice|as long as possible`), noEndWord, true},
	{regexp.MustCompile(`heal|calm|settle|subsid|better|normal|scab|no longer|gone`), calmWord, true},
	{regexp.MustCompile(`^(the )?(next|following) (morning|day)$|^(the )?(morning|day) after$|^tomorrow( morning)?$`), "morning 1", false},
	{regexp.MustCompile(`^bed ?time$|^(before|at) bed( ?time)?$`), "bedtime", false},
	{regexp.MustCompile(`^(the )?end of (the |that )?day$|^midnight$`), "end of day 0", false},
	{regexp.MustCompile(`^(the )?(night|evening) before\b|^(the )?previous (night|evening)$`), "night -1", false},
	{regexp.MustCompile(`^(on |in )?(the )?morning of (the |your )?(treatment|appointment|procedure|session|visit)$`), "morning 0", false},
	{regexp.MustCompile(`^(on |the )?day before\b|^(the )?previous day$`), "-1 day", false},
	{regexp.MustCompile(`^(tonight|this evening|the same evening)$`), "night 0", false},
	{regexp.MustCompile(`^(your |the )?next (treatment|session|appointment|visit)$`), "next", false},
	{regexp.MustCompile(`^(your |the )?last (treatment|session|appointment)$`), "last", false},
}

// Meant is a moment or a length in the words of format 2 as somebody who typed a sheet's words most likely meant it: "48 hrs"
// is "48 hours"; "" if no rule tells. ends says that it is an end.
func Meant(s string, ends bool) string {
	words := strings.Fields(spelled.Replace(strings.ToLower(s)))
	if m := vagueSpan.FindStringSubmatch(strings.Join(words, " ")); m != nil {
		return "a few " + m[1] + "s"
	}
	for i, w := range words {
		if n, ok := numbered[w]; ok {
			words[i] = n
		}
	}
	text := strings.ReplaceAll(strings.Join(words, " "), " - ", "-")
	for range 2 {
		text = strings.TrimSpace(around.ReplaceAllString(text, ""))
	}
	if m := spans.FindStringSubmatch(text); m != nil {
		unit, ok := unitsMeant[m[4]]
		if !ok {
			return ""
		}
		meant := m[2] + " " + string(unit)
		if m[3] != "" {
			meant = m[2] + " to " + m[3] + " " + string(unit)
		}
		if meant != "1 "+string(unit) {
			meant += "s"
		}
		if m[1] != "" || m[5] != "" {
			meant = "-" + meant
		}
		if _, err := ParseMoment(meant); err == nil {
			return meant
		}
		return ""
	}
	for _, m := range momentsMeant {
		if m.said.MatchString(text) && (ends || !m.ends) {
			return m.code
		}
	}
	return ""
}

// timeMeant is what to write for a time that cannot be read, in the file's own format.
func (t *table) timeMeant(f *form, value any) *fault.Fault {
	s, isText := value.(string)
	write := f.writeFor(value)
	if !f.isTime() {
		return write
	}
	if t.r.format < newest {
		if meant := Meant(s, f.ends); meant == noEndWord && write.ID == "planwrite.span" {
			return said("planwrite.format_2_no_end", "Key", f.name)
		} else if meant != "" && write.ID == "planwrite.span" {
			return said("planwrite.format_2_then", "Code", f.code(`"`+meant+`"`))
		}
		return write
	}
	if isText {
		if m, err := parseMoment(s, f.careful); err == nil && f.takes(m) {
			return code(f.code(`"` + s + `"`))
		}
	}
	switch meant := Meant(s, f.ends); {
	case meant == noEndWord:
		return said("planwrite.no_end", "Key", f.name)
	case meant == calmWord:
		return said("planwrite.calm", "Key", f.name)
	case meant != "":
		return code(f.code(`"` + meant + `"`))
	case write.ID != "planwrite.span":
		return write
	case f.ends:
		return said("planwrite.end_words", "Key", f.name)
	}
	return said("planwrite.span_words", "Key", f.name)
}

// MeantCount is a number of times a day, or two, as somebody most likely meant them: "twice", "3-4 times", "three or four";
// "" if no rule tells.
func MeantCount(s string) string {
	s, _, _ = strings.Cut(plain(s), " time")
	s, _, _ = strings.Cut(s, " a day")
	s, _, _ = strings.Cut(s, " daily")
	if n, ok := map[string]string{"once": "1", "twice": "2"}[s]; ok {
		return n
	}
	words := strings.Fields(strings.ReplaceAll(spelled.Replace(s), " or ", " to "))
	for i, w := range words {
		if n, ok := numbered[w]; ok {
			words[i] = n
		}
	}
	low, high, ok := numbers(around.ReplaceAllString(strings.Join(words, " "), ""))
	switch {
	case !ok || low < 1 || high < low || high > mostTimes:
		return ""
	case low == high:
		return strconv.Itoa(low)
	}
	return strconv.Itoa(low) + " to " + strconv.Itoa(high)
}
