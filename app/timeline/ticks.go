package timeline

import (
	"slices"
	"time"

	"afterglow/app/course"
)

// near is how far an answer may lie from the occurrence that it is counted to.
const near = 2 * time.Hour

// laneTick is a tick with the lane that it belongs to.
type laneTick struct {
	routine string
	Tick
}

type laneTicks []laneTick

// ticks lists the occurrences in the picture with their answers. By the day they
// would stand too close: there are none then.
func (v *view) ticks(courses []course.Course, prefs course.Prefs, marks []Mark) laneTicks {
	if v.o.Zoom == AllWeeks {
		return nil
	}
	out := make(laneTicks, 0, 64)
	last := course.DateOf(v.until, v.zone)
	for d := course.DateOf(v.from, v.zone).Add(-1); !last.Before(d); d = d.Add(1) {
		for _, due := range course.DueOn(courses, prefs, d, v.zone) {
			if v.shows(due.At) {
				out = append(out, laneTick{due.Routine, v.tick(due.At, false)})
			}
		}
	}
	for _, m := range marks {
		if v.shows(m.At) && !out.answer(m) {
			out = append(out, laneTick{m.Routine, v.tick(m.At, m.Done)})
		}
	}
	slices.SortStableFunc(out, func(a, b laneTick) int { return a.At.Compare(b.At) })
	return out
}

func (v *view) shows(at time.Time) bool { return !at.Before(v.from) && !at.After(v.until) }

// tickRoom keeps a tick's dot inside the picture.
const tickRoom = 6

func (v *view) tick(at time.Time, done bool) Tick {
	x := min(max(v.x(at), v.left+tickRoom), v.right-tickRoom)
	return Tick{X: x, Done: done, At: at}
}

// answer counts m to the nearest tick of its routine that has no answer yet.
func (l laneTicks) answer(m Mark) bool {
	best, apart := -1, near
	for i := range l {
		if l[i].routine != m.Routine || l[i].Done {
			continue
		}
		if d := l[i].At.Sub(m.At).Abs(); d <= apart {
			best, apart = i, d
		}
	}
	if best < 0 {
		return false
	}
	l[best].Done = m.Done
	return true
}

// tickGap is how far apart the dots of a lane have to stand, on average, to be told apart.
const tickGap = 9

// apart leaves out the dots of what is due so often that they would run into one another.
func (v *view) apart(ticks []Tick) []Tick {
	if float32(len(ticks))*tickGap > v.right-v.left {
		return nil
	}
	return ticks
}

func (l laneTicks) of(routine string) []Tick {
	n := 0
	for i := range l {
		if l[i].routine == routine {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]Tick, 0, n)
	for i := range l {
		if l[i].routine == routine {
			out = append(out, l[i].Tick)
		}
	}
	return out
}
