package locale

import "strings"

// ofPictures reads the patterns in which Windows keeps how times and dates are written: "h:mm tt", "dd/MM/yyyy".
func ofPictures(time, date string) Format {
	var f Format
	time, date = unquoted(time), unquoted(date)
	if strings.Contains(time, "h") {
		f.Hours = Hours12
	}
	switch first := strings.IndexAny(date, "dMy"); {
	case first < 0:
	case date[first] == 'M':
		f.Order = MonthDay
	case date[first] == 'y':
		f.Order = YearMonth
	}
	return f
}

// unquoted is a pattern without the words that stand in it as they are.
func unquoted(pattern string) string {
	var b strings.Builder
	for i, part := range strings.Split(pattern, "'") {
		if i%2 == 0 {
			b.WriteString(part)
		}
	}
	return b.String()
}
