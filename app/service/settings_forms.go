// The forms that the values of the settings have: each is checked and put in order before it is stored,
// and read from there when it is applied.

package service

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/guidance"
)

// longestLine is how long a line of the person's own may be, in letters.
const longestLine = 60

// CheckPhone says why a text cannot be the clinic's telephone.
func CheckPhone(v string) error {
	_, err := tidyPhone(v)
	return err
}

// shortestPhone is how many digits the shortest numbers have that can be called, such as 112.
const shortestPhone = 3

// likeDigit finds letters in a number that look like its digits: nobody could call it.
var likeDigit = regexp.MustCompile(`[0-9()+-]*(?:[oOlI][0-9]|[0-9][oOlI])[0-9oOlI()+-]*`)

// tidyPhone is a line that can be called; an empty one names no telephone.
func tidyPhone(v string) (string, error) {
	v, err := tidyLine(v)
	digits := 0
	for _, r := range v {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	if err == nil && v != "" && digits < shortestPhone {
		return "", fault.Use("refusal.phone", fault.Args{"Word": v})
	}
	if letter := likeDigit.FindString(v); err == nil && letter != "" {
		return "", fault.Use("refusal.phone_letter", fault.Args{"Word": letter})
	}
	return v, err
}

func tidyLine(v string) (string, error) {
	v = strings.Join(strings.Fields(v), " ")
	if utf8.RuneCountInString(v) > longestLine || !plain(v) {
		return "", fault.Use("refusal.line", fault.Args{"Most": longestLine})
	}
	return v, nil
}

// plain says whether a text that was typed reads as it is: in one line, without letters that nobody sees or that turn
// the others around.
func plain(s string) bool {
	_, hidden := guidance.Hidden(s)
	return !hidden && utf8.ValidString(s)
}

func oneOf(words ...string) func(string) (string, error) {
	return func(v string) (string, error) {
		if v = fold(v); slices.Contains(words, v) {
			return v, nil
		}
		return "", fault.Use("refusal.choice", fault.Args{"Word": v, "Choices": words})
	}
}

// CheckSleep refuses hours of sleep that the setting would not take.
func CheckSleep(value string) error {
	_, err := tidySleep(value)
	return err
}

func tidySleep(v string) (string, error) {
	v = fold(v)
	if v == "off" {
		return v, nil
	}
	r, err := guidance.ParseHourRange(v)
	usual := course.DefaultPrefs().Sleep // stands as an example
	if err != nil {
		return "", fault.Use("refusal.sleep", fault.Args{"Word": v, "From": usual.From, "To": usual.To})
	}
	if length := (int(r.To) - int(r.From) + 24*60) % (24 * 60); length == 0 || length > 16*60 {
		return "", fault.Use("refusal.sleep_length", fault.Args{"From": usual.From, "To": usual.To})
	}
	return r.String(), nil
}

func applySleep(p *course.Prefs, v string) {
	p.Sleep = guidance.HourRange{}
	if r, err := guidance.ParseHourRange(v); err == nil {
		p.Sleep = r
	}
}

// Bounds of one glass in millilitres.
const (
	leastGlassML = 50
	mostGlassML  = 1000
)

func tidyGlass(v string) (string, error) {
	ml, ok := millilitres(v, 0)
	if !ok || ml < leastGlassML || ml > mostGlassML {
		return "", fault.Use("refusal.glass", fault.Args{"Word": v})
	}
	if tidied := strings.ReplaceAll(fold(v), " ", ""); strings.HasSuffix(tidied, "floz") && !strings.Contains(tidied, ",") {
		return tidied, nil // as the person thinks of it
	}
	return strconv.Itoa(int(ml)) + "ml", nil
}

func applyGlass(p *course.Prefs, v string) {
	if ml, ok := millilitres(v, 0); ok {
		p.GlassML = int(ml)
	}
}

// mostTimes is how many times of the day a routine may be given.
const mostTimes = 12

func tidyTimes(v string) (string, error) {
	v = strings.ReplaceAll(fold(v), " ", "")
	if v == "off" || v == "default" {
		return v, nil
	}
	var times []guidance.Clock
	for _, part := range strings.Split(v, ",") {
		c, err := guidance.ParseClock(part)
		if err != nil {
			return "", fault.Use("refusal.times", fault.Args{"Word": part, "Clock": guidance.Clock(8 * 60)})
		}
		times = append(times, c)
	}
	slices.Sort(times)
	times = slices.Compact(times)
	if len(times) > mostTimes {
		return "", fault.Use("refusal.too_many_times", fault.Args{"Most": mostTimes})
	}
	words := make([]string, len(times))
	for i, c := range times {
		words[i] = c.String()
	}
	return strings.Join(words, ","), nil
}

func applyTimes(p *course.Prefs, routine, v string) {
	if v == "default" {
		return
	}
	times := []guidance.Clock{}
	if v != "off" {
		for _, part := range strings.Split(v, ",") {
			if c, err := guidance.ParseClock(part); err == nil {
				times = append(times, c)
			}
		}
	}
	if p.Times == nil {
		p.Times = map[string][]guidance.Clock{}
	}
	p.Times[routine] = times
}

func tidySpacing(word string) (string, error) {
	v := strings.ReplaceAll(fold(word), " ", "")
	d, err := guidance.ParseSpan(v)
	if err != nil || d < time.Minute || d > 4*time.Hour {
		return "", fault.Use("refusal.spacing", fault.Args{"Word": word})
	}
	return v, nil
}

func applySpacing(p *course.Prefs, v string) {
	if d, err := guidance.ParseSpan(v); err == nil {
		p.Spacing = d
	}
}

func tidyCap(v string) (string, error) {
	v = fold(v)
	if v == "off" {
		return v, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > 50 {
		return "", fault.Use("refusal.cap", fault.Args{"Word": v})
	}
	return strconv.Itoa(n), nil
}

func applyCap(p *course.Prefs, v string) {
	p.Cap = 0 // off
	if n, err := strconv.Atoi(v); err == nil {
		p.Cap = n
	}
}

// tidyPlanID takes any word: whether the plan is there is asked when it is set.
func tidyPlanID(v string) (string, error) {
	if v = strings.TrimSpace(v); v == "" {
		return "", fault.Use("refusal.plan_id", nil)
	}
	return v, nil
}
