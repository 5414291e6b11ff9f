// Package service is everything that a person can ask of Afterglow and do with it:
// the one set of answers and acts on which the tray, the command line and the
// window stand. It reads and writes the journal and keeps no state of its own.
package service

import (
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// Status is where the person stands at one moment. Its JSON shape is documented in docs/cli.md and only grows.
type Status struct {
	Now        time.Time
	Treatment  *TreatmentView // the newest whose course runs; nil: none
	Treatments []TreatmentView
	Phase      *PhaseView
	Windows    []WindowView
	Routines   []RoutineView
	Questions  []WindowView // routines and advice whose time may be up: each goes on until the person says so
	Care       []AdviceView // advice with a time of its own that holds now
	Always     []AdviceView // advice of a clinic's plan without a time, what is never to be done first
	Lasting    []CanView    // of courses that are over: what goes on, for no end of it is known or it ends with the person's word
	Series     *SeriesView  // of the newest treatment, if its plan is for several; nil: it is not
	Next       *NextView
	Due        []NextView // shown or due, unanswered, still useful
	Held       []HeldView // due and kept back, with the reason
	Paused     *time.Time
	Delays     []Delay // for which what is due can be put off now
	NextVisit  *VisitView
	Felt       *FeelView  // how the skin felt last; nil: nothing was said of it
	IfRed      []CallView // what the plans say to who is still red or peeling now, the most urgent first; often nothing
	AskAgain   *time.Time // the person said that their skin is still red: until then it is not asked whether it is calm
	Unread     error      // names a treatment whose plan cannot be read any more: its waits are not among Windows; nil: none
}

// TreatmentView is a treatment as it is shown.
type TreatmentView struct {
	ID        int64
	At        time.Time
	EnteredAt time.Time
	Day       int // calendar days where the person is; 0 on the day itself
	Device    string
	DepthMM   float64
	Area      string
	Sensitive bool
	Plan      string
	PlanName  string
	Ends      time.Time // of the course
	Over      bool
	Phase     string // the name of the phase that runs; "" for none
	Clinic    string
	Phone     string
}

// freshFor is how long after it was entered somebody may still find out that a treatment's day or time is mistyped.
const freshFor = 24 * time.Hour

// Fresh says whether the treatment is of these days, or was entered just now: who typed something wrong finds out then.
func (v TreatmentView) Fresh(now time.Time) bool {
	return v.Day <= 1 || now.Before(v.EnteredAt.Add(freshFor))
}

// PhaseView is the phase that runs.
type PhaseView struct {
	ID     string
	Name   string
	From   time.Time
	Until  time.Time
	Share  float64 // 0 to 1: how much of the phase has passed
	Expect string
	Source SourceView
}

// SourceView answers "says who?".
type SourceView struct {
	ID       string
	Title    string
	URL      string
	Strength string // "A", "B", "C", "clinic", "unsourced", "own": the person's word; "" if the source is not known
	Plan     string // the plan's name
	Line     int    // of the plan file
	Parts    []SourcePart
	SaysSo   string // the sheet's own sentence; "": the plan does not keep it
}

// SourcePart is who says a part of it, where that is another.
type SourcePart struct {
	Of   []string // the plan's words for the part
	Says SourceView
}

// WindowView is one window at one moment; of several courses, the strictest.
type WindowView struct {
	ID         string
	Name       string
	Part       bool // it is a routine or advice, which goes on until the person's word: see [Status.Questions]
	State      course.State
	From       time.Time
	Until      time.Time // zero if no end is known: see End
	End        EndView   // how it ends
	Soft       bool      // the plan asks for less of it, not for none
	Spared     []string  // what the person wrote another wait for, in their words
	Except     []string  // what the plan leaves out of it, in its words
	Beforehand bool      // it ends with its treatment, and allows nothing from then on
	Allowed    *time.Time
	Avoid      string
	Why        string
	After      string
	Then       string
	ThenUntil  *time.Time
	AndWhen    string
	Situation  string
	Source     string
	Says       SourceView
	Treatment  int64     // whose course is the strictest
	Treated    time.Time // when that was
	With       []int64   // other treatments whose wait is the same to the moment
	Share      float64   // 0 to 1: how much of the wait has passed
	Extended   bool
	Held       bool                // another wait keeps it shut: it is told as that one is, under its own name
	Onward     string              // the name of another wait of it that goes on when this one ends; "": none
	Itself     *ItselfView         // of one that is held: its own time and step; nil: nothing of these is left
	Now        time.Time           // the moment that State is of
	StateUntil *time.Time          // when State ends by itself; nil: it does not
	Hours      *guidance.HourRange // the hours of each day that are meant; nil: all
	Never      string              // of the state Never: the plan's advice that forbids it, as it is written
	AllowedNow bool                // Allowed has come: the plan allows it, and advises to wait on
	Extend     time.Duration       // what the plan offers while still red or peeling; 0: nothing
	// ExtendUntil is until when the wait would last with Extend; nil if it is not offered now.
	ExtendUntil *time.Time
}

// ItselfView is a wait that another one holds, by its own time.
type ItselfView struct {
	Until time.Time // when its own wait ends, or ended; zero: no moment is known
	End   EndView
	Waits bool   // it waits by its own time too
	Then  string // the step that its plan has follow it, now or from Until on ("sunscreen outside"); "": none, or that is over
}

// EndView is how a wait, a routine or advice ends, beside its moment.
type EndView struct {
	Said      guidance.Moment  // as the plan says it ("5 to 7 days", "4 weeks after the last session")
	Usually   *guidance.Moment // of one that the person's word ends: the sheet's guess; nil: none
	Condition string           // what the person is asked, in the sheet's words ("the scabs are gone"); "": whether their skin is calm
	Open      bool             // no moment is known at which it ends
	Own       *guidance.Own    // what the person wrote, where the figure is theirs; nil: it is the plan's
}

// ByWord says whether the person's word alone ends it.
func (e EndView) ByWord() bool { return e.Said.Anchor == guidance.UntilCalm }

// Unnamed says whether the plan names no end.
func (e EndView) Unnamed() bool { return e.Said.Anchor == guidance.NoEnd }

// AdviceView is advice that holds now.
type AdviceView struct {
	ID        string
	Name      string
	Text      string
	Situation string     // see guidance.Window.Situation
	Never     bool       // it names what is never to be done
	From      *time.Time // nil: from the beginning
	Until     *time.Time // nil: as long as the course, or until the person's word
	End       EndView
	Says      SourceView
	Treatment int64
}

// RoutineView is one routine today.
type RoutineView struct {
	ID       string
	Role     guidance.Role // what the program knows of it; "": nothing in particular
	Name     string
	How      string
	Done     int
	Goal     int
	Next     *time.Time
	Drink    *record.Drink  // of drinks: how far the day's goal is; else nil
	GoalText string         // as the plan says it
	Starts   *time.Time     // set if the routine has not begun
	NotYet   *record.NotYet // of several treatments: where on the skin it may not be done yet; nil: nowhere
	Ends     time.Time      // zero if no end is known
	End      EndView
	Asks     bool // its time may be up: it goes on until the person says so
	Source   string
	Says     SourceView
	Off      bool // switched off by the person
	// Situation is "" or when the routine is meant ("outdoors"): it is not reminded of.
	Situation string
	TimesSaid string          // how often a day, as the plan says it ("3 to 4"); "": by its times
	Every     guidance.Length // as the plan says it; zero: not so
	Treatment int64           // whose course it is of
}

// NextView is one occurrence to come or due.
type NextView struct {
	ID   string
	Kind string // "routine", "window", "begin", "tell" (what the person asked to be told of) or "welcome"
	What string
	Role guidance.Role // of a routine; "": none in particular
	At   time.Time
	News record.News // what its notification tells
}

// HeldView is an occurrence that is kept back.
type HeldView struct {
	NextView
	Reason reminder.HeldReason
	By     string // of HeldQuiet: whose "do not disturb" it is
	Until  *time.Time
}

// SeriesView is how far a series of treatments is.
type SeriesView struct {
	Session int              // of the newest treatment, from 1
	Spacing guidance.Spacing // of its plan: how many it says
}

// VisitView is when the plan would have the next treatment.
type VisitView struct {
	From  time.Time
	Until time.Time
	Says  SourceView
	// Spacing is what the plan says of the time to the next treatment.
	Spacing guidance.Spacing
}

// CanView answers "may I?".
type CanView struct {
	Activity string
	Name     string
	Allowed  bool
	State    course.State
	Until    *time.Time // nil: allowed without end
	Source   string
	Then     string // in the state "then": what it is allowed with ("SPF 30+, hat, shade"), else ""
	Says     SourceView
	Window   WindowView // what the answer rests on; empty if Free
	Free     bool       // no course runs, so no plan asks to wait
	Except   string     // the word by which the plan leaves what was asked about out of a wait that goes on; "": it does not
	Ungiven  bool       // its wait is over, and that alone is no yes, such as to the sun; then it is not Allowed
	Silent   bool       // it waits for the treatment, and of the time after that the plan says nothing
	Never    string     // what the plan says of what is never allowed, or not in this course; "": it is not that
	Setters  []Called   // the treatments whose plan answers; none if only one is looked after, or if no wait binds
}

// CallView is a reason to call the clinic that what the person says of their skin is.
type CallView struct {
	Text      string // the plan's own
	Act       string // "emergency", "today" or "clinic"
	Says      SourceView
	Treatment int64
	Clinic    string
	Phone     string
}

// LogView is one line of the log.
type LogView struct {
	ID         int64
	At         time.Time
	Kind       string // an entry's kind, or "shown", "letgo"
	What       string
	Occurrence string
	Until      *time.Time
	Title      string      // of a notification: the title in which it was shown; of a wish to be told: what it is about
	News       record.News // of one that was never shown: what it would have told
	Reason     string
	Undone     bool
	Drink      *record.Drink // of a drink: what it was, as the person counts; else nil
	OverLitre  bool          // of a drink that was just written down: it makes more than a litre within an hour
	Treat      *TreatChange  // of a line about a treatment; else nil
	Kept       *KeptChange   // of a line about a question for the clinic or a product; else nil
	Feel       *FeelView     // of a line about how the skin felt; else nil
	Own        *guidance.Own // of a line about what the person wrote to their plan; else nil
	Comes      *time.Time    // of a snooze that was just made: when the reminder will truly come; null if it will not
}

// SettingView is one preference.
type SettingView struct {
	Key     string
	Value   string
	Default string
	Choices []string // the only values that it can have; nil if its value is written
}

// PlanView is a plan in the list of plans.
type PlanView struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Version string `json:"version"`
	Summary string `json:"summary"`
	Starter bool   `json:"starter"`
	Unread  error  `json:"-"` // why a stored plan cannot be read any more; nil: it can
}

// Scene is the raw material of a Status, for those who draw it: the timeline and the guide.
type Scene struct {
	Now        time.Time
	Zone       *time.Location
	Courses    []course.Course // that run at Now, newest first
	Prefs      course.Prefs
	Entries    []record.Entry
	Deliveries []record.Delivery
	Plan       guidance.Plan // of the newest course, or of the starter plan if none runs
	Settings   map[string]string
	Questions  []record.ClinicQuestion // for the clinic, in the person's zone
	Shelf      []record.Product
	Input      reminder.Input // without the waits for what is forbidden without an end; see Told

	forbid  map[string]ask.Answer // see readAcross
	others  map[string][]ask.WindowOf
	unread  error           // names a treatment whose plan cannot be read any more; nil: none
	from    time.Time       // the true present: what lies between it and a later Now is imagined as nobody doing anything
	lasting []course.Window // of courses that are over: what goes on without an end, see [course.Lasting]
	ended   *course.Course  // the newest of those that are over; nil: none within a year
	latest  *course.Course  // the newest whose treatment has been, even if it is over; nil: none within a year
}

// NewTreatment is what the person enters.
type NewTreatment struct {
	At        time.Time
	Device    string
	DepthMM   float64
	Area      string
	Sensitive bool
	PlanID    string // a starter plan's or a used plan's id; "" for the plan in use
	PlanFile  string // the text of a plan file, with its name in PlanName; "" for PlanID
	PlanName  string
}
