// Package locale is how the person writes times and dates: by their choice, else as the system is set.
package locale

import "time"

// Hours is the clock that is read.
type Hours int

const (
	Hours24 Hours = iota // 15:30
	Hours12              // 3:30 PM
)

// Order is the order in which a date is written.
type Order int

const (
	DayMonth  Order = iota // 27 November, 27/11/2026
	MonthDay               // November 27, 11/27/2026
	YearMonth              // 2026-11-27; the month's name comes before the day
)

// Week is the day on which a week begins, in days after Monday.
type Week int

const (
	FromMonday   Week = 0
	FromFriday   Week = 4
	FromSaturday Week = 5
	FromSunday   Week = 6
)

// First is that day.
func (w Week) First() time.Weekday { return (time.Monday + time.Weekday(w)) % 7 }

// Format is how times and dates are written, and in which language.
type Format struct {
	Language string // a BCP 47 tag; "": English
	Hours    Hours
	Order    Order
	Week     Week
}
