// Package timeline turns courses into lanes, bars, ticks and labels in plain
// geometry. It is pure, knows no toolkit and has no words of its own: the window, the PDF and the SVG
// all draw from it, and [Words] words what stands in it.
package timeline

import (
	"time"

	"afterglow/guidance"
)

// Zoom is how much of the course is laid out.
type Zoom int

const (
	SevenDays Zoom = iota // around now
	ThreeDays             // around now, by the hour
	AllWeeks              // the whole course, by the week
)

// Tone is what a bar or dot says; the painter maps it to colour and edge together.
type Tone string

const (
	ToneWait  Tone = "wait"  // amber with an edge: not yet
	ToneOpen  Tone = "open"  // sage, plain
	ToneThen  Tone = "then"  // water blue: what follows ("SPF 30+, hat, shade")
	ToneCare  Tone = "care"  // rose: a routine's stretch
	ToneNever Tone = "never" // amber with an edge: the plan's advice forbids it without an end
	ToneAsk   Tone = "ask"   // an amber edge alone: time is up, ask the skin
	ToneRest  Tone = "rest"  // amber with an edge: a routine that has not begun
)

// waits says whether it tells of something that is still to be waited for.
func (t Tone) waits() bool {
	return t == ToneWait || t == ToneNever || t == ToneAsk || t == ToneRest
}

// Stretch is a part of a lane in which one thing holds: what a bar, or a line of the list, is worded from.
type Stretch struct {
	Name        string // of the routine or window, as the plan has it
	Tone        Tone
	From, Until time.Time           // Until is zero if it has no end
	Then        string              // of ToneThen: what follows, in the plan's words
	Allowed     time.Time           // of ToneWait: since when the plan allows what it advises against; zero: it does not
	Hours       *guidance.HourRange // of ToneWait: it binds in these hours of the day alone, and the stretch is many days; nil: all day
	Soft        bool                // of ToneWait: the plan asks for less of it, not for none
	Unnamed     bool                // of ToneWait: the plan names no end
	Asks        bool                // of ToneWait: the person's word ends it, not its time
	Condition   string              // of ToneAsk: what the person is asked, in the sheet's words; "": whether their skin is calm
	Often       Often               // of ToneCare
}

// Often is how often a routine is due: so many times a day, or every so often.
type Often struct {
	Times     int
	TimesADay guidance.Amount // as the plan says Times where it names no clock: "3 to 4"
	Every     time.Duration   // if Times is 0
	EverySaid guidance.Range  // as the plan says Every: "3 to 4 hours"
	Off       bool            // the person switched its reminders off
}

// Words puts what stands in the picture into words. If several texts are given the longest comes
// first: the first that has room is shown, or none.
type Words interface {
	Bar(s Stretch) []string
	Line(at time.Time, now bool) string
	Now() string // at the present while the line stands elsewhere
	Day(at time.Time) []string
	Week(at time.Time) []string // the day that a week begins with
	Hour(at time.Time) string
	Visit(area string) string
	Felt() string // the name of the lane that shows how the skin felt
}

// Options says what to lay out and into what room. Lengths are in the painter's own unit.
type Options struct {
	Zoom  Zoom
	Width float32 // of everything, labels included
	High  float32 // the room for everything: the lanes stand as close as they have to, within bounds; 0: as far apart as they like
	Now   time.Time
	Zone  *time.Location
	Words Words
	// Measure gives the width of a text in the bar label's or the hour label's font.
	Measure func(text string, size float32, bold bool) float32
}

// Layout is the picture with the line at one moment: the painter draws it as it stands, top to bottom.
type Layout struct {
	Width, Height float32
	LabelWidth    float32 // the lane names' column
	BarHigh       float32 // how high the bars are: more where the lanes stand wide apart
	Axis          []Label // days, hours or dates
	Grid          []float32
	Nights        []Span
	Lanes         []Lane
	CursorX       float32
	CursorLabel   Label   // what the line says; CursorPad is kept free around it
	Ghost         Ghost   // where now is, while the line stands elsewhere
	Treatments    []Visit // further treatments in the picture
	From, Until   time.Time
}

// Ghost is the faint line at now.
type Ghost struct {
	X     float32
	Shown bool  // the line stands elsewhere, and now is in the picture
	Label Label // without text if there is no room beside the line's
}

// Span is a horizontal stretch.
type Span struct{ X0, X1 float32 }

// Visit is a further treatment: a thin line at X over the whole height, with its name at the foot.
type Visit struct {
	X     float32
	Label Label
}

// Label is a piece of text with its place: X is the left edge, Y the top.
type Label struct {
	Text   string
	X, Y   float32
	Size   float32
	Bold   bool
	Width  float32
	Hidden bool // it gives way to what the line says

	from, until float32 // of a day: where its room begins and ends
}

// Lane is one row: a routine or a window, or without an ID how the skin felt. Its bars are [Layout.BarHigh] high.
type Lane struct {
	ID    string
	Name  string  // what of it fits into the column
	Y     float32 // top of the bars
	Bars  []Bar
	Ticks []Tick
	Felt  []FeltDot
}

// Bar is one stretch of a lane.
type Bar struct {
	Span
	Stretch
	Label  string // what fits; "" if nothing does
	LabelX float32
}

// Tick is one occurrence on a routine's lane.
type Tick struct {
	X    float32
	Done bool
	At   time.Time
}

// Mark is a routine's occurrence with its answer, for the ticks.
type Mark struct {
	Routine string
	At      time.Time
	Done    bool
}
