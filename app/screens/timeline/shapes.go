package timeline

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/kit"
)

// shapes keeps the canvas objects of a picture from one frame to the next. A
// painter asks for its shapes in the same order each time: what is there already is moved,
// not made anew, so that dragging stays smooth.
type shapes struct {
	objects []fyne.CanvasObject
	used    int
	changed bool // objects came or went: the canvas has to look at the list again
}

func (e *shapes) begin() { e.used, e.changed = 0, false }

// end drops what was not asked for; it says whether the list of objects changed.
func (e *shapes) end() bool {
	if e.used < len(e.objects) {
		e.objects = e.objects[:e.used]
		e.changed = true
	}
	return e.changed
}

// take gives the next object if it is of type T, else a new one.
func take[T fyne.CanvasObject](e *shapes, fresh func() T) T {
	if e.used < len(e.objects) {
		if o, ok := e.objects[e.used].(T); ok {
			e.used++
			return o
		}
	}
	o := fresh()
	if e.used < len(e.objects) {
		e.objects[e.used] = o
	} else {
		e.objects = append(e.objects, o)
	}
	e.used++
	e.changed = true
	return o
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// box draws a rectangle; edge nil draws none.
func (e *shapes) box(x, y, w, h, corner float32, fill, edge color.Color, width float32) {
	r := take(e, func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) })
	if r.FillColor != fill || r.StrokeColor != edge || r.StrokeWidth != width || r.CornerRadius != corner {
		r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = fill, edge, width, corner
		r.Refresh()
	}
	put(r, x, y, w, h)
}

func (e *shapes) dot(x, y, radius float32, fill, edge color.Color, width float32) {
	c := take(e, func() *canvas.Circle { return canvas.NewCircle(color.Transparent) })
	if c.FillColor != fill || c.StrokeColor != edge || c.StrokeWidth != width {
		c.FillColor, c.StrokeColor, c.StrokeWidth = fill, edge, width
		c.Refresh()
	}
	put(c, x-radius, y-radius, 2*radius, 2*radius)
}

// text draws one line with its middle at y.
func (e *shapes) text(s string, x, mid, size float32, bold bool, ink color.Color) {
	t := take(e, func() *canvas.Text { return canvas.NewText("", color.Transparent) })
	if t.Text != s || t.Color != ink || t.TextSize != size || t.TextStyle.Bold != bold {
		t.Text, t.Color, t.TextSize, t.TextStyle = s, ink, size, fyne.TextStyle{Bold: bold}
		t.Refresh()
	}
	m := t.MinSize()
	put(t, x, mid-m.Height/2, m.Width, m.Height)
}

// hatch draws the pattern of a wait. All waits share one colour, so a kept raster is never of another.
func (e *shapes) hatch(x, y, w, h, corner float32, ink color.NRGBA) {
	r := take(e, func() *canvas.Raster { return kit.Hatch(ink, corner) })
	put(r, x, y, w, h)
}
