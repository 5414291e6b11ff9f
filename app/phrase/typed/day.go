package typed

import (
	"strconv"
	"strings"
	"time"

	"afterglow/app/fault"
	"afterglow/app/locale"
)

// dayAt finds the days that may begin at a word.
func (p *parser) dayAt(i int, found func(next int, d daySpec)) {
	switch {
	case p.is(i, isToday):
		found(i+1, daySpec{kind: sameDay})
	case p.is(i, isTomorrow):
		found(i+1, daySpec{kind: sameDay, days: 1})
	case p.is(i, isYesterday):
		found(i+1, daySpec{kind: sameDay, days: -1})
	}
	p.besideAt(i, found)
	p.weekdayAt(i, found)
	p.countAt(i, found)
	p.figuresAt(i, found)
	p.namedAt(i, found)
	if p.question {
		p.stretchAt(i, found)
	}
}

// besideAt finds "the day after tomorrow" and "the day before yesterday".
func (p *parser) besideAt(i int, found func(int, daySpec)) {
	switch {
	case !p.is(i, isDays):
	case p.is(i+1, isPast) && p.is(i+2, isTomorrow):
		found(i+3, daySpec{kind: sameDay, days: 2})
	case p.is(i+1, isBefore) && p.is(i+2, isYesterday):
		found(i+3, daySpec{kind: sameDay, days: -2})
	}
}

// stretchAt finds several days that a question may name: "this weekend", "next week", "next month".
func (p *parser) stretchAt(i int, found func(int, daySpec)) {
	if p.is(i, isNext) {
		switch next := i + 1; {
		case p.is(next, isWeek):
			found(next+1, daySpec{kind: nextWeek})
		case p.is(next, isMonth):
			found(next+1, daySpec{kind: nextMonth})
		}
	}
	is := daySpec{kind: weekend}
	switch {
	case p.is(i, isThis):
		i++
	case p.is(i, isNext):
		i, is.kind = i+1, nextWeekend
	case p.is(i, isLast):
		i, is.days = i+1, -7
	}
	if p.is(i, isWeekend) {
		found(i+1, is)
	}
}

// weekdayAt finds "friday", "this friday", "next friday" and "last friday".
func (p *parser) weekdayAt(i int, found func(int, daySpec)) {
	kind := aWeekday
	switch {
	case p.is(i, isThis):
		i++
	case p.is(i, isNext):
		i, kind = i+1, nextOne
	case p.is(i, isLast):
		i, kind = i+1, lastOne
	}
	if d, ok := p.Words.weekday(p.word(i)); ok {
		found(i+1, daySpec{kind: kind, weekday: d})
	}
}

// countAt finds "3 days ago", "in 2 weeks", "in a couple of months" and "2 weeks from now".
func (p *parser) countAt(i int, found func(int, daySpec)) {
	sign, at := -1, i
	if p.is(i, isIn) {
		sign, at = 1, i+1
	}
	if p.is(at, isA) && p.Words.numbers[p.word(at+1)] > 0 {
		at++ // "a couple"
	}
	n, ok := p.count(at)
	if !ok || n > 10_000 {
		return
	}
	for at++; p.is(at, isFiller); at++ {
	}
	d := daySpec{kind: counted}
	switch {
	case p.is(at, isDays):
		d.days = n
	case p.is(at, isWeeks):
		d.days = 7 * n
	case p.is(at, isMonths):
		d.months = n
	default:
		return
	}
	at++
	switch {
	case sign > 0:
	case p.is(at, isAgo):
		at++
	case p.is(at, isFiller) && p.is(at+1, isNow|isToday):
		sign, at = 1, at+2
	default:
		return
	}
	d.days, d.months = sign*d.days, sign*d.months
	found(at, d)
}

// count is a whole number, in digits or as a word.
func (p *parser) count(i int) (int, bool) {
	if n, ok := p.Words.numbers[p.word(i)]; ok {
		return n, true
	}
	if p.is(i, isA) {
		return 1, true
	}
	return number(p.word(i))
}

var (
	yearFirst = pattern(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})$`)
	yearLast  = pattern(`^(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4}|\d{2})$`)
	noYear    = pattern(`^(\d{1,2})([/.])(\d{1,2})\.?$`)
)

// figuresAt finds dates in figures alone. With the year first there is one reading, with dots too; slashes go by
// the person's order, and by the other one if theirs makes no date.
func (p *parser) figuresAt(i int, found func(int, daySpec)) {
	word := p.word(i)
	if m := yearFirst().FindStringSubmatch(word); m != nil && m[2] == m[4] {
		p.date(i+1, m[1], m[3], m[5], func(next int, d daySpec) {
			d.iso = m[2] == "-"
			found(next, d)
		})
		return
	}
	if m := yearLast().FindStringSubmatch(word); m != nil && m[2] == m[4] {
		if len(m[5]) == 2 {
			if m[2] == "-" || p.Format.Order == locale.YearMonth {
				return // it may be the year that comes first
			}
			m[5] = "20" + m[5]
		}
		p.inOrder(i+1, m[2], m[5], m[1], m[3], found)
		return
	}
	if m := noYear().FindStringSubmatch(word); m != nil {
		p.inOrder(i+1, m[2], "", m[1], m[3], found)
		return
	}
	// "27. 11. 2026"
	d, okD := dotted(word)
	m, okM := dotted(p.word(i + 1))
	if !okD || !okM {
		return
	}
	p.date(i+2, "", m, d, found)
	if year := p.word(i + 2); len(year) == 4 {
		p.date(i+3, year, m, d, found)
	}
}

// inOrder gives the readings of two figures whose order is the person's.
func (p *parser) inOrder(next int, sign, year, first, second string, found func(int, daySpec)) {
	if sign == "." || p.Format.Order == locale.DayMonth {
		p.date(next, year, second, first, found)
		if sign != "." {
			p.date(next, year, first, second, found)
		}
		return
	}
	p.date(next, year, first, second, found)
	p.date(next, year, second, first, found)
}

// namedAt finds "27 Nov", "27th of November 2026", "Nov 27, 2026" and "2026 Nov 27".
func (p *parser) namedAt(i int, found func(int, daySpec)) {
	if m, ok := p.Words.month(p.word(i)); ok {
		if day, next, ok := p.dayOfMonth(i + 1); ok {
			p.yearAfter(next, m, day, found)
		}
		return
	}
	if year := p.word(i); len(year) == 4 && isFigures(year) {
		if m, ok := p.Words.month(p.word(i + 1)); ok {
			if day, next, ok := p.dayOfMonth(i + 2); ok {
				p.date(next, year, strconv.Itoa(int(m)), day, found)
			}
		}
		return
	}
	if day, next, ok := p.dayOfMonth(i); ok {
		for p.is(next, isFiller) {
			next++
		}
		if m, ok := p.Words.month(p.word(next)); ok {
			p.yearAfter(next+1, m, day, found)
		}
	}
}

// yearAfter finds a date with the year that may follow, and without it.
func (p *parser) yearAfter(next int, m time.Month, day string, found func(int, daySpec)) {
	month := strconv.Itoa(int(m))
	if year := p.word(next); len(year) == 4 && isFigures(year) {
		p.date(next+1, year, month, day, found)
		return
	}
	p.date(next, "", month, day, found)
}

// dayOfMonth is "27", "27." or "27 th".
func (p *parser) dayOfMonth(i int) (day string, next int, ok bool) {
	day, ok = dotted(p.word(i))
	if !ok {
		if day = p.word(i); len(day) > 2 || !isFigures(day) {
			return "", i, false
		}
		if p.is(i+1, isOrdinal) {
			i++
		}
	}
	return day, i + 1, true
}

// date gives a day that the calendar has; the year may be missing.
func (p *parser) date(next int, year, month, day string, found func(int, daySpec)) {
	y, okY := number(year)
	m, okM := number(month)
	d, okD := number(day)
	if year == "" {
		y, okY = 0, true
	}
	if !okY || !okM || !okD || m < 1 || m > 12 || d < 1 {
		return
	}
	leap := y
	if y == 0 {
		leap = 2000
	}
	if last := time.Date(leap, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day(); d > last {
		p.noDay(y, time.Month(m), last)
		return
	}
	found(next, daySpec{kind: aDate, y: y, m: m, d: d})
}

// noDay notes that a month ends before the day that was written.
func (p *parser) noDay(year int, month time.Month, last int) {
	if year > 0 && month == time.February {
		p.none(fault.Use("typed.no_day_of_year", fault.Args{"Month": month, "Year": year, "Last": last}))
		return
	}
	p.none(fault.Use("typed.no_day", fault.Args{"Month": month, "Last": last}))
}

// none notes the first that there is none of.
func (p *parser) none(err error) {
	if p.wrong == nil {
		p.wrong = err
	}
}

// dotted is the number of a day or month with a dot after it.
func dotted(word string) (string, bool) {
	n, ok := strings.CutSuffix(word, ".")
	return n, ok && len(n) <= 2 && isFigures(n)
}

func isFigures(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// number is a whole number of at most seven digits.
func number(s string) (int, bool) {
	if !isFigures(s) || len(s) > 7 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
