package guidance

import (
	"errors"
	"strings"
	"time"
)

// OwnTime is how long, or how often, somebody at the clinic said.
type OwnTime struct {
	Until     *Moment // nil: it says how often
	Every     Length
	TimesADay Amount
}

// Why such a time is refused.
var (
	ErrOwnTime  = errors.New("not a time that a wait of the person's own may have")
	ErrOwnShort = errors.New("too short for a wait")
)

// shortestOwn is the shortest wait, as a plan's.
const shortestOwn = 15 * time.Minute

// longestOwn is the longest, far beyond any aftercare.
const longestOwn = 366 * day

// ReadOwnTime reads a time in a person's words: "3 days", "after three days", "until it is calm", "every 3 hours",
// "twice a day". It counts from the treatment.
func ReadOwnTime(s string) (OwnTime, error) {
	s = plain(s)
	if rest, ok := strings.CutPrefix(s, "every "); ok {
		l, err := parseLength(lengthMeant(rest), false, lowEnd)
		if err != nil || l.Duration < shortestOwn || l.Duration > day {
			return OwnTime{}, ErrOwnTime
		}
		return OwnTime{Every: l}, nil
	}
	if strings.HasSuffix(s, "a day") || strings.HasSuffix(s, "daily") {
		text := MeantCount(s)
		low, high, ok := numbers(text)
		if !ok {
			return OwnTime{}, ErrOwnTime
		}
		return OwnTime{TimesADay: Amount{Text: text, Min: low, Max: high}}, nil
	}
	m, err := parseMoment(s, lateEnd)
	if err != nil {
		if m, err = parseMoment(Meant(s, true), lateEnd); err != nil {
			return OwnTime{}, ErrOwnTime
		}
	}
	switch {
	case !m.Timed():
		if m.Anchor != UntilCalm {
			return OwnTime{}, ErrOwnTime
		}
	case m.scale() != FromTreatment && m.scale() != Morning, m.Roughly() < 0, m.early(), m.Roughly() > longestOwn:
		return OwnTime{}, ErrOwnTime
	case m.Anchor == FromTreatment && m.Elapsed < shortestOwn:
		return OwnTime{}, ErrOwnShort
	}
	return OwnTime{Until: &m}, nil
}

// lengthMeant is a length in the words of format 2 as somebody most likely meant it.
func lengthMeant(s string) string {
	if unit, ok := unitsMeant[s]; ok {
		return unit.words(1)
	}
	if meant := Meant(s, false); meant != "" {
		return meant
	}
	return s
}

// Planned is what the plan itself says of the wait: of several windows the one that ends last; ok is false if it says nothing.
func (o Own) Planned() (w Window, ok bool) {
	for i, x := range o.Instead {
		if i == 0 || strictly(x, w) {
			w, ok = x, true
		}
	}
	return w, ok
}

// strictly says whether x asks to wait longer than w: no end is later than the person's word, and that than any time.
func strictly(x, w Window) bool {
	if x.Until.Timed() && w.Until.Timed() {
		return x.Until.later(w.Until)
	}
	return x.Until.Anchor == NoEnd && w.Until.Anchor != NoEnd || x.Until.Anchor == UntilCalm && w.Until.Timed()
}

// Milder says whether the person's figure may end before the plan's. How often something is done is never milder.
func (o Own) Milder() bool {
	w, ok := o.Planned()
	if !ok || o.Until == nil {
		return false
	}
	return strictly(w, Window{Until: *o.Until}) || w.AsksCalm() && o.Until.Timed()
}
