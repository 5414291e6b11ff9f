package phrase

import (
	"strconv"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/guidance"
)

// One set of rules for moments, wherever they are read: today the time of day alone, then tomorrow or
// yesterday, then the weekday up to six days away, else the date, with the year where it is another one or half a
// year away.
// Only the length differs: Moment is full ("Saturday 18:00"), Short is short ("Sat 18:00").

// furthestWeekday is how many days away a weekday alone still tells which day is meant.
const furthestWeekday = 6

// Moment is an instant as it stands within a sentence: "18:00", "tomorrow 18:00", "Saturday 18:00",
// "27 November, 18:00".
func (v Voice) Moment(t time.Time) string { return v.moment(t, false) }

// Short is Moment where there is little room: "Sat 18:00", "27 Nov, 18:00".
func (v Voice) Short(t time.Time) string { return v.moment(t, true) }

func (v Voice) moment(t time.Time, short bool) string {
	t = t.In(v.zone)
	clock := v.TimeOfDay(t)
	switch days := v.days(t); {
	case days == 0:
		return clock
	case days == 1:
		return v.T("moment.tomorrow_at", Args{"Clock": clock})
	case days == -1:
		return v.T("moment.yesterday_at", Args{"Clock": clock})
	case days >= -furthestWeekday && days <= furthestWeekday:
		return v.T("moment.day_at", Args{"Day": v.weekday(t, short), "Clock": clock})
	}
	return v.T("moment.date_at", Args{"Day": v.date(t, short), "Clock": clock})
}

// Date is the calendar's date whatever now is: "27 November", with the year where it is another one.
func (v Voice) Date(t time.Time) string { return v.date(t.In(v.zone), false) }

// ShortDate is "27 Nov".
func (v Voice) ShortDate(t time.Time) string { return v.date(t.In(v.zone), true) }

// WeekdayDate is "Friday 27 November", "Friday, November 27".
func (v Voice) WeekdayDate(t time.Time) string { return v.weekdayDate(t, false) }

// ShortWeekdayDate is "Fri 27 Nov".
func (v Voice) ShortWeekdayDate(t time.Time) string { return v.weekdayDate(t, true) }

func (v Voice) weekdayDate(t time.Time, short bool) string {
	t = t.In(v.zone)
	id := "moment.date_with_weekday"
	if v.format.Order != locale.DayMonth {
		id = "moment.date_with_weekday_md"
	}
	return v.T(id, Args{"Weekday": v.weekday(t, short), "Date": v.date(t, short)})
}

// DayAndTime is "Friday 27 November, 18:00" whatever now is, for a moment that is held against another one.
func (v Voice) DayAndTime(t time.Time) string {
	return v.T("moment.date_at", Args{"Day": v.WeekdayDate(t), "Clock": v.TimeOfDay(t.In(v.zone))})
}

// Weekday is "Friday".
func (v Voice) Weekday(t time.Time) string { return v.weekday(t.In(v.zone), false) }

// ShortWeekday is "Fri".
func (v Voice) ShortWeekday(t time.Time) string { return v.weekday(t.In(v.zone), true) }

func (v Voice) weekday(t time.Time, short bool) string { return v.weekdayName(t.Weekday(), short) }

func (v Voice) weekdayName(d time.Weekday, short bool) string {
	n := strconv.Itoa(int(d))
	if short {
		return v.T("moment.weekday_short_" + n)
	}
	return v.T("moment.weekday_" + n)
}

func (v Voice) date(t time.Time, short bool) string {
	id := "moment.date_dm"
	if v.format.Order != locale.DayMonth {
		id = "moment.date_md"
	}
	if !v.now.IsZero() && v.needsYear(t) {
		id += "y"
	}
	return v.T(id, Args{"Day": t.Day(), "Month": v.month(t, short), "Year": t.Year()})
}

func (v Voice) month(t time.Time, short bool) string { return v.monthName(t.Month(), short) }

func (v Voice) monthName(m time.Month, short bool) string {
	n := strconv.Itoa(int(m))
	if short {
		return v.T("moment.month_short_" + n)
	}
	return v.T("moment.month_" + n)
}

// needsYear says whether a day of the calendar has to name its year: in another one, and over half a year away,
// where the same day of another year lies nearer.
func (v Voice) needsYear(t time.Time) bool {
	const half = 180 // days
	days := v.days(t)
	return t.Year() != v.now.In(v.zone).Year() || days > half || days < -half
}

// noonOf is the middle of a day where the reader is.
func (v Voice) noonOf(d course.Date) time.Time { return course.On(d, 12*60, v.zone) }

// TimeOfDay is an instant's time of day: "15:30", "3:30 PM".
func (v Voice) TimeOfDay(t time.Time) string {
	t = t.In(v.zone)
	return v.clock(t.Hour(), t.Minute())
}

// Clock is a time of day: "15:30", "3:30 PM".
func (v Voice) Clock(c guidance.Clock) string { return v.clock(int(c)/60%24, int(c)%60) }

func (v Voice) clock(hour, minute int) string {
	m := twoDigits(minute)
	if v.format.Hours == locale.Hours24 {
		return v.T("moment.clock24", Args{"Hour": twoDigits(hour), "Minute": m})
	}
	id := "moment.clock_am"
	if hour >= 12 {
		id = "moment.clock_pm"
	}
	return v.T(id, Args{"Hour": strconv.Itoa((hour+11)%12 + 1), "Minute": m})
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// days counts the midnights between now and t, where the reader is; below zero where t has passed.
func (v Voice) days(t time.Time) int {
	return course.DateOf(v.now, v.zone).Days(course.DateOf(t, v.zone))
}
