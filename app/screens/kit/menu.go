package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// MenuItem is one line of a menu. Apart parts it from those above it.
type MenuItem struct {
	Text  string
	Do    func()
	Apart bool
}

// menu is a few choices on a card over the window. Arrows, Tab and Enter work in
// it; Esc and a click beside it take it away.
type menu struct {
	widget.BaseWidget
	card  *fyne.Container
	at    fyne.Position
	close func()
}

var _ fyne.Tappable = (*menu)(nil)

// Menu shows the items under at and gives the first one the keyboard. close takes it away, if it did not go
// by itself: then gone was called.
func (k *Kit) Menu(id string, at fyne.CanvasObject, gone func(), items ...MenuItem) (close func()) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(at)
	if c == nil {
		return func() {}
	}
	m := &menu{at: d.AbsolutePositionForObject(at).AddXY(0, at.Size().Height+4)}
	// The lines are no part of the page: their Esc closes the menu, and nothing scrolls to them.
	over := &Kit{P: k.P, V: k.V, Shortcut: k.Shortcut, Escape: func() { m.close() }}
	presses := make([]*Press, len(items))
	var lines []fyne.CanvasObject
	for i, it := range items {
		p := over.Press(id+"."+strconv.Itoa(i+1), it.Text, 8, Pad(8, 14, 8, 14, over.Line(it.Text, k.P.Text, false)), func() {
			m.close()
			it.Do()
		})
		p.OnKey = func(key fyne.KeyName) bool {
			step := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: len(items) - 1}[key]
			if step != 0 {
				c.Focus(presses[(i+step)%len(items)])
			}
			return step != 0
		}
		if presses[i] = p; it.Apart {
			lines = append(lines, Pad(4, 0, 4, 0, over.Rule()))
		}
		lines = append(lines, p)
	}
	edge := k.panel()
	edge.CornerRadius = 10
	edge.StrokeColor = k.P.Outline
	edge.Shadow = canvas.Shadow{Color: color.NRGBA{A: 80}, BlurRadius: 16, Offset: fyne.NewPos(0, 4)}
	m.card = Over(edge, Pad(6, 6, 6, 6, Column(0, lines...)))
	close = func() { c.Overlays().Remove(m) }
	m.close = func() {
		close()
		gone()
	}
	m.ExtendBaseWidget(m)
	_, quiet := FocusID(c.Focused())
	c.Overlays().Add(m)
	m.Resize(c.Size())
	if len(presses) > 0 {
		if quiet {
			presses[0].FocusQuietly()
		}
		c.Focus(presses[0])
	}
	return close
}

// Tapped closes the menu: the click was beside its lines.
func (m *menu) Tapped(*fyne.PointEvent) { m.close() }

// CreateRenderer implements fyne.Widget.
func (m *menu) CreateRenderer() fyne.WidgetRenderer { return &menuRenderer{m} }

type menuRenderer struct{ m *menu }

func (r *menuRenderer) Destroy()                     {}
func (r *menuRenderer) MinSize() fyne.Size           { return r.m.card.MinSize() }
func (r *menuRenderer) Refresh()                     { canvas.Refresh(r.m.card) }
func (r *menuRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.m.card} }

// Layout keeps the card inside the window.
func (r *menuRenderer) Layout(size fyne.Size) {
	z := r.m.card.MinSize()
	x := fyne.Max(0, fyne.Min(r.m.at.X, size.Width-z.Width-8))
	y := fyne.Max(0, fyne.Min(r.m.at.Y, size.Height-z.Height-8))
	place(r.m.card, x, y, z.Width, z.Height)
}
