package timeline

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// shapes keeps the words and lines over a picture from one frame to the next. A painter asks for them in the same
// order each time: what is there already is moved, not made anew, and what is not asked for is hidden, so that dragging
// stays smooth.
type shapes struct {
	texts       []*canvas.Text
	boxes       []*canvas.Rectangle
	text0, box0 int // how many are in use
	grown       bool
}

func (e *shapes) begin() { e.text0, e.box0, e.grown = 0, 0, false }

// end hides what was not asked for; it says whether there are more objects than before.
func (e *shapes) end() bool {
	for _, t := range e.texts[e.text0:] {
		hide(t)
	}
	for _, b := range e.boxes[e.box0:] {
		hide(b)
	}
	return e.grown
}

// hide hides without asking for a new picture: something else moves when it happens.
func hide(o fyne.CanvasObject) {
	if o.Visible() {
		o.Hide()
	}
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	if !o.Visible() {
		o.Show()
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// box draws a rectangle.
func (e *shapes) box(x, y, w, h, corner float32, fill color.Color) {
	if e.box0 == len(e.boxes) {
		e.boxes, e.grown = append(e.boxes, canvas.NewRectangle(fill)), true
	}
	r := e.boxes[e.box0]
	e.box0++
	if r.FillColor != fill || r.CornerRadius != corner {
		r.FillColor, r.CornerRadius = fill, corner
		r.Refresh()
	}
	put(r, x, y, w, h)
}

// text draws one line with its middle at y. Without words it keeps the place of a text that may come: it is hidden then,
// and no other has to be written anew.
func (e *shapes) text(s string, x, mid, size float32, bold bool, ink color.Color) {
	if e.text0 == len(e.texts) {
		e.texts, e.grown = append(e.texts, canvas.NewText(s, ink)), true
	}
	t := e.texts[e.text0]
	e.text0++
	if s == "" {
		hide(t)
		return
	}
	if t.Text != s || t.Color != ink || t.TextSize != size || t.TextStyle.Bold != bold {
		t.Text, t.Color, t.TextSize, t.TextStyle = s, ink, size, fyne.TextStyle{Bold: bold}
		t.Refresh()
	}
	m := t.MinSize()
	put(t, x, mid-m.Height/2, m.Width, m.Height)
}
