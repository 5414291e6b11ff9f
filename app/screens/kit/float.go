package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// float is a card over the window, beneath what it belongs to. A click beside it takes it away.
type float struct {
	widget.BaseWidget
	c    fyne.Canvas
	card *fyne.Container
	at   fyne.Position // of what it belongs to
	high float32       // of that
	gone func()        // is told once it left by itself
	open bool
	name string // what it is about, for who hears it
	menu bool   // it is a list of choices
}

var _ fyne.Tappable = (*float)(nil)

// floating makes one of that name beneath at, without content yet, and the kit for what it will hold: its Esc calls escape, and
// nothing scrolls to it. Both are nil if at is in no window.
func (k *Kit) floating(name string, at fyne.CanvasObject, gone, escape func()) (*float, *Kit) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(at)
	if c == nil {
		return nil, nil
	}
	f := &float{name: name, c: c, gone: gone, at: d.AbsolutePositionForObject(at), high: at.Size().Height}
	f.ExtendBaseWidget(f)
	inner := &Kit{P: k.P, V: k.V, Shortcut: k.Shortcut, Escape: escape, Later: k.Later, Popped: k.Popped, Told: k.Told}
	inner.Focus = func(w fyne.Focusable) { c.Focus(w) }
	return f, inner
}

// show puts it over the window of k and gives first the keyboard; who came with the mouse sees no ring.
func (f *float) show(k *Kit, content fyne.CanvasObject, first fyne.Focusable) {
	edge := k.panel()
	edge.CornerRadius = 12
	edge.StrokeColor = k.P.Outline
	edge.Shadow = canvas.Shadow{Color: color.NRGBA{A: 80}, BlurRadius: 16, Offset: fyne.NewPos(0, 4)}
	f.card = Over(edge, content)
	if k.Under != nil {
		k.Under()
	}
	id, quiet := FocusID(f.c.Focused())
	f.open = true
	f.c.Overlays().Add(f)
	f.Resize(f.c.Size())
	if p, ok := first.(*Press); ok && (quiet || id == "") {
		p.FocusQuietly()
	}
	if first != nil {
		f.c.Focus(first)
	}
	k.told()
}

// close takes it away for whoever opened it.
func (f *float) close() {
	if f.open {
		f.open = false
		f.c.Overlays().Remove(f)
	}
}

// leave takes it away by itself.
func (f *float) leave() {
	if f.open {
		f.close()
		f.gone()
	}
}

// Tapped closes it if the click was beside its card.
func (f *float) Tapped(e *fyne.PointEvent) {
	p, z := f.card.Position(), f.card.Size()
	if e.Position.X < p.X || e.Position.Y < p.Y || e.Position.X > p.X+z.Width || e.Position.Y > p.Y+z.Height {
		f.leave()
	}
}

// CreateRenderer implements fyne.Widget.
func (f *float) CreateRenderer() fyne.WidgetRenderer { return &floatRenderer{f} }

type floatRenderer struct{ f *float }

func (r *floatRenderer) Destroy()                     {}
func (r *floatRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *floatRenderer) Refresh()                     { r.Layout(r.f.Size()); canvas.Refresh(r.f.card) }
func (r *floatRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.card} }

// Layout sets the card beneath what it belongs to, above it if there is no room beneath, and always inside the window.
func (r *floatRenderer) Layout(size fyne.Size) {
	const edge, gap = 8, 4 // to the window's edge, and to what it belongs to
	f := r.f
	w := fyne.Min(f.card.MinSize().Width, size.Width-2*edge)
	h := Height(f.card, w)
	x := fyne.Max(edge, fyne.Min(f.at.X, size.Width-w-edge))
	y := f.at.Y + f.high + gap
	if y+h+edge > size.Height {
		y = fyne.Min(f.at.Y-gap, size.Height-edge) - h
		if y < edge {
			y = fyne.Max(edge, size.Height-h-edge)
		}
	}
	place(f.card, x, y, w, h)
}
