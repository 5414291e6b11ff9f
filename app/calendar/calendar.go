// Package calendar writes moments of a course as iCalendar (RFC 5545), for any calendar program: as a file that can be
// imported again and again, and as the text of a code for one moment. It is pure: times and words come in as arguments.
//
// What is written is small on purpose, so that every program reads it alike. Times are in UTC: a named zone without its
// own table is an hour off in some. An alarm stands last in its event, and what matters stands in the title, since some
// programs drop alarms.
//
// It is written by hand: the library for it (arran4/golang-ical, which the tests read the files with) carries an HTTP
// client, and with it 0.4 MB into the program that stays running and never goes online.
package calendar

import (
	"crypto/sha256"
	"fmt"
	"time"
)

// Event is one moment as a calendar shows it.
type Event struct {
	Key       string    // what it is, whatever its time and words ("ends/1/makeup"): one key is one event for good
	UID       string    // the same for calendars all over the world; given by [Follow]
	Sequence  int       // rises with each change, so that a calendar takes the newer one; given by [Follow]
	Changed   time.Time // when it became as it is; given by [Follow]
	At        time.Time
	Day       bool // the whole day that begins at At, which is a midnight in UTC
	Title     string
	Text      string // "" for none
	Cancelled bool   // it does not hold any more
}

// length is how long an event lasts in the calendar: some programs do not show one without any length.
const length = 15 * time.Minute

// over says whether the event has passed at now.
func (e *Event) over(now time.Time) bool {
	if e.Day {
		return !e.At.AddDate(0, 0, 1).After(now)
	}
	return !e.At.After(now)
}

// uid is a name for a key that no other journal gives: id is the journal's own. It tells nothing of what it stands for, as
// RFC 7986 asks.
func uid(id, key string) string {
	b := sha256.Sum256([]byte(id + "\n" + key))
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80 // a UUID of version 8 (RFC 9562)
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:16])
}
