package paper

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/go-pdf/fpdf"
)

const (
	family  = "sheet"
	margin  = 40 // around the page, in points
	gutter  = 22 // between the columns
	leading = 1.32
	black   = 25
	grey    = 90
	code    = 92 // side of the code's picture
	// lineToWrite is how far lines to write on stand apart, in sizes of the type.
	lineToWrite = 2
)

// page sets text in two columns that follow each other over the pages.
type page struct {
	*fpdf.Fpdf
	size       float64 // of the body's type, in points
	wide, high float64

	x, y        float64 // where the next line goes
	width       float64 // of the column
	top, bottom float64 // of the columns on this page
	column      int
}

func (p *page) begin() {
	p.AddPage()
	p.x, p.y, p.width = margin, margin, p.wide-2*margin
}

// columns has what follows stand in two columns below what stands already.
func (p *page) columns() {
	p.width = (p.wide - 2*margin - gutter) / 2
	p.top, p.column = p.y, 0
}

// room goes on in the next column, or on the next page, if so much height is not left.
func (p *page) room(height float64) {
	if p.y+height <= p.bottom || p.y == p.top {
		return
	}
	if p.column == 0 {
		p.column, p.x, p.y = 1, margin+p.width+gutter, p.top
		return
	}
	p.AddPage()
	p.column, p.x, p.y, p.top = 0, margin, margin, margin
	p.bottom = p.high - margin
}

// style is how a text is set.
type style struct {
	scale float64 // of the body's size
	bold  bool
	ink   int // grey, 0 to 255
}

var (
	title   = style{1.9, true, black}
	heading = style{1.15, true, black}
	strong  = style{1, true, black}
	body    = style{1, false, black}
	muted   = style{0.9, false, grey}
	small   = style{0.78, false, grey}
	number  = style{1.6, true, black}
)

func (p *page) use(s style) float64 {
	weight := ""
	if s.bold {
		weight = "B"
	}
	p.SetFont(family, weight, p.size*s.scale)
	p.SetTextColor(s.ink, s.ink, s.ink)
	return p.size * s.scale * leading
}

// lines breaks a text into lines of a width.
func (p *page) lines(text string, s style, width float64) []string {
	p.use(s)
	return p.SplitText(settable(text), width)
}

// settable is a text with what the library has no room for as a box: signs beyond the first plane, such as emoji. What
// nobody sees goes.
func settable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		case r > 0xffff:
			return '\u25a1'
		}
		return r
	}, text)
}

// height is how high a text stands in a width.
func (p *page) height(text string, s style, width float64) float64 {
	return float64(len(p.lines(text, s, width))) * p.size * s.scale * leading
}

// put sets a text at the pen in a width and moves the pen below it.
func (p *page) put(text string, s style, width float64) {
	for _, line := range p.lines(text, s, width) {
		high := p.use(s)
		p.SetXY(p.x, p.y)
		p.CellFormat(width, high, line, "", 0, "L", false, 0, "")
		p.y += high
	}
}

// rule is a thin line across a width.
func (p *page) rule(width float64) {
	p.SetDrawColor(190, 190, 190)
	p.SetLineWidth(0.5)
	p.Line(p.x, p.y, p.x+width, p.y)
}

// head is the title with what stands below it.
func (p *page) head(s Sheet) {
	p.put(s.Title, title, p.width)
	for _, line := range s.Lead {
		p.put(line, muted, p.width)
	}
	p.y += p.size * 0.5
	p.rule(p.width)
	p.y += p.size * 0.7
}

// section sets a part: its heading never stands alone at the end of a column.
func (p *page) section(s Section) {
	above := p.size * 0.35
	for i, r := range s.Rows {
		high := p.rowHigh(r)
		if i == 0 {
			p.room(p.height(s.Title, heading, p.width) + above + high)
			p.put(s.Title, heading, p.width)
			p.y += above
		} else {
			p.room(high)
		}
		p.row(r)
	}
	p.y += p.size * 0.7
}

// beside says whether name and moment have room in one line.
func (p *page) beside(r Row) bool {
	p.use(strong)
	name := p.GetStringWidth(settable(r.Name))
	p.use(body)
	return name+p.size+p.GetStringWidth(settable(r.When)) <= p.width
}

func (p *page) rowHigh(r Row) float64 {
	high := p.size * 0.4
	if r.Name != "" {
		high += p.height(r.Name, strong, p.width)
	}
	if r.When != "" && !p.beside(r) {
		high += p.height(r.When, body, p.width)
	}
	for _, text := range r.Text {
		high += p.height(text, muted, p.width)
	}
	return high + float64(r.Room)*p.size*lineToWrite
}

func (p *page) row(r Row) {
	if r.When != "" && p.beside(r) {
		high := p.use(body)
		p.SetXY(p.x, p.y)
		p.CellFormat(p.width, high, settable(r.When), "", 0, "R", false, 0, "")
		p.put(r.Name, strong, p.width)
	} else {
		if r.Name != "" {
			p.put(r.Name, strong, p.width)
		}
		if r.When != "" {
			p.put(r.When, body, p.width)
		}
	}
	for _, text := range r.Text {
		p.put(text, muted, p.width)
	}
	for range r.Room {
		p.y += p.size * lineToWrite
		p.rule(p.width)
	}
	p.y += p.size * 0.4
}

// feet sets what stands at the foot of the first page: whom to call, the code, the lines to sign on. It gives its height.
func (p *page) feet(s Sheet) float64 {
	full := p.wide - 2*margin
	words := full
	if s.Code != nil {
		words -= code + gutter
	}
	draw := func(really bool) float64 {
		high := 0.0
		set := func(text string, style style) {
			if really {
				p.put(text, style, words)
			}
			high += p.height(text, style, words)
		}
		if s.Call.Title != "" {
			set(s.Call.Title, heading)
		}
		if s.Call.Phone != "" {
			set(s.Call.Phone, number)
		}
		for _, line := range s.Call.Lines {
			set(line, muted)
		}
		for _, line := range s.Foot {
			set(line, small)
		}
		return high
	}
	high := draw(false)
	if s.Code != nil {
		high = max(high, code+p.height(s.CodeSays, small, code))
	}
	signs := 0.0
	if len(s.Sign) > 0 {
		signs = p.size * 3
	}
	total := high + signs + p.size
	x, y := p.x, p.y
	p.x, p.y = margin, p.high-margin-total
	p.rule(full)
	p.y += p.size * 0.7
	top := p.y
	draw(true)
	if s.Code != nil {
		p.RegisterImageOptionsReader("code", fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(s.Code))
		p.ImageOptions("code", p.wide-margin-code, top, code, code, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
		p.x, p.y = p.wide-margin-code, top+code
		p.put(s.CodeSays, small, code)
	}
	p.sign(s.Sign, full)
	p.x, p.y = x, y
	return total
}

// sign sets lines to write on at the very foot.
func (p *page) sign(names []string, full float64) {
	if len(names) == 0 {
		return
	}
	each := (full - gutter*float64(len(names)-1)) / float64(len(names))
	for i, name := range names {
		p.x, p.y = margin+float64(i)*(each+gutter), p.high-margin-p.size*1.2
		p.rule(each)
		p.put(name, small, each)
	}
}
