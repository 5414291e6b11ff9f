package timeline

import (
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
)

// Measures of the picture, in the painter's unit. Texts are as high as their size and a third.
const (
	LabelColumn = 142 // the lane names' column, at least
	HeadHeight  = 46  // of the axis above the lanes
	BarHeight   = 27  // at least, see [Layout.BarHigh]
	NameText    = 14
	BarText     = 13 // bold
	DayText     = 13 // bold
	HourText    = 12
	// CursorPad is kept free left and right of the cursor's label, for the pill that it stands in.
	CursorPad = 6

	widestStep = 72 // from the top of one lane's bars to the next
	leastStep  = 34
	growsFrom  = 46   // a wider step has higher bars
	growth     = 0.55 // by so much of what it is wider
	axisY      = 18
	foot       = 20 // below the last bar
	barPad     = 8  // between a bar's edge, or the cursor, and its label
	barGap     = 2  // between two bars that follow each other
	narrowest  = 2  // bars below this are not drawn
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
	v.left = max(v.left, min(v.longest(courses)+labelGap, v.right*longNames))
	v.from, v.until = o.Zoom.span(main, o.Now, v.zone)
	v.perSecond = float64(v.right-v.left) / v.until.Sub(v.from).Seconds()
	return v, main
}

// Begins is the first moment of the picture; zero if there is no course.
func Begins(courses []course.Course, o Options) time.Time {
	v, _ := newView(courses, o)
	return v.from
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

// step is how far apart so many lanes stand in the room that there is.
func (v *view) step(lanes int) float32 {
	if v.o.High <= 0 || lanes < 2 {
		return widestStep
	}
	gaps, room := float32(lanes-1), v.o.High-HeadHeight-BarHeight-foot
	if room > growsFrom*gaps { // the last lane's bars grow with the step
		return min(widestStep, (room+growth*growsFrom)/(gaps+growth))
	}
	return max(leastStep, room/gaps)
}

// barHigh is how high the bars of lanes are that stand so far apart.
func barHigh(step float32) float32 {
	return float32(math.Floor(float64(BarHeight + growth*max(0, step-growsFrom))))
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

// longNames is the share of the picture that the column of names may grow to where a name is long.
const longNames = 0.28

// longest is the width of the longest name of all lanes.
func (v *view) longest(courses []course.Course) (wide float32) {
	for i := range courses {
		c := &courses[i]
		for j := range c.Routines {
			if r := &c.Routines[j]; laned(c, r) {
				wide = max(wide, v.width(r.Spec.Name, NameText, false))
			}
		}
		for j := range c.Windows {
			wide = max(wide, v.width(c.Windows[j].Spec.Name, NameText, false))
		}
	}
	return wide
}

func (v *view) width(text string, size float32, bold bool) float32 {
	return v.o.Measure(text, size, bold)
}

// roughly stands in if nobody can measure.
func roughly(text string, size float32, _ bool) float32 {
	return float32(utf8.RuneCountInString(text)) * size / 2
}
