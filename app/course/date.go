package course

import (
	"fmt"
	"strconv"
	"time"

	"afterglow/guidance"
)

// Date is a day of the calendar, wherever the person is.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf gives the local day of t in zone.
func DateOf(t time.Time, zone *time.Location) Date {
	y, m, d := t.In(orUTC(zone)).Date()
	return Date{y, m, d}
}

// ParseDate reads "2026-11-22".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a day; write it as 2026-11-22", s)
	}
	return DateOf(t, time.UTC), nil
}

// Add gives the day so many days later (earlier, if negative).
func (d Date) Add(days int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+days, 0, 0, 0, 0, time.UTC), time.UTC)
}

// Days counts the days of the calendar from d to to; negative if to is earlier.
func (d Date) Days(to Date) int { return int((to.naive() - d.naive()) / secondsPerDay) }

// Before says whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.naive() < other.naive() }

// Weekday is the day's name.
func (d Date) Weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// String writes the day as "2026-11-22".
func (d Date) String() string { return string(d.appendTo(make([]byte, 0, 10))) }

func (d Date) appendTo(b []byte) []byte {
	if d.Year < 0 || d.Year > 9999 {
		return fmt.Appendf(b, "%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
	}
	for at := 1000; at > 1 && d.Year < at; at /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(d.Year), 10)
	b = append(b, '-', byte('0'+d.Month/10), byte('0'+d.Month%10))
	return append(b, '-', byte('0'+d.Day/10), byte('0'+d.Day%10))
}

// naive is midnight of the day as if it were in UTC, in seconds since 1970.
func (d Date) naive() int64 {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix()
}

const (
	secondsPerDay = 24 * 60 * 60
	// farthest is beyond every offset from UTC that ever was in force (Manila was 15:56 behind until 1844).
	farthest = 16 * 60 * 60
)

// On gives the instant at which the clocks of zone show c on day d. A time that a
// clock change skips moves to the next valid minute; one that it repeats is the first.
//
// time.Date promises nothing for such times, so the offsets in force around
// the day are looked at one by one.
func On(d Date, c guidance.Clock, zone *time.Location) time.Time {
	zone = orUTC(zone)
	local := d.naive() + int64(c)*60
	var gap time.Time
	first := time.Unix(local-farthest, 0).In(zone)
	for at := first; ; {
		_, offset := at.Zone()
		start, end := at.ZoneBounds()
		if !at.Equal(first) {
			start = at // where a table's rule takes over, Go names the start that the rule would have had
		}
		if !end.IsZero() && !end.After(at) {
			// On the last day of a leap year Go names an end that has passed, if a zone's table ends with a
			// rule. Nothing changes in that hour: no rule has a change so late in a year.
			end = at.Add(time.Hour)
		}
		instant := local - int64(offset)
		switch {
		case !start.IsZero() && instant < start.Unix():
			// The clocks jumped over it. A later offset may still show it: look on, while one could.
			if gap.IsZero() {
				gap = wholeMinute(start.Unix(), int64(offset), zone)
			}
		case end.IsZero() || instant < end.Unix():
			return time.Unix(instant, 0).In(zone)
		}
		if end.IsZero() || end.Unix() > local+farthest {
			return gap
		}
		at = end
	}
}

// wholeMinute is the first instant from start at which the clocks show a whole minute:
// offsets before standard time had seconds.
func wholeMinute(start, offset int64, zone *time.Location) time.Time {
	over := (start + offset) % 60
	if over < 0 {
		over += 60
	}
	if over > 0 {
		start += 60 - over
	}
	return time.Unix(start, 0).In(zone)
}

// day answers [Date.On] quickly for many times of one day: nearly every day has one offset only.
type day struct {
	date     Date
	zone     *time.Location
	midnight int64 // naive, in seconds
	offset   int64
	plain    bool // one offset holds all day
}

func dayOf(d Date, zone *time.Location) day {
	zone = orUTC(zone)
	r := day{date: d, zone: zone, midnight: d.naive()}
	at := time.Unix(r.midnight-farthest, 0).In(zone)
	_, offset := at.Zone()
	_, end := at.ZoneBounds()
	r.offset = int64(offset)
	r.plain = end.IsZero() || r.midnight+secondsPerDay-r.offset < end.Unix()
	return r
}

func (r day) at(c guidance.Clock) time.Time {
	if r.plain {
		return time.Unix(r.midnight+int64(c)*60-r.offset, 0).In(r.zone)
	}
	return On(r.date, c, r.zone)
}

// end is the first instant of the next day.
func (r day) end() time.Time {
	if r.plain {
		return r.at(24 * 60)
	}
	return On(r.date.Add(1), 0, r.zone)
}

// skipped says that the day never was: Samoa had no 30 December 2011.
func (r day) skipped() bool { return !r.plain && !r.at(0).Before(r.end()) }

func orUTC(zone *time.Location) *time.Location {
	if zone == nil {
		return time.UTC
	}
	return zone
}

// clockOf is what the clocks of zone show at t, seconds left out.
func clockOf(t time.Time, zone *time.Location) guidance.Clock {
	h, m, _ := t.In(orUTC(zone)).Clock()
	return guidance.Clock(h*60 + m)
}
