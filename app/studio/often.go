package studio

import (
	"regexp"
	"strings"
)

// How often something is done is one text in a row and one of four keys in a file: "every 2h", "3 to 4 times a day",
// "08:00, bedtime" and, for drinks, an amount such as "8 glasses".

// timesADay is "3 times a day", "3 to 4 times a day", "twice a day".
var timesADay = regexp.MustCompile(`^(.+?)(?: times?)? (?:a|per|each) day$`)

// aDay are the words behind a number of times.
var aDay = []string{"times", "a", "day"}

// daily is "daily", "every day", "each day".
var daily = regexp.MustCompile(`^(?:daily|(?:every|each) day|once daily)$`)

// clocks is a list of times of day, of which bedtime is one.
var clocks = regexp.MustCompile(`^(?:[0-9]{1,2}[:.][0-9]{2}|bedtime)(?:(?:,| and|,? )\s*(?:[0-9]{1,2}[:.][0-9]{2}|bedtime))*$`)

var clock = regexp.MustCompile(`[0-9]{1,2}[:.][0-9]{2}|bedtime`)

// often writes how often something is done. What is none of these is written as an amount, so that nothing is lost and
// the check says what is wrong with it.
func often(text string) []said {
	keys := []said{{"times", ""}, {"every", ""}, {"times_a_day", ""}, {"amount", ""}}
	text = strings.TrimSpace(text)
	lower := strings.ToLower(text)
	every, isEvery := strings.CutPrefix(lower, "every ")
	switch m := timesADay.FindStringSubmatch(lower); {
	case text == "":
	case daily.MatchString(lower):
		keys[2].value = quoted("1")
	case isEvery:
		keys[1].value = quoted(every)
	case clocks.MatchString(lower):
		keys[0].value = list(clock.FindAllString(lower, -1))
	case m != nil:
		keys[2].value = quoted(count(m[1]))
	default:
		keys[3].value = quoted(text)
	}
	return keys
}

// count is a number of times as the file has it.
func count(s string) string {
	switch s {
	case "once":
		return "1"
	case "twice":
		return "2"
	}
	return s
}

// often is how often a table has something done, as a row says it.
func (v values) often() string {
	switch times := v.list("times"); {
	case len(times) > 0:
		return strings.Join(times, ", ")
	case v.text("every") != "":
		return "every " + v.text("every")
	case v.text("times_a_day") != "":
		return strings.Join(append([]string{v.text("times_a_day")}, aDay...), " ")
	}
	return v.text("amount")
}
