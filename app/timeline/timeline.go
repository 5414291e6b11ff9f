// Package timeline turns courses into lanes, bars, ticks and labels in plain
// geometry. It is pure and knows no toolkit: the window, the PDF and the SVG all draw from it.
package timeline

import "time"

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

// Options says what to lay out and into what room. Lengths are in the painter's own unit.
type Options struct {
	Zoom   Zoom
	Width  float32 // of everything, labels included
	Now    time.Time
	Cursor time.Time // the dragged line; equal to Now where it is not dragged
	Zone   *time.Location
	// Sleep gives the night shading that begins on a day (a moment of it is passed); nil: from the preferences.
	Sleep func(day time.Time) (from, to time.Time, ok bool)
	// Measure gives the width of a text in the bar label's or the hour label's font.
	Measure func(text string, size float32, bold bool) float32
}

// Layout is the picture: the painter draws it as it stands, top to bottom.
type Layout struct {
	Width, Height float32
	LabelWidth    float32 // the lane names' column
	Days          []Label // the day names above the hours
	Hours         []Label // the hour (or date) labels; those under the now label are left out
	Grid          []float32
	Nights        []Span
	Lanes         []Lane
	CursorX       float32
	NowX          float32 // negative where now is outside the picture
	CursorLabel   Label   // "now 17:50", or "Sun 19:00" where the line is dragged; CursorPad is kept free around it
	Treatments    []Visit // further treatments in the picture
	From, Until   time.Time
}

// Span is a horizontal stretch.
type Span struct{ X0, X1 float32 }

// Visit is a further treatment: a thin line at X over the whole height, with its name at the foot.
type Visit struct {
	X     float32
	Label Label
	At    time.Time
}

// Label is a piece of text with its place: X is the left edge, Y the top.
type Label struct {
	Text  string
	X, Y  float32
	Size  float32
	Bold  bool
	Width float32
}

// Lane is one row: a routine or a window.
type Lane struct {
	ID    string
	Name  string
	Y     float32 // top of the bars
	Bars  []Bar
	Ticks []Tick
}

// Bar is one stretch of a lane.
type Bar struct {
	Span
	Height float32
	Tone   Tone
	// FadeTo is up to which X the bar lies before the cursor and is drawn faded; X0 or less: not at all.
	FadeTo float32
	Label  string // what fits; "" where nothing does
	LabelX float32
	// Faded says that the label lies in the past part.
	Faded bool
	// Words is the same as a sentence, for lists and screen readers: "Makeup: not yet, until Sat 21 Nov 15:30".
	Words       string
	From, Until time.Time
	// CutLeft and CutRight say that the stretch goes on outside the picture.
	CutLeft, CutRight bool
}

// Tick is one occurrence on a routine's lane.
type Tick struct {
	X    float32
	Done bool
	Past bool
	At   time.Time
}

// Mark is a routine's occurrence with its answer, for the ticks.
type Mark struct {
	Routine string
	At      time.Time
	Done    bool
}
