package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Frame is a card's edge with its shadow, without its middle: for what covers the middle itself. To fill a large card takes
// a computer without a graphics processor several milliseconds for each picture.
type Frame struct {
	Object *fyne.Container
	panels [4]*canvas.Rectangle // the same card, each seen through a strip along one edge
}

// Frame makes one.
func (k *Kit) Frame() *Frame {
	f := &Frame{}
	strips := make([]fyne.CanvasObject, len(f.panels))
	for i := range f.panels {
		f.panels[i] = k.panel()
		strips[i] = container.NewClip(container.NewWithoutLayout(f.panels[i]))
	}
	f.Object = &fyne.Container{Layout: framed{f}, Objects: strips}
	return f
}

// Edge draws the edge in a colour, so wide.
func (f *Frame) Edge(ink color.Color, width float32) {
	for _, p := range f.panels {
		p.StrokeColor, p.StrokeWidth = ink, width
		p.Refresh()
	}
}

// framed lays the strips; around the card is room for its shadow.
type framed struct{ f *Frame }

func (framed) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*CardCorner, 2*CardCorner)
}

func (l framed) Layout(strips []fyne.CanvasObject, s fyne.Size) {
	const around, in = 10, CardCorner
	top, high := float32(-around), float32(around+in)
	for i, r := range [4][4]float32{ // x, y, width, height
		{top, top, s.Width + 2*around, high},
		{top, s.Height - in, s.Width + 2*around, high},
		{top, in, high, s.Height - 2*in},
		{s.Width - in, in, high, s.Height - 2*in},
	} {
		place(strips[i], r[0], r[1], r[2], fyne.Max(0, r[3]))
		place(l.f.panels[i], -r[0], -r[1], s.Width, s.Height)
	}
}
