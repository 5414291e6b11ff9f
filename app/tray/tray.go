// Package tray is the icon and the menu. The icon is drawn here; its shape tells the state.
package tray

import "image/color"

// Shape is the state that the icon tells by its shape.
type Shape int

const (
	ShapeNone   Shape = iota // no treatment: thin hollow ring
	ShapeCourse              // ring, arc = share of the whole course
	ShapeDue                 // ring with arc and a centre dot: something is due
	ShapeOpened              // ring with a gap at the top: a window opened within the last hour
	ShapePaused              // ring and two bars: paused, or kept quiet
)

// Icon is what to draw.
type Icon struct {
	Shape Shape
	Share float64 // 0 to 1, of the whole course; only 1 closes the ring
	Size  int     // pixels, 16 to 64
	Ink   color.NRGBA
}

// Model is all that the tray shows. The tray redraws only if it differs from the last one.
type Model struct {
	Shape   Shape
	Share   float64 // as in Icon
	Status  string  // menu line 1 and tooltip: "Day 2 · makeup opens 18:00"
	Tip     string  // the tooltip, may be longer: "Day 2 · makeup opens 18:00 · ring: 3 of 9 waits over"
	Done    string  // "Done: moisturise"; "" if nothing is due or next today
	Later   Choices // of Words.Later; none if nothing can be put off
	CheckIn string  // "Check in: how is your skin?"; "" if that is not due
	Pause   Choices // of Words.Pause; none if nothing is to be paused
	Resume  string  // "Paused until 15:00: resume now", in place of the pause menu; "" if not paused
	Water   string  // "A glass of water (3 of 8)"; "" if water is off
	Phone   string  // "To my phone..."; "" if there is nothing to take along, or no room
}

// Choice is one line of a menu within the menu.
type Choice struct {
	Key   string // what the action is told
	Label string // what is read: "In 15 minutes"
}

// Choices are those of one menu within the menu. What is left over is empty.
type Choices [4]Choice

// Words are what stays the same of the menu.
type Words struct {
	App   string // "Afterglow"
	Later string // "Remind me later"
	Pause string // "Pause reminders"
	Ask   string // "Ask..."
	Open  string // "Open Afterglow"
	Quit  string // "Quit Afterglow"
}

// Actions is what the menu's items do. None of them may block.
type Actions struct {
	Open    func()
	Ask     func()
	Phone   func()
	Done    func()
	CheckIn func()
	Water   func()
	Later   func(choice string) // a Choice's key
	Pause   func(choice string)
	Resume  func()
	Quit    func()
}
