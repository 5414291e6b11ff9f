package typed

// spokenClock reads a time of day as it is spoken, "half past three", "quarter to 4 pm", and says which word comes
// next. Without AM or PM, or a part of the day beside it, it is asked about: by a 24-hour clock, too, half past three
// is said in the afternoon.
func (p *parser) spokenClock(i int) (next int, c clockSpec, ok bool) {
	if p.is(i, isA) && p.is(i+1, isQuarter) { // "a quarter past three"
		i++
	}
	minutes := 0
	switch {
	case p.is(i, isHalf) && p.is(i+1, isPast):
		minutes = 30
	case p.is(i, isQuarter) && p.is(i+1, isPast):
		minutes = 15
	case p.is(i, isQuarter) && p.is(i+1, isTo):
		minutes = -15
	case p.is(i, isHalf) && !p.question: // "half eight", as the British say for half past eight
		minutes = 30
		i--
	default:
		return 0, clockSpec{}, false
	}
	hour, ok := number(p.word(i + 2))
	if !ok {
		hour, ok = p.Words.numbers[p.word(i+2)]
	}
	if !ok || hour < 1 || hour > 12 {
		return 0, clockSpec{}, false
	}
	const halfDay = 12 * 60
	c = clockSpec{given: true, spoken: true, minutes: (hour*60 + minutes) % halfDay}
	next = i + 3
	switch {
	case !p.is(next, isAM|isPM):
		c.half = true
		return next, c, true
	case minutes < 0 && hour == 12:
		return 0, clockSpec{}, false // "quarter to 12 pm": before noon or before midnight
	case p.is(next, isPM):
		c.minutes += halfDay
	}
	return next + 1, c, true
}
