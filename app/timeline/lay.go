package timeline

import (
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
)

// Measures of the picture, in the painter's unit. Texts are as high as their size and a third.
const (
	LabelColumn = 150 // the lane names' column
	LaneStep    = 45  // from the top of one lane's bars to the next
	BarHeight   = 28
	NameText    = 14
	BarText     = 13 // bold
	DayText     = 14 // bold
	HourText    = 12
	// CursorPad is kept free left and right of the cursor's label, for the pill that it stands in.
	CursorPad = 6

	hoursY    = 27
	cursorY   = 23
	lanesY    = 62
	foot      = 20 // below the last bar
	barPad    = 10 // between a bar's edge, or the cursor, and its label
	barGap    = 1  // between two bars that follow each other
	narrowest = 2  // bars below this are not drawn
)

const (
	hoursShown = 72
	daysShown  = 42 // of a course at most: six weeks
)

// view maps instants to places.
type view struct {
	o           Options
	zone        *time.Location
	from, until time.Time
	left, right float32
	perSecond   float64
}

// newView chooses what part of time is shown. There is no course to show if main is nil.
func newView(courses []course.Course, o Options) (v *view, main *course.Course) {
	v = &view{o: o, zone: o.Zone, left: min(LabelColumn, max(o.Width, 0)/2), right: max(o.Width, 0)}
	if v.zone == nil {
		v.zone = time.UTC
	}
	if v.o.Measure == nil {
		v.o.Measure = roughly
	}
	main = mainCourse(courses, o.Now)
	if main == nil {
		return v, nil
	}
	v.from, v.until = firstDays(main, v.zone)
	if o.Zoom == AllWeeks {
		v.from, v.until = allWeeks(main, o.Now, v.zone)
	}
	v.perSecond = float64(v.right-v.left) / v.until.Sub(v.from).Seconds()
	return v, main
}

// mainCourse is the course whose treatment the picture begins with: the newest that has
// been and is not over, else the next to come, else the last of all.
func mainCourse(courses []course.Course, now time.Time) *course.Course {
	var best *course.Course
	rank := func(c *course.Course) int {
		switch {
		case !now.Before(c.Closes):
			return 0
		case now.Before(c.Treatment.At):
			return 1
		}
		return 2
	}
	for i := range courses {
		c := &courses[i]
		if c.Treatment.Removed {
			continue
		}
		if best == nil || rank(c) > rank(best) {
			best = c
			continue
		}
		sooner := rank(c) == 1 && c.Treatment.At.Before(best.Treatment.At)
		newer := rank(c) != 1 && c.Treatment.At.After(best.Treatment.At)
		if rank(c) == rank(best) && (sooner || newer) {
			best = c
		}
	}
	return best
}

// firstDays begins a little before the hour of the treatment.
func firstDays(c *course.Course, zone *time.Location) (from, until time.Time) {
	at := c.Treatment.At.In(zone)
	past := time.Duration(at.Minute())*time.Minute + time.Duration(at.Second())*time.Second + time.Duration(at.Nanosecond())
	return at.Add(-past - 15*time.Minute), at.Add(hoursShown * time.Hour)
}

// allWeeks is whole days: from the treatment's, or from the first care before a
// treatment that is still to come, to the course's end, and six weeks at most.
func allWeeks(c *course.Course, now time.Time, zone *time.Location) (from, until time.Time) {
	begin, end := c.Treatment.At, c.Ends
	if now.Before(begin) {
		for i := range c.Windows {
			begin = earlier(begin, c.Windows[i].From)
		}
		for i := range c.Routines {
			begin = earlier(begin, c.Routines[i].From)
		}
	}
	first := course.DateOf(begin, zone)
	days := min(max(first.Days(course.DateOf(end, zone))+1, 7), daysShown)
	return course.On(first, 0, zone), course.On(first.Add(days), 0, zone)
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// x is the place of t, not farther out than the picture's edges.
func (v *view) x(t time.Time) float32 {
	x := float64(v.left) + t.Sub(v.from).Seconds()*v.perSecond
	return float32(min(max(x, float64(v.left)), float64(v.right)))
}

// shorten cuts a lane's name to its column; the list has it whole.
func (v *view) shorten(name string) string {
	room := v.left - labelGap
	if v.width(name, NameText, false) <= room {
		return name
	}
	letters := []rune(name)
	for n := len(letters) - 1; n > 0; n-- {
		if cut := strings.TrimRight(string(letters[:n]), " ,") + "…"; v.width(cut, NameText, false) <= room {
			return cut
		}
	}
	return ""
}

func (v *view) width(text string, size float32, bold bool) float32 {
	return v.o.Measure(text, size, bold)
}

// roughly stands in if nobody can measure.
func roughly(text string, size float32, _ bool) float32 {
	return float32(utf8.RuneCountInString(text)) * size / 2
}

// snap is the step of the dragged line.
const snap = 15 * time.Minute

// CursorAt is the moment at place x of the layout, to a quarter of an hour, inside the picture.
func CursorAt(l Layout, x float32) time.Time {
	room := l.Width - l.LabelWidth
	if l.From.IsZero() || room <= 0 {
		return l.From
	}
	share := min(max(float64(x-l.LabelWidth)/float64(room), 0), 1)
	at := l.From.Add(time.Duration(share * float64(l.Until.Sub(l.From))))
	seconds := int64(snap / time.Second)
	at = time.Unix((at.Unix()+seconds/2)/seconds*seconds, 0).In(l.From.Location())
	switch {
	case at.Before(l.From):
		return at.Add(snap)
	case at.After(l.Until):
		return at.Add(-snap)
	}
	return at
}
