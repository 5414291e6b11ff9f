package typed

import (
	"slices"
)

// named reads the pieces from i to end as the moment of a question.
func (r Reader) named(pieces []piece, i, end int) (Time, bool) {
	var words []string
	for _, p := range pieces[i:end] {
		words = append(words, p.words...)
	}
	history, past := r.history(pieces, i, end)
	if history || r.barred(words) {
		return Time{}, false
	}
	if d, ok := r.wordsFromNow(words); ok {
		return exact(r.Now.Add(d)), d > 0
	}
	readings := r.readings(words)
	if len(readings) == 0 {
		return Time{}, false
	}
	if readings[0].day.kind == noDay && r.namesDay(pieces) { // "on day 3 at 8 pm": which day that is, the plan knows
		return Time{}, false
	}
	return r.careful(readings[0], past)
}

// namesDay says whether a day is counted in a question: "day 3", "week 2".
func (r Reader) namesDay(pieces []piece) bool {
	for i := range pieces[:len(pieces)-1] {
		if r.Words.means(pieces[i].words[0], isDays|isWeeks) && isDigit(rune(pieces[i+1].words[0][0])) {
			return true
		}
	}
	return false
}

// history says whether the words around tell of what has been: past, that the moment is one of them ("I ran last
// friday"), and history, that something else is asked ("I had it done on friday, can I swim").
func (r Reader) history(pieces []piece, i, end int) (history, past bool) {
	means := func(p piece, m meaning) bool {
		return slices.ContainsFunc(p.words, func(w string) bool { return r.Words.means(w, m) })
	}
	for at := i - 1; at >= 0; at-- {
		if means(pieces[at], asksAhead) { // "can I get it done on friday"
			return false, false
		}
		past = past || means(pieces[at], mayTellPast)
		if means(pieces[at], tellsPast) {
			past = true
			break
		}
	}
	return past && slices.ContainsFunc(pieces[end:], func(p piece) bool { return means(p, asksAhead) }), past
}

var (
	withDot  = pattern(`^\d+\.\d+$`)
	shortDay = pattern(`^\d{1,2}/\d{1,2}$`)
)

// barred says whether the words are likelier something else than a moment.
func (r Reader) barred(words []string) bool {
	for i, w := range words {
		beside := func(by int, m meaning) bool { return i+by >= 0 && i+by < len(words) && r.Words.means(words[i+by], m) }
		switch {
		case r.Words.means(w, isNoDay):
			return true
		case r.Words.means(w, isRarelyDay) && !r.meansDay(words, i):
			return true
		case isFigures(w) && len(w) > 2 && !r.aYear(words, i): // "1000 mg"
			return true
		case withDot().MatchString(w) && !beside(1, isAM|isPM), shortDay().MatchString(w): // "0.5", "24/7"
			return true
		}
	}
	return false
}

// meansDay says whether a word that is rarely a weekday or a month is one here.
func (r Reader) meansDay(words []string, i int) bool {
	if _, ok := r.Words.month(words[i]); ok {
		return r.Words.means(words[0], isFiller) || slices.ContainsFunc(words, func(w string) bool {
			return r.Words.means(w, isOrdinal) || len(w) == 4 && isFigures(w)
		})
	}
	if i > 0 && r.Words.means(words[i-1], isFiller|isThis|isNext|isLast) {
		return true
	}
	parts := isNight
	for _, p := range Parts() {
		parts |= p.word
	}
	return i+1 < len(words) && (isDigit(rune(words[i+1][0])) || r.Words.means(words[i+1], parts))
}

// aYear says whether a number stands beside the name of a month.
func (r Reader) aYear(words []string, i int) bool {
	return len(words[i]) == 4 && slices.ContainsFunc(words, func(w string) bool {
		_, ok := r.Words.month(w)
		return ok
	})
}

// NightEnds is the hour until which, after midnight, the night before still runs for those who are awake in it.
const NightEnds = 5

// careful resolves a reading such that of several moments the earliest to come is taken.
func (r Reader) careful(so reading, past bool) (Time, bool) {
	alone := so.day.kind == noDay
	switch {
	case alone && (so.part != nil && !so.clock.given || so.clock.ofDay && !r.hour): // "at night", "table 8"
		return Time{}, false
	case so.day == daySpec{kind: sameDay} && so.part == nil && !so.clock.given: // "today" is now
		return Time{}, false
	case so.day.kind == counted && (so.day.days < 0 || so.day.months < 0): // "3 days ago"
		return Time{}, false
	case so.day == daySpec{kind: sameDay} && so.part.is(isNight) && !so.clock.given && r.clockNow() < NightEnds*60:
		return exact(r.Now), true // "tonight", asked after midnight, runs: it is not the night to come
	}
	if so.clock.midnight && !alone {
		so.clock.midnight = false
	}
	var best Time
	for _, c := range r.halves(so) {
		so.clock = c
		t, err := r.resolve(so, "", past)
		if err != nil {
			return Time{}, false
		}
		if alone && !past && !t.At.After(r.Now) {
			t = exact(t.At.In(r.Zone).AddDate(0, 0, 1))
		}
		if best.At.IsZero() || t.At.After(r.Now) && (t.At.Before(best.At) || !best.At.After(r.Now)) {
			best = t
		}
	}
	if y := best.At.In(r.Zone).Year(); y < firstYear || y > lastYear {
		return Time{}, false
	}
	if !best.At.After(r.Now) && best.Latest.After(r.Now) {
		best.At = r.Now // it runs
	}
	return best, true
}

// halves are the times of day that a clock can mean: two, if neither the morning nor the afternoon was said.
func (r Reader) halves(so reading) []clockSpec {
	c := so.clock
	if so.part != nil || !c.half || !c.spoken && !c.hour && (!r.uses12() || so.day.iso) {
		return []clockSpec{c}
	}
	c.half, c.spoken = false, false
	later := c
	if later.minutes < 12*60 {
		later.minutes += 12 * 60
	} else {
		c.minutes -= 12 * 60
	}
	return []clockSpec{c, later}
}
