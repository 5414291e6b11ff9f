package phrase

import "time"

const (
	day  = 24 * time.Hour
	week = 7 * day
)

// Length is a length of time in full: "90 minutes", "24 hours", "5 days", "2 weeks", "1 hour 30 minutes". It
// keeps hours up to two days, as clinic sheets do. A negative one counts back: "2 weeks before". Parts
// below a minute are rounded.
func (v Voice) Length(d time.Duration) string {
	if d < 0 {
		return v.T("moment.length_before", Args{"Length": v.Length(-d)})
	}
	d = d.Round(time.Minute)
	switch {
	case d >= 2*week && d%week == 0:
		return v.units("weeks", d, week)
	case d > 2*day:
		d = d.Round(time.Hour)
		return v.twoUnits("days", d, day, "hours", time.Hour)
	case d >= 2*time.Hour || d == time.Hour:
		return v.twoUnits("hours", d, time.Hour, "minutes", time.Minute)
	}
	return v.units("minutes", d, time.Minute)
}

func (v Voice) units(id string, d, unit time.Duration) string {
	return v.T("moment."+id, Args{"Count": int(d / unit)})
}

func (v Voice) twoUnits(id string, d, unit time.Duration, small string, smallUnit time.Duration) string {
	large := v.units(id, d, unit)
	if d%unit == 0 {
		return large
	}
	return v.T("moment.two_lengths", Args{"Large": large, "Small": v.units(small, d%unit, smallUnit)})
}

// MomentIn is a moment to come and how long that is: "tomorrow 18:00, in 21 h 40". Of one that has passed it is the
// moment alone.
func (v Voice) MomentIn(t time.Time) string {
	if !t.After(v.now) {
		return v.Moment(t)
	}
	return v.T("moment.with_length", Args{"Moment": v.Moment(t), "In": v.Within(t.Sub(v.now))})
}

// Within tells how long it still is: "in a minute", "in 40 min", "in 5 h", "in 21 h 40", and from two days
// "in 3 days". What is not to come is "now". Minutes are rounded up: nothing is promised too early.
func (v Voice) Within(d time.Duration) string {
	if d <= 0 {
		return v.T("moment.in_now")
	}
	minutes := int((d + time.Minute - 1) / time.Minute)
	switch h, m := minutes/60, minutes%60; {
	case minutes == 1:
		return v.T("moment.in_a_minute")
	case h == 0:
		return v.T("moment.in_minutes", Args{"Count": m})
	case h >= 48:
		return v.T("moment.in_days", Args{"Count": (h + 12) / 24})
	case m == 0:
		return v.T("moment.in_hours", Args{"Count": h})
	default:
		return v.T("moment.in_hours_minutes", Args{"Hours": h, "Minutes": twoDigits(m)})
	}
}

// List is "a", "a and b", "a, b and c".
func (v Voice) List(items []string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return v.T("moment.and", Args{"First": v.commas(items[:n-1]), "Last": items[n-1]})
	}
}

// commas joins parts of a line: "a, b, c".
func (v Voice) commas(parts []string) string {
	all := parts[0]
	for _, part := range parts[1:] {
		all = v.T("moment.comma", Args{"First": all, "Last": part})
	}
	return all
}
