package timeline

import (
	"cmp"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

const (
	dayPad   = 6 // between a day's line and its name
	labelGap = 8 // between two labels of the axis at least
	// ghostPad is kept free left and right of what stands at the faint line.
	ghostPad = 3
)

// cursorLabel says the line's time, in the middle of the line if there is room.
func (v *view) cursorLabel(cursor time.Time, x float32) Label {
	return v.atLine(v.o.Words.Line(cursor, cursor.Equal(v.o.Now)), BarText, true, x, CursorPad)
}

// atLine is a label in the middle of a line, inside the picture.
func (v *view) atLine(text string, size float32, bold bool, x, pad float32) Label {
	l := Label{Text: text, Y: axisY, Size: size, Bold: bold, Width: v.width(text, size, bold)}
	l.X = max(min(x-l.Width/2, v.right-pad-l.Width), pad)
	return l
}

// ghost is where now is while the line stands elsewhere. Beside the line's label it says nothing.
func (v *view) ghost(cursor time.Time, line *Label) Ghost {
	if cursor.Equal(v.o.Now) || !v.shows(v.o.Now) {
		return Ghost{}
	}
	g := Ghost{X: v.x(v.o.Now), Shown: true}
	g.Label = v.atLine(v.o.Words.Now(), HourText, false, g.X, ghostPad)
	if touches(&g.Label, line.X-CursorPad-ghostPad, line.X+line.Width+CursorPad+ghostPad) {
		g.Label = Label{}
	}
	return g
}

func touches(l *Label, from, to float32) bool { return l.X < to && l.X+l.Width > from }

// axis fills in the lines and nights, and gives the days, hours or dates, from left to right.
func (v *view) axis(l *Layout, prefs course.Prefs) []Label {
	if v.o.Zoom == AllWeeks {
		return v.weeks(l)
	}
	days := v.days(l)
	if v.o.Zoom == SevenDays {
		return days
	}
	v.nights(l, prefs)
	return v.hours(days)
}

// slot is a stretch of the axis that has a name.
type slot struct {
	from, to float32
	texts    []string // the longest first
}

// days names each day at its line, the first one at the picture's edge.
func (v *view) days(l *Layout) []Label {
	var slots []slot
	last := course.DateOf(v.until, v.zone)
	for d := course.DateOf(v.from, v.zone); !last.Before(d); d = d.Add(1) {
		start, end := course.On(d, 0, v.zone), course.On(d.Add(1), 0, v.zone)
		if !start.Before(end) || !start.Before(v.until) {
			continue // a day that the calendar skipped, or one that only touches the edge
		}
		if start.After(v.from) {
			l.Grid = append(l.Grid, v.x(start))
		}
		slots = append(slots, slot{v.x(start), v.x(end), v.o.Words.Day(start)})
	}
	labels, _ := v.headings(slots)
	return labels
}

// headings names all slots in the same length: the longest for which those in the middle have room. One at an edge may be
// cut short: it is named in brief then, with more than a number, or not. fits says whether all in the middle are named.
func (v *view) headings(slots []slot) (labels []Label, fits bool) {
	forms := 0
	for _, s := range slots {
		forms = max(forms, len(s.texts))
	}
	for form := 0; form < forms && !fits; form++ {
		labels, fits = nil, true
		for i, s := range slots {
			edge := i == 0 || i == len(slots)-1
			label, ok := v.heading(s, min(form, len(s.texts)-1))
			for brief := form + 1; edge && !ok && brief < len(s.texts)-1; brief++ {
				label, ok = v.heading(s, brief)
			}
			if ok {
				labels = append(labels, label)
			}
			fits = fits && (ok || edge)
		}
	}
	return labels, fits
}

// heading is one form of a slot's name; ok is false if it has no room.
func (v *view) heading(s slot, form int) (l Label, ok bool) {
	text := s.texts[form]
	w := v.width(text, DayText, true)
	return Label{Text: text, X: s.from + dayPad, Y: axisY, Size: DayText, Bold: true, Width: w, from: s.from, until: s.to}, w <= s.to-s.from-dayPad-labelGap/2
}

// quarter of a day: the hours are named so far apart.
const quarter = 6 // hours

// hours puts every sixth hour between the days where there is room.
func (v *view) hours(days []Label) []Label {
	labels := days
	for d, last := course.DateOf(v.from, v.zone), course.DateOf(v.until, v.zone); !last.Before(d); d = d.Add(1) {
		for i := 1; i < 4; i++ {
			at := course.On(d, guidance.Clock(i*quarter*60), v.zone)
			if at.Hour() != i*quarter || course.DateOf(at, v.zone) != d || !v.shows(at) {
				continue // the clocks never showed it
			}
			h := Label{Text: v.o.Words.Hour(at), Y: axisY, Size: HourText}
			h.Width = v.width(h.Text, HourText, false)
			h.X = v.x(at) - h.Width/2
			free := h.X >= v.left && h.X+h.Width <= v.right
			for j := range labels {
				free = free && !touches(&labels[j], h.X-labelGap, h.X+h.Width+labelGap)
			}
			if free {
				labels = append(labels, h)
			}
		}
	}
	slices.SortFunc(labels, func(a, b Label) int { return cmp.Compare(a.X, b.X) })
	return labels
}

// besides moves the days' names aside for what the line and the ghost say, within their day, and hides the labels that
// have no room there.
func besides(labels []Label, line, ghost *Label) []Label {
	out := slices.Clone(labels)
	free := func(m *Label) bool {
		return !touches(m, line.X-CursorPad-labelGap, line.X+line.Width+CursorPad+labelGap) &&
			(ghost.Text == "" || !touches(m, ghost.X-labelGap, ghost.X+ghost.Width+labelGap))
	}
	for i := range out {
		m := &out[i]
		if free(m) {
			continue
		}
		m.Hidden = true
		moved := *m
		moved.Hidden = false
		for _, x := range [...]float32{line.X - CursorPad - labelGap - m.Width, line.X + line.Width + CursorPad + labelGap} {
			moved.X = x
			if x >= m.from+dayPad && x+m.Width <= m.until-labelGap/2 && free(&moved) && alone(out, i, &moved) {
				*m = moved
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b Label) int { return cmp.Compare(a.X, b.X) })
	return out
}

// alone says whether a label in place of number i touches none of the others.
func alone(labels []Label, i int, moved *Label) bool {
	for j := range labels {
		if j != i && touches(&labels[j], moved.X-labelGap, moved.X+moved.Width+labelGap) {
			return false
		}
	}
	return true
}

// weeks names the day that every week begins with, or every second or fourth, at its line.
func (v *view) weeks(l *Layout) (labels []Label) {
	const days = 7
	for _, step := range [...]int{days, 2 * days, 4 * days} {
		var slots []slot
		l.Grid = nil
		for d := course.DateOf(v.from, v.zone); course.On(d, 0, v.zone).Before(v.until); d = d.Add(step) {
			at := course.On(d, 0, v.zone)
			if at.After(v.from) {
				l.Grid = append(l.Grid, v.x(at))
			}
			slots = append(slots, slot{v.x(at), v.x(course.On(d.Add(step), 0, v.zone)), v.o.Words.Week(at)})
		}
		var fits bool
		if labels, fits = v.headings(slots); fits {
			break
		}
	}
	for i := range labels { // a date is that of its line: elsewhere in the week it would tell of another day
		labels[i].until = labels[i].from
	}
	return labels
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
