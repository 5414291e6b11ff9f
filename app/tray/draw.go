package tray

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Rose is the icon's colour: a middle tone with a contrast of more than 3 to 1
// to both light and dark panels, as no desktop tells which it has.
func Rose() color.NRGBA { return color.NRGBA{R: 0xCF, G: 0x5C, B: 0x78, A: 0xFF} }

// Measures of the icon as parts of its size.
const (
	margin   = 1.0 / 16 // around the ring
	bold     = 0.145    // the ring's width
	thin     = 0.095    // the ring's width as the quieter part
	dot      = 0.150    // radius of the centre dot
	gap      = 80.0     // degrees that are open at the top
	hair     = 0.060    // width of the part of a ring that is still to come: thin, not pale, which no panel would show
	barWide  = 0.115
	barHigh  = 0.375
	minShare = 0.08 // of the ring, so that a course that just began shows something
	ajar     = 2.0  // pixels between the ends of a ring that is not whole
)

// Draw draws the icon, transparent around its ink. Its shape alone tells the
// state: no colour is needed to read it, and a system may replace the colour.
func Draw(i Icon) *image.NRGBA {
	c := newCanvas(i.Size)
	switch i.Shape {
	case ShapeCourse, ShapeDue:
		c.band(c.s/2, c.middle(c.stroke(bold)), c.stroke(hair), 0, 1)
		c.arc(0, c.shown(i.Share), bold)
		if i.Shape == ShapeDue {
			c.dot(dot)
		}
	case ShapeOpened:
		c.arc(gap/720, 1-gap/720, bold)
	case ShapePaused:
		c.arc(0, 1, thin)
		c.bars()
	default:
		c.arc(0, 1, thin)
	}
	return c.inked(i.Ink)
}

func clamp(share float64) float64 {
	if !(share > 0) { // NaN too
		return 0
	}
	return math.Min(share, 1)
}

// canvas gathers how much of each pixel is covered with ink.
type canvas struct {
	size  int
	s     float64 // size, for reckoning
	cover *image.Alpha
	pen   *vector.Rasterizer
}

func newCanvas(size int) *canvas {
	size = max(size, 1)
	return &canvas{size: size, s: float64(size), cover: image.NewAlpha(image.Rect(0, 0, size, size)), pen: vector.NewRasterizer(size, size)}
}

// stroke is a width in pixels, to the nearest half: edges that fall on a pixel
// or its middle look crisp at the sizes of panels.
func (c *canvas) stroke(part float64) float64 {
	return math.Max(1, math.Round(part*c.s*2)/2)
}

// shown is how much of the ring is filled: something once a course has begun, and all of it only if the course is whole,
// though the arc's round ends would meet before.
func (c *canvas) shown(share float64) float64 {
	share = clamp(share)
	if share == 1 {
		return 1
	}
	w := c.stroke(bold)
	most := 1 - (w+ajar)/(2*math.Pi*c.middle(w))
	return math.Max(minShare, math.Min(share, most))
}

// middle is the radius of the middle of a ring of this width, in pixels.
func (c *canvas) middle(width float64) float64 {
	return c.s/2 - math.Max(0.5, margin*c.s) - width/2
}

// arc draws the ring from one share of the turn to another, clockwise from the top.
func (c *canvas) arc(from, to, width float64) {
	w := c.stroke(width)
	c.band(c.s/2, c.middle(w), w, from, to)
}

// band draws a band of width w along a circle around (m, m), all in pixels.
func (c *canvas) band(m, r, w, from, to float64) {
	outer, inner := r+w/2, r-w/2
	if to-from >= 1 {
		c.circle(m, m, outer, false)
		c.circle(m, m, inner, true)
		c.fill()
		return
	}
	a, b := turn(from), turn(to)
	c.moveTo(m, outer, a)
	c.curve(m, outer, a, b)
	c.lineTo(m, inner, b)
	c.curve(m, inner, b, a)
	c.pen.ClosePath()
	// Round ends; they overlap the band, so they are filled on their own.
	c.fill()
	for _, end := range []float64{a, b} {
		c.circle(m+r*math.Cos(end), m+r*math.Sin(end), w/2, false)
		c.fill()
	}
}

// turn is the angle, in radians, of a share of the turn, clockwise from the top.
func turn(share float64) float64 { return 2*math.Pi*share - math.Pi/2 }

func (c *canvas) moveTo(m, r, a float64) {
	c.pen.MoveTo(float32(m+r*math.Cos(a)), float32(m+r*math.Sin(a)))
}

func (c *canvas) lineTo(m, r, a float64) {
	c.pen.LineTo(float32(m+r*math.Cos(a)), float32(m+r*math.Sin(a)))
}

// curve follows a circle around (m, m) from one angle to another, in cubic
// pieces of an eighth of a turn at most: closer to the circle than a 255th of a pixel.
func (c *canvas) curve(m, r, from, to float64) { c.curveAt(m, m, r, from, to) }

func (c *canvas) curveAt(x, y, r, from, to float64) {
	n := int(math.Max(1, math.Ceil(math.Abs(to-from)/(math.Pi/4))))
	step := (to - from) / float64(n)
	k := 4.0 / 3 * math.Tan(step/4) * r
	for i := range n {
		a := from + float64(i)*step
		b := a + step
		c.pen.CubeTo(
			float32(x+r*math.Cos(a)-k*math.Sin(a)), float32(y+r*math.Sin(a)+k*math.Cos(a)),
			float32(x+r*math.Cos(b)+k*math.Sin(b)), float32(y+r*math.Sin(b)-k*math.Cos(b)),
			float32(x+r*math.Cos(b)), float32(y+r*math.Sin(b)))
	}
}

// circle adds a whole circle; the other way round it cuts a hole.
func (c *canvas) circle(x, y, r float64, hole bool) {
	c.pen.MoveTo(float32(x+r), float32(y))
	end := 2 * math.Pi
	if hole {
		end = -end
	}
	c.curveAt(x, y, r, 0, end)
	c.pen.ClosePath()
}

func (c *canvas) dot(radius float64) {
	c.circle(c.s/2, c.s/2, math.Round(radius*c.s*2)/2, false)
	c.fill()
}

// bars draws two upright bars on whole pixels, centred.
func (c *canvas) bars() {
	wide := math.Max(1, math.Round(barWide*c.s))
	apart := math.Max(1, math.Round(barWide*c.s/2)) // half of the room between them
	high := math.Round(barHigh*c.s/2) * 2
	odd := math.Mod(c.s, 2) / 2
	m := c.s / 2
	for _, left := range []float64{m - odd - apart - wide, m + odd + apart} {
		x0, y0, x1, y1 := float32(left), float32(m-high/2), float32(left+wide), float32(m+high/2)
		c.pen.MoveTo(x0, y0)
		c.pen.LineTo(x1, y0)
		c.pen.LineTo(x1, y1)
		c.pen.LineTo(x0, y1)
		c.pen.ClosePath()
	}
	c.fill()
}

// fill lays what was drawn over the rest; the stronger of the two stays, so
// that parts that overlap show no seam.
func (c *canvas) fill() {
	layer := image.NewAlpha(c.cover.Rect)
	c.pen.DrawOp = draw.Src
	c.pen.Draw(layer, layer.Rect, image.Opaque, image.Point{})
	c.pen.Reset(c.size, c.size)
	for i, a := range layer.Pix {
		c.cover.Pix[i] = max(c.cover.Pix[i], a)
	}
}

func (c *canvas) inked(ink color.NRGBA) *image.NRGBA {
	img := image.NewNRGBA(c.cover.Rect)
	for i, a := range c.cover.Pix {
		if a == 0 {
			continue
		}
		img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2] = ink.R, ink.G, ink.B
		img.Pix[4*i+3] = uint8(uint(a) * uint(ink.A) / 255)
	}
	return img
}
