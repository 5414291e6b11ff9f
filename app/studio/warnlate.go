package studio

import (
	"slices"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// spared finds the exceptions of a row that another row avoids while both hold: asked of them, the plan says no.
func (a asker) spared(e Entry, rows []Entry) (list []Warning) {
	from, until, ok := a.time(e)
	if !ok || e.Kind != KindWindow {
		return nil
	}
	for _, word := range e.Except[:min(len(e.Except), mostAsked)] {
		for _, at := range within(from, until) {
			reply := a.at(word, at)
			if len(reply.Answers) == 0 || reply.Verdict != ask.NotYet && reply.Verdict != ask.No || e.of(reply.Answers[0]) {
				continue
			}
			w := Warning{Kind: BannedYes, Key: e.Key, Word: word}
			if i := slices.IndexFunc(rows, func(o Entry) bool { return o.of(reply.Answers[0]) }); i >= 0 {
				w.Other = rows[i].Key
			}
			list = append(list, w)
			break
		}
	}
	return list
}

// left finds the leave to begin that another row forbids when it is given: an hour later the plan says no.
func (a asker) left(e Entry, rows []Entry) []Warning {
	_, until, ok := a.time(e)
	if !ok || e.Rule != row.May {
		return nil
	}
	words := e.Words()
	for _, word := range words[:min(len(words), mostAsked)] {
		reply := a.at(word, until.Add(time.Hour))
		if len(reply.Answers) == 0 || reply.Verdict != ask.NotYet && reply.Verdict != ask.No {
			continue
		}
		if i := slices.IndexFunc(rows, func(o Entry) bool { return o.of(reply.Answers[0]) }); i >= 0 && rows[i].Key != e.Key {
			return []Warning{{Kind: LeaveBanned, Key: e.Key, Word: word, Other: rows[i].Key}}
		}
	}
	return nil
}

// The hours of the day at which an appointment ends, earliest and latest: clinics are closed at others.
const (
	earlyEnd = 9
	lateEnd  = 19
)

// late finds the waits and steps that come after a treatment in the morning and not after one later in the day: "from 8 hours
// until the end of the day".
func (t Trial) late(p guidance.Plan, rows []Entry) (list []Warning) {
	day := course.DateOf(t.At, t.Zone)
	came := map[string]bool{}
	for hour := earlyEnd; hour <= lateEnd; hour++ {
		t.At = course.On(day, guidance.Clock(hour*60), t.Zone)
		c := t.asking(p).course
		for _, e := range rows {
			switch {
			case e.Kind != KindWindow && e.Kind != KindRoutine:
			case comes(&c, e, t.Zone):
				came[e.Key] = true
			case came[e.Key]:
				list = append(list, Warning{Kind: LateNever, Key: e.Key, After: time.Duration(hour) * time.Hour})
				delete(came, e.Key)
			}
		}
	}
	return list
}

// comes says whether a row has a time in a course, and a step one of its hours in that.
func comes(c *course.Course, e Entry, zone *time.Location) bool {
	if e.Kind == KindWindow {
		return slices.ContainsFunc(c.Windows, func(w course.Window) bool {
			return w.Spec.ID == e.ID && (w.Until.IsZero() || w.Until.After(w.From))
		})
	}
	return slices.ContainsFunc(c.Routines, func(r course.Routine) bool {
		switch {
		case r.Spec.ID != e.ID:
			return false
		case r.Until.IsZero(), r.Until.Sub(r.From) > wholeDay:
			return true
		case len(r.Spec.Times) == 0 || slices.Contains(r.Spec.Times, guidance.AtBedtime):
			return r.Until.After(r.From)
		}
		day := course.DateOf(r.From, zone)
		return slices.ContainsFunc([]course.Date{day, day.Add(1)}, func(d course.Date) bool {
			return slices.ContainsFunc(r.Spec.Times, func(clock guidance.Clock) bool {
				at := course.On(d, clock, zone)
				return !at.Before(r.From) && at.Before(r.Until)
			})
		})
	})
}

// wholeDay has every hour in it, on the day of a change of clocks too.
const wholeDay = 25 * time.Hour
