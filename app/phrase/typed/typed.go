// Package typed reads the moments, lengths and times of day that a person types, in their own words, clock and
// order of dates. It is one closed grammar for the command line and the window's fields: what it does not know it
// refuses, and what can be read in two ways it says, or asks about, instead of guessing.
//
// The words come from the catalog (assets/messages/typed.en.toml). A [Reader] is had from phrase:
//
//	at, err := voice.ReadPast("yesterday 6:30 pm")
package typed

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/guidance"
)

// Reader reads for one person at one moment. Now is theirs; bare times and weekdays are seen from there.
type Reader struct {
	Now    time.Time
	Zone   *time.Location
	Format locale.Format
	Words  *Lexicon

	nearest  bool // a date without its year is the nearest, though all else is what has been
	hour     bool // a bare figure in it is an hour: "makeup at 8"
	question bool // what is read stands within a question: several days may be named, such as a weekend
}

// Precision is how much of a moment was said.
type Precision int

const (
	Exact    Precision = iota // a time of day, or so many minutes and hours from now
	Counted                   // so many days or weeks from now: the day is meant, hardly the minute
	InPart                    // a part of a day: "yesterday evening"
	WholeDay                  // a day alone
)

// Time is a moment that was read.
type Time struct {
	// At is the moment: of a part of a day its usual time, or now if that is still to come and only what has been is
	// meant; of a day alone its first instant.
	At        time.Time
	Precision Precision
	// Latest is the end of what was said, at most now if only what has been is meant. It is At, but for a part
	// of a day, and for a day alone, whose last instant it is.
	Latest time.Time
	// Doubt says that the same text could name another day, Other, which was not taken: whoever uses the moment says
	// which was.
	Doubt Doubt
	Other course.Date
	// Halves are the moments before and after noon of a text that says neither, beside ErrHalf; else they are zero.
	Halves [2]time.Time

	text string
}

// Doubt is how a text could be read in another way.
type Doubt int

const (
	NoDoubt    Doubt = iota
	OrderDoubt       // "04/05/2026": the day or the month may stand first
	WeekDoubt        // "next friday": this week's or the one after
	ClockDoubt       // "20.11": taken for a time of day, it could be the day
)

// Moment is the instant for a question ("may I?"). A day alone is asked about: no instant of it is meant.
func (t Time) Moment() (time.Time, error) {
	if t.Precision == WholeDay {
		return time.Time{}, t.noTime()
	}
	return t.At, nil
}

// Anchor is the instant from which waits are counted. A day alone, and a count of days, are asked about: waits
// would end by up to a day too early. Of a part of a day the later end counts: a wait then ends late, never early.
func (t Time) Anchor() (time.Time, error) {
	if t.Precision == WholeDay || t.Precision == Counted {
		return time.Time{}, t.noTime()
	}
	return t.Latest, nil
}

func (t Time) noTime() error {
	return fault.Use("typed.no_time", fault.Args{"Text": t.text, "Clock": guidance.Clock(15*60 + 30)}).Of(ErrNoTime)
}

// Part is a part of a day. From and To bound the times of day that can be meant; Usual stands for it if one
// time is needed.
type Part struct {
	ID              string // of its message
	Usual, From, To guidance.Clock

	word meaning
}

// Parts are the parts of a day that may be typed, and offered if the time of day is not known.
func Parts() []Part {
	return []Part{
		{"typed.morning", 9 * 60, 0, 12 * 60, isMorning},
		{"typed.midday", 12 * 60, 11 * 60, 14 * 60, isMidday},
		{"typed.afternoon", 15 * 60, 12 * 60, 18 * 60, isAfternoon},
		{"typed.evening", 18 * 60, 16 * 60, 22 * 60, isEvening},
		{"typed.night", 21 * 60, 18 * 60, 24 * 60, isNight},
	}
}

// The years that a moment may lie in: outside, it is surely a slip of the keyboard.
const (
	firstYear = 2000
	lastYear  = 2100
)
