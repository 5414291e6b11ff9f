package studio

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// How often something is done is one text in a row and one of four keys in a file: "every 2h", "3 to 4 times a day",
// "08:00, bedtime" and, for drinks, an amount such as "8 glasses".

// timesADay is "3 times a day", "3 to 4 times a day", "twice a day", "2x daily".
var timesADay = regexp.MustCompile(`^(.+?)(?: times?| ?x)?,? (?:a day|per day|each day|every day|daily)$`)

// aDay are the words behind a number of times.
var aDay = []string{"times", "a", "day"}

// daily is "daily", "every day", "each day".
var daily = regexp.MustCompile(`^(?:daily|(?:every|each) day|once daily)$`)

// hourly is "hourly", "every hour"; bothEnds is "morning and evening", twice a day; atNight is "at night", at bedtime.
var (
	hourly   = regexp.MustCompile(`^(?:hourly|(?:every|each) hour)$`)
	bothEnds = regexp.MustCompile(`^(?:(?:every|in the|each) )?(?:morning|mornings|am) (?:and|&) (?:(?:every|in the|at|each) )?(?:evening|evenings|night|pm)$`)
	atNight  = regexp.MustCompile(`^(?:(?:every|each|at) (?:night|bedtime)|nightly|before bed|bedtime)$`)
)

// clocks is a list of times of day, of which bedtime is one.
var clocks = regexp.MustCompile(`^(?:at )?` + oneClock + `(?:(?:,? and|,| &|,? )\s*` + oneClock + `)*$`)

var clock = regexp.MustCompile(oneClock)

// oneClock is a time of day: "08:00", "8 am", "8:30pm", "bedtime".
const oneClock = `(?:[0-9]{1,2}[:.][0-9]{2} ?(?:am|pm)?|[0-9]{1,2} ?(?:am|pm)|bedtime)`

// clockTimes writes times of day as a plan has them: "8 pm" is "20:00".
func clockTimes(text string) (times []string) {
	for _, s := range clock.FindAllString(text, -1) {
		half := ""
		for _, end := range []string{"am", "pm"} {
			if rest, is := strings.CutSuffix(strings.TrimSpace(s), end); is {
				s, half = strings.TrimSpace(rest), end
			}
		}
		h, m, _ := strings.Cut(strings.Replace(strings.TrimSpace(s), ".", ":", 1), ":")
		hour, err := strconv.Atoi(h)
		switch {
		case half == "" || err != nil || hour > 12:
			times = append(times, strings.TrimSpace(s))
			continue
		case half == "pm" && hour < 12:
			hour += 12
		case half == "am" && hour == 12:
			hour = 0
		}
		if m == "" {
			m = "00"
		}
		times = append(times, fmt.Sprintf("%02d:%s", hour, m))
	}
	return times
}

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
	case hourly.MatchString(lower):
		keys[1].value = quoted("1 hour")
	case bothEnds.MatchString(lower):
		keys[2].value = quoted("2")
	case atNight.MatchString(lower):
		keys[0].value = list([]string{"bedtime"})
	case isEvery:
		keys[1].value = quoted(every)
	case clocks.MatchString(lower):
		keys[0].value = list(clockTimes(lower))
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
