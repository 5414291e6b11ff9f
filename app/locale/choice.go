package locale

// With is the format with the clock that the person chose: "12h" or "24h". Any other word keeps the system's.
func (f Format) With(clock string) Format {
	switch clock {
	case "12h":
		f.Hours = Hours12
	case "24h":
		f.Hours = Hours24
	}
	return f
}
