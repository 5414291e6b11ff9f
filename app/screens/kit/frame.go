package kit

import (
	"image"
	"image/color"
	"math"

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
		r.Generator = func(w, h int) image.Image { return f.draw(r, w, h) }
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

// draw draws what of the card lies in a strip of w by h dots.
func (f *Frame) draw(strip *canvas.Raster, w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	size, at := f.Object.Size(), strip.Position()
	if strip.Size().Width <= 0 {
		return img
	}
	scale := float64(w) / float64(strip.Size().Width)
	high, wide := float64(size.Height), float64(size.Width)
	p := f.panel
	blur, sink := float64(p.Shadow.BlurRadius), float64(p.Shadow.Offset.Y)
	fill, edge := rgb(p.FillColor), rgb(p.StrokeColor)
	_, _, _, deep := p.Shadow.Color.RGBA()
	cover := func(d float64) float64 { return math.Max(0, math.Min(1, 0.5-d*scale)) }
	// Far from its corners a strip looks the same all along: there each row, or each dot of a row, is as the one before.
	far := 2*CardCorner + blur
	alike := func(at float32, dot int, along float64) bool {
		was, is := float64(at)+(float64(dot)-0.5)/scale, float64(at)+(float64(dot)+0.5)/scale
		return dot > 0 && was >= far && is <= along-far
	}
	for y := range h {
		if row := y * img.Stride; alike(at.Y, y, high) {
			copy(img.Pix[row:], img.Pix[row-img.Stride:row])
			continue
		}
		for x := range w {
			if dot := img.PixOffset(x, y); alike(at.X, x, wide) {
				copy(img.Pix[dot:], img.Pix[dot-4:dot])
				continue
			}
			px, py := float64(at.X)+(float64(x)+0.5)/scale, float64(at.Y)+(float64(y)+0.5)/scale
			d := outside(px, py, 0, wide, high, CardCorner)
			all, in := cover(d), cover(d+float64(p.StrokeWidth))
			s := (outside(px, py-sink, blur/2, wide, high, CardCorner-blur/2) + 0.5) / (blur + 1)
			s = math.Max(0, math.Min(1, s))
			dark := float64(deep) / 0xffff * (1 - s*s*(3-2*s)) * (1 - all)
			dot := img.Pix[img.PixOffset(x, y):]
			for i := range 3 {
				dot[i] = uint8(fill[i]*in + edge[i]*(all-in) + 0.5)
			}
			dot[3] = uint8(255*(all+dark) + 0.5)
		}
	}
	return img
}

// outside is how far a place lies outside of a rounded rectangle, below 0 inside; in is cut off all around it first.
func outside(x, y, in, wide, high, corner float64) float64 {
	dx := math.Abs(x-wide/2) - (wide/2 - in - corner)
	dy := math.Abs(y-high/2) - (high/2 - in - corner)
	return math.Hypot(math.Max(dx, 0), math.Max(dy, 0)) + math.Min(math.Max(dx, dy), 0) - corner
}

// rgb are red, green and blue, 0 to 255.
func rgb(c color.Color) [3]float64 {
	r, g, b, _ := c.RGBA()
	return [3]float64{float64(r >> 8), float64(g >> 8), float64(b >> 8)}
}

// framed lays the strips along the edges.
type framed struct{ f *Frame }

func (framed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(2*frameIn, 2*frameIn) }

func (framed) Layout(strips []fyne.CanvasObject, s fyne.Size) {
	const high = frameAround + frameIn
	between := fyne.Max(0, s.Height-2*frameIn)
	place(strips[0], -frameAround, -frameAround, s.Width+2*frameAround, high)
	place(strips[1], -frameAround, s.Height-frameIn, s.Width+2*frameAround, high)
	place(strips[2], -frameAround, frameIn, high, between)
	place(strips[3], s.Width-frameIn, frameIn, high, between)
}
