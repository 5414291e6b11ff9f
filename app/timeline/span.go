package timeline

import (
	"time"

	"afterglow/app/course"
)

const (
	daysShown = 42 // of a course at most: six weeks
	week      = 7 * 24 * time.Hour
)

// span is what part of time the picture shows. By the day it stands around now, on whichever day that is: a sixth of
// it lies back, as far as there is something to show. All weeks are whole days.
func (z Zoom) span(c *course.Course, now time.Time, zone *time.Location) (from, until time.Time) {
	long, back := week, 27*time.Hour
	switch z {
	case ThreeDays:
		long, back = 3*24*time.Hour, 12*time.Hour
	case AllWeeks:
		return allWeeks(c, now, zone)
	}
	begin, at := begins(c, now).Add(-15*time.Minute), now.Add(-back)
	switch {
	case begin.Before(at):
		begin = at
	case begin.After(now) && begin.Sub(now) < long/2: // what is to come is near enough to be seen from now
		begin = now.Add(-15 * time.Minute)
	}
	from = hourOf(begin, zone)
	return from, from.Add(long)
}

// hourOf is the full hour at or before t by the clocks of zone, so that the picture does not move with each minute.
func hourOf(t time.Time, zone *time.Location) time.Time {
	t = t.In(zone)
	return t.Add(-time.Duration(t.Minute())*time.Minute - time.Duration(t.Second())*time.Second - time.Duration(t.Nanosecond()))
}

// begins is when there is first something to show: the treatment, or the first care before one that is still to come.
func begins(c *course.Course, now time.Time) time.Time {
	begin := c.Treatment.At
	if !now.Before(begin) {
		return begin
	}
	for i := range c.Windows {
		begin = course.Earlier(begin, c.Windows[i].From)
	}
	for i := range c.Routines {
		begin = course.Earlier(begin, c.Routines[i].From)
	}
	return begin
}

// allWeeks is whole days: from where there is something to show to the course's end, or to now where that is
// over; six weeks at most, and then those around now.
func allWeeks(c *course.Course, now time.Time, zone *time.Location) (from, until time.Time) {
	first, last, today := course.DateOf(begins(c, now), zone), course.DateOf(c.Ends, zone), course.DateOf(now, zone)
	if last.Before(today) {
		last = today
	}
	days := max(first.Days(last)+1, 7)
	if days > daysShown {
		days = daysShown
		const before = 7 // days of what has passed
		start := min(max(0, first.Days(today)-before), first.Days(last)+1-daysShown)
		first = first.Add(start)
	}
	return course.On(first, 0, zone), course.On(first.Add(days), 0, zone)
}
