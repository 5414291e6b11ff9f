package phrase

import (
	"time"

	"afterglow/app/course"
)

// What a calendar writes into a field, and what stands around its days.

// Written is a moment as it stands in a field: "Friday 27 November, 15:30". Every reader of moments reads the same
// minute from it.
func (v Voice) Written(t time.Time) string {
	return v.T("typed.written", Args{"Day": v.WeekdayDate(t), "Clock": v.TimeOfDay(t)})
}

// WrittenDay is a day whose time is not said, as it stands in a field: "Friday 27 November".
func (v Voice) WrittenDay(d course.Date) string { return v.WeekdayDate(v.noonOf(d)) }

// Today is the day on which the reader is.
func (v Voice) Today() course.Date { return course.DateOf(v.now, v.zone) }

// MonthOfYear heads the days of a month: "November 2026".
func (v Voice) MonthOfYear(year int, month time.Month) string {
	return v.T("moment.month_of_year", Args{"Month": v.monthName(month, false), "Year": year})
}

// WeekdayOf is the short name of a day of the week: "Fri".
func (v Voice) WeekdayOf(d time.Weekday) string { return v.weekdayName(d, true) }

// FirstWeekday begins a week of the calendar, as the reader's territory has it.
func (v Voice) FirstWeekday() time.Weekday { return v.format.Week.First() }
