package record

import "time"

// News is what a notification tells, as values; package phrase puts it into words when it is shown. Exactly one
// of its fields is set, or none if nobody knows any more. The journal keeps it as JSON: its names never change.
type News struct {
	Routine *RoutineNews `json:"routine,omitempty"` // a routine is due
	Window  *WindowNews  `json:"window,omitempty"`  // a window's wait is over, or its time is up
	Welcome *WelcomeNews `json:"welcome,omitempty"` // several at once, after a night or an absence
	Tell    *TellNews    `json:"tell,omitempty"`    // what the person asked to be told of is over
	Begin   *BeginNews   `json:"begin,omitempty"`   // a wait begins
}

// IsZero says whether it tells nothing.
func (n News) IsZero() bool {
	return n.Routine == nil && n.Window == nil && n.Welcome == nil && n.Tell == nil && n.Begin == nil
}

// RoutineNews tells that a routine is due.
type RoutineNews struct {
	Name   string    `json:"name"`          // in the plan's words, as Ask and How are
	Ask    string    `json:"ask,omitempty"` // the plan's own question; "": the name tells it
	How    string    `json:"how,omitempty"` // what the plan says to do
	NotYet *NotYet   `json:"not_yet,omitempty"`
	Next   time.Time `json:"next,omitzero"` // when the same routine comes again that day; zero: not any more
	Day    *int      `json:"day,omitempty"` // of a check-in: calendar days since the treatment; nil: not known
	Drink  *Drink    `json:"drink,omitempty"`
}

// NotYet says on which skin a routine may not be done yet although it is due: a newer treatment there has not
// come to it.
type NotYet struct {
	Areas []string  `json:"areas"` // "neck", "scalp"
	From  time.Time `json:"from"`  // when the last of them may
}

// Drink is how far the day's drinking is.
type Drink struct {
	Drunk int    `json:"drunk"` // millilitres so far that day
	Goal  int    `json:"goal"`  // millilitres; 0: none is known
	Glass int    `json:"glass"` // one glass of the person's, in millilitres
	Unit  string `json:"unit"`  // how the person counts: one of course's units
	// Vessel is the plan's own word for glasses ("cups"); "": glasses.
	Vessel string `json:"vessel,omitempty"`
}

// WindowNews tells that a window's time is up.
type WindowNews struct {
	Name      string        `json:"name"`
	Ended     time.Time     `json:"ended"`               // the true end
	Passed    time.Duration `json:"passed"`              // its real length, in nanoseconds
	Unit      string        `json:"unit,omitempty"`      // what the plan counts Passed in, as guidance.Unit: "day"; "": as everybody does
	Condition string        `json:"condition,omitempty"` // what is asked then, in the sheet's words; "": whether the skin is calm
	Asks      bool          `json:"asks,omitempty"`      // it stays shut until the person says that the skin is calm
	After     string        `json:"after,omitempty"`     // what the plan says of the time after it
	Afters    []After       `json:"afters,omitempty"`    // and after those that are over too
	Then      string        `json:"then,omitempty"`      // what the plan asks for next; it is not simply over
	ThenUntil time.Time     `json:"then_until,omitzero"` // until when that holds; zero: without end
	Sunscreen bool          `json:"sunscreen,omitempty"` // sunscreen begins with its end
	Also      []string      `json:"also,omitempty"`      // further windows that are over with it, by name
	Steps     []Step        `json:"steps,omitempty"`     // further windows that ended with it and are not simply over
	Asked     []string      `json:"asked,omitempty"`     // what the person had asked to be told of, by name: it is over too
	Shelf     *Shelf        `json:"shelf,omitempty"`     // products that waited for it; nil: none
	Part      bool          `json:"part,omitempty"`      // it is a routine or advice, which goes on until the person's word
	Own       bool          `json:"own,omitempty"`       // the person wrote its length: it is not the plan's
	Held      bool          `json:"held,omitempty"`      // another wait goes on with what it is named by: its step alone is told
}

// Step is a window whose wait has ended and that is not simply over: the plan asks for something in its place.
type Step struct {
	Name      string    `json:"name"`                // the window's
	Then      string    `json:"then"`                // what the plan asks for ("SPF 30+, hat, shade")
	ThenUntil time.Time `json:"then_until,omitzero"` // until when that holds; zero: without end
	Sunscreen bool      `json:"sunscreen,omitempty"` // sunscreen begins with it
	Held      bool      `json:"held,omitempty"`      // another wait goes on with what the window is named by: the step alone is told
}

// Shelf are products that the person keeps by name and that waited for nothing else.
type Shelf struct {
	Names []string `json:"names"`          // two at most
	More  int      `json:"more,omitempty"` // how many further ones there are
}

// TellNews tells that the wait is over for what the person had asked to be told of.
type TellNews struct {
	Names []string  `json:"names"`           // what they asked about, as it was called then
	Ended time.Time `json:"ended"`           // when the last of its waits was over
	Steps []Step    `json:"steps,omitempty"` // what the plan asks for in their place
	Again time.Time `json:"again,omitzero"`  // when the plan has it wait again, at the same hours of a day; zero: not any more
}

// BeginNews tells that a wait of the plan begins.
type BeginNews struct {
	Name string    `json:"name"`           // the window's
	Rule string    `json:"rule"`           // what the plan says of it
	At   time.Time `json:"at"`             // when it began
	Also []string  `json:"also,omitempty"` // further windows whose wait begins with it, by name
}

// After is what the plan says of the time after a wait that is over with others.
type After struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Begin is the begin of a wait.
type Begin struct {
	Name string    `json:"name"`
	Rule string    `json:"rule,omitempty"` // what the plan says of it; "": noted before this was kept
	At   time.Time `json:"at"`
}

// WelcomeNews sums up what was kept back.
type WelcomeNews struct {
	Morning    bool          `json:"morning,omitempty"` // all of it is of the night that has just ended
	Away       time.Duration `json:"away,omitempty"`    // how long nobody looked, in nanoseconds
	Routines   []Task        `json:"routines,omitempty"`
	Ends       []End         `json:"ends,omitempty"`
	Begins     []Begin       `json:"begins,omitempty"`
	Asks       bool          `json:"asks,omitempty"`       // the person is asked whether the skin is calm
	Conditions []string      `json:"conditions,omitempty"` // and what else they are asked, in the sheet's words
	LetGo      int           `json:"let_go,omitempty"`     // reminders that are of no more use
	Asked      []string      `json:"asked,omitempty"`      // what the person had asked to be told of, by name: it is over
	Shelf      *Shelf        `json:"shelf,omitempty"`      // products that waited for what has ended; nil: none
}

// Task is a routine that is still worth doing.
type Task struct {
	Name   string  `json:"name"`
	NotYet *NotYet `json:"not_yet,omitempty"`
}

// End is a window's end.
type End struct {
	Name      string    `json:"name"`
	At        time.Time `json:"at"`
	Sunscreen bool      `json:"sunscreen,omitempty"` // sunscreen begins with it
	Then      string    `json:"then,omitempty"`      // what the plan asks for in its place; "": it is over
	ThenUntil time.Time `json:"then_until,omitzero"` // until when that holds; zero: without end
	Held      bool      `json:"held,omitempty"`      // see Step
}
