package guidance

import "fmt"

// Clock is a wall-clock time of day in minutes after midnight, 0 to 1439.
type Clock int

// String writes the time as "08:00".
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60) }

// HourRange is a stretch of the day, local time; To before From passes midnight.
type HourRange struct{ From, To Clock }

// String writes the range as "22:30-07:30".
func (r HourRange) String() string { return r.From.String() + "-" + r.To.String() }

// Contains says whether c lies in the range, From included and To not.
// An empty range (From equal to To) contains nothing.
func (r HourRange) Contains(c Clock) bool {
	if r.From <= r.To {
		return c >= r.From && c < r.To
	}
	return c >= r.From || c < r.To
}

// ParseClock reads "8:00", "08:00" or "20.30".
func ParseClock(s string) (Clock, error) {
	var h, m int
	var sep byte
	var rest string
	n, _ := fmt.Sscanf(s+"|", "%d%c%d%s", &h, &sep, &m, &rest)
	if n != 4 || rest != "|" || (sep != ':' && sep != '.') || len(s) < 4 || len(s) > 5 || h < 0 || h > 23 || m < 0 || m > 59 {
		return 0, fmt.Errorf("%q is not a time of day; write it as 08:00", s)
	}
	return Clock(h*60 + m), nil
}

// ParseHourRange reads "22:30-07:30".
func ParseHourRange(s string) (HourRange, error) {
	for i := 0; i < len(s); i++ {
		if s[i] != '-' {
			continue
		}
		from, err := ParseClock(s[:i])
		if err != nil {
			return HourRange{}, err
		}
		to, err := ParseClock(s[i+1:])
		if err != nil {
			return HourRange{}, err
		}
		return HourRange{from, to}, nil
	}
	return HourRange{}, fmt.Errorf("%q is not a stretch of the day; write it as 22:30-07:30", s)
}
