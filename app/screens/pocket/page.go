package pocket

import (
	"bytes"
	"fmt"
	"image/color"

	"github.com/go-pdf/fpdf"

	"afterglow/app/card"
	"afterglow/app/screens/theme"
)

// Measures of the page, in points.
const (
	margin   = 48
	largest  = 22.0 // of the rows' type
	smallest = 9.0
	stepHigh = 2.7 // a row's height, in its type's size
	family   = "card"
)

// sheet is a page that is being drawn.
type sheet struct {
	*fpdf.Fpdf
	p          *theme.Palette
	wide, high float64
}

// page is a card as a PDF of one page.
func page(c card.Card, letter bool) ([]byte, error) {
	format := "A4"
	if letter {
		format = "Letter"
	}
	s := &sheet{Fpdf: fpdf.New("P", "pt", format, ""), p: theme.Light()}
	s.SetCatalogSort(true)
	s.SetTitle(c.Title, true)
	s.SetLang(c.Language)
	s.AddUTF8FontFromBytes(family, "", regular())
	s.AddUTF8FontFromBytes(family, "B", bold())
	s.SetAutoPageBreak(false, 0)
	s.AddPage()
	s.wide, s.high = s.GetPageSize()
	s.draw(c)
	var out bytes.Buffer
	if err := s.Output(&out); err != nil {
		return nil, fmt.Errorf("write the page: %w", err)
	}
	return out.Bytes(), nil
}

func (s *sheet) draw(c card.Card) {
	x0, x1, y := float64(margin), s.wide-margin, float64(margin)
	s.ring(x1-16, y+17, 16, 5.5)
	ruler := ruler(s.width)
	title, large := ruler.title(c.Title, x1-44-x0, 28)
	for _, line := range title {
		s.left(line, x0, y, large, true, s.p.Text)
		y += large * 1.3
	}
	y += 2
	for _, text := range c.Lead {
		for _, line := range ruler.wrap(text, x1-x0, 13, false, leadLines) {
			s.left(line, x0, y, 13, false, s.p.Muted)
			y += 18
		}
	}
	y += 16
	low := ruler.wrap(c.Foot, x1-x0, 10, false, 3)
	foot := 16 + 14*float64(len(low))
	if c.Phone != "" {
		foot += 62
	}
	const days = 20
	room := s.high - margin - foot - y - days
	size := min(largest, room/float64(max(len(c.Rows), 1))/stepHigh)
	wished := 1.0
	for _, r := range c.Rows {
		wished = max(wished, s.width(r.Name+r.When, size, true)+(apart+0.1)*size)
	}
	size = max(size*min((x1-x0)/wished, 1), min(size, smallest))
	rows, left := c.Rows, 0
	if size < smallest {
		size = smallest
		if n := int(room/(size*stepHigh)) - 1; n < len(rows) {
			rows, left = rows[:n], len(rows)-n
		}
	}
	if len(rows) == 0 {
		for i, line := range ruler.wrap(c.Empty, x1-x0, 16, false, emptyLines) {
			s.left(line, x0, y+float64(i)*21, 16, false, s.p.Text)
		}
	} else {
		s.days(c.Days, x0, x1, y)
	}
	y += days
	for _, r := range rows {
		s.row(r, x0, x1, y, size)
		y += size * stepHigh
	}
	if left > 0 {
		s.left(ruler.cut(more(c, left), x1-x0, 12, false), x0, y, 12, false, s.p.Muted)
	}
	y = s.high - margin - foot + 10
	if c.Phone != "" {
		s.left(ruler.cut(c.Call, x1-x0, 14, false), x0, y, 14, false, s.p.Text)
		size := 24 * min((x1-x0)/max(s.width(c.Phone, 24, true), 1), 1) // a number is never cut off
		s.left(c.Phone, x0, y+20, size, true, s.p.Red)
		y += 62
	}
	for _, line := range low {
		s.left(line, x0, y, 10, false, s.p.Muted)
		y += 14
	}
}

func (s *sheet) days(days []card.Day, x0, x1, y float64) {
	for i, day := range days {
		x, end := x0+day.At*(x1-x0), x1
		if i+1 < len(days) {
			end = x0 + days[i+1].At*(x1-x0)
		}
		s.left(ruler(s.width).cut(day.Name, end-x, 11, false), x, y, 11, false, s.p.Muted)
	}
}

// row is a name with its moment at the right, and the bars below.
func (s *sheet) row(r card.Row, x0, x1, y, size float64) {
	l := ruler(s.width).row(r, x1-x0, size, size*0.75)
	s.left(l.name, x0, y, size, true, s.p.Text)
	s.left(l.note, x0+l.noteAt, y+0.15*size, size*0.75, false, s.p.Muted)
	s.left(l.when, x0+l.whenAt, y+(size-l.whenSize), l.whenSize, true, s.p.Amber)
	if len(r.Bars) == 0 {
		return
	}
	top, high := y+1.5*size, barHigh*size
	s.box(x0, top, x1, top+high, s.p.Soft, s.p.Soft)
	for _, b := range r.Bars {
		if from, to := x0+b.From*(x1-x0), x0+b.To*(x1-x0); to-from >= 1 {
			fill, line := tone(s.p, b.Tone)
			s.box(from, top, to, top+high, fill, line)
		}
	}
}

func (s *sheet) box(x0, y0, x1, y1 float64, fill, line color.NRGBA) {
	s.SetFillColor(int(fill.R), int(fill.G), int(fill.B))
	s.SetDrawColor(int(line.R), int(line.G), int(line.B))
	s.SetLineWidth(0.8)
	s.RoundedRect(x0, y0, x1-x0, y1-y0, min((y1-y0)/2, (x1-x0)/2), "1234", "FD")
}

// ring is the program's sign: a ring of which a part is filled.
func (s *sheet) ring(x, y, r, thick float64) {
	s.SetLineWidth(thick)
	for _, part := range []struct {
		ink  color.NRGBA
		from float64
	}{{s.p.RoseFill, 0}, {s.p.Rose, 360 * (1 - 0.37)}} {
		s.SetDrawColor(int(part.ink.R), int(part.ink.G), int(part.ink.B))
		s.Arc(x, y, r-thick/2, r-thick/2, 90, part.from, 360, "D")
	}
}

func (s *sheet) use(size float64, bold bool, ink color.NRGBA) {
	weight := ""
	if bold {
		weight = "B"
	}
	s.SetFont(family, weight, size)
	s.SetTextColor(int(ink.R), int(ink.G), int(ink.B))
}

func (s *sheet) width(text string, size float64, bold bool) float64 {
	s.use(size, bold, s.p.Text)
	return s.GetStringWidth(text)
}

// left sets a line that begins at x and whose top is y.
func (s *sheet) left(text string, x, y, size float64, bold bool, ink color.NRGBA) {
	s.use(size, bold, ink)
	s.Text(x, y+size, text)
}
