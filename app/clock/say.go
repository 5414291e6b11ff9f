package clock

import (
	"fmt"
	"time"

	"afterglow/app/course"
)

// Say tells an instant as a person would, seen from now in zone: "18:00" today,
// "tomorrow 18:00", "yesterday 18:00", "Thursday 18:00" within six days to come,
// else "Wed 25 Nov, 15:30", with the year where it is another one.
func Say(t, now time.Time, zone *time.Location) string {
	local := t.In(zone)
	hour := local.Format("15:04")
	switch days := course.DateOf(now, zone).Days(course.DateOf(t, zone)); {
	case days == 0:
		return hour
	case days == 1:
		return "tomorrow " + hour
	case days == -1:
		return "yesterday " + hour
	case days > 1 && days <= 6:
		return local.Weekday().String() + " " + hour
	}
	if local.Year() != now.In(zone).Year() {
		return local.Format("Mon 2 Jan 2006, 15:04")
	}
	return local.Format("Mon 2 Jan, 15:04")
}

// In tells how long it still is: "in a minute", "in 40 min", "in 5 h",
// "in 21 h 40", and from two days "in 3 days". What is not to come is "now".
// Minutes are rounded up, so that nothing is promised too early.
func In(d time.Duration) string {
	if d <= 0 {
		return "now"
	}
	minutes := int(d / time.Minute)
	if d%time.Minute > 0 {
		minutes++
	}
	switch h, m := minutes/60, minutes%60; {
	case minutes == 1:
		return "in a minute"
	case h == 0:
		return fmt.Sprintf("in %d min", m)
	case h >= 48:
		return fmt.Sprintf("in %d days", (h+12)/24)
	case m == 0:
		return fmt.Sprintf("in %d h", h)
	default:
		return fmt.Sprintf("in %d h %02d", h, m)
	}
}
