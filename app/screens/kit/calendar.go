package kit

import (
	"image/color"
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/course"
	"afterglow/app/reader"
	"afterglow/app/screens/theme"
)

// Measures of a calendar, in Fyne's units.
const (
	dayWide = 40
	dayHigh = 34
	weeks   = 6 // rows of days: no month touches more
)

// calendar is one month of days of which one can be chosen. Its days are one stop of the keyboard: the arrows go by days
// and weeks, Home and End to the ends of a week, Page Up and Down by months.
type calendar struct {
	k           *Kit
	first, last course.Date // what can be chosen; the zero Date is no bound
	chosen      course.Date // the zero Date: none
	year        int
	month       time.Month // that is on show
	hover       int        // the cell under the pointer; -1 for none
	pick        func(course.Date)
	done        func() // Enter on a day that is chosen

	days         *Press
	grid         *fyne.Container
	title        *Line
	before, next *Press
	cells        [weeks * 7]*canvas.Rectangle
	numbers      [weeks * 7]*canvas.Text
	object       *fyne.Container
}

// newCalendar shows the month of chosen, or that of today.
func (k *Kit) newCalendar(id string, chosen, first, last course.Date, pick func(course.Date), done func()) *calendar {
	c := &calendar{k: k, first: first, last: last, chosen: chosen, hover: -1, pick: pick, done: done}
	on := chosen
	if on == (course.Date{}) {
		on = c.within(k.V.Today())
	}
	c.year, c.month = on.Year, on.Month
	var objects []fyne.CanvasObject
	for i := range c.cells {
		c.cells[i] = canvas.NewRectangle(color.Transparent)
		c.cells[i].CornerRadius = 10
		c.numbers[i] = canvas.NewText("", k.P.Text)
		c.numbers[i].TextSize, c.numbers[i].Alignment = theme.SizeBody, fyne.TextAlignCenter
		objects = append(objects, c.cells[i], c.numbers[i])
	}
	c.grid = &fyne.Container{Layout: dayGrid{c}, Objects: objects}
	c.days = k.Press(id+".days", k.V.T("kit.day"), 10, c.grid, func() { c.enter() })
	c.days.role = RoleDays
	c.days.figure, c.days.onFigure = c.figure, c.setFigure
	c.days.OnKey, c.days.OnPoint, c.days.OnHover = c.key, c.point, c.over
	c.title = k.Line("", k.P.Text, true)
	c.before = k.Bare(id+".before", k.V.T("kit.month_before"), k.Icon(IconLeft, 14, k.P.Text), func() { c.turn(-1) })
	c.next = k.Bare(id+".next", k.V.T("kit.month_next"), k.Icon(IconRight, 14, k.P.Text), func() { c.turn(1) })
	names := make([]fyne.CanvasObject, 7)
	for i := range names {
		day := (k.V.FirstWeekday() + time.Weekday(i)) % 7
		names[i] = k.para(theme.SizeSmall, 16, Run{Text: k.V.WeekdayOf(day), Ink: k.P.Muted}).Centred()
	}
	head := Row(0, 1, c.before, Middle(c.title), c.next)
	c.object = Column(4, head, Grid(0, Even(7), names...), c.days)
	c.dress()
	return c
}

// within is d, or the nearest day that can be chosen.
func (c *calendar) within(d course.Date) course.Date {
	none := course.Date{}
	switch {
	case c.first != none && d.Before(c.first):
		return c.first
	case c.last != none && c.last.Before(d):
		return c.last
	}
	return d
}

func (c *calendar) allows(d course.Date) bool { return c.within(d) == d }

// corner is the day in the first cell.
func (c *calendar) corner() course.Date {
	first := course.Date{Year: c.year, Month: c.month, Day: 1}
	return first.Add(-int((first.Weekday() - c.k.V.FirstWeekday() + 7) % 7))
}

// dayAt is the day of a cell, and whether it belongs to the month on show.
func (c *calendar) dayAt(cell int) (course.Date, bool) {
	d := c.corner().Add(cell)
	return d, d.Month == c.month && d.Year == c.year
}

// dress gives each day the look of its state.
func (c *calendar) dress() {
	k, p := c.k, c.k.P
	month := k.V.MonthOfYear(c.year, c.month)
	c.title.SetText(month)
	said := month
	if c.chosen != (course.Date{}) {
		said = k.V.WrittenDay(c.chosen)
	}
	c.days.state.Value = said
	none, first := course.Date{}, course.Date{Year: c.year, Month: c.month, Day: 1}
	c.before.off = c.first != none && first.Add(-1).Before(c.first)
	c.next.off = c.last != none && c.last.Before(firstOf(c.year, c.month+1))
	today := k.V.Today()
	for i, cell := range c.cells {
		d, here := c.dayAt(i)
		n := c.numbers[i]
		cell.Hidden, n.Hidden = !here, !here
		n.Text, n.Color, n.TextStyle.Bold = strconv.Itoa(d.Day), p.Text, d == today
		cell.FillColor, cell.StrokeColor, cell.StrokeWidth = color.Transparent, color.Transparent, 0
		if d == today {
			cell.StrokeColor, cell.StrokeWidth, n.Color = p.Rose, 1.5, p.Rose
		}
		switch {
		case d == c.chosen:
			cell.FillColor, n.Color, n.TextStyle.Bold = p.Rose, p.OnTone, true
		case !c.allows(d):
			n.Color = theme.Fade(p.Muted, 0.45)
		case i == c.hover:
			cell.FillColor = p.RoseFill
		}
	}
}

// redraw shows what has changed.
func (c *calendar) redraw() {
	c.dress()
	c.object.Refresh()
	c.before.Refresh()
	c.next.Refresh()
	c.k.told()
}

// figure is the day that is chosen, or today, for who hears it: in days from today.
func (c *calendar) figure() *reader.Value {
	today, far := c.k.V.Today(), 10*366
	days := func(d course.Date, none int) float64 {
		if d == (course.Date{}) {
			return float64(none)
		}
		return float64(today.Days(d))
	}
	return &reader.Value{Now: days(c.chosen, 0), Least: days(c.first, -far), Most: days(c.last, far), Step: 1, Said: c.days.state.Value}
}

// setFigure chooses a day as figure tells it.
func (c *calendar) setFigure(v float64) bool {
	of := c.figure()
	if v < of.Least || v > of.Most || v != math.Trunc(v) {
		return false
	}
	c.choose(c.k.V.Today().Add(int(v)))
	return true
}

// turn shows another month.
func (c *calendar) turn(by int) {
	on := firstOf(c.year, c.month+time.Month(by))
	c.year, c.month, c.hover = on.Year, on.Month, -1
	c.redraw()
}

// choose takes a day and shows its month.
func (c *calendar) choose(d course.Date) {
	d = c.within(d)
	c.year, c.month = d.Year, d.Month
	changed := d != c.chosen
	c.chosen = d
	c.redraw()
	if changed {
		c.pick(d)
	}
}

// enter chooses today if there is nothing chosen yet, else it is done.
func (c *calendar) enter() {
	if c.chosen == (course.Date{}) {
		c.choose(c.k.V.Today())
		return
	}
	c.done()
}

// key goes to another day.
func (c *calendar) key(name fyne.KeyName) bool {
	from := c.chosen
	if from == (course.Date{}) {
		from = c.within(c.k.V.Today())
	}
	inWeek := int((from.Weekday() - c.k.V.FirstWeekday() + 7) % 7)
	switch name {
	case fyne.KeyLeft:
		from = from.Add(-1)
	case fyne.KeyRight:
		from = from.Add(1)
	case fyne.KeyUp:
		from = from.Add(-7)
	case fyne.KeyDown:
		from = from.Add(7)
	case fyne.KeyHome:
		from = from.Add(-inWeek)
	case fyne.KeyEnd:
		from = from.Add(6 - inWeek)
	case fyne.KeyPageUp:
		from = monthAway(from, -1)
	case fyne.KeyPageDown:
		from = monthAway(from, 1)
	default:
		return false
	}
	c.choose(from)
	return true
}

// firstOf is the first day of a month; the months before January and after December are those of other years.
func firstOf(year int, month time.Month) course.Date {
	return course.DateOf(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC), time.UTC)
}

// monthAway is the same day of another month, or that month's last one.
func monthAway(d course.Date, by int) course.Date {
	to := firstOf(d.Year, d.Month+time.Month(by))
	last := firstOf(to.Year, to.Month+1).Add(-1)
	to.Day = min(d.Day, last.Day)
	return to
}

// cellAt is the cell at a place of the grid, -1 if no day that can be chosen lies there.
func (c *calendar) cellAt(p fyne.Position) int {
	x, y := int(p.X/(c.grid.Size().Width/7)), int(p.Y/dayHigh)
	if p.X < 0 || p.Y < 0 || x > 6 || y >= weeks {
		return -1
	}
	cell := y*7 + x
	if d, here := c.dayAt(cell); !here || !c.allows(d) {
		return -1
	}
	return cell
}

func (c *calendar) point(p fyne.Position) {
	if cell := c.cellAt(p); cell >= 0 {
		d, _ := c.dayAt(cell)
		c.choose(d)
	}
}

func (c *calendar) over(p fyne.Position, here bool) {
	cell := -1
	if here {
		cell = c.cellAt(p)
	}
	if cell != c.hover {
		c.hover = cell
		c.redraw()
	}
}

// dayGrid sets the days in weeks.
type dayGrid struct{ c *calendar }

func (dayGrid) heightFor([]fyne.CanvasObject, float32) float32 { return weeks * dayHigh }
func (dayGrid) MinSize([]fyne.CanvasObject) fyne.Size          { return fyne.NewSize(7*dayWide, weeks*dayHigh) }

func (g dayGrid) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width / 7
	for i, cell := range g.c.cells {
		x, y := wide*float32(i%7), dayHigh*float32(i/7)
		place(cell, x+1, y+1, wide-2, dayHigh-2)
		n := g.c.numbers[i]
		h := n.MinSize().Height
		place(n, x, y+(dayHigh-h)/2, wide, h)
	}
}
