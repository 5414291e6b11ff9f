package reminder

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// say is the candidate with what it would tell if it were shown now.
func (l *look) say(c *candidate) Occurrence {
	o := c.Occurrence
	switch c.Kind {
	case WindowEnd:
		o.News.Window = l.windowNews(c)
	case WindowBegin:
		o.News.Begin = &record.BeginNews{Name: c.name, Rule: c.begins.Spec.Avoid, At: c.Due}
	case TellMe:
		o.News.Tell = l.tellNews(c)
	default:
		o.Role = c.role()
		o.News.Routine = l.routineNews(c)
	}
	return o
}

func (l *look) routineNews(c *candidate) *record.RoutineNews {
	n := &record.RoutineNews{Name: c.name, Ask: c.ask(), How: c.how()}
	switch {
	case c.water:
		n.Drink = l.drinkNews(c)
		return n
	case c.role() == guidance.CheckIn:
		if current, ok := course.Current(l.in.Courses, l.now); ok {
			day := current.Day(c.At, l.zone)
			n.Day = &day
		}
		return n
	case c.role() == guidance.Moisturise:
		n.Next = l.nextThatDay(c)
	}
	n.NotYet = l.notYetNews(c)
	return n
}

// notYetNews is where on the skin the routine may not be done yet; nil: on all it may.
func (l *look) notYetNews(c *candidate) *record.NotYet {
	if !c.notYet(l.now) {
		return nil
	}
	return c.due.NotYet
}

func (l *look) drinkNews(c *candidate) *record.Drink {
	if c.goal == 0 { // put off by the person, perhaps from another day
		day := l.today
		if _, until := course.CountedDay(l.in.Prefs, day.Add(-1), l.zone); l.now.Before(until) {
			day = day.Add(-1) // awake past midnight: yesterday's glasses still count
		}
		c.goal = WaterGoalML(l.in, day)
		_, c.drunk = WaterDone(l.in, day)
	}
	return &record.Drink{Drunk: c.drunk, Goal: c.goal, Glass: l.in.Prefs.Glass(), Unit: l.in.Prefs.Unit, Vessel: Vessel(l.in)}
}

// nextThatDay is when the same routine comes again that day; zero if it does not. That the person is asked whether it may
// end is no coming.
func (l *look) nextThatDay(c *candidate) time.Time {
	var next time.Time
	day := course.DateOf(c.Due, l.zone)
	for i := range l.cands {
		o := &l.cands[i]
		if o.Kind == RoutineDue && o.What == c.What && o.Due.After(c.Due) && o.pending() && o.At.After(l.now) && course.DateOf(o.At, l.zone) == day &&
			(next.IsZero() || o.At.Before(next)) {
			next = o.At
		}
	}
	return next
}
