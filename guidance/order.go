package guidance

import "time"

// scale is what a moment is measured on. Only moments of one scale have a
// known order before the treatment's hour and the next treatment are known.
func (m Moment) scale() AnchorKind {
	switch m.Anchor {
	case Night, Bedtime, EndOfDay:
		return Morning
	}
	return m.Anchor
}

// mark is the moment's place on its own scale.
func (m Moment) mark() time.Duration {
	days := time.Duration(m.Day) * day
	switch m.Anchor {
	case Morning:
		return days + 8*time.Hour
	case Night:
		return days + 21*time.Hour
	case Bedtime:
		return days + 22*time.Hour + 30*time.Minute
	case EndOfDay:
		return days + day
	}
	return m.Elapsed
}

// far is beyond every moment that a clock tells.
const far = 2 * longest

// bounds are the earliest and latest the moment can be, as time after the
// treatment: a calendar anchor depends on the treatment's hour (and on a clock
// change), a month on the calendar, and the next treatment comes after everything else.
func (m Moment) bounds() (earliest, latest time.Duration) {
	switch m.scale() {
	case Morning:
		if m.Anchor == Bedtime { // somebody's bedtime is between noon and noon
			return m.mark() - day - 12*time.Hour, m.mark() + 15*time.Hour
		}
		return m.mark() - day - time.Hour, m.mark() + time.Hour
	case BeforeNext:
		earliest, latest = m.monthBounds()
		return far + earliest, far + latest
	case FromFirst:
		_, latest = m.monthBounds()
		return latest - far, latest
	case FromLast:
		earliest, _ = m.monthBounds()
		return earliest, earliest + far
	case UntilCalm:
		return 0, 2 * far
	case NoEnd:
		return 3 * far, 3 * far
	case WhenEntered:
		return -3 * far, -3 * far
	}
	return m.monthBounds()
}

// monthBounds are the least and most that the moment counts: a month has 28 to 31 days, and a clock change moves it by an hour.
func (m Moment) monthBounds() (least, most time.Duration) {
	n, rest := time.Duration(m.Months), m.Elapsed-time.Duration(m.Months)*month
	switch {
	case n > 0:
		return rest + n*28*day - time.Hour, rest + n*31*day + time.Hour
	case n < 0:
		return rest + n*31*day - time.Hour, rest + n*28*day + time.Hour
	}
	return rest, rest
}

// comparable says whether the marks of both tell their order.
func (m Moment) comparable(o Moment) bool {
	return m.scale() == o.scale() && (m.Anchor == Bedtime) == (o.Anchor == Bedtime) && (m.Months != 0) == (o.Months != 0)
}

// Beforehand says whether the moment is certainly not after the treatment. The morning of its day is said of the time before it,
// and so is a bedtime after midnight of the evening before, however early the treatment was.
func (m Moment) Beforehand() bool {
	if m.scale() == Morning {
		return m.Day < 0 || m.Anchor == Morning && m.Day == 0
	}
	_, latest := m.bounds()
	return m.scale() == FromTreatment && latest <= 0
}

// DayBefore says whether the moment is so many days before a treatment, as people count days: the whole day is meant, and not from
// the hour of the treatment on. Hours are exact ("-48 hours").
func (m Moment) DayBefore() bool {
	if m.scale() == Morning || !m.Timed() || m.Elapsed >= 0 {
		return false
	}
	unit := usualUnit(-m.Elapsed)
	switch {
	case m.Months != 0:
		return true
	case !m.Said.Zero():
		unit = m.Said.Unit
	}
	return unit == Days || unit == Weeks || unit == Months
}

// OnlyBefore says whether the window is for the time before the treatment alone: afterwards the plan says nothing more of it.
func (w Window) OnlyBefore() bool { return w.Until.Beforehand() }

// after says whether m is certainly later than o.
func (m Moment) after(o Moment) bool {
	if m.comparable(o) {
		return m.mark() > o.mark()
	}
	earliest, _ := m.bounds()
	_, latest := o.bounds()
	return earliest > latest
}

// mayFollow says whether m can be later than o at all.
func (m Moment) mayFollow(o Moment) bool {
	if m.comparable(o) {
		return m.mark() > o.mark()
	}
	_, latest := m.bounds()
	earliest, _ := o.bounds()
	return latest > earliest
}

// later says whether m is later than o. Parse sees to it that variants are on
// the scale of what they vary; if a plan was made otherwise, the later
// possible moment counts as later.
func (m Moment) later(o Moment) bool {
	if m.comparable(o) {
		return m.mark() > o.mark()
	}
	_, a := m.bounds()
	_, b := o.bounds()
	return a > b
}
