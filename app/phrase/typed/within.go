package typed

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Found is a moment that stands within a question, with the bytes of the text that name it.
type Found struct {
	Time
	From, To int
}

// Bounds of what is searched, so that a long text costs little.
const (
	longestAbout = 600 // bytes of a question, and
	mostAsked    = 80  // pieces of it: the rest is not searched
	longestPiece = 40  // bytes of a piece; a longer one is no moment
	longestSpan  = 8   // pieces that name a moment: "on friday 27 november 2026 at 3 pm"
	mostAttempts = 32  // readings of a question's pieces
)

// Within finds the moment that a question is about: the longest part of its text that names one, "friday 20:00",
// "tomorrow at 3pm", "in two weeks". Not ok: it names none, or one that is not asked about ("until friday", "3 days
// ago", "I had it done yesterday, can I ..."). A part of a day counts with its day alone ("at night" is a habit), and
// a number only if it can be nothing else ("at 8"): "0.5 mm", "38.6", "spf 30" and "day 9" are none.
//
// Of what can be several moments the earliest that is to come is taken, since waits end: a day alone begins at
// midnight, "at 3" in the night. What runs already, such as this weekend, is now.
func (r Reader) Within(text string) (Found, bool) {
	r.Now, r.question = r.Now.Round(0), true
	if r.Zone == nil {
		r.Zone = time.UTC
	}
	pieces := r.pieces(text)
	var best Found
	size, attempts := 0, 0
	for i := 0; i < len(pieces) && attempts < mostAttempts; i++ {
		run := i
		for run < len(pieces) && pieces[run].ofTime && run < i+longestSpan {
			run++
		}
		for end := run; end-i > size && attempts < mostAttempts; end-- {
			if !r.mayName(pieces, i, end) {
				continue
			}
			attempts++
			r.hour = r.bareHour(pieces, i, end)
			if t, ok := r.named(pieces, i, end); ok {
				best, size = Found{Time: t, From: pieces[i].from, To: pieces[end-1].to}, end-i
				break
			}
		}
	}
	return best, size > 0
}

// piece is what stands between two spaces of a question.
type piece struct {
	from, to int // bytes of the text, without the signs around it
	words    []string
	ofTime   bool // each of its words can be part of a moment
}

// pieces parts a text where spaces and signs of a sentence stand.
func (r Reader) pieces(text string) []piece {
	var all []piece
	begin := -1
	end := func(at int) {
		if begin < 0 {
			return
		}
		part := strings.TrimRight(text[begin:at], ".:'’-")
		if len(part) > longestPiece {
			part = part[:0]
		}
		if words := split(foldPiece(part)); len(words) > 0 {
			p := piece{from: begin, to: begin + len(part), words: words, ofTime: true}
			for i, w := range words {
				if !r.ofTime(w) {
					words[i] = r.Words.mended(w)
				}
				p.ofTime = p.ofTime && r.ofTime(words[i])
			}
			all = append(all, p)
		}
		begin = -1
	}
	for at, c := range text {
		if len(all) == mostAsked || at > longestAbout {
			return all
		}
		switch {
		case unicode.IsSpace(c) || strings.ContainsRune(",;!?()[]\"“”", c):
			end(at)
		case begin < 0:
			begin = at
		}
	}
	end(len(text))
	return all
}

// foldPiece is fold, quicker for small letters alone.
func foldPiece(s string) string {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return fold(s)
		}
	}
	return s
}

const wordsOfTime = isNow | isToday | isYesterday | isTomorrow | isTonight | isNoon | isMidnight | isMorning | isMidday | isAfternoon |
	isEvening | isNight | isThis | isNext | isLast | isIn | isAnd | isHalf | isQuarter | isPast | isA | isAM | isPM | isOClock | isClockMark |
	isOrdinal | isTo | isFiller | isMonths | isWeeks | isDays | isHours | isMinutes | isSeconds | isWeekend | isWeek | isMonth | isBefore

// ofTime says whether a word can be part of a moment.
func (r Reader) ofTime(word string) bool {
	if isDigit(rune(word[0])) || r.Words.means(word, wordsOfTime) || r.Words.numbers[word] > 0 {
		return true
	}
	return r.Words.names(word)
}

// names says whether a word is the name of a weekday or a month.
func (l *Lexicon) names(word string) bool {
	if _, ok := l.weekday(word); ok {
		return true
	}
	_, ok := l.month(word)
	return ok
}

// bareHour says whether the pieces from i to end are an hour with nothing but "at": "makeup at 8". What stands behind it must
// not be what is counted: "at 8 mm".
func (r Reader) bareHour(pieces []piece, i, end int) bool {
	if end-i != 2 || len(pieces[i].words) != 1 || len(pieces[i+1].words) != 1 || !r.Words.means(pieces[i].words[0], isAt) {
		return false
	}
	if _, ok := number(pieces[i+1].words[0]); !ok || len(pieces[i+1].words[0]) > 2 {
		return false
	}
	return end == len(pieces) || r.Words.means(pieces[end].words[0], goesOn)
}

// mayName says quickly whether the pieces from i to end can be a moment that is asked about.
func (r Reader) mayName(pieces []piece, i, end int) bool {
	is := func(at int, m meaning) bool {
		if at < 0 || at >= len(pieces) {
			return false
		}
		words := pieces[at].words
		if at < i {
			return r.Words.means(words[len(words)-1], m)
		}
		return r.Words.means(words[0], m)
	}
	first, last := pieces[i].words[0], pieces[end-1].words
	switch {
	case is(i-1, isBound), isDigit(rune(first[0])) && is(i-1, isDays|isWeeks|isMonths): // "day 9", "week 2"
		return false
	case r.Words.means(last[len(last)-1], isFiller|isBefore|isAnd|isIn|isThis):
		return false
	case is(i, isFiller) && is(i+1, isTonight|isTomorrow|isYesterday|isThis|isNext|isLast): // "put it on tonight"
		return false
	case r.Words.means(last[len(last)-1], isAM) && is(end, isAboutMe):
		return false
	}
	if r.bareHour(pieces, i, end) {
		return true
	}
	for at := i; at < end; at++ {
		for _, w := range pieces[at].words {
			if r.tellsMoment(w) {
				return true
			}
		}
	}
	return false
}

// tellsMoment says whether a word is one of those without which no moment is named.
func (r Reader) tellsMoment(word string) bool {
	const tells = isToday | isTomorrow | isYesterday | isTonight | isNoon | isMidnight | isMorning | isMidday | isAfternoon | isEvening |
		isNight | isAM | isPM | isOClock | isIn | isNow | isHalf | isQuarter | isWeekend | isWeek | isMonth
	if r.Words.means(word, tells) || r.Words.names(word) {
		return true
	}
	return isDigit(rune(word[0])) && utf8.RuneCountInString(word) > 3 && strings.ContainsAny(word, ":-/.")
}
