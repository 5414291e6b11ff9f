package pocket

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"afterglow/app/card"
	"afterglow/app/screens/theme"
)

// Where the phone itself writes: its clock above, its buttons below. Shares of the height.
const (
	freeAbove = 0.29
	freeBelow = 0.13
)

// canvas is a picture that is being drawn.
type canvas struct {
	*image.NRGBA
	p     *theme.Palette
	unit  float64 // a hundredth of the width
	faces map[face]font.Face
	fonts [2]*opentype.Font // regular, bold
	err   error             // the first thing that went wrong
}

// face is a size of the type, in pixels.
type face struct {
	size float64
	bold bool
}

// picture is a card as PNG.
func picture(c card.Card, size card.Size, dark bool) ([]byte, error) {
	p := theme.Light()
	if dark {
		p = theme.Dark()
	}
	d := &canvas{NRGBA: image.NewNRGBA(image.Rect(0, 0, size.Wide, size.High)), p: p, faces: map[face]font.Face{}}
	for i, file := range [][]byte{regular(), bold()} {
		f, err := opentype.Parse(file)
		if err != nil {
			return nil, fmt.Errorf("read the type: %w", err)
		}
		d.fonts[i] = f
	}
	high := float64(size.High)
	d.unit = min(float64(size.Wide), high*0.6) / 100 // a screen that lies has no larger letters
	draw.Draw(d, d.Bounds(), image.NewUniform(p.Background), image.Point{}, draw.Src)
	if d.card(c, float64(size.Wide), high*freeAbove, high*(1-freeBelow)); d.err != nil {
		return nil, d.err
	}
	var out bytes.Buffer
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := fast.Encode(&out, d); err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return out.Bytes(), nil
}

// Measures of the picture, in units.
const (
	edge      = 5.0 // beside the card
	inside    = 5.0 // within it
	titleSize = 5.4 // of the type
	leadSize  = 3.3
	footSize  = 2.7
	emptySize = 4.4 // of what is said in the place of rows
	rowSize   = 5.4
	leastRow  = 3.2
	rowStep   = 2.75 // a row's height, in its type's size
	barHigh   = 0.42 // a bar's height, likewise
	phoneHigh = 12.5 // whom to call, and their number
)

// card draws the card between two heights.
func (d *canvas) card(c card.Card, wide, top, bottom float64) {
	u, ruler := d.unit, ruler(d.width)
	x0, x1 := edge*u, wide-edge*u
	in0, in1 := x0+inside*u, x1-inside*u
	title, large := ruler.title(c.Title, in1-in0-8*u, titleSize*u)
	var lead []string
	for _, line := range c.Lead {
		lead = append(lead, ruler.wrap(line, in1-in0, leadSize*u, false, leadLines)...)
	}
	low := ruler.wrap(c.Foot, in1-in0, footSize*u, false, 3)
	head := inside*u + float64(len(title))*large*1.3 + float64(len(lead))*leadSize*1.4*u + 2*u
	days := leadSize * 1.6 * u
	foot := inside * u
	if c.Foot != "" {
		foot += float64(len(low)) * footSize * 1.5 * u
	}
	if c.Phone != "" {
		foot += phoneHigh * u
	}
	room := bottom - top - head - days - foot
	size := min(rowSize*u, room/float64(max(len(c.Rows), 1))/rowStep)
	size = max(size*min((in1-in0)/d.widest(c.Rows, size), 1), min(size, leastRow*u))
	rows, left := c.Rows, 0
	if size < leastRow*u {
		size = leastRow * u
		n := max(int(room/(size*rowStep)-0.7), 1) // one line says how many more there are
		if n < len(rows) {
			rows, left = rows[:n], len(rows)-n
		}
	}
	var empty []string
	lines := float64(len(rows))
	if len(rows) == 0 {
		size = min(size, emptySize*u)
		empty = ruler.wrap(c.Empty, in1-in0, size, false, emptyLines)
		lines = max((float64(len(empty))*1.3+0.6)/rowStep, 1)
	}
	if left > 0 {
		lines += 0.7
	}
	high := head + days + lines*size*rowStep + foot
	d.round(x0, top, x1, top+high, 4*u, d.p.Card)
	y := top + inside*u
	d.ring(in1-3*u, y+3*u, 3*u, 1.1*u)
	for _, line := range title {
		d.left(line, in0, y, large, true, d.p.Text)
		y += large * 1.3
	}
	for _, line := range lead {
		d.left(line, in0, y, leadSize*u, false, d.p.Muted)
		y += leadSize * 1.4 * u
	}
	y += 2 * u
	if len(rows) == 0 {
		for i, line := range empty {
			d.left(line, in0, y+days+float64(i)*size*1.3, size, false, d.p.Text)
		}
	} else {
		d.days(c.Days, in0, in1, y)
	}
	y += days
	for _, r := range rows {
		d.row(r, in0, in1, y, size)
		y += size * rowStep
	}
	if left > 0 {
		d.left(ruler.cut(more(c, left), in1-in0, leadSize*u, false), in0, y, leadSize*u, false, d.p.Muted)
	}
	d.foot(c, low, in0, in1, top+high-foot)
}

// widest is how wide the widest row would be, its note left out.
func (d *canvas) widest(rows []card.Row, size float64) float64 {
	most := 1.0
	for _, r := range rows {
		most = max(most, d.width(r.Name+r.When, size, true)+(apart+0.1)*size)
	}
	return most
}

func (d *canvas) days(days []card.Day, x0, x1, y float64) {
	size := leadSize * 0.9 * d.unit
	for i, day := range days {
		x, end := x0+day.At*(x1-x0), x1
		if i+1 < len(days) {
			end = x0 + days[i+1].At*(x1-x0)
		}
		d.left(ruler(d.width).cut(day.Name, end-x, size, false), x, y, size, false, d.p.Muted)
	}
}

// row is a name with its moment at the right, and the bars below.
func (d *canvas) row(r card.Row, x0, x1, y, size float64) {
	l := ruler(d.width).row(r, x1-x0, size, size*0.78)
	d.left(l.name, x0, y, size, true, d.p.Text)
	d.left(l.note, x0+l.noteAt, y+0.2*size, size*0.78, false, d.p.Muted)
	d.left(l.when, x0+l.whenAt, y+(size-l.whenSize), l.whenSize, true, d.p.Amber)
	if len(r.Bars) == 0 {
		return
	}
	top, high := y+1.5*size, barHigh*size
	d.round(x0, top, x1, top+high, high/2, d.p.Soft)
	for _, b := range r.Bars {
		fill, line := tone(d.p, b.Tone)
		from, to := x0+b.From*(x1-x0), x0+b.To*(x1-x0)
		if to-from < 2 {
			continue
		}
		thick := max(0.05*size, 1)
		d.round(from, top, to, top+high, high/2, line)
		d.round(from+thick, top+thick, to-thick, top+high-thick, high/2-thick, fill)
	}
}

// foot is whom to call, and in small lines what the program does not do.
func (d *canvas) foot(c card.Card, low []string, x0, x1, y float64) {
	u := d.unit
	if c.Phone != "" {
		d.left(ruler(d.width).cut(c.Call, x1-x0, 3.6*u, false), x0, y, 3.6*u, false, d.p.Text)
		size := 5 * u * min((x1-x0)/max(d.width(c.Phone, 5*u, true), 1), 1) // a number is never cut off
		d.left(c.Phone, x0, y+4.8*u, size, true, d.p.Red)
		y += phoneHigh * u
	}
	for _, line := range low {
		d.left(line, x0, y+0.6*u, footSize*u, false, d.p.Muted)
		y += footSize * 1.5 * u
	}
}

// face is the type in a size; nil after a failure, which is noted.
func (d *canvas) face(size float64, bold bool) font.Face {
	key := face{size, bold}
	if f := d.faces[key]; f != nil {
		return f
	}
	which := d.fonts[0]
	if bold {
		which = d.fonts[1]
	}
	f, err := opentype.NewFace(which, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		d.err = cmp.Or(d.err, fmt.Errorf("set the type: %w", err))
		return nil
	}
	d.faces[key] = f
	return f
}

func (d *canvas) width(text string, size float64, bold bool) float64 {
	f := d.face(size, bold)
	if f == nil {
		return 0
	}
	return float64(font.MeasureString(f, text)) / 64
}

// left sets a line that begins at x and whose top is y.
func (d *canvas) left(text string, x, y, size float64, bold bool, ink color.NRGBA) {
	f := d.face(size, bold)
	if f == nil {
		return
	}
	w := font.Drawer{Dst: d, Src: image.NewUniform(ink), Face: f, Dot: fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6((y + size*1.05) * 64)}}
	w.DrawString(text)
}

// bend is how far a curve's handle lies from its end to make a quarter of a circle, in radii.
const bend = 0.5523

// round fills a rectangle with round corners.
func (d *canvas) round(x0, y0, x1, y1, r float64, fill color.NRGBA) {
	if x1 <= x0 || y1 <= y0 {
		return
	}
	r = max(min(r, (x1-x0)/2, (y1-y0)/2), 0)
	d.fill(x0, y0, x1, y1, fill, func(v *vector.Rasterizer, left, top float64) {
		roundPath(v, x0-left, y0-top, x1-left, y1-top, r)
	})
}

// fill fills a shape that lies within these bounds: path draws it, moved by so much to the left and up. Only this part of
// the picture is looked at.
func (d *canvas) fill(x0, y0, x1, y1 float64, fill color.NRGBA, path func(v *vector.Rasterizer, left, top float64)) {
	part := image.Rect(int(x0), int(y0), int(math.Ceil(x1)), int(math.Ceil(y1)))
	v := vector.NewRasterizer(part.Dx(), part.Dy())
	path(v, float64(part.Min.X), float64(part.Min.Y))
	v.Draw(d, part, image.NewUniform(fill), image.Point{})
}

func roundPath(v *vector.Rasterizer, x0, y0, x1, y1, r float64) {
	k := r * (1 - bend)
	f := func(x float64) float32 { return float32(x) }
	v.MoveTo(f(x0+r), f(y0))
	v.LineTo(f(x1-r), f(y0))
	v.CubeTo(f(x1-k), f(y0), f(x1), f(y0+k), f(x1), f(y0+r))
	v.LineTo(f(x1), f(y1-r))
	v.CubeTo(f(x1), f(y1-k), f(x1-k), f(y1), f(x1-r), f(y1))
	v.LineTo(f(x0+r), f(y1))
	v.CubeTo(f(x0+k), f(y1), f(x0), f(y1-k), f(x0), f(y1-r))
	v.LineTo(f(x0), f(y0+r))
	v.CubeTo(f(x0), f(y0+k), f(x0+k), f(y0), f(x0+r), f(y0))
	v.ClosePath()
}

// ring is the program's sign: a ring of which a part is filled.
func (d *canvas) ring(x, y, r, thick float64) {
	d.round(x-r, y-r, x+r, y+r, r, d.p.RoseFill)
	d.fill(x-r, y-r, x+r, y+r, d.p.Rose, func(v *vector.Rasterizer, left, top float64) { arc(v, x-left, y-top, r, 0.37) })
	d.round(x-r+thick, y-r+thick, x+r-thick, y+r-thick, r, d.p.Card)
}
