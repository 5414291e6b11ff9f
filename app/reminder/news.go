package reminder

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// say is the candidate with what it would tell if it were shown now.
func (l *look) say(c *candidate) Occurrence {
	o := c.Occurrence
	if c.Kind == WindowEnd {
		o.News.Window = l.windowNews(c)
	} else {
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

// nextThatDay is when the same routine comes again that day; zero if it does not.
func (l *look) nextThatDay(c *candidate) time.Time {
	var next time.Time
	day := course.DateOf(c.Due, l.zone)
	for i := range l.cands {
		o := &l.cands[i]
		if o.What == c.What && o.Due.After(c.Due) && o.pending() && o.At.After(l.now) && course.DateOf(o.At, l.zone) == day &&
			(next.IsZero() || o.At.Before(next)) {
			next = o.At
		}
	}
	return next
}

func (l *look) windowNews(c *candidate) *record.WindowNews {
	spec := &c.win.Spec
	return &record.WindowNews{
		Name: spec.Name, Ended: c.Due, Passed: c.passed, Asks: c.asks() && c.win.CalmSaid.IsZero(),
		After: spec.After, Then: spec.Then, ThenUntil: c.win.ThenUntil, Sunscreen: l.sunscreenBegins(c),
	}
}

// aboutThen is how far a routine's beginning may lie from a window's end to begin with it.
const aboutThen = 12 * time.Hour

// sunscreenBegins says whether the plan asks for something in place of the window, and has sunscreen begin then:
// not long before, nor only later.
func (l *look) sunscreenBegins(c *candidate) bool {
	if c.win.Spec.Then == "" {
		return false
	}
	r := l.routineOf(guidance.Sunscreen)
	return r != nil && c.Due.Sub(r.From).Abs() <= aboutThen
}

// addAlso notes the windows that ended with the first one: each name once, as two treatments can have a window of
// one name each.
func (l *look) addAlso(n *record.WindowNews, also []int) {
	for _, i := range also {
		if name := l.cands[i].name; name != n.Name && !slices.Contains(n.Also, name) {
			n.Also = append(n.Also, name)
		}
	}
}

// addWelcome adds a candidate to what a welcome-back notification tells.
func (l *look) addWelcome(w *record.WelcomeNews, c *candidate) {
	switch {
	case c.Kind == RoutineDue:
		w.Routines = append(w.Routines, record.Task{Name: c.name, NotYet: l.notYetNews(c)})
	case c.asks():
		w.Asks = true
	default:
		w.Ends = append(w.Ends, record.End{Name: c.name, At: c.Due, Sunscreen: l.sunscreenBegins(c)})
	}
}
