// Package service is everything that a person can ask of Afterglow and do with it:
// the one set of answers and acts on which the tray, the command line and the
// window stand. It reads and writes the journal and keeps no state of its own.
package service

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// Status is where the person stands at one moment. Its JSON shape is documented in docs/cli.md and only grows.
type Status struct {
	Now        time.Time       `json:"now"`
	Treatment  *TreatmentView  `json:"treatment"` // the newest whose course runs; nil: none
	Treatments []TreatmentView `json:"treatments"`
	Phase      *PhaseView      `json:"phase"`
	Windows    []WindowView    `json:"windows"`
	Routines   []RoutineView   `json:"routines"`
	Next       *NextView       `json:"next"`
	Due        []NextView      `json:"due"`  // shown or due, unanswered, still useful
	Held       []HeldView      `json:"held"` // due and kept back, with the reason
	Paused     *time.Time      `json:"paused_until"`
	NextVisit  *VisitView      `json:"next_treatment"`
}

// TreatmentView is a treatment as it is shown.
type TreatmentView struct {
	ID        int64     `json:"id"`
	At        time.Time `json:"at"`
	Day       int       `json:"day"` // calendar days where the person is; 0 on the day itself
	Device    string    `json:"device"`
	DepthMM   float64   `json:"depth_mm"`
	Area      string    `json:"area"`
	Sensitive bool      `json:"sensitive"`
	Plan      string    `json:"plan"`
	PlanName  string    `json:"plan_name"`
	Ends      time.Time `json:"ends"` // of the course
	Over      bool      `json:"over"`
	Phase     string    `json:"phase"` // the name of the phase that runs; "" for none
	Clinic    string    `json:"clinic"`
	Phone     string    `json:"phone"`
}

// PhaseView is the phase that runs.
type PhaseView struct {
	ID     string     `json:"id"`
	Name   string     `json:"name"`
	From   time.Time  `json:"from"`
	Until  time.Time  `json:"until"`
	Share  float64    `json:"share"` // 0 to 1: how much of the phase has passed
	Expect string     `json:"expect"`
	Source SourceView `json:"says"`
}

// SourceView answers "says who?".
type SourceView struct {
	ID       string
	Title    string
	URL      string
	Strength string // "A", "B", "C", "clinic", "unsourced"; "" if the source is not known
	Plan     string // the plan's name
	Line     int    // of the plan file
}

// WindowView is one window at one moment; of several courses, the strictest.
type WindowView struct {
	ID         string              `json:"id"`
	Name       string              `json:"name"`
	State      course.State        `json:"state"`
	From       time.Time           `json:"from"`
	Until      time.Time           `json:"until"`
	Allowed    *time.Time          `json:"allowed_from"`
	Avoid      string              `json:"avoid"`
	Why        string              `json:"why"`
	After      string              `json:"after"`
	Then       string              `json:"then"`
	ThenUntil  *time.Time          `json:"then_until"`
	AndWhen    string              `json:"and_when"`
	Situation  string              `json:"situation"`
	Hours      string              `json:"hours"`
	Source     string              `json:"source"`
	Says       SourceView          `json:"says"`
	Treatment  int64               `json:"treatment"` // whose course is the strictest
	With       []int64             `json:"with"`      // other treatments whose wait is the same to the moment
	Share      float64             `json:"share"`     // 0 to 1: how much of the wait has passed
	ExtendBy   string              `json:"extend_by"` // what the plan offers while still red or peeling ("24h"); "" for nothing
	Extended   bool                `json:"extended"`
	Now        time.Time           // the moment that State is of
	Within     *guidance.HourRange // the hours of each day that are meant; nil: all
	AllowedNow bool                // Allowed has come: the plan allows it, and advises to wait on
	Extend     time.Duration       // what the plan offers while still red or peeling; 0: nothing
	// ExtendUntil is until when the wait would last with ExtendBy; null where it is not offered now.
	ExtendUntil *time.Time `json:"extend_until"`
}

// RoutineView is one routine today.
type RoutineView struct {
	ID       string         `json:"id"`
	Role     guidance.Role  `json:"role"` // what the program knows of it; "": nothing in particular
	Name     string         `json:"name"`
	How      string         `json:"how"`
	Done     int            `json:"done"`
	Goal     int            `json:"goal"`
	Next     *time.Time     `json:"next"`
	Unit     string         `json:"unit"`      // "glasses", else ""
	AmountML int            `json:"amount_ml"` // drunk today
	GoalML   int            `json:"goal_ml"`   // of a drink: today's goal
	Amount   string         `json:"amount"`    // of a drink: how much of the goal, in the person's unit ("800 of 1600 ml"); else ""
	GoalText string         `json:"goal_text"` // as the plan says it
	Starts   *time.Time     `json:"starts"`    // set where the routine has not begun
	NotYet   *record.NotYet `json:"-"`         // of several treatments: where on the skin it may not be done yet; nil: nowhere
	Ends     time.Time      `json:"ends"`
	Source   string         `json:"source"`
	Says     SourceView     `json:"says"`
	Off      bool           `json:"off"` // switched off by the person
	// Situation is "" or when the routine is meant ("outdoors"): it is not reminded of.
	Situation string `json:"situation"`
}

// NextView is one occurrence to come or due.
type NextView struct {
	ID   string        `json:"id"`
	Kind string        `json:"kind"` // "routine", "window" or "welcome"
	What string        `json:"what"`
	Role guidance.Role `json:"role"` // of a routine; "": none in particular
	At   time.Time     `json:"at"`
	News record.News   `json:"-"` // what its notification tells
}

// HeldView is an occurrence that is kept back.
type HeldView struct {
	NextView
	Reason string     `json:"reason"`
	Until  *time.Time `json:"until"`
}

// VisitView is when the plan would have the next treatment.
type VisitView struct {
	From  time.Time  `json:"from"`
	Until time.Time  `json:"until"`
	Text  string     `json:"text"`
	Says  SourceView `json:"says"`
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
	Setters  []Called   // the treatments whose plan answers; none if only one is looked after, or if no wait binds
}

// LogView is one line of the log.
type LogView struct {
	ID         int64       `json:"id"`
	At         time.Time   `json:"at"`
	Kind       string      `json:"kind"` // an entry's kind, or "shown", "letgo"
	What       string      `json:"what"`
	Occurrence string      `json:"occurrence"`
	Until      *time.Time  `json:"until"`
	AmountML   int         `json:"amount_ml"`
	Title      string      `json:"title"` // of a notification: the title in which it was shown
	News       record.News `json:"-"`     // of one that was never shown: what it would have told
	Reason     string      `json:"reason"`
	Undone     bool        `json:"undone"`
	Amount     string      `json:"amount"` // of a drink, in the person's unit ("1 glass", "300 ml"); else ""
	Notice     string      `json:"notice"` // what there is to say of an act that was just done; else ""
	Comes      *time.Time  `json:"comes"`  // of a snooze that was just made: when the reminder will truly come; null where it will not
}

// SettingView is one preference.
type SettingView struct {
	Key     string `json:"key"`
	Value   string `json:"value"`
	Default string `json:"default"`
	Help    string `json:"help"`
}

// PlanView is a plan in the list of plans.
type PlanView struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Version string `json:"version"`
	Summary string `json:"summary"`
	Starter bool   `json:"starter"`
}

// Scene is the raw material of a Status, for those who draw it: the timeline and the guide.
type Scene struct {
	Now        time.Time
	Zone       *time.Location
	Courses    []course.Course // that run at Now, newest first
	Prefs      course.Prefs
	Entries    []record.Entry
	Deliveries []record.Delivery
	Plan       guidance.Plan // of the newest course, or of the starter plan where none runs
	Settings   map[string]string
	Input      reminder.Input

	from   time.Time      // the true present: what lies between it and a later Now is imagined as nobody doing anything
	latest *course.Course // the newest whose treatment has been, even where it is over; nil: none within a year
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
