package kit

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
)

// Hatch is slanted lines inside a rounded shape: a wait is told by pattern as well as by colour.
// length and corner are in Fyne's units; the picture is drawn once for each size.
func Hatch(ink color.NRGBA, corner float32) *canvas.Raster {
	r := canvas.NewRaster(nil)
	r.Generator = func(w, h int) image.Image {
		scale := float64(1)
		if z := r.Size(); z.Height > 0 {
			scale = float64(h) / float64(z.Height)
		}
		return hatch(w, h, scale, float64(corner), ink)
	}
	return r
}

// hatch draws lines of 1.2 units every 9, at 45 degrees, smoothed at their edges.
func hatch(w, h int, scale, corner float64, ink color.NRGBA) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	step, half := 9*scale, 0.6*scale
	radius := corner * scale
	for y := range h {
		for x := range w {
			// Distance to the nearest line of x+y = n*step, across the line.
			sum := float64(x) + float64(y) + 1
			d := math.Abs(sum-math.Round(sum/step)*step) / math.Sqrt2
			cover := math.Max(0, math.Min(1, half+0.5-d)) * inside(float64(x)+0.5, float64(y)+0.5, float64(w), float64(h), radius)
			if cover <= 0 {
				continue
			}
			img.SetNRGBA(x, y, color.NRGBA{R: ink.R, G: ink.G, B: ink.B, A: uint8(float64(ink.A)*cover + 0.5)})
		}
	}
	return img
}

// inside is how much of the pixel around x, y lies in the rounded shape, 0 to 1.
func inside(x, y, w, h, radius float64) float64 {
	cx := math.Max(radius, math.Min(w-radius, x))
	cy := math.Max(radius, math.Min(h-radius, y))
	if cx == x || cy == y {
		return 1
	}
	return math.Max(0, math.Min(1, radius+0.5-math.Hypot(x-cx, y-cy)))
}
