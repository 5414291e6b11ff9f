package guidance

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// length reads a length of time above zero; zero if the key is not there or is wrong.
func (t *table) length(f *form) Length {
	s := t.text(f.name)
	if s == "" {
		return Length{}
	}
	back, isBack := strings.CutPrefix(s, "-")
	l, err := parseLength(back, false, f.careful)
	switch {
	case err != nil:
		t.wrongLength(f, s, err)
	case l.isNewer(s) && t.r.format < newest:
		t.newerLength(f, s)
	case isBack || l.Duration <= 0:
		t.wrong(f.name, f.write(), "planproblem.no_length", "Value", Quoted(s))
	case f.most > 0 && l.Duration > f.most:
		t.wrong(f.name, said("planwrite.at_most", "Span", spanText(f.most)), "planproblem.too_long", "Value", Quoted(s))
	case l.Duration < f.least:
		t.wrong(f.name, said("planwrite.or_longer", "Code", f.name+" = "+strconv.Quote(spanText(f.least))), "planproblem.too_often", "Value", Quoted(s))
	default:
		return l
	}
	return Length{}
}

// newerLength refuses a length in the words of format 2 in a file of format 1: most can be written in its own.
func (t *table) newerLength(f *form, s string) {
	if spanMeant(s) != "" {
		t.wrong(f.name, f.writeSpan(s), "planproblem.no_span", "Value", Quoted(s))
		return
	}
	t.newerValue(f.name, s)
}

func (t *table) wrongLength(f *form, s string, err error) {
	if errors.Is(err, errNoRange) {
		t.wrong(f.name, said("planwrite.range"), "planproblem.no_range", "Value", Quoted(s))
		return
	}
	write := f.writeSpan(s)
	if f.isTime() && t.r.format >= newest {
		write = t.timeMeant(f, s)
	}
	t.wrong(f.name, write, "planproblem.no_span", "Value", Quoted(s))
}

// moment reads a point in time; nil if the key is not there or is wrong.
func (t *table) moment(f *form) *Moment {
	s := t.text(f.name)
	if s == "" {
		return nil
	}
	m, err := parseMoment(s, f.careful)
	switch {
	case errors.Is(err, errNoRange):
		t.wrong(f.name, said("planwrite.range"), "planproblem.no_range", "Value", Quoted(s))
	case err != nil:
		t.wrong(f.name, t.timeMeant(f, s), "planproblem.no_moment", "Value", Quoted(s))
	case !f.takes(m):
		t.wrong(f.name, t.timeMeant(f, s), "planproblem.no_moment", "Value", Quoted(s))
	case !m.Timed() && !f.ends && (m.Anchor != WhenEntered || f.name != "from"), m.Anchor == WhenEntered && f.ends:
		t.wrong(f.name, t.timeMeant(f, nil), "planproblem.no_moment", "Value", Quoted(s))
	case m.isNewer(s) && t.r.format < newest && momentMeant(s) != "":
		t.wrong(f.name, f.writeFor(s), "planproblem.no_moment", "Value", Quoted(s))
	case m.isNewer(s) && t.r.format < newest:
		t.newerValue(f.name, s)
	default:
		if m.Anchor == BeforeNext {
			t.r.counted = append(t.r.counted, counted{t, f.name})
		}
		return &m
	}
	return nil
}

// timesADay reads how often a day something is done: 3 or "3 to 4".
func (t *table) timesADay(f *form) Amount {
	v, ok := t.get(f.name)
	if !ok {
		return Amount{}
	}
	s, isText := v.(string)
	if n, isWhole := v.(int64); isWhole && n >= 0 && n <= mostTimes {
		s, isText = strconv.FormatInt(n, 10), true
	}
	low, high, ok := numbers(s)
	if !isText || !ok || low < 1 || high < low || high > mostTimes {
		write := said("planwrite.times_a_day", "Most", mostTimes)
		if meant := MeantCount(s); meant != "" {
			write = code(f.code(strconv.Quote(meant)))
		}
		t.wrong(f.name, write, "planproblem.no_times_a_day")
		return Amount{}
	}
	return Amount{Text: s, Min: low, Max: high}
}

// numbers reads one number or two: "8", "4 to 6", "4-6".
func numbers(s string) (low, high int, ok bool) {
	first, last, isRange := strings.Cut(strings.Replace(s, " to ", "-", 1), "-")
	if !isRange {
		last = first
	}
	low, okLow := digits(strings.TrimSpace(first))
	high, okHigh := digits(strings.TrimSpace(last))
	return low, high, okLow && okHigh
}

// sessions reads how many a series has: 4 or "3 to 5", of which the most counts.
func (t *table) sessions(f *form) (most int, said string) {
	v, ok := t.get(f.name)
	said, isText := v.(string)
	if !ok || !isText {
		return t.whole(f.name, 1, f.high), ""
	}
	least, most, ok := numbers(said)
	if !ok || least < 1 || most < least || most > f.high {
		t.wrong(f.name, f.write(), "planproblem.no_whole_number", "From", 1, "To", f.high)
		return 0, ""
	}
	if least == most {
		said = ""
	}
	return most, said
}

// whole reads a whole number; 0 if the key is not there or is wrong.
func (t *table) whole(key string, from, to int) int {
	v, ok := t.get(key)
	if !ok {
		return 0
	}
	n, isWhole := v.(int64)
	if !isWhole || n < int64(from) || n > int64(to) {
		t.wrong(key, t.form(key).write(), "planproblem.no_whole_number", "From", from, "To", to)
		return 0
	}
	return int(n)
}

// millimetres reads a needle depth.
func (t *table) millimetres(key string) *float64 {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	mm := math.NaN()
	switch n := v.(type) {
	case float64:
		mm = n
	case int64:
		mm = float64(n)
	}
	if !(mm >= 0 && mm <= deepest) {
		write := t.form(key).write()
		if s, isText := v.(string); isText {
			s = strings.TrimSpace(strings.TrimSuffix(strings.Replace(s, ",", ".", 1), "mm"))
			if n, err := strconv.ParseFloat(s, 64); err == nil && n >= 0 && n <= deepest {
				write = code(t.form(key).code(s))
			}
		}
		t.wrong(key, write, "planproblem.no_depth", "Most", deepest)
		return nil
	}
	return &mm
}

// yes reads true or false; nil if the key is not there or is wrong.
func (t *table) yes(key string) *bool {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	b, isBool := v.(bool)
	if !isBool {
		t.wrong(key, t.form(key).write(), "planproblem.no_yes_or_no")
		return nil
	}
	return &b
}
