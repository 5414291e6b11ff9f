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
	FirstDays Zoom = iota // the first three days, by the hour
	AllWeeks              // the whole course, by the day
)

// Tone is what a bar or dot says; the painter maps it to colour, pattern and edge together.
type Tone string

const (
	ToneWait Tone = "wait" // amber, hatched: not yet
	ToneOpen Tone = "open" // sage, plain
	ToneThen Tone = "then" // water blue: what follows ("SPF 30+, hat, shade")
	ToneCare Tone = "care" // rose: a routine's stretch
	ToneAsk  Tone = "ask"  // amber edge, no hatch: time is up, ask the skin
	ToneRest Tone = "rest" // amber, hatched: a routine that has not begun
)

// Stretch is a part of a lane in which one thing holds: what a bar, or a line of the list, is worded from.
type Stretch struct {
	Name        string // of the routine or window, as the plan has it
	Tone        Tone
	From, Until time.Time           // Until is zero if it has no end
	Then        string              // of ToneThen: what follows, in the plan's words
	Allowed     time.Time           // of ToneWait: since when the plan allows what it advises against; zero: it does not
	Hours       *guidance.HourRange // of ToneWait: it binds in these hours of the day alone, and the stretch is many days; nil: all day
	Often       Often               // of ToneCare
}

// Often is how often a routine is due: so many times a day, or every so often.
type Often struct {
	Times int
	Every time.Duration // if Times is 0
	Off   bool          // the person switched its reminders off
}

// Words puts what stands in the picture into words. If several texts are given the longest comes
// first: the first that has room is shown, or none.
type Words interface {
	Bar(s Stretch, past bool) []string // past: it lies before the line
	Line(at time.Time, now bool) string
	Day(at time.Time) []string
	Month(at time.Time) []string
	Date(at time.Time) string
	Hour(at time.Time) string
	Visit(area string) string
}

// Options says what to lay out and into what room. Lengths are in the painter's own unit.
type Options struct {
	Zoom  Zoom
	Width float32 // of everything, labels included
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
	Days          []Label // the day names above the hours
	Hours         []Label // the hour (or date) labels; those under the line's label are left out
	Grid          []float32
	Nights        []Span
	Lanes         []Lane
	CursorX       float32
	CursorLabel   Label   // what the line says; CursorPad is kept free around it
	Treatments    []Visit // further treatments in the picture
	From, Until   time.Time
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
	Text  string
	X, Y  float32
	Size  float32
	Bold  bool
	Width float32
}

// Lane is one row: a routine or a window. Its bars are [BarHeight] high.
type Lane struct {
	ID    string
	Name  string  // what of it fits into the column
	Y     float32 // top of the bars
	Bars  []Bar
	Ticks []Tick
}

// Bar is one stretch of a lane.
type Bar struct {
	Span
	Stretch
	Label  string // what fits; "" if nothing does
	LabelX float32
	Faded  bool // the label lies before the line
}

// Tick is one occurrence on a routine's lane.
type Tick struct {
	X    float32
	Done bool
	Past bool // before the line
	At   time.Time
}

// Mark is a routine's occurrence with its answer, for the ticks.
type Mark struct {
	Routine string
	At      time.Time
	Done    bool
}
