// Package legible finds what is too faint to be read or told from its ground. Tests of the window look with it at what
// is drawn; no program carries it.
package legible

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/screens/theme"
)

// The least contrast by WCAG 2: 1.4.3 for words, 1.4.11 for icons and the edges of controls.
const (
	Words = 4.5
	Marks = 3.0
)

// Faint are the words, the icons and the edges of what can be pressed in o that have too little contrast to what was
// drawn before them at that place. o was laid out, and lies on ground. What is switched off may be faint; and so may a
// hairline of the colour line, which only parts what stands apart already.
func Faint(o fyne.CanvasObject, ground, line color.NRGBA) []string {
	l := &look{ground: ground, line: line}
	l.visit(o, fyne.NewPos(0, 0), false)
	return l.faint
}

// look is what was drawn so far, in its order.
type look struct {
	ground, line color.NRGBA
	under        []shape
	faint        []string
	frame        *frame // of what scrolls, while what lies in it is looked at; nil: nothing does
}

// frame is the part of the window that something scrolls in: what is scrolled out of it lies under nothing.
type frame struct {
	at   fyne.Position
	size fyne.Size
}

// shape is a filled shape in the window.
type shape struct {
	at   fyne.Position
	size fyne.Size
	fill color.NRGBA
	in   *frame // what it scrolls in; nil: nothing
}

// lies says whether the shape is what lies at a place; from is the frame of who asks.
func (s shape) lies(at fyne.Position, from *frame) bool {
	return holds(s.at, s.size, at) && (s.in == nil || s.in == from || holds(s.in.at, s.in.size, at))
}

// holds says whether a place is in a rectangle.
func holds(at fyne.Position, size fyne.Size, p fyne.Position) bool {
	return p.X >= at.X && p.Y >= at.Y && p.X <= at.X+size.Width && p.Y <= at.Y+size.Height
}

func (l *look) visit(o fyne.CanvasObject, at fyne.Position, pressable bool) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	switch o := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(o.Text) != "" {
			l.want(fmt.Sprintf("%q", o.Text), plain(o.Color), middle(o, at), Words)
		}
	case *canvas.Rectangle:
		l.shape(o, at, o.FillColor, o.StrokeColor, o.StrokeWidth, pressable)
	case *canvas.Circle:
		l.shape(o, at, o.FillColor, o.StrokeColor, o.StrokeWidth, pressable)
	case *fyne.Container:
		if icon, ok := o.Layout.(inked); ok {
			name, ink := icon.Ink()
			l.want("the icon "+name, ink, middle(o, at), Marks)
		}
		if ground, ok := o.Layout.(drawn); ok {
			look := ground.Panel()
			l.shape(o, at, look.FillColor, look.StrokeColor, look.StrokeWidth, pressable)
		}
		for _, c := range o.Objects {
			l.visit(c, at, pressable)
		}
	case fyne.Widget:
		if off, ok := o.(fyne.Disableable); ok && off.Disabled() {
			return
		}
		if _, scrolls := o.(interface{ ScrollToTop() }); scrolls {
			defer func(was *frame) { l.frame = was }(l.frame)
			l.frame = &frame{at, o.Size()}
		}
		_, tap := o.(fyne.Tappable)
		for _, c := range test.WidgetRenderer(o).Objects() {
			l.visit(c, at, pressable || tap)
		}
	}
}

// shape looks at a shape's edge, and keeps what it fills.
func (l *look) shape(o fyne.CanvasObject, at fyne.Position, fill, edge color.Color, wide float32, pressable bool) {
	if ink := plain(edge); pressable && wide > 0 && ink.A == 255 && ink != l.line && o.Size().Width > 2 {
		l.want(fmt.Sprintf("the edge of a shape of %v", o.Size()), ink, at.AddXY(o.Size().Width/2, -1), Marks)
	}
	if f := plain(fill); f.A > 0 {
		l.under = append(l.under, shape{at, o.Size(), f, l.frame})
	}
}

// want notes what has less contrast to its ground than it should.
func (l *look) want(what string, ink color.NRGBA, at fyne.Position, least float64) {
	ground := l.ground
	for _, s := range l.under {
		if s.lies(at, l.frame) {
			ground = over(s.fill, ground)
		}
	}
	if got := theme.Contrast(over(ink, ground), ground); got < least {
		l.faint = append(l.faint, fmt.Sprintf("%s has %.2f:1 on #%02x%02x%02x, want %.1f", what, got, ground.R, ground.G, ground.B, least))
	}
}

func middle(o fyne.CanvasObject, at fyne.Position) fyne.Position {
	return at.AddXY(o.Size().Width/2, o.Size().Height/2)
}

// plain is a colour as this package reckons; nil is none at all.
func plain(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

// over is what is seen where a colour that may let shine through lies on an opaque one.
func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(c.A) + int(b)*(255-int(c.A))) / 255) }
	return color.NRGBA{R: mix(c.R, ground.R), G: mix(c.G, ground.G), B: mix(c.B, ground.B), A: 255}
}

// drawn is the layout of a ground that is a picture, which knows how it looks.
type drawn interface {
	Panel() *canvas.Rectangle
}

// inked is the layout of an icon, which knows its drawing's name and colour.
type inked interface {
	Ink() (name string, ink color.NRGBA)
}
