package service

import (
	"slices"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// answerNext answers "what is next" as the status does: with what is due, and with what comes then. Of a day, or a part of
// one, that the question names it is all that comes in it.
func (sc Scene) answerNext(r *ask.Reply) {
	until := time.Time{}
	if r.AtSaid {
		var from time.Time
		from, until = sc.dayPart(r.At)
		sc = sc.At(course.Later(from, sc.Now))
	}
	st := sc.Status()
	for _, due := range st.Due {
		if a, ok := nextPart(due, st); ok {
			r.Answers = append(r.Answers, a)
		}
	}
	coming := sc.within(until)
	if next := nextStep(st); len(coming) == 0 && next != nil {
		coming = []NextView{*next}
	}
	for _, next := range coming {
		if a, ok := nextPart(next, st); ok {
			a.From = next.At
			r.Answers = append(r.Answers, a)
		}
	}
	if len(r.Answers) > 0 {
		r.Verdict = ask.Advice
	}
}

// Parts of a day begin at these hours. The night is of the evening before it.
var dayParts = []guidance.Clock{4 * 60, 12 * 60, 18 * 60}

// dayPart is the part of the day that a moment lies in: the whole day for its first minute.
func (sc Scene) dayPart(at time.Time) (from, until time.Time) {
	at = at.In(sc.Zone)
	day, clock := course.DateOf(at, sc.Zone), guidance.Clock(at.Hour()*60+at.Minute())
	if clock == 0 {
		return at, course.On(day.Add(1), 0, sc.Zone)
	}
	if clock < dayParts[0] {
		return at, course.On(day, dayParts[0], sc.Zone)
	}
	from, until = course.On(day, dayParts[len(dayParts)-1], sc.Zone), course.On(day.Add(1), dayParts[0], sc.Zone)
	for i, begin := range dayParts[1:] {
		if clock < begin {
			return course.On(day, dayParts[i], sc.Zone), course.On(day, begin, sc.Zone)
		}
	}
	return from, until
}

// within is what comes before a moment, each glass of water but the first left out: they are many.
func (sc Scene) within(until time.Time) (coming []NextView) {
	water := false
	for _, o := range sc.soon() {
		next := sc.next(o)
		drink := next.Role == guidance.Water
		if o.At.Before(until) && next.Kind != string(reminder.Welcome) && !(drink && water) {
			coming, water = append(coming, next), water || drink
		}
	}
	return coming
}

// nextStep is what comes next; behind a greeting, which is nothing to be done, the routine that comes first.
func nextStep(st Status) *NextView {
	if st.Next == nil || st.Next.Kind != string(reminder.Welcome) {
		return st.Next
	}
	var first *NextView
	for _, r := range st.Routines {
		if r.Next != nil && (first == nil || r.Next.Before(first.At)) {
			first = &NextView{What: r.ID, At: *r.Next}
		}
	}
	return first
}

// nextPart is a routine that is due or comes, or a wait that ends then, as a part of an answer.
func nextPart(n NextView, st Status) (ask.Answer, bool) {
	i := slices.IndexFunc(st.Routines, func(r RoutineView) bool { return r.ID == n.What })
	if i >= 0 {
		r := st.Routines[i]
		return ask.Answer{
			Kind: ask.Routine, ID: r.ID, Name: r.Name, Verdict: ask.Advice, Text: r.How, Source: r.Source, Line: r.Says.Line, Treatment: r.Treatment,
		}, true
	}
	j := slices.IndexFunc(st.Windows, func(w WindowView) bool { return w.ID == n.What })
	if j < 0 {
		return ask.Answer{}, false
	}
	w := st.Windows[j]
	return ask.Answer{
		Kind: ask.Window, ID: w.ID, Name: w.Name, Verdict: ask.Advice, Text: w.After, Source: w.Source, Line: w.Says.Line, Treatment: w.Treatment,
	}, true
}
