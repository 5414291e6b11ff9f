// Package guidance holds everything that gives advice: the plan file format,
// the starter plans and their sources. It knows no other room of the house,
// reads no clock and no environment.
package guidance

import "time"

// Plan is a clinic's or a starter rule set, as one plan file says it.
type Plan struct {
	Format  int // of the file: 1 or 2
	ID      string
	Name    string
	Version string // free text, such as "2026-11"
	Summary string // one sentence on whom the plan is for
	Clinic  Clinic

	Sources  []Source
	Windows  []Window  // in the order of importance; screens and notifications keep it
	Routines []Routine // likewise
	Phases   []Phase   // in time order, without gaps, the first from 0
	Care     []Care
	Calls    []Call // the plan's own; CallList adds the ones that are always shown
	Spacing  Spacing
	Products Products
}

// Clinic is whom to call. Empty in the starter plans.
type Clinic struct {
	Name  string
	Phone string
}

// Source is who says a figure.
type Source struct {
	ID       string
	Title    string
	URL      string
	Strength string // A, B, C, "clinic" or "unsourced"; see StrengthWords
	Note     string
}

// Window is a stretch of time in which something is to be avoided.
type Window struct {
	ID    string
	Name  string // "Makeup"
	Avoid string // the rule in one sentence: "No makeup."
	Why   string // one plain sentence, may be empty
	After string // said when it ends: "Use clean brushes."
	From  Moment
	Until Moment // NoEnd: the plan names none
	// Usually is when a window until calm usually ends, as the plan guesses; it is asked from then on. Nil: from the
	// morning after on.
	Usually *Moment
	// Condition is on what it ends in the sheet's own words, in small letters: "the scabs are gone". "": calm skin.
	Condition string
	// Soft says that less of it will do: it is told as "less", never as "no".
	Soft bool
	// Except are of what is to be avoided the things that the plan allows by name ("mineral makeup").
	Except []string
	// Meant is how the sheet says it, where that is no plain ban: [MeantOnly], [MeantMay] or "".
	Meant string
	Only  Match // it is for these treatments alone; a device that nobody named may be any
	// AndWhen is "" or "calm": time alone does not end the window, the person is asked too.
	AndWhen string
	// AllowedFrom is when it becomes allowed although the plan advises to wait on until Until. Nil: never before Until.
	AllowedFrom *Moment
	// Situation is "" or a name such as "outdoors": shown then, not nagged about. See [Prescribed].
	Situation string
	// Hours limits the window to hours of the day ("10:00-14:00"), local time. Nil: all day.
	Hours *HourRange
	// Then is what follows instead of an open end ("SPF 30+, hat and shade"): such a window never says "open" before ThenUntil.
	Then      string
	ThenUntil *Moment
	// ThenAvoid are the words of the window that stay to be avoided while what follows holds ("sunbathing").
	ThenAvoid []string
	// Extend is by how much the plan lets the person extend while the skin is still red or peeling. Zero: it does not say so.
	Extend     time.Duration
	ExtendSaid Range // as the plan says it
	// Activities are other words people use for it ("gym", "running"), for `can`.
	Activities []string
	SaysSo     string // the sheet's own sentence
	Source     string
	Says       []Says
	Line       int // of the plan file, where the figure in force stands
	Lines      TextLines
	When       []WindowVariant

	// Own is what the person wrote, if this wait is theirs, and Spared are the things for which they wrote another one.
	// No plan file says either: see [Plan.WithOwn].
	Own    *Own
	Spared []string
}

// How a sheet may say what is a wait all the same: only what is in Except ("only mineral sunscreen"), leave to begin where
// the wait ends ("makeup from the next morning").
const (
	MeantOnly = "only"
	MeantMay  = "may"
)

// How a sheet may say what is advice, besides leave for something that never waits ("you may take paracetamol", [MeantMay]):
// something to do, good to know, what the skin is expected to do.
const (
	MeantDo     = "do"
	MeantNote   = "note"
	MeantExpect = "expect"
)

// Prescribed is the situation of what is for those alone whose clinic prescribed it.
const Prescribed = "prescribed"

// AsksCalm says whether the person is asked whether the skin is calm, and time alone does not end the window.
func (w Window) AsksCalm() bool { return w.AndWhen != "" || w.Until.Anchor == UntilCalm }

// AsksCalm says whether the routine goes on until the person says that the skin is calm.
func (r Routine) AsksCalm() bool { return r.Until.Anchor == UntilCalm }

// Once says whether the routine is due one time in all: it has one time of the day, and lasts a day at most.
func (r Routine) Once() bool {
	if len(r.Times) != 1 && r.TimesADay.Max != 1 || len(r.Stages) > 0 {
		return false
	}
	switch from, until := r.From, r.Until; {
	case from.Months != 0 || until.Months != 0 || !from.Timed() || !until.Timed() || from.same(until):
		return false
	case from.scale() == Morning && until.scale() == Morning:
		return until.mark()-from.mark() <= day
	case from.Anchor == FromTreatment && until.scale() == Morning: // on the treatment's own day
		return from.Elapsed >= 0 && until.Day <= 0
	default:
		return from.Anchor == FromTreatment && until.Anchor == FromTreatment && until.Elapsed-from.Elapsed <= day
	}
}

// Devices are the treatments that a plan may tell apart.
func Devices() []string { return []string{"roller", "pen", "rf", "prp"} }

// TextLines are the lines of the plan file where texts stand, by key.
type TextLines map[string]int

// Traits are what a treatment's variants are chosen by.
type Traits struct {
	Device    string // "", "roller", "pen", "rf", "prp"
	DepthMM   float64
	Area      string // "", "face", "neck", "body", "scalp", ...
	Sensitive bool   // "my skin marks easily"
}

// Match says which treatments a variant is for: every condition that is set must hold.
type Match struct {
	Device      []string
	DepthOverMM *float64 // deeper than
	DepthUpToMM *float64 // at most
	Area        []string
	Sensitive   *bool
}

// WindowVariant changes a window for some treatments. Of all that match, the strictest
// (latest end) wins; Add lengthens the result by the largest matching Add.
type WindowVariant struct {
	Match
	Until *Moment
	// Usually is the guess for these treatments; nil: as the window says. The latest of all that match wins.
	Usually *Moment
	// ThenUntil is when what follows ends instead; nil: as the window says. The latest of all that match wins.
	ThenUntil *Moment
	Add       time.Duration
	AddSaid   Range // as the plan says it
	Source    string
	Line      int
}

// Routine is repeated care.
type Routine struct {
	ID   string
	Role Role   // what the program knows of it; "": nothing in particular
	Only Match  // see Window.Only
	Name string // "Gentle cleanse"
	Ask  string // the notification's title, if it differs from Name ("A glass of water?")
	How  string // one or two short sentences
	// Exactly one of Times, TimesADay, Every and Amount.Max>0 says when it is due.
	Times     []Clock       // local wall-clock times; may hold AtBedtime
	TimesADay Amount        // shared out over the waking day, without a unit ("3 to 4")
	Every     time.Duration // while awake; of a range the shorter
	EverySaid Range         // "3 to 4 hours"
	For       time.Duration // length of one go ("15m"); zero: not said
	ForSaid   Range         // "10 to 15 minutes": For is the longer
	Amount    Amount        // spread over the waking day ("8 glasses")
	From      Moment
	// AllowedFrom is when it may be done for the first time; it is asked for from From on. Nil: not before From.
	AllowedFrom *Moment
	Until       Moment        // NoEnd: to the next treatment of the same skin, or the course's end
	Usually     *Moment       // of one until calm: see Window.Usually
	Condition   string        // likewise
	UsefulFor   time.Duration // after that a missed one is let go
	Situation   string        // see Window.Situation
	SaysSo      string        // the sheet's own sentence
	Source      string
	Line        int
	Lines       TextLines
	Stages      []Stage // in time order; outside every stage the routine itself holds
	When        []RoutineVariant
	Own         *Own // what the person wrote, if they changed it: see [Plan.WithOwn]
}

// RoutineVariant moves a routine's start or end for some treatments: of each the latest that matches wins.
type RoutineVariant struct {
	Match
	From        *Moment
	AllowedFrom *Moment
	Until       *Moment
	Source      string
	Line        int
}

// Stage is a part of a routine that differs: "water only until 24 h".
type Stage struct {
	From, Until Moment
	None        bool // nothing is due in it
	How         string
	Lines       TextLines
	Times       []Clock       // instead of the routine's, if set
	Every       time.Duration // instead of the routine's, if set
}

// Amount is an amount or range as the plan says it.
type Amount struct {
	Text     string // "8 glasses", "4 to 6 glasses"
	Min, Max int    // 8,8; 4,6
	Unit     string // "glasses"
}

// Phase is a named stretch of the recovery with what the plan expects then.
type Phase struct {
	ID          string
	Name        string
	From, Until Moment
	Expect      string // "pink, warm, tight skin, a little swelling": lower case, no full stop
	SaysSo      string // the sheet's own sentence
	Source      string
	Says        []Says
	Line        int
}

// Care is advice without a clock. Rule 1 to 7 marks the seven rules of the article.
type Care struct {
	ID     string
	Rule   int // 0: beyond the seven
	Name   string
	Text   string
	Covers []string // ids of windows and routines that carry out this advice
	About  []string // words for what it is about, besides its name
	// Never are words for what it forbids, without an end: no wait that is over allows them.
	Never []string
	// From and Until are between when it holds; nil: without a bound. It is shown then, and nobody is reminded of it.
	From, Until *Moment
	Usually     *Moment  // of one until calm: see Window.Usually
	Condition   string   // likewise
	Situation   string   // see Window.Situation
	Meant       string   // [MeantDo], [MeantNote], [MeantExpect], [MeantMay]; "": to do if it has a time, else good to know
	SaysSo      string   // the sheet's own sentence
	Device      []string // it is for treatments with these devices alone; none: for all
	Area        []string // it is for these treated areas alone; none: for all
	Source      string
	Says        []Says
	Line        int
}

// Says names another source for a part of what an entry says.
type Says struct {
	Of     []string // words of the entry: what this source says
	Source string
}

// Call is a reason to call the clinic.
type Call struct {
	ID   string
	Text string
	Only Match  // see Window.Only
	Act  string // "emergency", "today" or "clinic"
	// StillAfter is how long after the treatment skin that is still red or peeling is this reason to call; whoever notes
	// that it is reads the line first. Zero: the reason is another one.
	StillAfter     time.Duration
	StillAfterSaid Range  // as the plan says it
	SaysSo         string // the sheet's own sentence
	Source         string
	Line           int
}

// Spacing is the time to the next treatment.
type Spacing struct {
	From, Until time.Duration // zero: the plan does not say; months are in them with 30 days each
	// FromMonths and UntilMonths are those of the calendar in From and Until; 0: none.
	FromMonths, UntilMonths int
	Text                    string // as said: "4 to 6 weeks"
	Sessions                int    // of a series, the most of a range; 0: the plan does not say
	SessionsSaid            string // the range as said: "3 to 5"; "": one figure
	SaysSo                  string // the sheet's own sentence
	Source                  string
	Line                    int
	When                    []SpacingVariant
}

// SpacingVariant is the spacing for some treatments; the longest From that matches wins.
type SpacingVariant struct {
	Match
	From, Until             time.Duration
	FromMonths, UntilMonths int
	Text                    string
	Source                  string
	Line                    int
}

// Products is the plan's own list of ingredients and products, as names; used by the ingredient check.
type Products struct {
	// Avoid are all that are to be avoided, those of Waits among them.
	Avoid, Allow, Use []string
	// Waits say until when some of Avoid are; of the others the plan says no end.
	Waits []ProductWait
}

// ProductWait is until when some ingredients are to be avoided: as long as a window, or until a moment of their own.
type ProductWait struct {
	Avoid  []string
	Window string // id of a window; "": Until says it
	Until  *Moment
	Source string // of Until; "" with a window, whose own source it is
	Line   int
}
