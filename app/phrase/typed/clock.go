package typed

import (
	"strings"

	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/guidance"
)

var (
	hourMinute  = pattern(`^(\d{1,2})[:.](\d{2})(?::(\d{2}))?$`)
	fourFigures = pattern(`^(\d{1,2})(\d{2})$`)
)

// clockAt finds the times of day that may begin at a word: "15:30", "15.30", "1530", "3:30 pm", "3 pm",
// "3 o'clock", "half past three", "noon", "midnight".
func (p *parser) clockAt(i int, found func(next int, c clockSpec)) {
	word := p.word(i)
	if word == "12" && p.is(i+1, isNoon|isMidnight) {
		i, word = i+1, p.word(i+1)
	}
	switch {
	case p.is(i, isNoon):
		found(i+1, clockSpec{given: true, minutes: 12 * 60, day24: true})
		return
	case p.is(i, isMidnight):
		found(i+1, clockSpec{given: true, midnight: true, day24: true})
		return
	}
	if next, c, ok := p.spokenClock(i); ok {
		found(next, c)
		return
	}
	h, minute, sec, compact, ok := figures(word)
	if ok && (h > 23 || minute > 59 || sec > 59) && strings.Contains(word, ":") {
		p.none(fault.Use("typed.no_clock", fault.Args{"Text": word, "First": guidance.Clock(0), "Last": guidance.Clock(24*60 - 1)}))
	}
	if !ok || h > 23 || minute > 59 || sec > 59 {
		return
	}
	c := clockSpec{given: true, minutes: h*60 + minute, seconds: sec, compact: compact}
	bare := len(word) <= 2
	next := i + 1
	switch {
	case p.is(next, isAM):
		if h > 12 {
			return
		}
		c.minutes, c.compact = h%12*60+minute, false
		next++
	case p.is(next, isPM):
		if h == 0 {
			return
		}
		if h < 12 {
			c.minutes += 12 * 60
		}
		c.compact = false
		next++
	case compact && len(word) == 3:
		return // "930": without AM or PM it is too little to tell
	default:
		switch {
		case bare && p.is(next, isOClock):
			c.hour = true
			next++
		case !bare && p.is(next, isClockMark):
			next++
		case bare && p.question && i > 0 && p.is(i-1, isFiller) && !p.besidePart(i): // "friday at 8", if a day is said
			c.hour, c.ofDay = true, true
		case p.looseHour(i, h):
			c.hour, c.loose, c.spoken = true, !(i > 0 && p.is(i-1, isAt)), true
		case bare && !p.besidePart(i):
			return
		}
		c.day24 = h > 12 || h == 0 || compact || word[0] == '0' || strings.Count(word, ":") == 2
		c.half = !c.day24
	}
	found(next, c)
}

// looseHour says whether a bare figure can be an hour where nothing else is understood: after "at", and one of the first
// twelve beside a date or a day by its name. "friday 3" may be the third. Which half of the day is meant is asked by whatever clock.
func (p *parser) looseHour(i, h int) bool {
	if !p.loose || len(p.word(i)) > 2 || p.besidePart(i) {
		return false
	}
	if i > 0 && p.is(i-1, isAt) {
		return true
	}
	_, weekday := p.Words.weekday(p.word(max(i-1, 0)))
	return h > 0 && h <= 12 && !weekday
}

// figures are the hour, the minute and the second that a word of digits shows.
func figures(word string) (h, minute, sec int, compact, ok bool) {
	if h, ok = number(word); ok && len(word) <= 2 {
		return h, 0, 0, false, true
	}
	m := hourMinute().FindStringSubmatch(word)
	if m == nil {
		if m = fourFigures().FindStringSubmatch(word); m == nil {
			return 0, 0, 0, false, false
		}
		compact = true
		m = append(m, "")
	}
	h, _ = number(m[1])
	minute, _ = number(m[2])
	sec, _ = number(m[3])
	return h, minute, sec, compact, true
}

// besidePart says that a part of a day stands right after or before a bare figure: "3 in the afternoon", "tonight at 9".
func (p *parser) besidePart(i int) bool {
	parts := isTonight
	for _, part := range Parts() {
		parts |= part.word
	}
	after, before := i+1, i-1
	for p.is(after, isFiller|isIn|isOClock) {
		after++
	}
	for before >= 0 && p.is(before, isFiller) {
		before--
	}
	return p.is(after, parts) || before >= 0 && p.is(before, parts)
}

// partAt finds the parts of a day that may begin at a word, with the day where that is said in the same breath:
// "morning", "in the evening", "this afternoon", "tonight", "last night".
func (p *parser) partAt(i int, found func(next int, part Part, day daySpec)) {
	var day daySpec
	switch {
	case p.is(i, isTonight):
		parts := Parts()
		found(i+1, parts[len(parts)-1], daySpec{kind: sameDay})
		return
	case p.is(i, isThis):
		day = daySpec{kind: sameDay}
		i++
	case p.is(i, isLast):
		day = daySpec{kind: sameDay, days: -1}
		i++
	case p.is(i, isIn):
		for i++; p.is(i, isFiller); i++ {
		}
	}
	for _, part := range Parts() {
		if p.is(i, part.word) {
			found(i+1, part, day)
		}
	}
}

// uses12 says that the person's clock tells morning from afternoon.
func (r Reader) uses12() bool { return r.Format.Hours == locale.Hours12 }
