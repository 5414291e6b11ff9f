package guidance

import (
	"fmt"
	"strings"
)

// Clock is a wall-clock time of day in minutes after midnight, 0 to 1439.
type Clock int

// AtBedtime stands in a routine's times for the person's own bedtime. It is no time of day, comes after all of them,
// and what it means on a day is the course's to say.
const AtBedtime Clock = 1 << 12

// String writes the time as "08:00", or "bedtime".
func (c Clock) String() string {
	if c == AtBedtime {
		return "bedtime"
	}
	return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60)
}

// HourRange is a stretch of the day, local time; To before From passes midnight.
type HourRange struct{ From, To Clock }

// String writes the range as "22:30-07:30".
func (r HourRange) String() string { return r.From.String() + "-" + r.To.String() }

// Contains says whether c lies in the range, From included and To not.
// An empty range (From equal to To) contains nothing.
func (r HourRange) Contains(c Clock) bool {
	if r.From <= r.To {
		return c >= r.From && c < r.To
	}
	return c >= r.From || c < r.To
}

// ParseClock reads "8:00", "08:00" or "20.30".
func ParseClock(s string) (Clock, error) {
	at := strings.IndexAny(s, ":.")
	if at >= 1 && at <= 2 && len(s) == at+3 {
		h, okH := digits(s[:at])
		m, okM := digits(s[at+1:])
		if okH && okM && h < 24 && m < 60 {
			return Clock(h*60 + m), nil
		}
	}
	return 0, fmt.Errorf("%q: %w", s, errNoClock)
}

// ParseHourRange reads "22:30-07:30".
func ParseHourRange(s string) (HourRange, error) {
	first, last, ok := strings.Cut(s, "-")
	if !ok {
		return HourRange{}, fmt.Errorf("%q: %w", s, errNoHours)
	}
	from, err := ParseClock(strings.TrimSpace(first))
	if err != nil {
		return HourRange{}, err
	}
	to, err := ParseClock(strings.TrimSpace(last))
	if err != nil {
		return HourRange{}, err
	}
	return HourRange{from, to}, nil
}

// digits reads a whole number that is nothing but ASCII digits, at most six of
// them: no sign, no space and no overflow.
func digits(s string) (int, bool) {
	if len(s) == 0 || len(s) > 6 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// signed reads a whole number that may have a minus before it.
func signed(s string) (int, bool) {
	rest, minus := strings.CutPrefix(s, "-")
	n, ok := digits(rest)
	if minus {
		n = -n
	}
	return n, ok
}
