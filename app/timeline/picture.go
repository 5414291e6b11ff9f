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
	hours []Label
	lanes []sketch
	bars  int // of all lanes
	ticks int
}

// sketch is a lane without the line.
type sketch struct {
	Lane
	texts []barTexts // of each bar
}

// barTexts are the texts that a bar may show, with their widths, once they were asked for.
type barTexts struct {
	ahead, past []sized
}

type sized struct {
	text  string
	width float32
}

// New lays the courses out as lanes. Of several courses the picture begins at the treatment that
// tells where the person is now; each lane shows at every moment what binds then.
func New(courses []course.Course, prefs course.Prefs, marks []Mark, o Options) *Picture {
	v, main := newView(courses, o)
	p := &Picture{v: v, bare: Layout{Width: o.Width, LabelWidth: v.left}}
	if main == nil {
		return p
	}
	l := &p.bare
	l.From, l.Until = v.from, v.until
	ticks := v.ticks(courses, prefs, marks)
	v.eachLane(courses, prefs, func(s laneSource) {
		lane := Lane{ID: s.id, Name: v.shorten(s.name), Y: lanesY + LaneStep*float32(len(p.lanes)), Bars: v.bars(s.stretches)}
		if len(lane.Bars) == 0 {
			return
		}
		if s.routine {
			lane.Ticks = ticks.of(s.id)
		}
		p.lanes = append(p.lanes, sketch{lane, make([]barTexts, len(lane.Bars))})
		p.bars, p.ticks = p.bars+len(lane.Bars), p.ticks+len(lane.Ticks)
	})
	l.Height = lanesY + foot
	if n := len(p.lanes); n > 0 {
		l.Height += LaneStep*float32(n-1) + BarHeight
	}
	p.hours = v.axis(l, prefs)
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
	l.Hours = v.besides(p.hours, &l.CursorLabel)
	l.Lanes = make([]Lane, len(p.lanes))
	bars, ticks := make([]Bar, 0, p.bars), make([]Tick, 0, p.ticks)
	for i := range p.lanes {
		s := &p.lanes[i]
		lane := s.Lane
		lane.Bars = append(bars[len(bars):], s.Bars...)
		bars = bars[:len(bars)+len(s.Bars)]
		for j := range lane.Bars {
			v.label(&lane.Bars[j], &s.texts[j], l.CursorX)
		}
		if len(s.Ticks) > 0 {
			lane.Ticks = append(ticks[len(ticks):], s.Ticks...)
			ticks = ticks[:len(ticks)+len(s.Ticks)]
			for j := range lane.Ticks {
				lane.Ticks[j].Past = lane.Ticks[j].At.Before(cursor)
			}
		}
		l.Lanes[i] = lane
	}
	return l
}
