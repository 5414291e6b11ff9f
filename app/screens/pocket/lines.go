package pocket

import (
	"strings"
	"unicode/utf8"

	"afterglow/app/card"
)

// Where there is too little room, the moments of a card stay whole. Titles and what stands small wrap; names and notes end
// after a word.

const (
	whenShare  = 0.62 // of a row's width for its moment, if the name needs the rest
	leastWhen  = 0.7  // of the row's type: so much smaller a long moment is set at most
	leastTitle = 0.8  // of the title's type, likewise
	apart      = 0.6  // between a name and its moment, in the row's type

	leadLines  = 5 // lines of one thing that is said below the title, at most
	emptyLines = 8 // the same in the place of rows
)

// ruler is how wide a text is in a size of the type.
type ruler func(text string, size float64, bold bool) float64

// title is a title that fits: in smaller type, then in two lines.
func (r ruler) title(text string, width, size float64) ([]string, float64) {
	if wide := r(text, size, true); wide > width {
		size *= max(width/wide, leastTitle)
	}
	return r.wrap(text, width, size, true, 2), size
}

// wrap is a text in lines, so many at most. What has no room ends after a word with three dots.
func (r ruler) wrap(text string, width, size float64, bold bool, most int) []string {
	words := strings.Fields(text)
	var lines []string
	for len(lines)+1 < most && len(words) > 0 {
		n := 1
		for n < len(words) && r(strings.Join(words[:n+1], " "), size, bold) <= width {
			n++
		}
		line := strings.Join(words[:n], " ")
		if n == len(words) || r(line, size, bold) > width {
			break
		}
		lines, words = append(lines, line), words[n:]
	}
	return append(lines, r.cut(strings.Join(words, " "), width, size, bold))
}

// cut shortens a text until it fits, after a word if a good part of it stays, and says so with three dots. Of what has no room
// for a letter nothing stays.
func (r ruler) cut(text string, width, size float64, bold bool) string {
	if r(text, size, bold) <= width {
		return text
	}
	all := []rune(text)
	short := func(n int) string { return strings.TrimRight(string(all[:n]), " ,;:.([") + "…" }
	low, high := 0, len(all) // so many letters fit, so many do not
	for low+1 < high {
		if middle := (low + high) / 2; r(short(middle), size, bold) <= width {
			low = middle
		} else {
			high = middle
		}
	}
	if low == 0 {
		return ""
	}
	if space := strings.LastIndex(string(all[:min(low+1, len(all))]), " "); space > 0 {
		if n := utf8.RuneCountInString(string(all[:low+1])[:space]); 2*n >= low {
			low = n
		}
	}
	return short(low)
}

// rowLine is a row's line as it is set.
type rowLine struct {
	name, note, when string
	whenSize         float64
	whenAt           float64 // where the moment begins, from the row's left
	noteAt           float64
}

// row sets a row in a width. A moment is never cut off: in a long one the type gets smaller, then the name gives way. Only
// words in its place, such as a condition, end like a name.
func (r ruler) row(row card.Row, width, size, noteSize float64) rowLine {
	l := rowLine{when: row.When, whenSize: size}
	gap := apart * size
	name, when := r(row.Name, size, true), r(row.When, size, true)
	if room := max(width*whenShare, width-name-gap); when > room {
		least := leastWhen
		if row.Until != nil {
			least = min(leastWhen, width/when)
		}
		l.whenSize = size * max(room/when, least)
		if when *= l.whenSize / size; when > room && row.Until == nil {
			l.when = r.cut(row.When, room, l.whenSize, true)
			when = r(l.when, l.whenSize, true)
		}
	}
	l.whenAt = width - when
	l.name = r.cut(row.Name, l.whenAt-gap, size, true)
	l.noteAt = name + 0.5*size
	if room := l.whenAt - gap - l.noteAt; row.Note != "" && l.name == row.Name && room > 4*size {
		l.note = r.cut(row.Note, room, noteSize, false)
	}
	return l
}
