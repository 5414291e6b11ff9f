package clock

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// The years that a time may lie in: outside, it is surely a slip of the keyboard.
const (
	firstYear = 2000
	lastYear  = 2100
)

// ParseTime reads a time as a person writes it, seen from now in zone. A bare
// "18:00" is today's; a weekday is the next one, today's included.
//
// A local time that a clock change skips moves to the next valid minute; one that
// it repeats is the first.
func ParseTime(s string, now time.Time, zone *time.Location) (time.Time, error) {
	return parse(s, now, zone, false)
}

// ParsePast reads as ParseTime does, but a bare "18:00" and "fri 19:00" mean the
// most recent one that is not to come.
func ParsePast(s string, now time.Time, zone *time.Location) (time.Time, error) {
	return parse(s, now, zone, true)
}

func parse(s string, now time.Time, zone *time.Location, past bool) (time.Time, error) {
	text := strings.TrimSpace(s)
	t, err := read(strings.ToLower(text), text, now.Round(0), zone, past)
	if err != nil {
		return time.Time{}, fmt.Errorf("%s is not a time that we can read; write it as 18:00, fri 19:00, tomorrow 9:00, "+
			"2026-11-22 18:00, 2026-11-22T18:00:00+01:00, -26h, +90m or now", quote(s))
	}
	if y := t.In(zone).Year(); y < firstYear || y > lastYear {
		return time.Time{}, fmt.Errorf("%s lies outside the years %d to %d; check the year", quote(s), firstYear, lastYear)
	}
	return t, nil
}

// quote shows what was written, cut where it is very long.
func quote(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "..."
	}
	return strconv.Quote(s)
}

var errForm = errors.New("not in this form")

// read tries the forms one by one.
func read(lower, text string, now time.Time, zone *time.Location, past bool) (time.Time, error) {
	if lower == "now" {
		return now, nil
	}
	if strings.HasPrefix(lower, "+") || strings.HasPrefix(lower, "-") {
		d, err := readSpan(lower)
		return now.Add(d), err
	}
	if t, err := readISO(strings.ToUpper(text), zone); err == nil {
		return t, nil
	}
	return readDay(strings.Fields(lower), now, zone, past)
}

var spanPart = regexp.MustCompile(`^(\d{1,7})(w|d|h|min|m|s)`)

// readSpan reads "-23h59m50s" or "-2d". A day is 24 hours.
func readSpan(s string) (time.Duration, error) {
	sign, rest := s[:1], strings.ReplaceAll(s[1:], " ", "")
	if rest == "" {
		return 0, errForm
	}
	var total time.Duration
	for rest != "" {
		m := spanPart.FindStringSubmatch(rest)
		if m == nil {
			return 0, errForm
		}
		n, err := strconv.Atoi(m[1])
		if err != nil {
			return 0, err
		}
		unit := map[string]time.Duration{"w": 7 * 24 * time.Hour, "d": 24 * time.Hour, "h": time.Hour,
			"m": time.Minute, "min": time.Minute, "s": time.Second}[m[2]]
		const most = 200 * 366 * 24 * time.Hour // past every year that is allowed, and far from overflow
		if time.Duration(n) > (most-total)/unit {
			total = most
		} else {
			total += time.Duration(n) * unit
		}
		rest = rest[len(m[0]):]
	}
	if sign == "-" {
		total = -total
	}
	return total, nil
}

var localISO = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ] ?(\d{1,2}[:.]\d{2})(?::(\d{2}))?$`)

// readISO reads RFC 3339 with its own offset, and "2026-11-22 18:00" as local time.
func readISO(s string, zone *time.Location) (time.Time, error) {
	for _, form := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, nil
		}
	}
	m := localISO.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, errForm
	}
	day, err := time.Parse(time.DateOnly, m[1])
	if err != nil {
		return time.Time{}, err
	}
	c, err := readClock(m[2])
	if err != nil {
		return time.Time{}, err
	}
	var seconds int
	if m[3] != "" {
		if seconds, err = strconv.Atoi(m[3]); err != nil || seconds > 59 {
			return time.Time{}, errForm
		}
	}
	return course.On(course.DateOf(day, time.UTC), c, zone).Add(time.Duration(seconds) * time.Second), nil
}

// readDay reads "18:00", "fri 19:00", "today 18:00", "tomorrow 9:00" and "yesterday 18:00".
func readDay(words []string, now time.Time, zone *time.Location, past bool) (time.Time, error) {
	if len(words) == 0 || len(words) > 2 {
		return time.Time{}, errForm
	}
	c, err := readClock(words[len(words)-1])
	if err != nil {
		return time.Time{}, err
	}
	today := course.DateOf(now, zone)
	on := func(days int) time.Time { return course.On(today.Add(days), c, zone) }
	if len(words) == 1 {
		if past && on(0).After(now) {
			return on(-1), nil
		}
		return on(0), nil
	}
	switch words[0] {
	case "today":
		return on(0), nil
	case "tomorrow":
		return on(1), nil
	case "yesterday":
		return on(-1), nil
	}
	weekday, ok := readWeekday(words[0])
	if !ok {
		return time.Time{}, errForm
	}
	ahead := (int(weekday-now.In(zone).Weekday()) + 7) % 7
	if past && on(ahead).After(now) {
		ahead -= 7
	}
	return on(ahead), nil
}

var clockForm = regexp.MustCompile(`^(\d{1,2})[:.](\d{2})$`)

func readClock(s string) (guidance.Clock, error) {
	m := clockForm.FindStringSubmatch(s)
	if m == nil {
		return 0, errForm
	}
	h, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	if h > 23 || minute > 59 {
		return 0, errForm
	}
	return guidance.Clock(h*60 + minute), nil
}

// readWeekday takes the name or its first letters, at least three: "fri", "thurs".
func readWeekday(s string) (time.Weekday, bool) {
	s = strings.TrimSuffix(s, ".")
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), s) {
			return d, true
		}
	}
	return 0, false
}
