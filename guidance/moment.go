package guidance

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// AnchorKind is what a Moment counts from.
type AnchorKind int

const (
	// FromTreatment counts elapsed time from the end of the treatment: 24h is 24 hours across any clock change.
	FromTreatment AnchorKind = iota
	// Morning is 08:00 local time on the Nth day after the treatment's day ("morning 1").
	Morning
	// Night is 21:00 local time on the Nth day after the treatment's day ("night 0" is the first evening).
	Night
	// BeforeNext counts back from the next treatment ("next-2w").
	BeforeNext
	// Bedtime is the person's own bedtime on the evening of the Nth day ("bedtime" is "bedtime 0"); one after midnight
	// belongs to the evening before.
	Bedtime
	// EndOfDay is the midnight at the end of the Nth day ("end of day 0").
	EndOfDay
	// FromFirst counts from the first session of a series ("first-2w").
	FromFirst
	// FromLast counts from the last session of a series ("last+4w").
	FromLast
	// UntilCalm is when the person says that the skin is calm ("calm").
	UntilCalm
	// NoEnd never comes: the plan names no end.
	NoEnd
	// WhenEntered is when the appointment is entered: what holds before it and names no begin holds from then on.
	WhenEntered
)

// Moment is a point of a plan: an elapsed time from the treatment ("24h", "7d", "-2w", "5 to 7 days", "1 month"), a
// calendar anchor ("morning 1", "bedtime 0"), a time before the next treatment or around a series ("next-2w",
// "last+4w"), or an end that no clock tells.
type Moment struct {
	Anchor AnchorKind
	// Elapsed may be negative; BeforeNext: zero or negative. Months are in it with 30 days each.
	Elapsed time.Duration
	Day     int   // Morning, Night, Bedtime, EndOfDay: calendar days after the treatment's day
	Months  int   // months of the calendar, negative if they count back; 0: none
	Said    Range // as the plan says it, where that is two figures ("5 to 7 days", of which Elapsed is the careful one) or "2 days"
}

// lastDay is the last day that a calendar anchor may name.
const lastDay = 730

// calendar are the anchors that name a day, with the first that each may name where the treatment comes first: the end of the
// day before is the midnight before it. A begin and an end may name any day before it ("night -1").
var calendar = []struct {
	word  string
	kind  AnchorKind
	first int
}{{"morning ", Morning, 1}, {"night ", Night, 0}, {"bedtime ", Bedtime, 0}, {"end of day ", EndOfDay, -1}}

// ends are the moments that no figure tells.
const (
	calmWord  = "calm"
	noEndWord = "no end"
	entryWord = "entry"
)

// ParseMoment reads a point of a plan, in the words of the newest format. Of a range it takes the end that is farther
// from the treatment.
func ParseMoment(s string) (Moment, error) { return parseMoment(s, farEnd) }

func parseMoment(s string, c careful) (Moment, error) {
	switch s {
	case calmWord:
		return Moment{Anchor: UntilCalm}, nil
	case noEndWord:
		return Moment{Anchor: NoEnd}, nil
	case entryWord:
		return Moment{Anchor: WhenEntered}, nil
	case "bedtime":
		return Moment{Anchor: Bedtime}, nil
	}
	none := fmt.Errorf("%q: %w", s, errNoMoment)
	for _, anchor := range calendar {
		rest, ok := strings.CutPrefix(s, anchor.word)
		if !ok {
			continue
		}
		n, isNumber := signed(rest)
		if !isNumber || n < -lastDay || n > lastDay {
			return Moment{}, none
		}
		return Moment{Anchor: anchor.kind, Day: n}, nil
	}
	for _, anchor := range series {
		rest, ok := strings.CutPrefix(s, anchor.word)
		if !ok {
			continue
		}
		if rest == "" {
			return Moment{Anchor: anchor.kind}, nil
		}
		ahead := rest[0] == '+'
		if rest[0] != '-' && !ahead || ahead && anchor.kind == BeforeNext {
			return Moment{}, none
		}
		m, err := countedMoment(rest[1:], !ahead, c)
		if err != nil {
			return Moment{}, fmt.Errorf("%q: %w", s, err)
		}
		m.Anchor = anchor.kind
		return m, nil
	}
	rest, back := strings.CutPrefix(s, "-")
	m, err := countedMoment(rest, back, c)
	if err != nil {
		return Moment{}, fmt.Errorf("%q: %w", s, err)
	}
	return m, nil
}

// series are the anchors that other treatments are.
var series = []struct {
	word string
	kind AnchorKind
}{{"next", BeforeNext}, {"first", FromFirst}, {"last", FromLast}}

// countedMoment is a moment that counts a length of time, back or ahead.
func countedMoment(s string, back bool, c careful) (Moment, error) {
	l, err := parseLength(s, back, c)
	switch {
	case errors.Is(err, errNoRange):
		return Moment{}, err
	case err != nil:
		return Moment{}, errNoMoment
	}
	m := Moment{Elapsed: l.Duration, Months: l.Months, Said: l.Said}
	if back {
		m.Elapsed, m.Months = -m.Elapsed, -m.Months
	}
	return m, nil
}

// String writes the moment so that ParseMoment reads the same again.
func (m Moment) String() string {
	switch m.Anchor {
	case UntilCalm:
		return calmWord
	case NoEnd:
		return noEndWord
	case WhenEntered:
		return entryWord
	}
	for _, anchor := range calendar {
		if m.Anchor == anchor.kind {
			return anchor.word + strconv.Itoa(m.Day)
		}
	}
	for _, anchor := range series {
		switch {
		case m.Anchor != anchor.kind:
		case m.Elapsed == 0:
			return anchor.word
		case m.Elapsed > 0:
			return anchor.word + "+" + m.counted()
		default:
			return anchor.word + m.counted()
		}
	}
	return m.counted()
}

// counted writes what the moment counts: "5 to 7 days", "-2w".
func (m Moment) counted() string {
	if m.Elapsed < 0 {
		return "-" + Length{Duration: -m.Elapsed, Months: -m.Months, Said: m.Said}.text()
	}
	return Length{Duration: m.Elapsed, Months: m.Months, Said: m.Said}.text()
}

// takes says whether a key may name the moment: a day before the treatment begins or ends something.
func (f *form) takes(m Moment) bool { return !m.early() || f.ends || f.name == "from" }

// early says whether the moment is of the day before the treatment, or earlier, or the morning of its day: "night -1", "morning 0".
func (m Moment) early() bool {
	for _, anchor := range calendar {
		if m.Anchor == anchor.kind {
			return m.Day < anchor.first
		}
	}
	return false
}

// Timed says whether a clock or the calendar tells the moment: not what hangs on a word of the person, or never comes.
func (m Moment) Timed() bool { return m.Anchor < UntilCalm }

// same says whether both are the same point, however it is said.
func (m Moment) same(o Moment) bool {
	m.Said, o.Said = Range{}, Range{}
	return m == o
}

// Roughly is how long after the treatment the moment is, without the hour of the treatment. Before a next treatment it
// is below zero.
func (m Moment) Roughly() time.Duration {
	if m.scale() == Morning {
		return time.Duration(m.Day) * day
	}
	return m.Elapsed
}

// plus is the moment d later; calendar anchors move by whole days, and what no clock tells stays.
func (m Moment) plus(d time.Duration) Moment {
	switch {
	case !m.Timed():
	case m.scale() == Morning:
		m.Day += int((d + day - 1) / day)
	default:
		m.Elapsed += d
		m.Said = Range{}
	}
	return m
}
