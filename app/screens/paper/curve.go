package paper

// Curves are figures from 0 to 10 that were told over one period, each in a small drawing of its own.
type Curves struct {
	Title       string
	All         []Curve
	From, Until string    // the days at the ends
	Marks       []float64 // shares of the period, 0 to 1, with a line across
	MarkSays    string    // what these are
}

// Curve is one figure.
type Curve struct {
	Name   string
	Points []Point // in order of time
}

// Point is when it was told, as a share of the period, and how much.
type Point struct {
	At float64
	N  int
}

// each is the curves with all of their texts made anew.
func (c Curves) each(text func(string) string) Curves {
	c.Title, c.From, c.Until, c.MarkSays = text(c.Title), text(c.From), text(c.Until), text(c.MarkSays)
	all := make([]Curve, len(c.All))
	for i, o := range c.All {
		all[i] = Curve{text(o.Name), o.Points}
	}
	c.All = all
	return c
}

const (
	curveHigh = 46  // of one drawing, in points
	mostDots  = 120 // points of a curve that still have a dot each
	strongest = 10  // the top of a curve
)

// curves draws them two beside each other, below the head.
func (p *page) curves(c Curves) {
	if len(c.All) == 0 {
		return
	}
	p.put(c.Title, heading, p.width)
	p.y += p.size * 0.35
	wide := (p.width - gutter) / 2
	top, left := p.y, p.x
	for i, curve := range c.All {
		p.x = left + float64(i%2)*(wide+gutter)
		p.y = top
		p.curve(curve, c, wide)
		if i%2 == 1 || i == len(c.All)-1 {
			top = p.y
		}
	}
	p.x, p.y = left, top
	if c.MarkSays != "" {
		p.put(c.MarkSays, small, p.width)
	}
	p.y += p.size * 0.3
	p.rule(p.width)
	p.y += p.size * 0.7
}

// curve draws one at the pen, with its figures at the left and the period's days below.
func (p *page) curve(c Curve, of Curves, wide float64) {
	p.put(c.Name, strong, wide)
	high := p.use(small)
	figures := p.GetStringWidth("10") + 5
	left, right, top := p.x+figures, p.x+wide, p.y+high/2
	bottom := top + curveHigh
	at := func(o Point) (x, y float64) {
		return left + o.At*(right-left), bottom - float64(min(max(o.N, 0), strongest))/strongest*curveHigh
	}
	for _, n := range []struct {
		n    int
		says string
	}{{0, "0"}, {5, "5"}, {strongest, "10"}} {
		_, y := at(Point{0, n.n})
		p.SetXY(p.x, y-high/2)
		p.CellFormat(figures-4, high, n.says, "", 0, "R", false, 0, "")
		p.SetDrawColor(215, 215, 215)
		p.SetLineWidth(0.4)
		p.Line(left, y, right, y)
	}
	p.SetDrawColor(140, 140, 140)
	p.SetDashPattern([]float64{2, 2}, 0)
	for _, m := range of.Marks {
		x, _ := at(Point{m, 0})
		p.Line(x, top, x, bottom)
	}
	p.SetDashPattern(nil, 0)
	p.trace(c, at)
	p.y = bottom + high*0.4
	p.SetXY(left, p.y)
	p.CellFormat(right-left, high, of.From, "", 0, "L", false, 0, "")
	p.SetXY(left, p.y)
	p.CellFormat(right-left, high, of.Until, "", 0, "R", false, 0, "")
	p.y += high + p.size*0.4
}

// trace draws the line through the points, with a dot for each unless they are too many to tell apart.
func (p *page) trace(c Curve, at func(Point) (x, y float64)) {
	p.SetDrawColor(black, black, black)
	p.SetFillColor(black, black, black)
	p.SetLineWidth(0.9)
	for i, o := range c.Points {
		x, y := at(o)
		if i == 0 {
			p.MoveTo(x, y)
		} else {
			p.LineTo(x, y)
		}
	}
	if len(c.Points) > 1 {
		p.DrawPath("D")
	}
	if len(c.Points) <= mostDots {
		for _, o := range c.Points {
			x, y := at(o)
			p.Circle(x, y, 1.7, "F")
		}
	}
}
