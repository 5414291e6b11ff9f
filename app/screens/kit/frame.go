package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Frame is a card's edge with its shadow, without its middle: for what covers the middle itself. To fill a large card takes
// a computer without a graphics processor several milliseconds for each picture; these strips along its edges take none.
type Frame struct {
	Object *fyne.Container
	panel  *canvas.Rectangle // how a card looks; it is not drawn itself
	strips [4]*canvas.Raster
}

const (
	frameAround = 10         // room around the card for its shadow
	frameIn     = CardCorner // how far a strip reaches into the card
)

// Frame makes one.
func (k *Kit) Frame() *Frame {
	f := &Frame{panel: k.panel()}
	objects := make([]fyne.CanvasObject, len(f.strips))
	for i := range f.strips {
		r := canvas.NewRaster(nil)
		r.ScaleMode = canvas.ImageScalePixels
		r.Generator = func(w, h int) image.Image {
			return drawPart(f.panel, f.Object.Size(), r.Position(), r.Size(), w, h)
		}
		f.strips[i], objects[i] = r, r
	}
	f.Object = &fyne.Container{Layout: framed{f}, Objects: objects}
	return f
}

// Edge draws the edge in a colour, so wide.
func (f *Frame) Edge(ink color.Color, width float32) {
	f.panel.StrokeColor, f.panel.StrokeWidth = ink, width
	for _, r := range f.strips {
		r.Refresh()
	}
}

// Framed is a frame with its middle filled: a card, like any other.
func (k *Kit) Framed(x, y float32, content fyne.CanvasObject) *fyne.Container {
	f := k.Frame()
	f.Object.Add(Fill(k.P.Card))
	return Over(f.Object, Pad(y, x, y, x, content))
}

// framed lays the strips along the edges, and what fills the middle between them.
type framed struct{ f *Frame }

// Panel is how it looks.
func (l framed) Panel() *canvas.Rectangle { return l.f.panel }

func (framed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(2*frameIn, 2*frameIn) }

func (framed) Layout(strips []fyne.CanvasObject, s fyne.Size) {
	const high = frameAround + frameIn
	between := fyne.Max(0, s.Height-2*frameIn)
	place(strips[0], -frameAround, -frameAround, s.Width+2*frameAround, high)
	place(strips[1], -frameAround, s.Height-frameIn, s.Width+2*frameAround, high)
	place(strips[2], -frameAround, frameIn, high, between)
	place(strips[3], s.Width-frameIn, frameIn, high, between)
	if len(strips) > 4 {
		place(strips[4], frameIn, frameIn, fyne.Max(0, s.Width-2*frameIn), between)
	}
}
