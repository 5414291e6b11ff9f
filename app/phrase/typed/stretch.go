package typed

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
)

// first is the first day of a weekend, a week or a month, seen from today. A weekend has Saturday and Sunday; on its
// own days it is the one that runs, and the next one is that of the week after.
func (d daySpec) first(today course.Date, week locale.Week) course.Date {
	weekday := int(today.Weekday())
	switch d.kind {
	case nextWeek:
		return today.Add(7 - (weekday-int(week.First())+7)%7)
	case nextMonth:
		return course.Date{Year: today.Year, Month: today.Month, Day: 1}.Add(daysIn(today))
	}
	saturday := today.Add(6 - weekday)
	if weekday == 0 {
		saturday = today.Add(-1)
	}
	if d.kind == nextWeekend && (weekday == 0 || weekday == 6) {
		return saturday.Add(7)
	}
	return saturday.Add(d.days)
}

// last is the last day of what begins on a day: of a day alone, that day.
func (d daySpec) last(day course.Date) course.Date {
	switch d.kind {
	case weekend, nextWeekend:
		return day.Add(1)
	case nextWeek:
		return day.Add(6)
	case nextMonth:
		return day.Add(daysIn(day) - 1)
	}
	return day
}

// daysIn is how many days the month of a day has.
func daysIn(d course.Date) int {
	return time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// monthsLater is the same day so many months later, or the month's last if it has no such day; below zero counts back.
func monthsLater(d course.Date, months int) course.Date {
	if months == 0 {
		return d
	}
	t := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	first := course.Date{Year: t.Year(), Month: t.Month(), Day: 1}
	return first.Add(min(d.Day, daysIn(first)) - 1)
}
