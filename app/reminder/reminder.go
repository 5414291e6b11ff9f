// Package reminder decides what to show and when to look again. Decide is pure;
// Runner is the one part of Afterglow that waits.
package reminder

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// ToldFor is how long after a course its windows' ends are still told, if nobody could be told before.
const ToldFor = 14 * 24 * time.Hour

// Input is everything a decision depends on. Nothing else does.
type Input struct {
	Now        time.Time
	Zone       *time.Location  // where the person is now
	Courses    []course.Course // see [course.Lately], since ToldFor: the end of their last window may be untold
	Prefs      course.Prefs
	Entries    []record.Entry    // at least since the start of the local day two days back, every pause, resume and snooze still in force, and every wish to be told of Courses
	Deliveries []record.Delivery // at least those of the same stretch, every one of a window of Courses or of a wish to be told of them, and every open one
	// AwaySince is since when nobody looked (suspended, not running); zero: looking all along.
	AwaySince time.Time
	Quiet     Quiet
	// Shelf names the products on the person's shelf that waited for one of the windows that have ended, and wait
	// for nothing else at that moment; nil: there are none. It is asked for what is told alone, and is pure.
	Shelf func(ended []course.Window, at time.Time) []string
}

// Quiet is a reading of the desktop's "do not disturb".
type Quiet struct {
	On bool
	By string // whose it is, as package notify names it; "": not known
}

// OccurrenceKind tells a routine's occurrence from a window's end.
type OccurrenceKind string

const (
	RoutineDue  OccurrenceKind = "routine"
	WindowEnd   OccurrenceKind = "window"
	WindowBegin OccurrenceKind = "begin"   // a window's wait begins
	TellMe      OccurrenceKind = "tell"    // what the person asked to be told of is over
	Welcome     OccurrenceKind = "welcome" // the one notification that sums up
)

// Occurrence is one due moment of a routine, a window's end, or what the person asked to be told of.
type Occurrence struct {
	ID     string
	Round  int // see record.Delivery
	Kind   OccurrenceKind
	What   string        // the routine's or window's id, "tell"
	Role   guidance.Role // of a routine that is told; "": none in particular
	Due    time.Time     // when it is truly due; a window's true end
	At     time.Time     // when it would be shown: Due, moved by sleep hours, pause, snooze and spacing
	Useful time.Time     // after that it is let go; zero: never (a window's end, what was asked to be told)
	News   record.News
}

// Notice is a notification to show now.
type Notice struct {
	Occurrence
	// Covers are further occurrences that this one tells too: they count as told.
	Covers []Occurrence
	// Actions says whether Done and Later make sense on it.
	Actions bool
	// Discreet asks for words that tell nothing of the treatment: the person wants it so.
	Discreet bool
}

// Held is an occurrence that is due and kept back.
type Held struct {
	Occurrence
	Reason HeldReason
	By     string    // of HeldQuiet: whose "do not disturb" it is
	Until  time.Time // when the hold ends; zero: not known
}

// Dropped is an occurrence that will not be shown any more.
type Dropped struct {
	Occurrence
	Reason string // see record.Delivery
}

// Decision is the answer to "what now?".
type Decision struct {
	Show     []Notice
	LetGo    []Dropped
	Held     []Held
	Withdraw []record.Delivery // open notifications that no longer hold, with Reason set
	// LookAgain is the next moment at which something changes by itself; zero: nothing is to come.
	LookAgain time.Time
}
