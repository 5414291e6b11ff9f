package calendar_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"

	"afterglow/app/calendar"
)

var friday = time.Date(2026, 11, 27, 18, 0, 0, 0, time.FixedZone("CET", 3600))

// handed has events go out for the first time.
func handed(events ...calendar.Event) []calendar.Event {
	out, _ := calendar.Follow(nil, events, "journal", friday.Add(-24*time.Hour), gone)
	return out
}

func gone(e calendar.Event) calendar.Event {
	e.Title, e.Text = "No longer: "+e.Title, ""
	return e
}

// read is what another program's reader makes of a file.
func read(t interface{ Fatalf(string, ...any) }, file []byte) []*ics.VEvent {
	c, err := ics.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("another reader refuses the file: %v\n%s", err, file)
	}
	return c.Events()
}

func value(e *ics.VEvent, name ics.ComponentProperty) string {
	if p := e.GetProperty(name); p != nil {
		return p.Value
	}
	return ""
}

func TestAFileIsReadAsItWasMeant(t *testing.T) {
	makeup := calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup: wait ends 18:00", Text: "Use clean brushes; please, do.\nAsk your clinic."}
	next := calendar.Event{Key: "next/1/", At: time.Date(2026, 12, 21, 0, 0, 0, 0, time.UTC), Day: true, Title: "Next treatment"}
	file := calendar.File(handed(makeup, next))
	events := read(t, file)
	if len(events) != 2 {
		t.Fatalf("%d events in\n%s", len(events), file)
	}
	start, err := events[0].GetStartAt()
	if err != nil || !start.Equal(friday) || value(events[0], ics.ComponentPropertySummary) != makeup.Title || value(events[0], ics.ComponentPropertyDescription) != makeup.Text {
		t.Errorf("makeup is read as %v, %v, %q, %q", start, err, value(events[0], ics.ComponentPropertySummary), value(events[0], ics.ComponentPropertyDescription))
	}
	if alarms := events[0].Alarms(); len(alarms) != 1 || !bytes.HasSuffix(bytes.SplitAfter(file, []byte("END:VEVENT"))[0], []byte("END:VALARM\r\nEND:VEVENT")) {
		t.Errorf("%d alarms, or none at the end of its event:\n%s", len(alarms), file)
	}
	if day, err := events[1].GetAllDayStartAt(); err != nil || day.Format(time.DateOnly) != "2026-12-21" {
		t.Errorf("the day is read as %v, %v", day, err)
	}
	for _, never := range []string{"TZID", "VTIMEZONE"} {
		if bytes.Contains(file, []byte(never)) {
			t.Errorf("the file has %s", never)
		}
	}
}

func TestAnyTextComesBackAndNoLineIsLongerThan75Bytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := calendar.Event{Key: "k", At: friday, Title: rapid.String().Draw(t, "title"), Text: rapid.String().Draw(t, "text")}
		file := calendar.File(handed(e))
		for line := range strings.SplitSeq(strings.TrimSuffix(string(file), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("a line of %d bytes: %q", len(line), line)
			}
		}
		if got := len(read(t, file)); got != 1 {
			t.Fatalf("%d events", got)
		}
	})
}

func TestWhatATextTriesToBecomeStaysText(t *testing.T) {
	for name, title := range map[string]string{
		"another property": "Makeup\r\nATTENDEE:mailto:x@example.org", "the end": "Makeup\nEND:VEVENT\nBEGIN:VEVENT",
		"turned round": "a\u202eb", "a bell": "a\ab", "no letters": "\xff\xfe",
	} {
		t.Run(name, func(t *testing.T) {
			file := calendar.File(handed(calendar.Event{Key: "k", At: friday, Title: title, Text: title}))
			events := read(t, file)
			if len(events) != 1 || events[0].GetProperty("ATTENDEE") != nil || bytes.ContainsAny(file, "\a\u202e") {
				t.Errorf("%d events in\n%q", len(events), file)
			}
		})
	}
}

func TestTheSameMomentsMakeTheSameFileToTheByte(t *testing.T) {
	makeup := calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup"}
	first, keep := calendar.Follow(nil, []calendar.Event{makeup}, "journal", friday.Add(-24*time.Hour), gone)
	again, _ := calendar.Follow(keep, []calendar.Event{makeup}, "journal", friday.Add(-2*time.Hour), gone)
	if a, b := calendar.File(first), calendar.File(again); !bytes.Equal(a, b) {
		t.Errorf("first\n%s\nagain\n%s", a, b)
	}
}

func TestAChangeRaisesTheNumberAndKeepsTheName(t *testing.T) {
	makeup := calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup"}
	now := friday.Add(-24 * time.Hour)
	_, keep := calendar.Follow(nil, []calendar.Event{makeup}, "journal", now, gone)
	for _, c := range []struct {
		name   string
		change func(*calendar.Event)
	}{
		{"its time", func(e *calendar.Event) { e.At = e.At.Add(time.Hour) }},
		{"its title", func(e *calendar.Event) { e.Title = "Reminder" }},
		{"its text", func(e *calendar.Event) { e.Text = "more" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := makeup
			c.change(&changed)
			file, _ := calendar.Follow(keep, []calendar.Event{changed}, "journal", now, gone)
			if len(file) != 1 || file[0].UID != keep[0].UID || file[0].Sequence <= keep[0].Sequence {
				t.Errorf("%+v after %+v", file, keep)
			}
		})
	}
}

func TestWhatDoesNotHoldAnyMoreIsCancelledUntilItsTimeAndCanHoldAgain(t *testing.T) {
	makeup := calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup", Text: "No makeup."}
	now := friday.Add(-24 * time.Hour)
	_, keep := calendar.Follow(nil, []calendar.Event{makeup}, "journal", now, gone)
	file, keep := calendar.Follow(keep, nil, "journal", now, gone)
	if len(file) != 1 || !file[0].Cancelled || file[0].Title != "No longer: Makeup" || file[0].Sequence <= 0 {
		t.Fatalf("taken back: %+v", file)
	}
	if text := string(calendar.File(file)); !strings.Contains(text, "STATUS:CANCELLED") || strings.Contains(text, "VALARM") {
		t.Errorf("the file is\n%s", text)
	}
	same, _ := calendar.Follow(keep, nil, "journal", now.Add(time.Hour), gone)
	if len(same) != 1 || same[0] != file[0] {
		t.Errorf("told again it is %+v, before %+v", same, file)
	}
	held, _ := calendar.Follow(keep, []calendar.Event{makeup}, "journal", now, gone)
	if len(held) != 1 || held[0].Cancelled || held[0].Sequence <= file[0].Sequence || held[0].UID != file[0].UID {
		t.Errorf("it holds again as %+v", held)
	}
	if over, _ := calendar.Follow(keep, nil, "journal", friday.Add(time.Minute), gone); len(over) != 0 {
		t.Errorf("after its time the file has %+v", over)
	}
}

func TestWhatHasPassedIsLeftAloneInTheCalendar(t *testing.T) {
	makeup := calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup"}
	_, keep := calendar.Follow(nil, []calendar.Event{makeup}, "journal", friday.Add(-24*time.Hour), gone)
	file, keep := calendar.Follow(keep, nil, "journal", friday, gone)
	if len(file) != 0 || len(keep) != 1 {
		t.Errorf("at its moment the file has %+v, remembered is %+v", file, keep)
	}
	if _, keep = calendar.Follow(keep, nil, "journal", friday.AddDate(0, 4, 0), gone); len(keep) != 0 {
		t.Errorf("after four months it is still remembered: %+v", keep)
	}
}

func TestNumbersRiseEvenIfNothingIsRememberedAndIfTheClockWasWrong(t *testing.T) {
	makeup := calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup"}
	now := friday.Add(-24 * time.Hour)
	first, keep := calendar.Follow(nil, []calendar.Event{makeup}, "journal", now, gone)
	makeup.At = friday.Add(time.Hour)
	if lost, _ := calendar.Follow(nil, []calendar.Event{makeup}, "journal", now.Add(time.Hour), gone); lost[0].Sequence <= first[0].Sequence || lost[0].UID != first[0].UID {
		t.Errorf("%+v after %+v", lost, first)
	}
	if back, _ := calendar.Follow(keep, []calendar.Event{makeup}, "journal", now.AddDate(-3, 0, 0), gone); back[0].Sequence <= first[0].Sequence || back[0].Changed.Before(first[0].Changed) {
		t.Errorf("with a clock that went back: %+v after %+v", back, first)
	}
}

func TestTwoJournalsNeverGiveOneNameAndANameTellsNothing(t *testing.T) {
	makeup := calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup"}
	a, _ := calendar.Follow(nil, []calendar.Event{makeup}, "one", friday.Add(-time.Hour), gone)
	b, _ := calendar.Follow(nil, []calendar.Event{makeup}, "other", friday.Add(-time.Hour), gone)
	if a[0].UID == b[0].UID || len(a[0].UID) != 36 || strings.Contains(a[0].UID, "makeup") {
		t.Errorf("%q and %q", a[0].UID, b[0].UID)
	}
}

func TestACodeHoldsOneMomentWithOrWithoutWhatStandsAroundIt(t *testing.T) {
	e := handed(calendar.Event{Key: "ends/1/makeup", At: friday, Title: "Makeup: wait ends 18:00", Text: "much more"})[0]
	whole, bare := calendar.Code(e, false), calendar.Code(e, true)
	if !strings.HasPrefix(bare, "BEGIN:VEVENT\r\n") || !strings.HasSuffix(bare, "END:VEVENT\r\n") || !strings.Contains(whole, bare) || strings.Contains(whole, "much more") {
		t.Errorf("bare\n%s\nwhole\n%s", bare, whole)
	}
	if events := read(t, []byte(whole)); len(events) != 1 || value(events[0], ics.ComponentPropertyDtStart) != "20261127T170000Z" {
		t.Errorf("read as %+v", events)
	}
}

func TestOnlyOurOwnFilesMayBeReplaced(t *testing.T) {
	if !calendar.Ours(calendar.File(nil)) || calendar.Ours([]byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n")) || calendar.Ours(nil) {
		t.Error("a calendar of somebody else's is taken for ours, or ours is not")
	}
}
