package timeline

import (
	"strconv"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

const (
	dayPad   = 8 // between a day's line and its name
	labelGap = 8 // between two labels of the axis at least
)

// cursorLabel says the cursor's time, in the middle of the line where there is room.
func (v *view) cursorLabel() Label {
	var text string
	switch {
	case v.cursor.Equal(v.o.Now):
		text = "now " + clock(v.cursor, v.zone)
	case daysApart(v.cursor, v.o.Now, v.zone) > 6:
		text = date(v.cursor, v.zone) + ", " + clock(v.cursor, v.zone)
	default:
		text = v.cursor.Weekday().String()[:3] + " " + clock(v.cursor, v.zone)
	}
	l := Label{Text: text, Y: cursorY, Size: BarText, Bold: true, Width: v.width(text, BarText, true)}
	l.X = max(min(v.cursorX-l.Width/2, v.right-CursorPad-l.Width), CursorPad)
	return l
}

// axis fills in the days, hours, lines and nights.
func (v *view) axis(l *Layout, prefs course.Prefs) {
	if v.o.Zoom == AllWeeks {
		v.months(l)
		v.dates(l)
		return
	}
	v.days(l)
	v.hours(l)
	v.nights(l, prefs)
}

// days names each day at its line, the first one at the picture's edge.
func (v *view) days(l *Layout) {
	last := course.DateOf(v.until, v.zone)
	for d := course.DateOf(v.from, v.zone); !last.Before(d); d = d.Add(1) {
		start, end := course.On(d, 0, v.zone), course.On(d.Add(1), 0, v.zone)
		if !start.Before(end) || !start.Before(v.until) {
			continue // a day that the calendar skipped, or one that only touches the edge
		}
		if start.After(v.from) {
			l.Grid = append(l.Grid, v.x(start))
		}
		name, n := d.Weekday().String(), strconv.Itoa(d.Day)
		v.heading(l, v.x(start), v.x(end), name+" "+n, name[:3]+" "+n, n)
	}
}

// heading puts the first of the texts that fits between two lines above the hours.
func (v *view) heading(l *Layout, from, to float32, texts ...string) {
	room := to - from - dayPad
	if to < v.right {
		room -= labelGap / 2
	}
	for _, text := range texts {
		if w := v.width(text, DayText, true); w <= room {
			l.Days = append(l.Days, Label{Text: text, X: from + dayPad, Size: DayText, Bold: true, Width: w})
			return
		}
	}
}

var hourTexts = [...]string{"00", "06", "12", "18"}

// hours names every sixth hour, or fewer where they would touch.
func (v *view) hours(l *Layout) {
	step := 1
	for step < 4 && float64(v.width("00", HourText, false)+labelGap) > float64(step)*6*3600*v.perSecond {
		step *= 2
	}
	last := course.DateOf(v.until, v.zone)
	for d := course.DateOf(v.from, v.zone); !last.Before(d); d = d.Add(1) {
		for i := 0; i < 4; i += step {
			at := course.On(d, guidance.Clock(i*6*60), v.zone)
			if at.Hour() != i*6 || course.DateOf(at, v.zone) != d || !v.shows(at) {
				continue // the clocks never showed it
			}
			v.mark(l, v.x(at), hourTexts[i], false)
		}
	}
}

// mark puts a text under a line, in its middle. It gives way to the cursor's label,
// to its left neighbour and to the picture's edge; where pull is set it moves in from the edge.
func (v *view) mark(l *Layout, x float32, text string, pull bool) {
	m := Label{Text: text, Y: hoursY, Size: HourText, Width: v.width(text, HourText, false)}
	m.X = x - m.Width/2
	if pull {
		m.X = max(min(m.X, v.right-m.Width), v.left)
	}
	if m.X < v.left || m.X+m.Width > v.right {
		return
	}
	if n := len(l.Hours); n > 0 && m.X < l.Hours[n-1].X+l.Hours[n-1].Width+labelGap/2 {
		return
	}
	c := &l.CursorLabel
	if m.X < c.X+c.Width+CursorPad && m.X+m.Width > c.X-CursorPad {
		return
	}
	l.Hours = append(l.Hours, m)
}

// months names the months above the dates.
func (v *view) months(l *Layout) {
	first := course.DateOf(v.from, v.zone)
	for d := first; ; {
		next := course.Date{Year: d.Year, Month: d.Month + 1, Day: 1}.Add(0)
		start, end := course.On(d, 0, v.zone), course.On(next, 0, v.zone)
		name := d.Month.String()
		v.heading(l, v.x(start), v.x(end), name+" "+strconv.Itoa(d.Year), name, name[:3])
		if !end.Before(v.until) {
			return
		}
		d = next
	}
}

// dates names every day, or every second, or one a week, so that they fit.
func (v *view) dates(l *Layout) {
	perDay := 24 * 3600 * v.perSecond
	room := float64(v.width("Wed 30", HourText, false) + labelGap)
	step := 28
	for _, n := range [...]int{1, 2, 7, 14} {
		if float64(n)*perDay >= room {
			step = n
			break
		}
	}
	for d := course.DateOf(v.from, v.zone); ; d = d.Add(step) {
		at := course.On(d, 0, v.zone)
		if !at.Before(v.until) {
			return
		}
		x := v.x(at)
		if at.After(v.from) {
			l.Grid = append(l.Grid, x)
		}
		v.mark(l, x, d.Weekday().String()[:3]+" "+strconv.Itoa(d.Day), true)
	}
}

// nights shades the sleep hours.
func (v *view) nights(l *Layout, prefs course.Prefs) {
	last := course.DateOf(v.until, v.zone)
	for d := course.DateOf(v.from, v.zone).Add(-1); !last.Before(d); d = d.Add(1) {
		from, to, ok := v.night(prefs, d)
		if !ok || !to.After(v.from) || !from.Before(v.until) {
			continue
		}
		s := Span{v.x(from), v.x(to)}
		if n := len(l.Nights); s.X1 > s.X0 && (n == 0 || s.X0 >= l.Nights[n-1].X1) {
			l.Nights = append(l.Nights, s)
		}
	}
}

func (v *view) night(prefs course.Prefs, d course.Date) (from, to time.Time, ok bool) {
	if v.o.Sleep != nil {
		return v.o.Sleep(course.On(d, 12*60, v.zone))
	}
	if prefs.Sleep.From == prefs.Sleep.To {
		return from, to, false
	}
	_, from = course.Waking(prefs, d, v.zone)
	to, end := course.Waking(prefs, d.Add(1), v.zone)
	if !to.Before(end) { // the next day was skipped
		to, _ = course.Waking(prefs, d.Add(2), v.zone)
	}
	return from, to, from.Before(to)
}

// visits marks the other treatments that fall into the picture.
func (v *view) visits(l *Layout, courses []course.Course, main *course.Course) {
	for i := range courses {
		c := &courses[i]
		if c == main || c.Treatment.Removed || !v.shows(c.Treatment.At) {
			continue
		}
		t := Visit{X: v.x(c.Treatment.At), At: c.Treatment.At}
		t.Label = Label{Text: "treatment", Y: l.Height - HourText*4/3, Size: HourText}
		if c.Treatment.Area != "" {
			t.Label.Text += ": " + c.Treatment.Area
		}
		t.Label.Width = v.width(t.Label.Text, HourText, false)
		t.Label.X = max(min(t.X+labelGap/2, v.right-t.Label.Width), v.left)
		l.Treatments = append(l.Treatments, t)
	}
}
