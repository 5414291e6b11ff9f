package kit

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Plate is a small ground with round corners that is drawn once. Where no graphics processor draws, a dot of it takes a
// fifth of the work of a round rectangle's, in every picture. Its colours stay; edge may be nil.
func Plate(fill color.Color, corner float32, edge color.Color, wide float32) *fyne.Container {
	look := canvas.NewRectangle(fill)
	look.CornerRadius, look.StrokeColor, look.StrokeWidth = corner, edge, wide
	r := canvas.NewRaster(nil)
	r.ScaleMode = canvas.ImageScalePixels
	r.Generator = func(w, h int) image.Image { return drawPart(look, r.Size(), fyne.Position{}, r.Size(), w, h) }
	return &fyne.Container{Layout: plate{look: look}, Objects: []fyne.CanvasObject{r}}
}

type plate struct {
	over
	look *canvas.Rectangle
}

// Panel is how it looks.
func (p plate) Panel() *canvas.Rectangle { return p.look }

// drawPart draws, in w by h dots, what of a round rectangle of that size lies in a part of it.
func drawPart(p *canvas.Rectangle, size fyne.Size, at fyne.Position, part fyne.Size, w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if part.Width <= 0 {
		return img
	}
	scale := float64(w) / float64(part.Width)
	high, wide, corner := float64(size.Height), float64(size.Width), float64(p.CornerRadius)
	blur, sink := float64(p.Shadow.BlurRadius), float64(p.Shadow.Offset.Y)
	fill, edge := rgb(p.FillColor), rgb(p.StrokeColor)
	deep := uint32(0)
	if p.Shadow.Color != nil {
		_, _, _, deep = p.Shadow.Color.RGBA()
	}
	cover := func(d float64) float64 { return math.Max(0, math.Min(1, 0.5-d*scale)) }
	// Far from its corners it looks the same all along: there each row, or each dot of a row, is as the one before.
	far := 2*corner + blur
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
			d := outside(px, py, 0, wide, high, corner)
			all, in := cover(d), cover(d+float64(p.StrokeWidth))
			s := (outside(px, py-sink, blur/2, wide, high, corner-blur/2) + 0.5) / (blur + 1)
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
	if c == nil {
		return [3]float64{}
	}
	r, g, b, _ := c.RGBA()
	return [3]float64{float64(r >> 8), float64(g >> 8), float64(b >> 8)}
}
