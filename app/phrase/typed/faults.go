package typed

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/guidance"
)

// ErrNoTime is the kind of a moment whose time of day is missing: the person can be asked for it. It is wrong use too.
var ErrNoTime = fmt.Errorf("no time of day: %w", fault.ErrUse)

// ErrUnknown is the kind of a text that names no moment at all. It is wrong use too.
var ErrUnknown = fmt.Errorf("no moment: %w", fault.ErrUse)

// ErrHalf is the kind of a time of day that can be before or after noon, by the person's own clock. It is wrong use too.
var ErrHalf = fmt.Errorf("before or after noon: %w", fault.ErrUse)

// quoted is what was typed, in one line and cut if it is very long.
func quoted(s string) string {
	s = strings.Map(func(c rune) rune {
		if !unicode.IsGraphic(c) || unicode.Is(unicode.Cf, c) || c == unicode.ReplacementChar {
			return ' '
		}
		return c
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return s
}

// unknown is the fault for what is no moment; its examples are in the person's own clock, and lie on the side of
// now that is meant.
func (r Reader) unknown(s string, past bool) error {
	id, weekday, date := "typed.unknown", 2, 10
	if past {
		id, weekday, date = "typed.unknown_past", -2, -10
	}
	if quoted(s) == "" {
		id = "typed.empty"
	}
	today := course.DateOf(r.Now, r.Zone)
	on := func(days int) time.Time { return course.On(today.Add(days), 18*60, r.Zone) }
	return fault.Use(id, fault.Args{
		"Text": quoted(s), "Clock": guidance.Clock(18 * 60), "Weekday": on(weekday), "Date": on(date),
	}).Of(ErrUnknown)
}

func outside(s string) error {
	return fault.Use("typed.year", fault.Args{"Text": quoted(s), "First": firstYear, "Last": lastYear})
}

// halfOfDay asks whether the morning or the afternoon is meant.
func halfOfDay(c guidance.Clock) error {
	half := guidance.Clock(12 * 60)
	return fault.Use("typed.half", fault.Args{"Morning": c % half, "Afternoon": c%half + half}).Of(ErrHalf)
}
