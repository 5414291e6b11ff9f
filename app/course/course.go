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
	Device    string    // "", "roller", "pen", "rf"
	DepthMM   float64   // needle depth in millimetres; 0: not known
	Area      string    // "", "face", ...
	Sensitive bool      // "my skin marks easily"
	Plan      guidance.Plan
	PlanText  string    // the plan file as it was, kept whole
	EnteredAt time.Time // when the person entered it: what ended before that is not told
	Removed   bool
	// NextAt is the next treatment if it is known; zero: counted from the plan's spacing. See [FillOthers].
	NextAt time.Time
	// SameArea are the treatments of its area, itself among them: one answer that the skin is calm is for all of
	// them. See [FillOthers].
	SameArea []int64
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
	// CalmSaid is when the person said "calm"; zero: not said, or not asked.
	CalmSaid time.Time
	// Extended is by how much the person extended the window; already in Until.
	Extended time.Duration
	// Never says that the plan's advice forbids it without an end, so that the end of the wait is no yes. Whoever reads
	// advice sets it: New does not.
	Never bool
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
