package typed

import (
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/guidance"
)

// Time reads a moment that may be to come. A bare time of day is today's; a weekday is the next one, today
// included; a date without its year is the nearest.
//
// A local time that a clock change skips moves to the next valid minute; one that it repeats is the first.
func (r Reader) Time(s string) (Time, error) { return r.time(s, false) }

// Past reads a moment that has been: a bare time of day, a weekday and a date without its year are the most recent
// ones that are not to come. What names its day ("tomorrow") is read as it stands.
func (r Reader) Past(s string) (Time, error) { return r.time(s, true) }

// Appointment reads when a treatment was, or will be if it is entered ahead: as [Reader.Past], but for a date without
// its year, which is the nearest. In November "7 Dec 15:00" is next month's appointment, hardly last year's.
func (r Reader) Appointment(s string) (Time, error) {
	r.nearest = true
	return r.time(s, true)
}

func (r Reader) time(s string, past bool) (Time, error) {
	r.Now = r.Now.Round(0)
	if r.Zone == nil {
		r.Zone = time.UTC
	}
	if len(s) > longest {
		return Time{}, r.unknown(s, past)
	}
	t, err := r.read(fold(s), past)
	if err != nil {
		return Time{Halves: t.Halves}, err
	}
	if t.At.IsZero() {
		return Time{}, r.unknown(s, past)
	}
	if y := t.At.In(r.Zone).Year(); y < firstYear || y > lastYear {
		return Time{}, outside(s)
	}
	t.text = quoted(s)
	return t, nil
}

// read gives the zero Time for what is none.
func (r Reader) read(text string, past bool) (Time, error) {
	if t, ok := rfc3339(text); ok {
		return exact(t), nil
	}
	if m := isoT().FindStringSubmatch(text); m != nil {
		text = m[1] + " " + m[2]
	}
	words := split(text)
	if len(words) == 1 && r.Words.means(words[0], isNow) {
		return exact(r.Now), nil
	}
	if d, ok := r.fromNow(text); ok {
		return exact(r.Now.Add(d)), nil
	}
	readings, wrong := r.understood(words)
	if len(readings) == 0 {
		return Time{}, wrong
	}
	t, err := r.resolve(readings[0], text, past)
	if err == nil {
		r.doubt(&t, readings, past)
	}
	return t, err
}

func exact(t time.Time) Time { return Time{At: t, Latest: t} }

// isoT is a date and a time of day with the letter that computers put between.
var isoT = pattern(`^(\d{4}-\d{2}-\d{2})t(\d{1,2}[:.]\d{2}.*)$`)

// rfc3339 reads a moment with its offset from UTC.
func rfc3339(text string) (time.Time, bool) {
	text = strings.ToUpper(text)
	for _, form := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04Z07:00"} {
		if t, err := time.Parse(form, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// fromNow reads "-26h", "+90m", "in 3 hours" and "half an hour ago". Whole days and weeks in words are days of the
// calendar, not read here; behind a sign a day is 24 hours.
func (r Reader) fromNow(text string) (time.Duration, bool) {
	if text == "" {
		return 0, false
	}
	if sign := text[0]; sign == '+' || sign == '-' {
		d, ok := r.length(text[1:])
		if sign == '-' {
			d = -d
		}
		return d, ok
	}
	return r.wordsFromNow(split(decimal(text)))
}

// wordsFromNow is fromNow for a length in words, "in 3 hours".
func (r Reader) wordsFromNow(words []string) (time.Duration, bool) {
	for _, w := range words {
		if r.Words.means(w, isDays|isWeeks|isMonths) {
			return 0, false
		}
	}
	last := len(words) - 1
	switch {
	case last < 1:
		return 0, false
	case last > 1 && r.Words.means(words[last], isNow) && r.Words.means(words[last-1], isFiller): // "an hour from now"
		return r.lengthOf(words[:last-1])
	case r.Words.means(words[0], isIn):
		return r.lengthOf(words[1:])
	case r.Words.means(words[last], isAgo):
		d, ok := r.lengthOf(words[:last])
		return -d, ok
	}
	return 0, false
}

// resolve finds the moment that a reading names.
func (r Reader) resolve(so reading, text string, past bool) (Time, error) {
	clock := so.clock
	switch {
	case so.part != nil && clock.given:
		clock.minutes, _ = so.part.clock(clock)
	case clock.half && (clock.spoken || r.uses12() && !so.day.iso):
		return r.bothHalves(so, text, past), halfOfDay(guidance.Clock(clock.minutes))
	case clock.midnight && so.day.kind != noDay:
		return Time{}, fault.Use("typed.midnight_of_day", fault.Args{
			"Text": quoted(text), "Midnight": guidance.Clock(0), "Last": guidance.Clock(24*60 - 1),
		})
	}
	at := func(day course.Date, minutes int) time.Time {
		if minutes == 24*60 {
			return course.On(day.Add(1), 0, r.Zone)
		}
		return course.On(day, guidance.Clock(minutes), r.Zone).Add(time.Duration(clock.seconds) * time.Second)
	}
	minutes := clock.minutes
	if so.part != nil && !clock.given {
		minutes = int(so.part.Usual)
	}
	day := r.day(so, past, func(d course.Date) bool { return at(d, minutes).After(r.Now) })
	if so.weekday != nil && so.day.kind == nextWeek {
		day = day.Add((int(*so.weekday) + 6) % 7)
		so.day.kind = aWeekday
	}
	if so.weekday != nil && day.Weekday() != *so.weekday {
		return Time{}, fault.Use("typed.weekday_differs", fault.Args{"Date": day, "Weekday": day.Weekday()})
	}
	t := exact(at(day, minutes))
	begin := t.At
	switch {
	case clock.given:
		return t, nil
	case so.part != nil:
		t.Precision, t.Latest = InPart, at(day, int(so.part.To))
		begin = at(day, int(so.part.From))
	case so.day.kind == counted:
		t = exact(at(day, r.clockNow()))
		t.Precision = Counted
	default:
		t.Precision, t.Latest = WholeDay, at(so.day.last(day), 24*60).Add(-time.Nanosecond)
	}
	if past && !begin.After(r.Now) { // it has begun: what is still to come of it is not meant
		t.At, t.Latest = course.Earlier(t.At, r.Now), course.Earlier(t.Latest, r.Now)
	}
	return t, nil
}

// bothHalves are both moments of a reading whose half of the day was not said.
func (r Reader) bothHalves(so reading, text string, past bool) (t Time) {
	const half = 12 * 60
	so.clock.half = false
	for i := range t.Halves {
		so.clock.minutes = so.clock.minutes%half + i*half
		if at, err := r.resolve(so, text, past); err == nil {
			t.Halves[i] = at.At
		}
	}
	return t
}

func (r Reader) clockNow() int {
	local := r.Now.In(r.Zone)
	return local.Hour()*60 + local.Minute()
}

// day finds the day that is meant; later says whether the moment on a day is to come.
func (r Reader) day(so reading, past bool, later func(course.Date) bool) course.Date {
	today := course.DateOf(r.Now, r.Zone)
	ahead := (int(so.day.weekday-today.Weekday()) + 7) % 7
	switch so.day.kind {
	case sameDay:
		return today.Add(so.day.days)
	case counted:
		return monthsLater(today, so.day.months).Add(so.day.days)
	case weekend, nextWeekend, nextWeek, nextMonth:
		return so.day.first(today, r.Format.Week)
	case aWeekday:
		if day := today.Add(ahead); !past || !later(day) {
			return day
		}
		return today.Add(ahead - 7)
	case nextOne:
		return today.Add((ahead+6)%7 + 1)
	case lastOne:
		return today.Add(ahead - 7)
	case aDate:
		if so.day.y != 0 {
			return course.Date{Year: so.day.y, Month: time.Month(so.day.m), Day: so.day.d}
		}
		return nearest(so.day, today, func(d course.Date) bool {
			if r.question && !past {
				return today.Days(d) < 0
			}
			return past && !r.nearest && later(d)
		})
	}
	switch {
	case so.clock.midnight && !past:
		return today.Add(1)
	case past && later(today):
		return today.Add(-1)
	}
	return today
}

// nearest is the year's day that lies nearest to today, of those that are not left out. The 29th of February is
// searched in the years around, too.
func nearest(d daySpec, today course.Date, leftOut func(course.Date) bool) course.Date {
	var best course.Date
	found := false
	const around = 8 // years: between two leap years there may be seven without
	for y := today.Year - around; y <= today.Year+around; y++ {
		day := course.Date{Year: y, Month: time.Month(d.m), Day: d.d}
		if day.Add(0) != day || leftOut(day) {
			continue // no such day this year
		}
		if !found || abs(today.Days(day)) < abs(today.Days(best)) {
			best, found = day, true
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// doubt notes the day that a text could name as well, beside its first reading.
func (r Reader) doubt(t *Time, readings []reading, past bool) {
	day := course.DateOf(t.At, r.Zone)
	taken := readings[0].day.kind
	away := abs(course.DateOf(r.Now, r.Zone).Days(day))
	switch {
	case taken == nextOne && away < 7:
		t.Doubt, t.Other = WeekDoubt, day.Add(7)
	case taken == lastOne && away < 7:
		t.Doubt, t.Other = WeekDoubt, day.Add(-7)
	}
	for _, so := range readings[1:] {
		o, err := r.resolve(so, "", past)
		if err != nil || so.day.kind != aDate {
			continue
		}
		switch other := course.DateOf(o.At, r.Zone); {
		case taken != aDate:
			t.Doubt, t.Other = ClockDoubt, other
			return
		case other != day:
			t.Doubt, t.Other = OrderDoubt, other
			return
		}
	}
}
