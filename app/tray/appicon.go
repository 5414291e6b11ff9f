package tray

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
)

// The program's own icon: the ring of the window on a soft ground, some way round, with a dot at the end of each step.
// Measures are parts of the icon's size.
const (
	groundEdge  = 0.04 // free around the ground
	groundRound = 0.23 // radius of its corners
	appRing     = 0.29 // radius of the ring's middle line
	appWidth    = 0.115
	appShare    = 0.37 // of the turn; the logo in the window's rail has turned as far
	appSteps    = 9
	appDot      = 0.032 // radius of a dot
	dotsFrom    = 48    // pixels from which on the dots can be seen
)

// tones are the app icon's colours.
type tones struct{ top, bottom, track, arc, open, waits color.NRGBA }

func appTones() tones {
	return tones{
		top: color.NRGBA{0xFF, 0xF8, 0xF4, 0xFF}, bottom: color.NRGBA{0xF7, 0xDD, 0xE0, 0xFF},
		track: color.NRGBA{0xEC, 0xC3, 0xCA, 0xFF}, arc: color.NRGBA{0x9C, 0x44, 0x56, 0xFF},
		open: color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}, waits: color.NRGBA{0x9C, 0x44, 0x56, 0xFF},
	}
}

// appDots tells for each step of the ring where it ends, as a share of the turn, and the colour of its dot. The last one
// would lie where the arc begins, and is left out.
func appDots(t tones) (ends []float64, inks []color.NRGBA) {
	for i := 1; i < appSteps; i++ {
		end, ink := float64(i)/appSteps, t.waits
		if end < appShare {
			ink = t.open
		}
		ends, inks = append(ends, end), append(inks, ink)
	}
	return ends, inks
}

// AppIcon draws the program's icon, size pixels wide.
func AppIcon(size int) *image.NRGBA {
	t := appTones()
	c := newCanvas(size)
	img := image.NewNRGBA(c.cover.Rect)
	m, r := c.s/2, appRing*c.s

	c.ground()
	c.lay(img, func(y int) color.NRGBA { return mix(t.top, t.bottom, (float64(y)+0.5)/c.s) })
	c.band(m, r, appWidth*c.s, 0, 1)
	c.lay(img, func(int) color.NRGBA { return t.track })
	c.band(m, r, appWidth*c.s, 0, appShare)
	c.lay(img, func(int) color.NRGBA { return t.arc })
	if size < dotsFrom {
		return img
	}
	ends, inks := appDots(t)
	for i, end := range ends {
		c.circle(m+r*math.Cos(turn(end)), m+r*math.Sin(turn(end)), appDot*c.s, false)
		c.fill()
		c.lay(img, func(int) color.NRGBA { return inks[i] })
	}
	return img
}

// AppIconSVG is the program's icon as SVG, of the same measures.
func AppIconSVG() string {
	return iconSVG(groundEdge, groundRound, appRing, appWidth, appDot)
}

// SmallIconSVG is the icon for 16 to 24 pixels: less free ground around a wider
// ring without dots, of which more whole pixels are left.
func SmallIconSVG() string {
	const (
		edge  = 0.0
		round = 0.22
		ring  = 0.3125 // at 16 pixels the ring then lies on whole ones
		width = 0.135
	)
	return iconSVG(edge, round, ring, width, 0)
}

// iconSVG writes the drawing; its measures are parts of the icon's size. Without a radius there are no dots.
func iconSVG(edge, round, ring, width, dot float64) string {
	const s = 256.0
	t := appTones()
	m, r, w := s/2, ring*s, width*s
	end := turn(appShare)
	hex := func(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g">`+"\n", s, s)
	fmt.Fprintf(&b, `  <linearGradient id="g" x2="0" y2="1"><stop stop-color="%s"/><stop offset="1" stop-color="%s"/></linearGradient>`+"\n", hex(t.top), hex(t.bottom))
	fmt.Fprintf(&b, `  <rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" rx="%.2f" fill="url(#g)"/>`+"\n",
		edge*s, edge*s, s-2*edge*s, s-2*edge*s, round*s)
	fmt.Fprintf(&b, `  <circle cx="%g" cy="%g" r="%.2f" fill="none" stroke="%s" stroke-width="%.2f"/>`+"\n", m, m, r, hex(t.track), w)
	fmt.Fprintf(&b, `  <path d="M%g %.2fA%.2f %.2f 0 0 1 %.2f %.2f" fill="none" stroke="%s" stroke-width="%.2f" stroke-linecap="round"/>`+"\n",
		m, m-r, r, r, m+r*math.Cos(end), m+r*math.Sin(end), hex(t.arc), w)
	if dot > 0 {
		ends, inks := appDots(t)
		for i, e := range ends {
			fmt.Fprintf(&b, `  <circle cx="%.2f" cy="%.2f" r="%.2f" fill="%s"/>`+"\n",
				m+r*math.Cos(turn(e)), m+r*math.Sin(turn(e)), dot*s, hex(inks[i]))
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// SymbolicIconSVG is the icon in one colour, which a desktop replaces by its own: the ring of the tray, some way round.
// Desktops colour what is filled, so its lines are drawn as shapes.
func SymbolicIconSVG() string {
	const s = 16.0
	m, w, h := s/2, math.Round(bold*s*2)/2, math.Round(hair*s*2)/2
	r := m - margin*s - w/2
	end := turn(appShare)
	at := func(r, a float64) string { return fmt.Sprintf("%.3f %.3f", m+r*math.Cos(a), m+r*math.Sin(a)) }
	curve := func(r float64, long, clockwise int, to string) string {
		return fmt.Sprintf("A%.3f %.3f 0 %d %d %s", r, r, long, clockwise, to)
	}
	whole := func(r float64, clockwise int) string {
		return "M" + at(r, 0) + curve(r, 0, clockwise, at(r, math.Pi)) + curve(r, 0, clockwise, at(r, 0)) + "z"
	}
	arc := "M" + at(r+w/2, turn(0)) + curve(r+w/2, 0, 1, at(r+w/2, end)) + curve(w/2, 0, 1, at(r-w/2, end)) +
		curve(r-w/2, 0, 0, at(r-w/2, turn(0))) + curve(w/2, 0, 1, at(r+w/2, turn(0))) + "z"
	return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="#2e3436">` + "\n" +
		`  <path d="` + whole(r+h/2, 1) + whole(r-h/2, 0) + `"/>` + "\n" +
		`  <path d="` + arc + `"/>` + "\n</svg>\n"
}

// ground draws a square with round corners.
func (c *canvas) ground() {
	a, b, r := groundEdge*c.s, c.s-groundEdge*c.s, groundRound*c.s
	c.pen.MoveTo(float32(b), float32(a+r))
	for i, corner := range [4][2]float64{{b - r, b - r}, {a + r, b - r}, {a + r, a + r}, {b - r, a + r}} {
		from := float64(i) * math.Pi / 2
		c.pen.LineTo(float32(corner[0]+r*math.Cos(from)), float32(corner[1]+r*math.Sin(from)))
		c.curveAt(corner[0], corner[1], r, from, from+math.Pi/2)
	}
	c.pen.ClosePath()
	c.fill()
}

// lay puts the covered part onto img in a colour for each row, and clears the canvas.
func (c *canvas) lay(img *image.NRGBA, ink func(y int) color.NRGBA) {
	for y := range c.size {
		k := ink(y)
		for x := range c.size {
			cover := float64(c.cover.Pix[y*c.cover.Stride+x]) / 255
			if cover == 0 {
				continue
			}
			under := img.NRGBAAt(x, y)
			if under.A == 0 {
				k.A = uint8(math.Round(255 * cover))
				img.SetNRGBA(x, y, k)
				continue
			}
			over := mix(under, k, cover)
			over.A = under.A
			img.SetNRGBA(x, y, over)
		}
	}
	clear(c.cover.Pix)
}

func mix(a, b color.NRGBA, share float64) color.NRGBA {
	part := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*share)) }
	return color.NRGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), 0xFF}
}
