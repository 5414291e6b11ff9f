package typed

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/guidance"
)

// meaning is what a word can stand for; a word may have several.
type meaning uint64

const (
	isNow meaning = 1 << iota
	isToday
	isYesterday
	isTomorrow
	isTonight
	isNoon
	isMidnight
	isMorning
	isMidday
	isAfternoon
	isEvening
	isNight
	isThis
	isNext
	isLast
	isIn
	isAgo
	isAnd
	isHalf
	isQuarter
	isPast
	isA
	isAM
	isPM
	isOClock
	isClockMark
	isOrdinal
	isTo
	isFiller
	isMonths
	isWeeks
	isDays
	isHours
	isMinutes
	isSeconds
	isWeekend
	isWeek
	isMonth
	isBefore
	tellsPast
	mayTellPast
	asksAhead
	isBound
	isNoDay
	isRarelyDay
	isAboutMe
	isAt
	goesOn
)

// subjects are the catalog's lists of words, by what they mean.
func subjects() map[string]meaning {
	return map[string]meaning{
		"typed.now": isNow, "typed.today": isToday, "typed.yesterday": isYesterday, "typed.tomorrow": isTomorrow, "typed.tonight": isTonight,
		"typed.noon": isNoon, "typed.midnight": isMidnight,
		"typed.morning": isMorning, "typed.midday": isMidday, "typed.afternoon": isAfternoon, "typed.evening": isEvening, "typed.night": isNight,
		"typed.this": isThis, "typed.next": isNext, "typed.last": isLast, "typed.in": isIn, "typed.ago": isAgo, "typed.and": isAnd, "typed.half_word": isHalf, "typed.quarter": isQuarter, "typed.past": isPast, "typed.a": isA,
		"typed.am": isAM, "typed.pm": isPM, "typed.oclock": isOClock, "typed.clock_mark": isClockMark, "typed.ordinal": isOrdinal, "typed.to": isTo, "typed.filler": isFiller,
		"typed.weekend": isWeekend, "typed.one_week": isWeek, "typed.one_month": isMonth, "typed.before": isBefore,
		"typed.past_words": tellsPast, "typed.done_words": mayTellPast, "typed.ahead_words": asksAhead, "typed.bound_words": isBound, "typed.never_day": isNoDay, "typed.rarely_day": isRarelyDay, "typed.about_me": isAboutMe,
		"typed.at_hour": isAt, "typed.behind_hour": goesOn,
		"typed.months": isMonths, "typed.weeks": isWeeks, "typed.days": isDays, "typed.hours": isHours, "typed.minutes": isMinutes, "typed.seconds": isSeconds,
	}
}

// mostCounted is how far the numbers have words.
const mostCounted = 12

// shortestName is how many letters of a weekday or a month tell which one is meant.
const shortestName = 3

// Lexicon is the words that moments and lengths are typed in.
type Lexicon struct {
	words    map[string]meaning
	numbers  map[string]int
	weekdays [7][]string
	months   [12][]string
	spelled  []string // of which a question may have a slip of the hand
}

// NewLexicon asks for the catalog's words by their message's id.
func NewLexicon(message func(id string) string) *Lexicon {
	l := &Lexicon{words: map[string]meaning{}, numbers: map[string]int{}}
	for id, m := range subjects() {
		for _, w := range list(message(id)) {
			l.words[w] |= m
		}
	}
	l.words["½"] |= isHalf
	for n := 1; n <= mostCounted; n++ {
		for _, w := range list(message("typed.number_" + strconv.Itoa(n))) {
			l.numbers[w] = n
		}
	}
	for i := range l.weekdays {
		n := strconv.Itoa(i)
		l.weekdays[i] = append(list(message("moment.weekday_"+n)), list(message("moment.weekday_short_"+n))...)
	}
	for i := range l.months {
		n := strconv.Itoa(i + 1)
		l.months[i] = append(list(message("moment.month_"+n)), list(message("moment.month_short_"+n))...)
	}
	for _, id := range []string{"typed.tomorrow", "typed.yesterday", "typed.tonight", "typed.weekend"} {
		if words := list(message(id)); len(words) > 0 {
			l.spelled = append(l.spelled, words[0])
		}
	}
	for _, names := range l.weekdays {
		if len(names) > 0 {
			l.spelled = append(l.spelled, names[0])
		}
	}
	return l
}

// Slips of the hand: a word of so many letters may have one, a longer one two.
const (
	oneSlip  = 6
	twoSlips = 8
)

// mended is the weekday or the like for which a word is a slip of the hand, "tommorow"; else the word itself. One with
// an ending ("fridays") is a habit.
func (l *Lexicon) mended(word string) string {
	n := utf8.RuneCountInString(word)
	if n < oneSlip || n > 2*twoSlips {
		return word
	}
	for _, name := range l.spelled {
		most := 1
		if min(n, utf8.RuneCountInString(name)) >= twoSlips {
			most = 2
		}
		if !strings.HasPrefix(word, name) && guidance.Distance(word, name) <= most {
			return name
		}
	}
	return word
}

// list is the words of a message: they are separated by commas.
func list(message string) []string {
	var words []string
	for part := range strings.SplitSeq(fold(message), ",") {
		if w := strings.Join(split(part), ""); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// means says whether a word can stand for one of these.
func (l *Lexicon) means(word string, m meaning) bool { return l.words[word]&m != 0 }

func (l *Lexicon) weekday(word string) (time.Weekday, bool) {
	i, ok := named(l.weekdays[:], word)
	return time.Weekday(i), ok
}

func (l *Lexicon) month(word string) (time.Month, bool) {
	i, ok := named(l.months[:], word)
	return time.Month(i + 1), ok
}

// named finds the one name that the word is, or begins.
func named(all [][]string, word string) (int, bool) {
	found, times := 0, 0
	for i, names := range all {
		for _, name := range names {
			if name == word {
				return i, true
			}
		}
		if len(names) > 0 && utf8.RuneCountInString(word) >= shortestName && strings.HasPrefix(names[0], word) {
			found, times = i, times+1
		}
	}
	return found, times == 1
}
