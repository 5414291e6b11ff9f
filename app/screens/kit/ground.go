package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ground is what a field to type in lies on. Its edge tells whether the keyboard is there.
type ground struct {
	k          *Kit
	halo, edge *canvas.Rectangle
}

// haloWide is how wide the soft ring around a field is that has the keyboard, in Fyne's units.
const haloWide = 3

func (k *Kit) ground(corner float32) *ground {
	g := &ground{k, canvas.NewRectangle(color.Transparent), canvas.NewRectangle(k.P.Card)}
	g.edge.CornerRadius = corner
	g.halo.CornerRadius, g.halo.StrokeWidth = corner+haloWide, haloWide
	g.dress(false)
	return g
}

// dress shows whether the keyboard is in the field.
func (g *ground) dress(focused bool) {
	p := g.k.P
	g.edge.StrokeColor, g.edge.StrokeWidth, g.halo.StrokeColor = p.Outline, 1, color.Transparent
	if focused {
		g.edge.StrokeColor, g.edge.StrokeWidth, g.halo.StrokeColor = p.Rose, 2, p.RoseFill
	}
	g.edge.Refresh()
	g.halo.Refresh()
}

// objects are what to draw beneath a field.
func (g *ground) objects() []fyne.CanvasObject { return []fyne.CanvasObject{g.halo, g.edge} }

// layout puts it beneath a field of this size; the halo lies around it.
func (g *ground) layout(size fyne.Size) {
	place(g.edge, 0, 0, size.Width, size.Height)
	place(g.halo, -haloWide, -haloWide, size.Width+2*haloWide, size.Height+2*haloWide)
}

// under puts it beneath content.
func (g *ground) under(content fyne.CanvasObject) *fyne.Container {
	return Over(Pad(-haloWide, -haloWide, -haloWide, -haloWide, g.halo), g.edge, content)
}
