package typed

import "time"

// daySpec is a day as it was said.
type daySpec struct {
	kind    dayKind
	days    int // from today, of sameDay and counted
	months  int // from today, of counted
	weekday time.Weekday
	y, m, d int  // of aDate; y 0: no year was said
	iso     bool // written as 2026-11-27: the time of day beside it is by a 24-hour clock
}

type dayKind int

const (
	noDay       dayKind = iota
	sameDay             // today, tomorrow, 3 days ago
	counted             // sameDay, said as a count
	aWeekday            // friday
	nextOne             // next friday
	lastOne             // last friday
	aDate               // 27 November
	weekend             // the weekend, within a question
	nextWeekend         // next weekend, within a question
	nextWeek            // next week, within a question
	nextMonth           // next month, within a question
)

// clockSpec is a time of day as it was said.
type clockSpec struct {
	given    bool
	minutes  int // after midnight, by what stands there
	seconds  int
	half     bool // neither AM nor PM was said, and the figure is the same in both halves of the day
	hour     bool // a full hour that needs no minutes: "3 o'clock", and "friday at 3" within a question
	ofDay    bool // it counts only beside a day: "friday at 3"
	loose    bool // a bare figure where an hour may be meant beside a day: "27.11. 4"
	spoken   bool // as in half past three: that is said of both halves of the day by whatever clock
	day24    bool // it can only be meant by a 24-hour clock
	compact  bool // four digits without a sign between: "1530"
	midnight bool // the word
}

// reading is one way to understand a text.
type reading struct {
	day     daySpec
	weekday *time.Weekday // beside a date: it has to agree
	clock   clockSpec
	part    *Part
}

// parser finds every reading of a row of words.
type parser struct {
	Reader
	words []string
	found []reading
	loose bool  // bare figures count as hours: nothing else in the text can be understood
	wrong error // the first day or time of day that there is none of, such as 31 November
}

// mostWords is more than any moment takes.
const mostWords = 12

// readings finds every way to understand the words as a day, a time of day, or both in any order; the more
// likely one comes first.
func (r Reader) readings(words []string) []reading {
	found, _ := r.understood(words)
	return found
}

// understood are the readings, or what is wrong with a text that has none, as far as that can be told.
func (r Reader) understood(words []string) ([]reading, error) {
	if len(words) == 0 || len(words) > mostWords {
		return nil, nil
	}
	p := &parser{Reader: r, words: words}
	p.from(0, reading{})
	if p.found == nil && !r.question {
		p.loose = true
		p.from(0, reading{})
	}
	if mended, slip := r.mended(words); p.found == nil && p.wrong == nil && slip {
		return r.understood(mended)
	}
	return p.found, p.wrong
}

// mended are the words without slips of the hand, "yesturday", and whether there was one. Within a question they are mended
// before.
func (r Reader) mended(words []string) (all []string, slip bool) {
	if r.question {
		return words, false
	}
	for _, w := range words {
		is := w
		if !r.ofTime(w) {
			is = r.Words.mended(w)
		}
		all, slip = append(all, is), slip || is != w
	}
	return all, slip
}

func (p *parser) word(i int) string {
	if i < len(p.words) {
		return p.words[i]
	}
	return ""
}

func (p *parser) is(i int, m meaning) bool { return i < len(p.words) && p.Words.means(p.words[i], m) }

// from goes on with a reading at a word.
func (p *parser) from(i int, so reading) {
	for p.is(i, isFiller) {
		i++
	}
	if i >= len(p.words) {
		if so.whole() {
			p.found = append(p.found, so)
		}
		return
	}
	p.clockAt(i, func(next int, c clockSpec) {
		if !so.clock.given {
			with := so
			with.clock = c
			p.from(next, with)
		}
	})
	p.partAt(i, func(next int, part Part, day daySpec) {
		if so.part != nil || (day.kind != noDay && so.day.kind != noDay) {
			return
		}
		with := so
		with.part = &part
		if day.kind != noDay {
			with.day = day
		}
		p.from(next, with)
	})
	p.dayAt(i, func(next int, d daySpec) {
		with := so
		switch {
		case so.day.kind == noDay:
			with.day = d
		case so.day.kind == aWeekday && d.kind == aDate && so.weekday == nil:
			with.day, with.weekday = d, &so.day.weekday
		case so.day.kind == aDate && d.kind == aWeekday && so.weekday == nil:
			with.weekday = &d.weekday
		case so.day.kind == nextWeek && d.kind == aWeekday && so.weekday == nil:
			with.weekday = &d.weekday
		case so.day.kind == aWeekday && d.kind == nextWeek && so.weekday == nil:
			with.day, with.weekday = d, &so.day.weekday
		default:
			return
		}
		p.from(next, with)
	})
}

// whole says whether a reading can be meant. Four digits after a date without its year are the year alone.
func (r reading) whole() bool {
	if r.clock.compact && r.day.kind == aDate && r.day.y == 0 {
		return false
	}
	if r.clock.loose && (r.day.kind == noDay || r.part != nil) {
		return false
	}
	if r.part != nil && r.clock.given {
		return r.part.allows(r.clock)
	}
	return r.clock.given || r.part != nil || r.day.kind != noDay
}

// allows says whether a time of day can be in the part.
func (p Part) allows(c clockSpec) bool {
	_, ok := p.clock(c)
	return ok
}

// is says whether it is the part that a word names; no part is none.
func (p *Part) is(word meaning) bool { return p != nil && p.word == word }

// clock is a time of day that was said beside the part, "9:30" beside "tonight".
func (p Part) clock(c clockSpec) (minutes int, ok bool) {
	within := func(minutes int) bool { return minutes >= int(p.From) && minutes < int(p.To) }
	if c.midnight {
		return 0, false
	}
	if c.half && c.minutes < 12*60 && !within(c.minutes) {
		c.minutes += 12 * 60
	}
	return c.minutes, within(c.minutes)
}
