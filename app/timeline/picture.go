package timeline

import (
	"time"

	"afterglow/app/course"
)

// Picture is the courses laid out, without the line. [Picture.At] draws the line into it: that is all that a
// drag does. It remembers the words that it asked for, so it belongs to one goroutine.
type Picture struct {
	v     *view
	bare  Layout // all that the line does not change
	axis  []Label
	lanes []sketch
	bars  int // of all lanes
}

// sketch is a lane without the line.
type sketch struct {
	Lane
	texts [][]sized // what each bar may say, the longest first, once it was asked for
}

type sized struct {
	text  string
	width float32
}

// New lays the courses out as lanes. Of several courses the picture tells of the one that says
// where the person is now; each lane shows at every moment what binds then.
func New(courses []course.Course, prefs course.Prefs, marks []Mark, felt []Felt, o Options) *Picture {
	v, main := newView(courses, o)
	p := &Picture{v: v, bare: Layout{Width: o.Width, LabelWidth: v.left}}
	if main == nil {
		return p
	}
	l := &p.bare
	l.From, l.Until = v.from, v.until
	ticks := v.ticks(courses, prefs, marks)
	v.eachLane(courses, prefs, func(s laneSource) {
		lane := Lane{ID: s.id, Name: v.shorten(s.name), Bars: v.bars(s.stretches)}
		if len(lane.Bars) == 0 {
			return
		}
		if s.routine {
			lane.Ticks = v.apart(ticks.of(s.id))
		}
		p.lanes = append(p.lanes, sketch{lane, make([][]sized, len(lane.Bars))})
		p.bars += len(lane.Bars)
	})
	if dots := v.felt(felt); len(dots) > 0 {
		p.lanes = append(p.lanes, sketch{Lane: Lane{Name: v.shorten(v.o.Words.Felt()), Felt: dots}})
	}
	step := v.step(len(p.lanes))
	l.BarHigh = barHigh(step)
	for i := range p.lanes {
		p.lanes[i].Y = HeadHeight + step*float32(i)
		for j := range p.lanes[i].Felt {
			p.lanes[i].Felt[j].Y *= l.BarHigh
		}
	}
	l.Height = HeadHeight + foot
	if n := len(p.lanes); n > 0 {
		l.Height += step*float32(n-1) + l.BarHigh
	}
	p.axis = v.axis(l, prefs)
	v.visits(l, courses, main)
	return p
}

// At is the picture with the line at cursor, or at its nearest edge.
func (p *Picture) At(cursor time.Time) Layout {
	l := p.bare
	if l.From.IsZero() {
		return l
	}
	v := p.v
	switch cursor = cursor.In(v.zone); {
	case cursor.Before(v.from):
		cursor = v.from
	case cursor.After(v.until):
		cursor = v.until
	}
	l.CursorX = v.x(cursor)
	l.CursorLabel = v.cursorLabel(cursor, l.CursorX)
	l.Ghost = v.ghost(cursor, &l.CursorLabel)
	l.Axis = besides(p.axis, &l.CursorLabel, &l.Ghost.Label)
	l.Lanes = make([]Lane, len(p.lanes))
	bars := make([]Bar, 0, p.bars)
	for i := range p.lanes {
		s := &p.lanes[i]
		lane := s.Lane
		if len(s.Bars) > 0 {
			lane.Bars = append(bars[len(bars):], s.Bars...)
			bars = bars[:len(bars)+len(s.Bars)]
		}
		for j := range lane.Bars {
			v.label(&lane.Bars[j], &s.texts[j], l.CursorX, l.Ghost)
		}
		l.Lanes[i] = lane
	}
	return l
}
