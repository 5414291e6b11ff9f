package studio

import (
	"slices"
	"strconv"
	"strings"

	"afterglow/guidance"
)

// TimeKind is what a moment of a row counts from, as a form offers it.
type TimeKind string

// The kinds of moments.
const (
	TimeStart    TimeKind = "start"    // the treatment, as a begin
	TimeAfter    TimeKind = "after"    // so long after the treatment
	TimeBefore   TimeKind = "before"   // so long before it
	TimeTreat    TimeKind = "treat"    // the treatment, as an end
	TimeMorning  TimeKind = "morning"  // the morning of a day after
	TimeNight    TimeKind = "night"    // the evening of a day
	TimeBedtime  TimeKind = "bedtime"  // bedtime on a day
	TimeEndOfDay TimeKind = "endofday" // the midnight at the end of a day
	TimeCalm     TimeKind = "calm"     // when the skin is calm
	TimeNoEnd    TimeKind = "noend"    // never, as an end
	TimeNext     TimeKind = "next"     // so long before the next treatment; that treatment itself without a number
	TimeEntry    TimeKind = "entry"    // as soon as the appointment is entered, as a begin
	TimeFirst    TimeKind = "first"    // so long before the first session of a series
	TimeLast     TimeKind = "last"     // so long after its last session; that session without a number
	TimeLonger   TimeKind = "longer"   // so long on top of what holds for others
	TimeUnsaid   TimeKind = "unsaid"   // nothing is said of it
	TimeOther    TimeKind = "other"    // anything else that a plan can say
)

// Starts and Ends are what a form offers for the begin and for the end of a row.
var (
	Starts = []TimeKind{TimeStart, TimeAfter, TimeBefore, TimeMorning, TimeNight, TimeBedtime, TimeEndOfDay, TimeNext, TimeEntry, TimeFirst}
	Ends   = []TimeKind{TimeAfter, TimeMorning, TimeNight, TimeBedtime, TimeEndOfDay, TimeCalm, TimeNoEnd, TimeTreat, TimeNext, TimeLast}
)

// Time is a moment of a row in the parts that a form shows.
type Time struct {
	Kind   TimeKind
	Number string // "24", "5 to 7"; of a calendar anchor the day
	Unit   string // one of Units
	Raw    string // of TimeOther: as it is written
}

// What a form offers for a part of a row, for its steps and for lengths of time alone.
var (
	VariantStarts = []TimeKind{TimeUnsaid, TimeStart, TimeAfter, TimeBefore, TimeMorning, TimeNight, TimeBedtime, TimeEndOfDay}
	VariantEnds   = []TimeKind{TimeUnsaid, TimeAfter, TimeLonger, TimeMorning, TimeNight, TimeBedtime, TimeEndOfDay, TimeCalm, TimeNoEnd, TimeLast}
	StageStarts   = []TimeKind{TimeStart, TimeAfter, TimeMorning, TimeNight, TimeBedtime, TimeEndOfDay}
	StageEnds     = []TimeKind{TimeUnsaid, TimeAfter, TimeMorning, TimeNight, TimeBedtime, TimeEndOfDay}
	Allows        = []TimeKind{TimeUnsaid, TimeTreat, TimeAfter, TimeMorning, TimeNight, TimeBedtime, TimeEndOfDay}
	Lengths       = []TimeKind{TimeUnsaid, TimeAfter}
)

// Units are the units of a form's lengths of time, as plans of format 2 write them.
var Units = []string{"minutes", "hours", "days", "weeks", "months"}

// anchors are the moments that a plan names without a length of time.
var anchors = map[guidance.AnchorKind]TimeKind{
	guidance.Morning: TimeMorning, guidance.Night: TimeNight, guidance.Bedtime: TimeBedtime, guidance.EndOfDay: TimeEndOfDay,
	guidance.UntilCalm: TimeCalm, guidance.NoEnd: TimeNoEnd,
}

var (
	counted = pattern(`^(-?)([0-9]+(?: ?(?:-|–|to) ?[0-9]+)?) ?(m|h|d|w|minutes?|hours?|days?|weeks?|months?)$`)
	ranged  = pattern(`^([0-9]+) ?(?:-|–|to) ?([0-9]+)$`)
)

// ReadTime takes a moment apart; end says that it is a row's end.
func ReadTime(s string, end bool) Time {
	if s == "" && !end {
		return Time{Kind: TimeStart}
	}
	if s == "" {
		return Time{Kind: TimeNoEnd}
	}
	if m := counted().FindStringSubmatch(strings.TrimPrefix(s, "+")); s[0] == '+' && m != nil && m[1] == "" {
		return Time{TimeLonger, rangeOf(m[2]), unitOf(m[3]), ""}
	}
	if m, err := guidance.ParseMoment(s); err == nil {
		switch kind := anchors[m.Anchor]; {
		case kind == TimeCalm, kind == TimeNoEnd:
			return Time{Kind: kind}
		case kind != "":
			return Time{Kind: kind, Number: strconv.Itoa(m.Day)}
		}
	}
	if s == "entry" && !end {
		return Time{Kind: TimeEntry}
	}
	for _, of := range []struct {
		anchor, sign string
		kind         TimeKind
	}{{"first", "-", TimeFirst}, {"last", "+", TimeLast}} {
		rest, is := strings.CutPrefix(s, of.anchor)
		if is && rest == "" && of.kind == TimeLast {
			return Time{Kind: TimeLast}
		}
		m := counted().FindStringSubmatch(strings.TrimPrefix(rest, of.sign))
		if is && strings.HasPrefix(rest, of.sign) && m != nil && m[1] == "" && unitOf(m[3]) != "" {
			return Time{of.kind, rangeOf(m[2]), unitOf(m[3]), ""}
		}
	}
	back, next := strings.CutPrefix(s, "next")
	if next && back == "" {
		return Time{Kind: TimeNext}
	}
	m := counted().FindStringSubmatch(back)
	unit := ""
	if m != nil {
		unit = unitOf(m[3])
	}
	switch {
	case unit == "" || next && m[1] == "":
		return Time{Kind: TimeOther, Raw: s}
	case next:
		return Time{TimeNext, rangeOf(m[2]), unit, ""}
	case m[2] == "0" && end:
		return Time{Kind: TimeTreat}
	case m[2] == "0":
		return Time{Kind: TimeStart}
	case m[1] == "-":
		return Time{TimeBefore, rangeOf(m[2]), unit, ""}
	}
	return Time{TimeAfter, rangeOf(m[2]), unit, ""}
}

// unitOf is the unit that a letter or word means; m is minutes.
func unitOf(word string) string {
	i := slices.IndexFunc(Units, func(u string) bool { return strings.HasPrefix(u, word) })
	if i < 0 {
		return ""
	}
	return Units[i]
}

// rangeOf writes a number or a range as a form shows it: "5 to 7".
func rangeOf(number string) string {
	if m := ranged().FindStringSubmatch(strings.TrimSpace(number)); m != nil {
		return m[1] + " to " + m[2]
	}
	return strings.TrimSpace(number)
}

// String writes the moment as a plan has it.
func (t Time) String() string {
	if t.Daily() {
		return t.day()
	}
	switch t.Kind {
	case TimeStart, TimeNoEnd, TimeUnsaid:
		return ""
	case TimeLonger:
		return "+" + t.length()
	case TimeCalm:
		return "calm"
	case TimeTreat:
		return "0h"
	case TimeBefore:
		return "-" + t.length()
	case TimeNext:
		if t.Number == "" {
			return "next"
		}
		return "next-" + t.length()
	case TimeEntry:
		return "entry"
	case TimeFirst:
		return "first-" + t.length()
	case TimeLast:
		if t.Number == "" {
			return "last"
		}
		return "last+" + t.length()
	case TimeOther:
		return t.Raw
	}
	return t.length()
}

// day is a moment of a named day. What is written instead of the day's number stays, so that the check says what is wrong.
func (t Time) day() string {
	for anchor, kind := range anchors {
		if kind == t.Kind {
			name := strings.TrimRight(guidance.Moment{Anchor: anchor}.String(), "0")
			return name + strings.TrimSpace(t.Number)
		}
	}
	return t.Number
}

// length is the number with its unit: "24h", "5 to 7 days", "1 month".
func (t Time) length() string {
	number, unit := rangeOf(t.Number), t.Unit
	if unit == "" {
		unit = "hours"
	}
	n, err := strconv.Atoi(number)
	switch {
	case err != nil:
		return number + " " + unit
	case unit != "months":
		return number + unit[:1]
	case n == 1:
		return "1 month"
	}
	return number + " " + unit
}

// Counted says whether a form shows a number and a unit for it; Daily whether it shows the number of a day.
func (t Time) Counted() bool {
	return t.Kind == TimeAfter || t.Kind == TimeLonger || t.Kind == TimeBefore || t.Kind == TimeNext || t.Kind == TimeFirst || t.Kind == TimeLast
}

// Daily says whether a form shows the number of a day.
func (t Time) Daily() bool {
	return t.Kind == TimeMorning || t.Kind == TimeNight || t.Kind == TimeBedtime || t.Kind == TimeEndOfDay
}

// As is the moment as one of another kind, with what both can say kept.
func (t Time) As(kind TimeKind) Time {
	next := Time{Kind: kind}
	switch {
	case kind == TimeOther:
		next.Raw = t.String()
	case next.Counted():
		next.Number, next.Unit = "1", "days"
		if t.Counted() && t.Number != "" {
			next.Number, next.Unit = t.Number, t.Unit
		}
	case next.Daily():
		next.Number = "1"
		if kind != TimeMorning {
			next.Number = "0"
		}
	}
	return next
}

// mostBefore is how many days before the treatment the steps of a named day lead.
const mostBefore = 28

// Step is the moment with its number one more or less; a range moves as a whole. ok is false where there is none.
func (t Time) Step(by int) (Time, bool) {
	least := 1
	if t.Daily() && t.Kind != TimeMorning {
		least = -mostBefore
	}
	from, to, isRange := strings.Cut(rangeOf(t.Number), " to ")
	a, errA := strconv.Atoi(from)
	if errA != nil || a+by < least {
		return t, false
	}
	t.Number = strconv.Itoa(a + by)
	if b, err := strconv.Atoi(to); isRange && err == nil {
		t.Number += " to " + strconv.Itoa(b+by)
	}
	return t, true
}
