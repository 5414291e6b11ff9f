package timeline

import (
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

const (
	dayPad   = 8 // between a day's line and its name
	labelGap = 8 // between two labels of the axis at least
)

// cursorLabel says the line's time, in the middle of the line if there is room.
func (v *view) cursorLabel(cursor time.Time, x float32) Label {
	text := v.o.Words.Line(cursor, cursor.Equal(v.o.Now))
	l := Label{Text: text, Y: cursorY, Size: BarText, Bold: true, Width: v.width(text, BarText, true)}
	l.X = max(min(x-l.Width/2, v.right-CursorPad-l.Width), CursorPad)
	return l
}

// axis fills in the days, lines and nights, and gives the hours (or dates).
func (v *view) axis(l *Layout, prefs course.Prefs) (hours []Label) {
	if v.o.Zoom == AllWeeks {
		v.months(l)
		return v.dates(l)
	}
	v.days(l)
	v.nights(l, prefs)
	return v.hours()
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
		v.heading(l, v.x(start), v.x(end), v.o.Words.Day(start))
	}
}

// heading puts the first of the texts that fits between two lines above the hours.
func (v *view) heading(l *Layout, from, to float32, texts []string) {
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

// quarter of a day: the hours are named so far apart, or two or four times as far.
const quarter = 6 // hours

// hours names every sixth hour, or fewer if they would touch.
func (v *view) hours() (marks []Label) {
	var widest float32
	first := course.DateOf(v.from, v.zone)
	for i := range 4 {
		widest = max(widest, v.width(v.o.Words.Hour(course.On(first, guidance.Clock(i*quarter*60), v.zone)), HourText, false))
	}
	step := 1
	for step < 4 && float64(widest+labelGap) > float64(step)*quarter*3600*v.perSecond {
		step *= 2
	}
	last := course.DateOf(v.until, v.zone)
	for d := first; !last.Before(d); d = d.Add(1) {
		for i := 0; i < 4; i += step {
			at := course.On(d, guidance.Clock(i*quarter*60), v.zone)
			if at.Hour() != i*quarter || course.DateOf(at, v.zone) != d || !v.shows(at) {
				continue // the clocks never showed it
			}
			marks = v.mark(marks, v.x(at), v.o.Words.Hour(at), false)
		}
	}
	return marks
}

// mark appends a text under a line, in its middle, unless it sticks out of the picture; if pull is set
// it moves in from the edge.
func (v *view) mark(marks []Label, x float32, text string, pull bool) []Label {
	m := Label{Text: text, Y: hoursY, Size: HourText, Width: v.width(text, HourText, false)}
	m.X = x - m.Width/2
	if pull {
		m.X = max(min(m.X, v.right-m.Width), v.left)
	}
	if m.X < v.left || m.X+m.Width > v.right {
		return marks
	}
	return append(marks, m)
}

// besides keeps the marks that give way neither to the line's label nor to their left neighbour.
func (v *view) besides(marks []Label, line *Label) []Label {
	out := make([]Label, 0, len(marks))
	for _, m := range marks {
		if n := len(out); n > 0 && m.X < out[n-1].X+out[n-1].Width+labelGap/2 {
			continue
		}
		if m.X < line.X+line.Width+CursorPad && m.X+m.Width > line.X-CursorPad {
			continue
		}
		out = append(out, m)
	}
	return out
}

// months names the months above the dates.
func (v *view) months(l *Layout) {
	first := course.DateOf(v.from, v.zone)
	for d := first; ; {
		next := course.Date{Year: d.Year, Month: d.Month + 1, Day: 1}.Add(0)
		start, end := course.On(d, 0, v.zone), course.On(next, 0, v.zone)
		v.heading(l, v.x(start), v.x(end), v.o.Words.Month(start))
		if !end.Before(v.until) {
			return
		}
		d = next
	}
}

// dates names every day, or every second, or one a week, so that they fit.
func (v *view) dates(l *Layout) (marks []Label) {
	perDay := 24 * 3600 * v.perSecond
	room := float64(v.widestDate() + labelGap)
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
			return marks
		}
		x := v.x(at)
		if at.After(v.from) {
			l.Grid = append(l.Grid, x)
		}
		marks = v.mark(marks, x, v.o.Words.Date(at), true)
	}
}

// widestDate is the width of the widest date of a week with two figures.
func (v *view) widestDate() (w float32) {
	for day := 20; day < 27; day++ {
		at := course.On(course.Date{Year: v.from.Year(), Month: v.from.Month(), Day: day}, 0, v.zone)
		w = max(w, v.width(v.o.Words.Date(at), HourText, false))
	}
	return w
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
		t := Visit{X: v.x(c.Treatment.At)}
		t.Label = Label{Text: v.o.Words.Visit(c.Treatment.Area), Y: l.Height - HourText*4/3, Size: HourText}
		t.Label.Width = v.width(t.Label.Text, HourText, false)
		t.Label.X = max(min(t.X+labelGap/2, v.right-t.Label.Width), v.left)
		l.Treatments = append(l.Treatments, t)
	}
}
