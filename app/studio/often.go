package studio

import (
	"fmt"
	"strconv"
	"strings"

	"afterglow/guidance"
)

// How often something is done is one text in a row and one of four keys in a file: "every 2h", "3 to 4 times a day",
// "08:00, bedtime" and, for drinks, an amount such as "8 glasses".

// timesADay is "3 times a day", "3 to 4 times a day", "twice a day", "2x daily".
var timesADay = pattern(`^(.+?)(?: times?| ?x)?,? (?:a day|per day|each day|every day|daily)$`)

// aDay are the words behind a number of times.
var aDay = []string{"times", "a", "day"}

// barely is a number of times of which nothing says that it is by the day: "3x", "3 to 4 times", "twice".
var barely = pattern(`^(?:(.+?) ?(?:times|x)|(twice))$`)

// besides are words that change nothing of how often something is done.
var besides = pattern(`^(?:at least|up to|about|around|approximately|minimum|(?:daily|every day|each day|once (?:a day|daily)),? (?:at )?)|,? ?(?:while (?:you are )?awake|or more)$`)

// everyN is "2 hourly", "2-hourly"; everyOther is every two hours.
var (
	everyN     = pattern(`^([0-9]+)[- ]hourly$`)
	everyOther = pattern(`^every (?:other|second) hour$`)
)

// glasses is an amount with what people say besides: "8 glasses of water a day".
var glasses = pattern(`^([0-9]+(?: ?(?:-|–|to) ?[0-9]+)? \pL+)(?: of (?:still )?water)?(?:,? (?:a day|per day|each day|every day|daily))?$`)

// daily is "daily", "every day", "each day".
var daily = pattern(`^(?:daily|(?:every|each) day|once daily)$`)

// inTheMorning and inTheEvening are at the hours that a plan counts them from.
var (
	inTheMorning = pattern(`^(?:(?:every|each|in the) morning|mornings)$`)
	inTheEvening = pattern(`^(?:(?:every|each|in the) evening|evenings)$`)
)

// hourly is "hourly", "every hour"; bothEnds is "morning and evening", twice a day; atNight is "at night", at bedtime.
var (
	hourly   = pattern(`^(?:hourly|(?:every|each) hour)$`)
	bothEnds = pattern(`^(?:(?:every|in the|each) )?(?:morning|mornings|am) (?:and|&) (?:(?:every|in the|at|each) )?(?:evening|evenings|night|pm)$`)
	atNight  = pattern(`^(?:(?:every|each|at) (?:night|bedtime)|nightly|before bed|bedtime)$`)
)

// clocks is a list of times of day, of which bedtime is one.
var clocks = pattern(`^(?:at )?` + oneClock + `(?:(?:,? and|,| &|,? )\s*` + oneClock + `)*$`)

var clock = pattern(oneClock)

// oneClock is a time of day: "08:00", "8 am", "8:30pm", "bedtime".
const oneClock = `(?:[0-9]{1,2}[:.][0-9]{2} ?(?:am|pm)?|[0-9]{1,2} ?(?:am|pm)|bedtime)`

// clockTimes writes times of day as a plan has them: "8 pm" is "20:00".
func clockTimes(text string) (times []string) {
	for _, s := range clock().FindAllString(text, -1) {
		half := ""
		for _, end := range []string{"am", "pm"} {
			if rest, is := strings.CutSuffix(strings.TrimSpace(s), end); is {
				s, half = strings.TrimSpace(rest), end
			}
		}
		h, m, _ := strings.Cut(strings.Replace(strings.TrimSpace(s), ".", ":", 1), ":")
		n, err := strconv.Atoi(h)
		if half == "" || err != nil || n > 12 {
			times = append(times, strings.TrimSpace(s))
			continue
		}
		if m == "" {
			m = "00"
		}
		times = append(times, fmt.Sprintf("%02d:%s", hour(n, half), m))
	}
	return times
}

// often writes how often something is done. What is none of these is written as an amount, so that nothing is lost and
// the check says what is wrong with it.
func often(text string) []said {
	keys := []said{{"times", ""}, {"every", ""}, {"times_a_day", ""}, {"amount", ""}}
	text = strings.TrimSpace(text)
	lower := strings.ToLower(text)
	if rest := strings.TrimSpace(besides().ReplaceAllString(lower, "")); rest != "" {
		lower = rest
	}
	every, isEvery := strings.CutPrefix(lower, "every ")
	switch m, bare, amount := timesADay().FindStringSubmatch(lower), barely().FindStringSubmatch(lower), glasses().FindStringSubmatch(lower); {
	case text == "":
	case daily().MatchString(lower):
		keys[2].value = quoted("1")
	case hourly().MatchString(lower):
		keys[1].value = quoted("1 hour")
	case everyOther().MatchString(lower):
		keys[1].value = quoted("2 hours")
	case everyN().MatchString(lower):
		keys[1].value = quoted(everyN().FindStringSubmatch(lower)[1] + " hours")
	case bothEnds().MatchString(lower):
		keys[2].value = quoted("2")
	case inTheMorning().MatchString(lower):
		keys[0].value = list([]string{"08:00"})
	case inTheEvening().MatchString(lower):
		keys[0].value = list([]string{"21:00"})
	case atNight().MatchString(lower):
		keys[0].value = list([]string{"bedtime"})
	case isEvery:
		keys[1].value = quoted(length(every))
	case clocks().MatchString(lower):
		keys[0].value = list(clockTimes(lower))
	case amount != nil && !unitWord(amount[1]):
		keys[3].value = quoted(amount[1])
	case m != nil:
		keys[2].value = quoted(count(m[1]))
	case bare != nil:
		keys[2].value = quoted(count(bare[1] + bare[2]))
	default:
		keys[3].value = quoted(text)
	}
	return keys
}

// length is a length of time as a plan says it: "2 hrs" is "2 hours". What a plan can say stays as it is written.
func length(s string) string {
	if _, err := guidance.ParseMoment(s); err == nil {
		return s
	}
	if meant := guidance.Meant(s, false); meant != "" {
		return meant
	}
	return s
}

// unitWord says whether an amount is a number of times: "3 times", "3 x".
func unitWord(amount string) bool {
	return strings.HasSuffix(amount, " times") || strings.HasSuffix(amount, " time") || strings.HasSuffix(amount, " x")
}

// count is a number of times as the file has it. What is a number, or two, in figures stays as it is written.
func count(s string) string {
	if meant := guidance.MeantCount(s); meant != "" && !plainCount().MatchString(s) {
		return meant
	}
	return s
}

// plainCount is a number, or two, in figures.
var plainCount = pattern(`^[0-9]+(?: ?(?:-|to) ?[0-9]+)?$`)

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
