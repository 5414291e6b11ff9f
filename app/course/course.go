// Package course lays a plan over a treatment: windows, phases and routines at
// real instants. It is pure: time and zone come in as arguments.
package course

import (
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// Treatment is one microneedling appointment, with the copy of the plan that it was begun with.
type Treatment struct {
	ID        int64
	At        time.Time // the end of the appointment; its own offset is kept
	Device    string    // "", "roller", "pen", "rf", "prp"
	DepthMM   float64   // needle depth in millimetres; 0: not known
	Area      string    // "", "face", ...
	Sensitive bool      // "my skin marks easily"
	Plan      guidance.Plan
	PlanText  string    // the plan file as it was, kept whole
	EnteredAt time.Time // when the person entered it: what ended before that is not told
	Removed   bool
	// NextAt is the next treatment if it is known; zero: counted from the plan's spacing. See [FillOthers].
	NextAt time.Time
	// NextPart is the next treatment of a part of its skin alone; zero: none. What is to stop before a treatment stops
	// before that one, too; nothing of the rest of the skin ends with it.
	NextPart time.Time
	// SameArea are the treatments of its area, itself among them: one answer that the skin is calm is for all of
	// them. See [FillOthers].
	SameArea []int64
	// Bedtime is when the person goes to bed, in minutes after the midnight that begins the day of which it is the
	// evening: 22:30 is 1350, 00:30 after midnight 1470. 0: not known, 22:30. See [FillPrefs].
	Bedtime int
	// Prescribed are the ids of what the person's clinic prescribed: of the rest the plan only tells. See [FillPrefs].
	Prescribed map[string]bool
	// FirstAt and LastAt are the first and last session of its series, and Session is its own number in it, from 1. Zero:
	// not known, or no series. See [FillOthers].
	FirstAt, LastAt time.Time
	Session         int
	// Own is what the person wrote to its plan, the oldest first.
	Own []guidance.Own
}

// Traits are what the plan's variants are chosen by.
func (t Treatment) Traits() guidance.Traits {
	return guidance.Traits{Device: t.Device, DepthMM: t.DepthMM, Area: t.Area, Sensitive: t.Sensitive}
}

// Course is a plan applied to a treatment.
type Course struct {
	Treatment Treatment
	Plan      guidance.Plan // with the treatment's variants applied
	Windows   []Window      // in the plan's order
	Phases    []Phase       // in time order
	Routines  []Routine     // in the plan's order
	Care      []Care        // in the plan's order
	Products  []ProductWait // ends of the plan's list of ingredients
	Ends      time.Time     // the last of all ends
	Closes    time.Time     // after it the course is history: Ends, or later while a question is open
	// NextFrom and NextUntil are when the plan would have the next treatment; zero if it does not say.
	NextFrom, NextUntil time.Time
}

// Window is a window of the plan at real instants.
type Window struct {
	Spec      guidance.Window
	Treatment int64
	TreatedAt time.Time
	From      time.Time
	Until     time.Time
	// Allowed is when the plan allows it although it advises to wait until Until; zero: not before Until.
	Allowed time.Time
	// ThenUntil is when what follows (Spec.Then) ends; zero: nothing follows, or without end.
	ThenUntil time.Time
	// AskFrom is from when on the person is asked for the word that alone ends it; zero: something else ends it. Until is
	// the same moment, or the one at which they said so before.
	AskFrom time.Time
	// Open says that nobody knows an end: the plan names none, or counts from a last session that is not known. It then
	// waits for as long as anybody asks, and Until is only how far its course goes.
	Open bool
	// CalmSaid is when the person said "calm"; zero: not said, or not asked.
	CalmSaid time.Time
	// Extended is by how much the person extended the window; already in Until.
	Extended time.Duration
	// Never says that the plan's advice forbids it without an end, so that the end of the wait is no yes. Whoever reads
	// advice sets it: New does not.
	Never bool
	// Others are the waits of other ids that leave alone what this one is named by: while one of them waits, the end of
	// this one is no yes. Whoever reads the plans' words sets them: New does not. See [Told].
	Others []Window
	// Partly says of one among Others that it leaves alone a part of that only, or speaks of it by the way.
	Partly bool
	// Onward is, of one of [Told], the name of the wait that goes on when this one ends: one that is milder, or about a part of it.
	// Until then it is told by its own time, and that is no yes.
	Onward string
	// Held says that another wait keeps it shut: one of [Told] is told as that one is, and of one that is looked at for
	// what comes no end is told.
	Held bool
	// Itself is, of one of [Told] that another wait holds, the window by its own time: that, and the step that follows it,
	// are told beside. Nil: it is not held.
	Itself *Window
}

// State is what a window is at one moment.
type State string

const (
	Before State = "before" // the window has not begun
	Wait   State = "wait"   // not yet
	Ask    State = "ask"    // time is up, the person has not said "calm" yet
	Then   State = "then"   // over, and what follows holds ("SPF 30+, hat and shade")
	Open   State = "open"
	Never  State = "never" // its plan's advice forbids it without an end: see Window.Never; StateAt tells its wait alone
)

// Phase is a phase of the plan at real instants.
type Phase struct {
	Spec        guidance.Phase
	From, Until time.Time
}

// Routine is a routine of the plan with the instants it starts and ends at.
type Routine struct {
	Spec        guidance.Routine
	Treatment   int64
	TreatedAt   time.Time
	Area        string         // the treatment's
	NotYet      *record.NotYet // where on the skin it may not be done yet, at the moment that [AllRoutines] was asked for; nil: on all it may
	From, Until time.Time
	Allowed     time.Time // when it may be done for the first time; never after From
	Stages      []Stage
	// AskFrom and CalmSaid are of one that goes on until the person says that the skin is calm: see [Window].
	AskFrom, CalmSaid time.Time
	// Open says that the plan names no end: it lasts to the next treatment, or to the course's end.
	Open bool
}

// Care is advice of the plan with the instants between which it holds.
type Care struct {
	Spec              guidance.Care
	From, Until       time.Time // zero: without a bound
	AskFrom, CalmSaid time.Time // see [Routine]
	Open              bool      // the plan says that it has no end
}

// Holds says whether the advice is to be followed at that moment.
func (c *Care) Holds(at time.Time) bool {
	return !at.Before(c.From) && (c.Until.IsZero() || at.Before(c.Until))
}

// ProductWait is until when the plan's list has some ingredients wait.
type ProductWait struct {
	Spec  guidance.ProductWait
	Until time.Time // zero: as long as the window Spec.Window, or until a next treatment that nobody knows of
}

// Stage is a stage of a routine at real instants.
type Stage struct {
	Spec        guidance.Stage
	From, Until time.Time
}
