// Package words puts times and treatments into the few words that fit on a card.
package words

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterglow/app/clock"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Clock is the time of day: "15:30".
func Clock(t time.Time) string { return t.Format("15:04") }

// LongDate is "Friday 20 November".
func LongDate(t time.Time) string { return t.Format("Monday 2 January") }

// Date is "Fri 20 Nov".
func Date(t time.Time) string { return t.Format("Mon 2 Jan") }

// days counts midnights between now and t, where now is.
func days(t, now time.Time) int {
	t = t.In(now.Location())
	a := time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, time.UTC)
	b := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
	return int(b.Sub(a).Hours()) / 24
}

// When is a moment as one would say it now: "15:30", "Sunday 15:30", "Wed 25 Nov, 15:30".
func When(t, now time.Time) string {
	t = t.In(now.Location())
	switch n := days(t, now); {
	case n == 0:
		return Clock(t)
	case n > 0 && n <= 3:
		return t.Format("Monday 15:04")
	case t.Year() != now.Year():
		return t.Format("2 Jan 2006, 15:04")
	default:
		return t.Format("Mon 2 Jan, 15:04")
	}
}

// Told is a moment in full: "today 18:00", "tomorrow 18:00", "Thursday 18:00", "Wed 25 Nov, 15:30".
func Told(t, now time.Time) string {
	s := clock.Say(t, now, now.Location())
	if days(t, now) == 0 {
		return "today " + s
	}
	return s
}

// Short is When with the day's name cut to three letters, for narrow places.
func Short(t, now time.Time) string {
	t = t.In(now.Location())
	switch n := days(t, now); {
	case n == 0:
		return Clock(t)
	case n > 0 && n <= 3:
		return t.Format("Mon 15:04")
	default:
		return t.Format("2 Jan")
	}
}

// Since is a moment that has passed: "since 15:30 today", "since Sunday", "since 25 Nov".
func Since(t, now time.Time) string {
	t = t.In(now.Location())
	switch n := days(t, now); {
	case n == 0:
		return "since " + Clock(t) + " today"
	case n == -1:
		return "since " + Clock(t) + " yesterday"
	case n >= -3:
		return "since " + t.Format("Monday")
	default:
		return "since " + t.Format("2 January")
	}
}

// WaitsUntil is a moment to come, with how long that is where it is near: "Sunday 15:30 · in 21 h 40".
func WaitsUntil(t, now time.Time) string {
	s := When(t, now)
	if d := t.Sub(now); d > 0 && d <= 24*time.Hour {
		s += " · " + clock.In(d)
	}
	return s
}

// Treatment is how and where: "pen 0.5 mm, face".
func Treatment(t service.TreatmentView) string {
	var how []string
	if t.Device != "" {
		how = append(how, Device(t.Device))
	}
	if t.DepthMM > 0 {
		how = append(how, Depth(t.DepthMM)+" mm")
	}
	parts := []string{}
	if len(how) > 0 {
		parts = append(parts, strings.Join(how, " "))
	}
	if t.Area != "" {
		parts = append(parts, t.Area)
	}
	return strings.Join(parts, ", ")
}

// Device is a device's name in a sentence.
func Device(id string) string {
	if id == "rf" {
		return "RF"
	}
	return id
}

// Depth is millimetres without needless zeros: "0.5".
func Depth(mm float64) string { return strconv.FormatFloat(mm, 'f', -1, 64) }

// Day is "Day 1", "Day 0" on the day of the treatment, "2 days to go" before.
func Day(n int) string {
	switch {
	case n == -1:
		return "1 day to go"
	case n < 0:
		return fmt.Sprintf("%d days to go", -n)
	default:
		return fmt.Sprintf("Day %d", n)
	}
}

// Length is a length as a plan's file writes it, in words: "24 hours" for "24h".
func Length(s string) string {
	d, err := guidance.ParseSpan(s)
	if err != nil {
		return s
	}
	return guidance.SpanWords(d)
}

// Span is a stretch of dates: "18 December to 1 January".
func Span(from, until time.Time) string {
	a, b := from.Format("2 January"), until.Format("2 January")
	if a == b {
		return a
	}
	if from.Month() == until.Month() && from.Year() == until.Year() {
		a = from.Format("2")
	}
	return a + " to " + b
}

// Capital makes the first letter large.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Lower begins a text with a small letter, for the middle of a line.
func Lower(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// Stop ends a sentence with a full stop where it has no end yet.
func Stop(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

// Wrong is what is wrong, as a sentence.
func Wrong(v phrase.Voice, err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return v.Error(err)
	}
	return Stop(Capital(err.Error()))
}
