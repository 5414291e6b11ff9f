package calendar

import (
	"bytes"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// product names who wrote a file.
const product = "-//Afterglow//Afterglow//EN"

// File is a calendar file with these events.
func File(events []Event) []byte {
	var w lines
	w.calendar(func() {
		w.line("METHOD", "PUBLISH")
		for i := range events {
			w.event(&events[i])
		}
	})
	return w.Bytes()
}

// Entry is one event as a calendar server keeps it: as a file of [File], but without a method (RFC 4791, 4.1).
func Entry(e Event) []byte {
	var w lines
	w.calendar(func() { w.event(&e) })
	return w.Bytes()
}

// Ours says whether a file begins as those of [File] do, so that a newer one may take its place.
func Ours(file []byte) bool {
	var w lines
	w.head()
	return bytes.HasPrefix(file, w.Bytes())
}

// Code is the text of a code for one event, as short as it can be. Bare leaves out what stands around the event.
func Code(e Event, bare bool) string {
	var w lines
	event := func() {
		w.line("BEGIN", "VEVENT")
		w.line("UID", e.UID)
		w.line("DTSTAMP", utc(e.Changed))
		w.when(&e)
		w.text("SUMMARY", e.Title)
		w.line("END", "VEVENT")
	}
	if bare {
		event()
	} else {
		w.calendar(event)
	}
	return w.String()
}

// lines are the lines of a calendar file.
type lines struct{ bytes.Buffer }

func (w *lines) head() {
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", product)
}

func (w *lines) calendar(inside func()) {
	w.head()
	inside()
	w.line("END", "VCALENDAR")
}

func (w *lines) event(e *Event) {
	w.line("BEGIN", "VEVENT")
	w.line("UID", e.UID)
	w.line("DTSTAMP", utc(e.Changed))
	w.line("LAST-MODIFIED", utc(e.Changed))
	w.line("SEQUENCE", strconv.Itoa(e.Sequence))
	w.when(e)
	w.text("SUMMARY", e.Title)
	if e.Text != "" {
		w.text("DESCRIPTION", e.Text)
	}
	w.line("TRANSP", "TRANSPARENT") // nobody is busy with it
	w.line("CLASS", "PRIVATE")
	if e.Cancelled {
		w.line("STATUS", "CANCELLED")
	} else {
		w.line("STATUS", "CONFIRMED")
		w.alarm(e)
	}
	w.line("END", "VEVENT")
}

// when writes begin and end. A day is one of the calendar, without a zone.
func (w *lines) when(e *Event) {
	if e.Day {
		const date = "20060102"
		w.line("DTSTART;VALUE=DATE", e.At.UTC().Format(date))
		w.line("DTEND;VALUE=DATE", e.At.UTC().AddDate(0, 0, 1).Format(date))
		return
	}
	w.line("DTSTART", utc(e.At))
	w.line("DTEND", utc(e.At.Add(length)))
}

// alarm rings at the moment itself, of a day at nine in the morning.
func (w *lines) alarm(e *Event) {
	trigger := "PT0S"
	if e.Day {
		trigger = "PT9H"
	}
	w.line("BEGIN", "VALARM")
	w.line("ACTION", "DISPLAY")
	w.text("DESCRIPTION", e.Title)
	w.line("TRIGGER", trigger)
	w.line("END", "VALARM")
}

func utc(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// text writes a value that people read.
func (w *lines) text(name, value string) {
	value = strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(value, "\r\n", "\n"), "\ufffd"))
	w.line(name, strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(value))
}

// longest is how many bytes a line may have without its end; a longer one is folded.
const longest = 75

// line writes one property. No letter is cut where a line is folded.
func (w *lines) line(name, value string) {
	rest, room := name+":"+value, longest
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], longest-1
	}
	w.WriteString(rest + "\r\n")
}
