package reminder

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// addWindows adds the windows' ends: of several courses those that bind.
func (l *look) addWindows() {
	for i := range l.in.Courses {
		c := &l.in.Courses[i]
		if c.Treatment.Removed || l.settled(c) {
			continue
		}
		for j := range c.Windows {
			w := &c.Windows[j]
			if l.begins(w, &c.Treatment) && !l.outlasted(w, j) {
				l.cands = append(l.cands, candidate{
					Occurrence: Occurrence{ID: windowBegin(w), Kind: WindowBegin, What: w.Spec.ID, Due: w.From, At: w.From},
					order:      len(l.cands), name: w.Spec.Name, begins: w,
				})
			}
			if !l.toldOf(w, &c.Treatment) || l.outlasted(w, j) {
				continue
			}
			end := candidate{
				Occurrence: Occurrence{ID: windowEnd(w), Kind: WindowEnd, What: w.Spec.ID, Due: w.Until, At: w.Until},
				order:      len(l.cands), name: w.Spec.Name, win: w, passed: w.Until.Sub(c.Treatment.At),
				answered: w.Spec.AsksCalm() && !w.CalmSaid.IsZero(), // they told us themselves
			}
			l.rest(&end)
			l.cands = append(l.cands, end)
		}
		l.addQuestions(c)
	}
}

// addQuestions adds what the person is asked of a course's routines and advice. Of several courses that have the same one
// the newest asks: one answer is for all of that skin.
func (l *look) addQuestions(c *course.Course) {
	questions := c.Questions()
	for i := range questions {
		q := &questions[i]
		if q.Until.Before(c.Treatment.EnteredAt) || slices.ContainsFunc(l.cands, func(o candidate) bool { return o.part && o.What == q.Spec.ID }) {
			continue
		}
		end := candidate{
			Occurrence: Occurrence{ID: windowEnd(q), Kind: WindowEnd, What: q.Spec.ID, Due: q.Until, At: q.Until},
			order:      len(l.cands), name: q.Spec.Name, win: q, part: true, passed: q.Until.Sub(c.Treatment.At), answered: !q.CalmSaid.IsZero(),
		}
		l.rest(&end)
		l.cands = append(l.cands, end)
	}
}

// rest has a question wait: who has just said that their skin is still red is not asked whether it is calm, nor because
// they put that question off before.
func (l *look) rest(c *candidate) {
	if c.asks() && c.At.Before(l.rests) {
		c.At = l.rests
	}
}

// settled says whether the course was over so long ago that nothing is told any more of its windows. What they have
// outlasted stays untold all the same.
func (l *look) settled(c *course.Course) bool { return !l.now.Before(c.Closes.Add(ToldFor)) }

func windowEnd(w *course.Window) string {
	return w.Spec.ID + "/" + strconv.FormatInt(w.Treatment, 10)
}

// windowBegin is the occurrence of a window's begin: "tan/begin/17".
func windowBegin(w *course.Window) string {
	return w.Spec.ID + "/" + string(WindowBegin) + "/" + strconv.FormatInt(w.Treatment, 10)
}

// begins says whether the window's begin is one that is told: one that does not come with its treatment, was to come when
// the person told us of it, and has not passed whole. What begins with a treatment to come is only guessed.
func (l *look) begins(w *course.Window, t *course.Treatment) bool {
	return w.Spec.Hours == nil && w.Spec.Situation == "" && !w.Never && w.Spec.From.Anchor != guidance.BeforeNext &&
		!w.From.Equal(t.At) && w.From.After(t.EnteredAt) && (w.Open || w.Until.After(w.From) && (l.now.Before(w.Until) || w.Spec.AsksCalm() && !w.Over(l.now)))
}

// toldOf says whether the window's end is one that is told at all: not what ended before
// the person told us of the treatment or with the treatment itself, not what holds at
// hours or in situations only, and not what ends with the next treatment. Of one that another wait holds the step alone is.
func (l *look) toldOf(w *course.Window, t *course.Treatment) bool {
	return w.Spec.Hours == nil && w.Spec.Situation == "" && !w.Open && (!w.HeldAt(l.now) || w.Spec.AsksCalm() || l.step(w) != nil) &&
		w.Spec.Until.Anchor != guidance.BeforeNext &&
		w.Until.After(t.At) && w.Until.After(w.From) && !w.Until.Before(t.EnteredAt)
}

// outlasted says whether another course's window of the same id goes on when w ends, or
// runs now: only the end that binds is told. Place is w's in its own course: courses of one
// plan have the same window at the same place, so that hardly ever all have to be searched.
func (l *look) outlasted(w *course.Window, place int) bool {
	if len(l.in.Courses) < 2 {
		return false
	}
	if is, known := l.memory.outlasted(w); known {
		return is
	}
	at, forEver := w.Until, true
	if l.now.After(at) {
		at = l.now
	}
	for i := range l.in.Courses {
		c := &l.in.Courses[i]
		if c.Treatment.Removed || c.Treatment.ID == w.Treatment {
			continue
		}
		o := windowOf(c, w.Spec.ID, place)
		switch {
		case o == nil || o.Spec.Situation != "":
		case binds(o, w, at):
			if !o.From.After(w.Until) {
				l.memory.outlasts(w, true)
			}
			return true
		case o.From.After(w.Until) && !o.Over(at):
			forEver = false // it may do so later
		}
	}
	if forEver {
		l.memory.outlasts(w, false)
	}
	return false
}

// windowOf is the course's window of that id, looked for at that place first; nil if it has none.
func windowOf(c *course.Course, id string, place int) *course.Window {
	if place < len(c.Windows) && c.Windows[place].Spec.ID == id {
		return &c.Windows[place]
	}
	for j := range c.Windows {
		if c.Windows[j].Spec.ID == id {
			return &c.Windows[j]
		}
	}
	return nil
}

// binds says whether o keeps shut what w opens, at w's end or at the later moment at.
// Of two windows one at most binds the other, so that an end is never lost between them.
func binds(o, w *course.Window, at time.Time) bool {
	if o.From.After(w.Until) && (o.From.After(at) || o.Over(at)) {
		return false
	}
	a, aKnown := opens(o)
	b, bKnown := opens(w)
	switch {
	case aKnown != bKnown:
		return bKnown
	case aKnown && !a.Equal(b):
		return a.After(b)
	case !o.Until.Equal(w.Until):
		return o.Until.After(w.Until)
	}
	return o.Treatment > w.Treatment
}

// opens is when the window opens; not known if the person has still to say "calm".
func opens(w *course.Window) (at time.Time, known bool) {
	if !w.Spec.AsksCalm() {
		return w.Until, true
	}
	return w.CalmSaid, !w.CalmSaid.IsZero()
}

// looksAt says whether the treatment of a window's or wish's occurrence id is among the courses whose ends are told.
func (l *look) looksAt(id string) bool {
	treatment := id[strings.LastIndexByte(id, '/')+1:]
	return slices.ContainsFunc(l.in.Courses, func(c course.Course) bool {
		return !l.settled(&c) && strconv.FormatInt(c.Treatment.ID, 10) == treatment
	})
}

// standing finds the window with that occurrence id in the courses, and whether its end is
// one that is told at all.
func (l *look) standing(id string) (stands, told bool) {
	for i := range l.in.Courses {
		c := &l.in.Courses[i]
		if c.Treatment.Removed || l.settled(c) {
			continue
		}
		for j := range c.Windows {
			switch w := &c.Windows[j]; id {
			case windowEnd(w):
				return true, l.toldOf(w, &c.Treatment)
			case windowBegin(w):
				return true, l.begins(w, &c.Treatment)
			}
		}
		for _, q := range c.Questions() {
			if id == windowEnd(&q) {
				return true, !q.Until.Before(c.Treatment.EnteredAt)
			}
		}
	}
	return false, false
}
