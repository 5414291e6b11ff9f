package service

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// routines are those of today, and those that have not begun.
func (sc Scene) routines(upcoming []reminder.Occurrence) []RoutineView {
	out := []RoutineView{}
	for _, r := range course.AllRoutines(sc.Courses, sc.Now) {
		if sc.Now.Before(r.Until) {
			out = append(out, sc.routine(r, upcoming))
		}
	}
	return out
}

func (sc Scene) routine(r course.Routine, upcoming []reminder.Occurrence) RoutineView {
	id := r.Spec.ID
	today := course.DayAt(sc.Prefs, sc.Now, sc.Zone)
	v := RoutineView{
		ID:        id,
		Role:      r.Spec.Role,
		Name:      r.Spec.Name,
		How:       howAt(r, sc.Now),
		NotYet:    sc.notYet(r),
		Goal:      course.GoalOn(sc.Courses, sc.Prefs, id, today, sc.Zone),
		GoalText:  r.Spec.Amount.Text,
		Ends:      local(routineEnds(r), sc.Zone),
		End:       EndView{Said: r.Spec.Until, Usually: r.Spec.Usually, Condition: r.Spec.Condition, Open: r.Open, Own: r.Spec.Own},
		Asks:      asksNow(r.AskFrom, r.CalmSaid, sc.Now),
		TimesSaid: r.Spec.TimesADay.Text,
		Every:     guidance.Length{Duration: r.Spec.Every, Said: r.Spec.EverySaid},
		Source:    r.Spec.Source,
		Says:      Says(sc.plan(r.Treatment), r.Spec.Source, r.Spec.Line).so(r.Spec.SaysSo),
		Off:       sc.off(r.Spec),
		Situation: r.Spec.Situation,
		Treatment: r.Treatment,
	}
	if r.From.After(sc.Now) {
		v.Starts = optional(r.From, sc.Zone)
	}
	if isDrink(r.Spec) {
		v.Drink = &record.Drink{Goal: reminder.WaterGoalML(sc.Input, today), Glass: sc.Prefs.Glass(), Unit: sc.Prefs.Unit, Vessel: r.Spec.Amount.Unit}
		v.Goal = reminder.WaterGoal(sc.Input, today)
		v.Done, v.Drink.Drunk = reminder.WaterDone(sc.Input, today)
	} else {
		v.Done = sc.doneOn(id, today)
	}
	for _, o := range upcoming {
		if o.Kind == reminder.RoutineDue && o.What == id {
			v.Next = optional(o.At, sc.Zone)
			break
		}
	}
	return v
}

// routineEnds is when a routine ends; zero if no end is known.
func routineEnds(r course.Routine) time.Time {
	switch {
	case r.Open:
		return time.Time{}
	case r.Spec.AsksCalm():
		return r.CalmSaid
	}
	return r.Until
}

// asksNow says whether the person is asked for the word that ends something.
func asksNow(from, said, now time.Time) bool {
	return !from.IsZero() && said.IsZero() && !now.Before(from)
}

// howAt is how the routine is done at the moment: a stage may say it in its own words.
func howAt(r course.Routine, now time.Time) string {
	for _, st := range r.Stages {
		if st.Spec.How != "" && !now.Before(st.From) && now.Before(st.Until) {
			return st.Spec.How
		}
	}
	return r.Spec.How
}

// isDrink says whether a routine counts amounts over the day instead of times.
func isDrink(r guidance.Routine) bool { return r.Drink() }
