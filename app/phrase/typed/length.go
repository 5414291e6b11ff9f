package typed

import (
	"strconv"
	"strings"
	"time"

	"afterglow/app/fault"
)

const (
	day  = 24 * time.Hour
	week = 7 * day
	// longestLength keeps every sum clear of overflow, and lies past every moment that is allowed.
	longestLength = 200 * 366 * day
	// longestAsked is the longest that a person may ask for.
	longestAsked = 520 * week
)

// Length reads a length of time: "20 minutes", "1 h 30", "1.5h", "1:30 h", "90m", "2 days", "half an hour". A day is
// 24 hours.
func (r Reader) Length(s string) (time.Duration, error) {
	if len(s) > longest {
		return 0, lengthUnknown(s)
	}
	d, ok := r.length(fold(s))
	switch {
	case !ok:
		return 0, lengthUnknown(s)
	case d > longestAsked:
		return 0, fault.Use("typed.length_long", fault.Args{"Text": quoted(s)})
	}
	return d, nil
}

func lengthUnknown(s string) error {
	return fault.Use("typed.length_unknown", fault.Args{"Text": quoted(s)})
}

func (r Reader) length(folded string) (time.Duration, bool) {
	return r.lengthOf(split(decimal(folded)))
}

var decimalComma = pattern(`(\d),(\d)`)

// decimal writes "1,5" as "1.5": in a length a comma between two figures is a decimal one.
func decimal(folded string) string { return decimalComma().ReplaceAllString(folded, "$1.$2") }

// lengthOf reads amounts with their units, the larger before the smaller.
func (r Reader) lengthOf(words []string) (time.Duration, bool) {
	if len(words) == 0 || len(words) > mostWords {
		return 0, false
	}
	var total time.Duration
	above := longestLength
	p := parser{Reader: r, words: words}
	for i := 0; i < len(words); {
		if i > 0 && p.is(i, isAnd) {
			i++
		}
		amount, next, ok := p.amount(i)
		if !ok {
			return 0, false
		}
		unit := p.unit(next)
		switch {
		case unit != 0:
			next++
		case above == time.Hour && next == len(words) && amount.plain && amount.thousandths < 60_000: // "1 h 30"
			unit = time.Minute
		default:
			return 0, false
		}
		if unit >= above || amount.clock && unit != time.Hour {
			return 0, false
		}
		d := amount.of(unit)
		if p.is(next, isAnd) && p.is(next+1, isA) && p.is(next+2, isHalf) { // "an hour and a half"
			d += unit / 2
			next += 3
		}
		total = min(total+d, longestLength)
		above, i = unit, next
	}
	return total, true
}

// unit is the length that a word stands for; 0: none. A word for two units ("h" is none such) is the smaller.
func (p *parser) unit(i int) time.Duration {
	for _, u := range []struct {
		word meaning
		unit time.Duration
	}{{isSeconds, time.Second}, {isMinutes, time.Minute}, {isHours, time.Hour}, {isDays, day}, {isWeeks, week}} {
		if p.is(i, u.word) {
			return u.unit
		}
	}
	return 0
}

// quantity is a number before a unit, in thousandths.
type quantity struct {
	thousandths int
	plain       bool // whole, in digits
	clock       bool // "1:30", in minutes
}

func (q quantity) of(unit time.Duration) time.Duration {
	if q.clock {
		return time.Duration(q.thousandths) * time.Minute
	}
	if time.Duration(q.thousandths/1000) >= longestLength/unit {
		return longestLength
	}
	return unit / 1000 * time.Duration(q.thousandths)
}

var (
	decimalForm = pattern(`^(\d{1,7})(?:\.(\d{1,3}))?$`)
	hoursForm   = pattern(`^(\d{1,3}):([0-5]\d)$`)
)

// amount reads "20", "1.5", "1:30", "an", "half an", "two", "1½" and "one and a half".
func (p *parser) amount(i int) (q quantity, next int, ok bool) {
	if p.is(i, isHalf) {
		if i++; p.is(i, isA) {
			i++
		}
		return quantity{thousandths: 500}, i, true
	}
	word := p.word(i)
	if m := hoursForm().FindStringSubmatch(word); m != nil {
		h, _ := number(m[1])
		minutes, _ := number(m[2])
		return quantity{thousandths: h*60 + minutes, clock: true}, i + 1, true
	}
	if m := decimalForm().FindStringSubmatch(word); m != nil {
		whole, _ := number(m[1])
		part, _ := strconv.Atoi((m[2] + "000")[:3])
		q = quantity{thousandths: whole*1000 + part, plain: m[2] == ""}
	} else if n, found := p.count(i); found {
		q = quantity{thousandths: n * 1000}
	} else {
		return quantity{}, i, false
	}
	next = i + 1
	half := next
	for _, m := range []meaning{isAnd, isA} {
		if p.is(half, m) {
			half++
		}
	}
	if p.is(half, isHalf) && p.unit(half+1) != 0 && !strings.Contains(word, ".") {
		q.thousandths += 500
		q.plain = false
		next = half + 1
	}
	return q, next, true
}
