package timeline

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
)

// screen draws shapes with smooth edges into the dots of a picture. Places and lengths are in the layout's unit.
type screen struct {
	img   *image.RGBA
	scale float64 // dots a unit
	left  float32 // where the layout begins in the picture
}

// newScreen is a picture of one colour.
func newScreen(w, h int, size fyne.Size, ground color.NRGBA) *screen {
	s := &screen{img: image.NewRGBA(image.Rect(0, 0, w, h)), scale: 1}
	if size.Width > 0 {
		s.scale = float64(w) / float64(size.Width)
	}
	if w > 0 && h > 0 {
		s.span(0, 0, w, color.NRGBA{R: ground.R, G: ground.G, B: ground.B, A: 255})
		first := s.img.Pix[:s.img.Stride]
		for y := 1; y < h; y++ {
			copy(s.img.Pix[y*s.img.Stride:], first)
		}
	}
	return s
}

// rounded is a rounded rectangle in dots, on whole dots, so that its edges are sharp.
type rounded struct{ x0, y0, x1, y1, r float64 }

func (s *screen) rounded(x, y, w, h, r float32) rounded {
	dots := func(v float32) float64 { return math.Round(float64(v) * s.scale) }
	out := rounded{dots(x + s.left), dots(y), dots(x + s.left + w), dots(y + h), float64(r) * s.scale}
	out.x1, out.y1 = max(out.x1, out.x0+1), max(out.y1, out.y0+1)
	out.r = min(out.r, (out.x1-out.x0)/2, (out.y1-out.y0)/2)
	return out
}

// cover is how much of the dot at column x and row y lies in the shape, 0 to 1.
func (q rounded) cover(x, y int) float64 {
	px, py := float64(x)+0.5, float64(y)+0.5
	dx, dy := max(q.x0+q.r-px, px-q.x1+q.r, 0), max(q.y0+q.r-py, py-q.y1+q.r, 0)
	if dx == 0 || dy == 0 {
		if px < q.x0 || px > q.x1 || py < q.y0 || py > q.y1 {
			return 0
		}
		return 1
	}
	return max(0, min(1, q.r+0.5-math.Hypot(dx, dy)))
}

func (q rounded) in(by float64) rounded {
	return rounded{q.x0 + by, q.y0 + by, q.x1 - by, q.y1 - by, max(0, q.r-by)}
}

// each calls f for every dot that the shape may touch.
func (s *screen) each(q rounded, f func(x, y int)) {
	b := image.Rect(int(q.x0), int(q.y0), int(math.Ceil(q.x1)), int(math.Ceil(q.y1))).Intersect(s.img.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			f(x, y)
		}
	}
}

// box fills a rectangle with corners of that radius. Only at its corners is a dot covered in part: the rest is filled by
// whole rows, since a night is as large as the picture.
func (s *screen) box(x, y, w, h, radius float32, ink color.NRGBA) {
	q := s.rounded(x, y, w, h, radius)
	s.rows(q, func(y, left, right int, straight bool) {
		corner := int(math.Ceil(q.r))
		if straight {
			corner = 0
		}
		from, to := min(left+corner, right), max(right-corner, left+corner)
		s.dots(y, left, from, ink, q.cover)
		s.span(y, from, to, ink)
		s.dots(y, to, right, ink, q.cover)
	})
}

// edge draws the inside of its outline, so wide.
func (s *screen) edge(x, y, w, h, radius, width float32, ink color.NRGBA) {
	q := s.rounded(x, y, w, h, radius)
	wide := max(1, math.Round(float64(width)*s.scale))
	hole := q.in(wide)
	cover := func(x, y int) float64 { return q.cover(x, y) - hole.cover(x, y) }
	s.rows(q, func(y, left, right int, straight bool) {
		if straight && float64(y) >= hole.y0 && float64(y+1) <= hole.y1 {
			s.span(y, left, min(left+int(wide), right), ink)
			s.span(y, max(right-int(wide), left+int(wide)), right, ink)
			return
		}
		s.dots(y, left, right, ink, cover)
	})
}

// rows calls f for each row of a shape; in one that is straight no corner lies.
func (s *screen) rows(q rounded, f func(y, left, right int, straight bool)) {
	for y := int(q.y0); y < int(q.y1); y++ {
		middle := float64(y) + 0.5
		f(y, int(q.x0), int(q.x1), middle >= q.y0+q.r && middle <= q.y1-q.r)
	}
}

// dots mixes a colour into the dots of a row from column left to before right, as much as each is covered.
func (s *screen) dots(y, left, right int, ink color.NRGBA, cover func(x, y int) float64) {
	if y < 0 || y >= s.img.Rect.Max.Y {
		return
	}
	for x := max(left, 0); x < min(right, s.img.Rect.Max.X); x++ {
		s.put(x, y, ink, cover(x, y))
	}
}

// span mixes a colour into all of the dots of a row from column left to before right.
func (s *screen) span(y, left, right int, ink color.NRGBA) {
	left, right = max(left, 0), min(right, s.img.Rect.Max.X)
	if y < 0 || y >= s.img.Rect.Max.Y || left >= right {
		return
	}
	row := s.img.Pix[s.img.PixOffset(left, y):s.img.PixOffset(right, y)]
	if ink.A == 255 {
		for i := 0; i < len(row); i += 4 {
			row[i], row[i+1], row[i+2], row[i+3] = ink.R, ink.G, ink.B, 255
		}
		return
	}
	share := float64(ink.A) / 255
	for i := 0; i < len(row); i += 4 {
		for j, v := range [3]uint8{ink.R, ink.G, ink.B} {
			row[i+j] = mixed(row[i+j], v, share)
		}
	}
}

// dot draws a circle around x, y with an outline inside its radius.
func (s *screen) dot(x, y, radius float32, fill, ink color.NRGBA, width float32) {
	cx, cy := float64(x+s.left)*s.scale, float64(y)*s.scale
	outer := float64(radius) * s.scale
	inner := outer - float64(width)*s.scale
	s.each(rounded{cx - outer - 1, cy - outer - 1, cx + outer + 1, cy + outer + 1, 0}, func(px, py int) {
		d := math.Hypot(float64(px)+0.5-cx, float64(py)+0.5-cy)
		s.put(px, py, ink, max(0, min(1, outer+0.5-d)))
		s.put(px, py, fill, max(0, min(1, inner+0.5-d)))
	})
}

// put mixes as much of a colour into a dot as it is covered.
func (s *screen) put(x, y int, ink color.NRGBA, cover float64) {
	if cover <= 0 {
		return
	}
	share := cover * float64(ink.A) / 255
	at := s.img.Pix[s.img.PixOffset(x, y):]
	for i, v := range [3]uint8{ink.R, ink.G, ink.B} {
		at[i] = mixed(at[i], v, share)
	}
}

// mixed is a with that share of b in it.
func mixed(a, b uint8, share float64) uint8 {
	return uint8(float64(a)*(1-share) + float64(b)*share + 0.5)
}

// fade leaves that share of all that is not ground.
func (s *screen) fade(ground color.NRGBA, share float64) {
	var lost [3][256]uint8
	for i, g := range [3]uint8{ground.R, ground.G, ground.B} {
		for v := range 256 {
			lost[i][v] = mixed(g, uint8(v), share)
		}
	}
	for i := 0; i < len(s.img.Pix); i += 4 {
		p := s.img.Pix[i:]
		p[0], p[1], p[2] = lost[0][p[0]], lost[1][p[1]], lost[2][p[2]]
	}
}
