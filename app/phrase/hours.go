package phrase

import "afterglow/guidance"

// HourRange is a stretch of the day: "22:30 to 07:30", "10:30 PM to 7:30 AM".
func (v Voice) HourRange(r guidance.HourRange) string {
	return v.T("moment.hour_range", Args{"From": r.From, "To": r.To})
}
