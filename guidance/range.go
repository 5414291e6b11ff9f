package guidance

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Unit is what a plan counts time in, as words name one of it.
type Unit string

const (
	Minutes Unit = "minute"
	Hours   Unit = "hour"
	Days    Unit = "day"
	Weeks   Unit = "week"
	Months  Unit = "month" // of the calendar
)

// units are all of them with their letter in a plan file; months have none, since m is minutes.
var units = []struct {
	unit   Unit
	letter string
	length time.Duration
}{
	{Minutes, "m", time.Minute}, {Hours, "h", time.Hour}, {Days, "d", day}, {Weeks, "w", week}, {Months, "", month},
}

// month is how long a month of the calendar is taken to be where only the order of moments counts.
const month = 30 * day

// length is how long one of the unit is.
func (u Unit) length() time.Duration {
	for _, x := range units {
		if x.unit == u {
			return x.length
		}
	}
	return 0
}

// letter is how a figure of the unit ends in a plan file where it is short; " month" has no letter of its own.
func (u Unit) letter() string {
	for _, x := range units {
		if x.unit == u && x.letter != "" {
			return x.letter
		}
	}
	return " " + string(u) + "s"
}

// words writes a number of the unit: "1 day", "5 days".
func (u Unit) words(n int) string {
	if n == 1 {
		return "1 " + string(u)
	}
	return strconv.Itoa(n) + " " + string(u) + "s"
}

// Range is a length of time as a sheet says it, where its figure alone would be said otherwise: with two figures
// ("5 to 7 days"), or with one in another unit than [usualUnit] ("2 days" for 48 hours): then Low is High. The zero value is
// none.
type Range struct {
	Low     int
	LowUnit Unit // "" is the same as Unit; else such as in "5 days to 2 weeks"
	High    int
	Unit    Unit
	Few     bool // the sheet names no figure: "a few days" are counted as 3 to 5
}

// Zero says whether there is no range.
func (r Range) Zero() bool { return r == Range{} }

// One says whether it is one figure in a unit of the sheet's own.
func (r Range) One() bool { return !r.Zero() && r.LowUnit == "" && r.Low == r.High }

// Two says whether it has two figures.
func (r Range) Two() bool { return !r.Zero() && !r.One() }

// String writes the range as a plan file has it: "5 to 7 days", "2d".
func (r Range) String() string {
	switch {
	case r.Zero():
		return ""
	case r.Few:
		return "a few " + string(r.Unit) + "s"
	case r.One():
		return strconv.Itoa(r.High) + r.Unit.letter()
	case r.LowUnit != "":
		return r.LowUnit.words(r.Low) + " to " + r.Unit.words(r.High)
	}
	return strconv.Itoa(r.Low) + " to " + r.Unit.words(r.High)
}

// SaidIn is a length as it is said in a unit; none if it is no whole number of it.
func SaidIn(d time.Duration, unit Unit) Range {
	one := unit.length()
	if one == 0 || unit == Months || d <= 0 || d%one != 0 {
		return Range{}
	}
	return Range{Low: int(d / one), High: int(d / one), Unit: unit}
}

// words is the range in words: "5 to 7 days", "28 days".
func (r Range) words() string {
	if r.One() {
		return r.Unit.words(r.High)
	}
	return r.String()
}

// Length is a length of time as plans of format 2 may say it.
type Length struct {
	time.Duration       // of months: 30 days each
	Months        int   // of the calendar; 0: none
	Said          Range // zero: one figure in its usual unit
}

// "A few" is no figure; what it is counted as, FORMAT.md says.
const fewLow, fewHigh = 3, 5

// careful says which end of a range a key counts by: the one by which nobody does something too early.
type careful int

const (
	farEnd   careful = iota // the one farther from the treatment
	earlyEnd                // the earlier one: of what begins to be avoided
	lateEnd                 // the later one: of what ends
	lowEnd                  // the smaller figure: of how often something is done
)

// parseLength reads a length of time in the words of format 2: "24h", "5 days", "1 month", "5 to 7 days", "5-7d". back
// says that it counts back in time, which turns the earlier end of a range round.
func parseLength(s string, back bool, c careful) (Length, error) {
	low, high, ranged := strings.Cut(s, " to ")
	if !ranged {
		low, high, ranged = strings.Cut(s, "-")
	}
	vague, few := strings.CutPrefix(s, "a few ")
	if few {
		low, high, ranged = strconv.Itoa(fewLow), strconv.Itoa(fewHigh)+" "+vague, true
	}
	if !ranged {
		n, unit, ok := figure(s)
		if !ok || unit == "" {
			return Length{}, fmt.Errorf("%q: %w", s, errNoSpan)
		}
		return lengthOf(s, n, unit, Range{})
	}
	n, unit, okLow := figure(low)
	m, last, okHigh := figure(high)
	said := Range{Low: n, LowUnit: unit, High: m, Unit: last, Few: few}
	if !okLow || !okHigh || last == "" {
		return Length{}, fmt.Errorf("%q: %w", s, errNoSpan)
	}
	if unit == "" || unit == last {
		unit, said.LowUnit = last, ""
	}
	near, err := lengthOf(s, n, unit, said)
	if err != nil {
		return Length{}, err
	}
	distant, err := lengthOf(s, m, last, said)
	switch {
	case err != nil:
		return Length{}, err
	case near.Duration >= distant.Duration:
		return Length{}, fmt.Errorf("%q: %w", s, errNoRange)
	case c == lowEnd, c == earlyEnd && !back, c == lateEnd && back:
		return near, nil
	}
	return distant, nil
}

// figure reads a number and its unit: "24h", "5 days"; the unit is "" if there is none.
func figure(s string) (n int, unit Unit, ok bool) {
	word := strings.TrimLeft(s, "0123456789")
	n, ok = digits(s[:len(s)-len(word)])
	if !ok || word == "" {
		return n, "", ok
	}
	for _, x := range units {
		if (x.letter != "" && word == x.letter) || word == " "+string(x.unit) || word == " "+string(x.unit)+"s" {
			return n, x.unit, true
		}
	}
	return 0, "", false
}

func lengthOf(s string, n int, unit Unit, said Range) (Length, error) {
	if time.Duration(n) > longest/unit.length() {
		return Length{}, fmt.Errorf("%q: %w", s, errLongSpan)
	}
	l := Length{Duration: time.Duration(n) * unit.length(), Said: said}
	switch {
	case unit == Months:
		l.Months = n
	case said.Zero() && n > 0 && unit != usualUnit(l.Duration):
		l.Said = Range{Low: n, High: n, Unit: unit}
	}
	return l, nil
}

// text writes the length so that parseLength reads the same again.
func (l Length) text() string {
	switch {
	case !l.Said.Zero():
		return l.Said.String()
	case l.Months != 0:
		return Months.words(l.Months)
	}
	return spanText(l.Duration)
}

// String writes the length as a plan file has it.
func (l Length) String() string { return l.text() }
