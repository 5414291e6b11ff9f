package guidance

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

const (
	day  = 24 * time.Hour
	week = 7 * day
	// longest is the longest span a plan may name. Ten years is far beyond any
	// aftercare and keeps every sum of spans clear of overflow.
	longest = 520 * week
)

// unitOf gives the length of a span's unit.
func unitOf(letter byte) (time.Duration, bool) {
	switch letter {
	case 'm':
		return time.Minute, true
	case 'h':
		return time.Hour, true
	case 'd':
		return day, true
	case 'w':
		return week, true
	}
	return 0, false
}

// Why a value of a plan cannot be read. Problems and the faces say it in words of their own.
var (
	errNoSpan   = errors.New("not a length of time")
	errLongSpan = errors.New("longer than ten years")
	errNoRange  = errors.New("a range whose second figure is not the larger")
	errNoMoment = errors.New("not a point in time")
	errNoClock  = errors.New("not a time of day")
	errNoHours  = errors.New("not a stretch of the day")
)

// ParseSpan reads a length of time as plans write it: a whole number and m, h,
// d (24 hours) or w (7 days), with a minus in front if it counts back.
func ParseSpan(s string) (time.Duration, error) {
	number, sign := s, time.Duration(1)
	if strings.HasPrefix(number, "-") {
		number, sign = number[1:], -1
	}
	if len(number) >= 2 {
		unit, okU := unitOf(number[len(number)-1])
		n, okN := digits(number[:len(number)-1])
		if okU && okN {
			if time.Duration(n) > longest/unit {
				return 0, fmt.Errorf("%q: %w", s, errLongSpan)
			}
			return sign * time.Duration(n) * unit, nil
		}
	}
	return 0, fmt.Errorf("%q: %w", s, errNoSpan)
}

// spanText writes a span so that ParseSpan reads the same again. It keeps
// hours up to two days, as clinic sheets do ("48h", then "3d").
func spanText(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	unit := usualUnit(d)
	return sign + strconv.Itoa(int(d/unit.length())) + unit.letter()
}

// usualUnit is the unit in which a span is said that nobody says in another one.
func usualUnit(d time.Duration) Unit {
	switch {
	case d >= 2*week && d%week == 0:
		return Weeks
	case d > 2*day && d%day == 0:
		return Days
	case d%time.Hour == 0:
		return Hours
	}
	return Minutes
}
