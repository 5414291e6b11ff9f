package typed

import (
	"strings"

	"afterglow/app/fault"
	"afterglow/guidance"
)

const (
	exampleMorning = guidance.Clock(8 * 60)
	exampleEvening = guidance.Clock(20*60 + 30)
	exampleFrom    = guidance.Clock(22*60 + 30)
	exampleTo      = guidance.Clock(7*60 + 30)
)

// Clock reads a time of day: "8:00", "8 am", "noon".
func (r Reader) Clock(s string) (guidance.Clock, error) {
	clocks, ok, err := r.clocks(s)
	if err == nil && (!ok || len(clocks) != 1) {
		err = fault.Use("typed.clock_unknown", fault.Args{"Text": quoted(s), "Morning": exampleMorning, "Evening": exampleEvening})
	}
	if err != nil {
		return 0, err
	}
	return clocks[0], nil
}

// Clocks reads a list of times of day: "8:00, 20:30", "8 am and 8:30 pm".
func (r Reader) Clocks(s string) ([]guidance.Clock, error) {
	clocks, ok, err := r.clocks(s)
	if err == nil && !ok {
		err = fault.Use("typed.clocks_unknown", fault.Args{"Text": quoted(s), "Morning": exampleMorning, "Evening": exampleEvening})
	}
	if err != nil {
		return nil, err
	}
	return clocks, nil
}

// Range reads a stretch of the day: "22:30-07:30", "10:30 pm to 7:30 am".
func (r Reader) Range(s string) (guidance.HourRange, error) {
	text := fold(s)
	clocks, ok, err := r.clocks(r.parted(text))
	if err == nil && (!ok || len(clocks) != 2 || !r.isRange(text)) {
		err = fault.Use("typed.range_unknown", fault.Args{"Text": quoted(s), "From": exampleFrom, "To": exampleTo})
	}
	if err != nil {
		return guidance.HourRange{}, err
	}
	return guidance.HourRange{From: clocks[0], To: clocks[1]}, nil
}

// isRange says that two things stand there with one dash or one word for it between.
func (r Reader) isRange(folded string) bool {
	between := strings.Count(folded, "-")
	for _, w := range split(folded) {
		if r.Words.means(w, isTo) {
			between++
		}
	}
	return between == 1 && !strings.HasPrefix(folded, "-") && !strings.HasSuffix(folded, "-")
}

// parted puts spaces for the dashes and the words between two times of day.
func (r Reader) parted(folded string) string {
	var words []string
	for _, w := range split(strings.ReplaceAll(folded, "-", " ")) {
		if !r.Words.means(w, isTo) {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// clocks reads times of day in a row. One that can only be meant by a 24-hour clock says how the others are meant.
func (r Reader) clocks(s string) (times []guidance.Clock, ok bool, err error) {
	text := fold(s)
	if len(s) > 2*longest || strings.Contains(text, "-") {
		return nil, false, nil
	}
	var specs []clockSpec
	p := &parser{Reader: r, words: split(text)}
	by24 := !r.uses12()
	for i := 0; i < len(p.words); {
		if p.is(i, isFiller) || i > 0 && p.is(i, isAnd) {
			i++
			continue
		}
		at := i
		p.clockAt(i, func(next int, c clockSpec) {
			at = next
			specs = append(specs, c)
			by24 = by24 || c.day24 && !p.is(next-1, isNoon|isMidnight)
		})
		if at == i || specs[len(specs)-1].seconds != 0 {
			return nil, false, p.wrong
		}
		i = at
	}
	for _, c := range specs {
		if c.half && (c.spoken || !by24) {
			return nil, false, halfOfDay(guidance.Clock(c.minutes))
		}
		times = append(times, guidance.Clock(c.minutes))
	}
	return times, len(times) > 0, nil
}
