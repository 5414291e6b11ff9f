package guidance

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// lastDay is the last day that a calendar anchor may name.
const lastDay = 730

// ParseMoment reads a point of a plan: "24h", "-2w", "morning 1", "night 3",
// "next" or "next-2w".
func ParseMoment(s string) (Moment, error) {
	for _, anchor := range []struct {
		word  string
		kind  AnchorKind
		first int
	}{{"morning", Morning, 1}, {"night", Night, 0}} {
		rest, ok := strings.CutPrefix(s, anchor.word)
		if !ok {
			continue
		}
		n, isNumber := digits(strings.TrimPrefix(rest, " "))
		if !isNumber || !strings.HasPrefix(rest, " ") || n < anchor.first || n > lastDay {
			return Moment{}, fmt.Errorf("%q: %w", s, errNoMoment)
		}
		return Moment{Anchor: anchor.kind, Day: n}, nil
	}
	if rest, ok := strings.CutPrefix(s, "next"); ok {
		if rest == "" {
			return Moment{Anchor: BeforeNext}, nil
		}
		d, err := ParseSpan(rest)
		if err != nil || d > 0 || rest[0] != '-' {
			return Moment{}, fmt.Errorf("%q: %w", s, errNoMoment)
		}
		return Moment{Anchor: BeforeNext, Elapsed: d}, nil
	}
	d, err := ParseSpan(s)
	if err != nil {
		return Moment{}, fmt.Errorf("%q: %w", s, errNoMoment)
	}
	return Moment{Elapsed: d}, nil
}

// String writes the moment so that ParseMoment reads the same again.
func (m Moment) String() string {
	switch m.Anchor {
	case Morning:
		return "morning " + strconv.Itoa(m.Day)
	case Night:
		return "night " + strconv.Itoa(m.Day)
	case BeforeNext:
		if m.Elapsed == 0 {
			return "next"
		}
		return "next" + spanText(m.Elapsed)
	}
	return spanText(m.Elapsed)
}

// scale is what a moment is measured on. Only moments of one scale have a
// known order before the treatment's hour and the next treatment are known.
func (m Moment) scale() AnchorKind {
	if m.Anchor == Night {
		return Morning
	}
	return m.Anchor
}

// mark is the moment's place on its own scale.
func (m Moment) mark() time.Duration {
	switch m.Anchor {
	case Morning:
		return time.Duration(m.Day)*day + 8*time.Hour
	case Night:
		return time.Duration(m.Day)*day + 21*time.Hour
	}
	return m.Elapsed
}

// bounds are the earliest and latest the moment can be, as time after the
// treatment: a calendar anchor depends on the treatment's hour (and on a clock
// change), and the next treatment comes after everything else.
func (m Moment) bounds() (earliest, latest time.Duration) {
	switch m.scale() {
	case Morning:
		return m.mark() - day - time.Hour, m.mark() + time.Hour
	case BeforeNext:
		return 2*longest + m.mark(), 2*longest + m.mark()
	}
	return m.mark(), m.mark()
}

// Roughly is how long after the treatment the moment is, without the hour of the treatment. Before a next treatment it
// is below zero.
func (m Moment) Roughly() time.Duration {
	if m.scale() == Morning {
		return time.Duration(m.Day) * day
	}
	return m.Elapsed
}

// after says whether m is certainly later than o.
func (m Moment) after(o Moment) bool {
	if m.scale() == o.scale() {
		return m.mark() > o.mark()
	}
	earliest, _ := m.bounds()
	_, latest := o.bounds()
	return earliest > latest
}

// mayFollow says whether m can be later than o at all.
func (m Moment) mayFollow(o Moment) bool {
	if m.scale() == o.scale() {
		return m.mark() > o.mark()
	}
	_, latest := m.bounds()
	earliest, _ := o.bounds()
	return latest > earliest
}

// plus is the moment d later; calendar anchors move by whole days.
func (m Moment) plus(d time.Duration) Moment {
	if m.scale() == Morning {
		m.Day += int((d + day - 1) / day)
		return m
	}
	m.Elapsed += d
	return m
}
