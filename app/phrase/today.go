package phrase

import (
	"afterglow/app/service"
)

// Headline is where the person is, in a few words: the phase, and of several treatments whose.
func (v Voice) Headline(st service.Status) string {
	t := *st.Treatment
	title := v.T("today.after")
	switch {
	case st.Phase != nil:
		title = st.Phase.Name
	case v.beforeTreatment(t):
		title = v.T("today.before")
	}
	if len(st.Treatments) > 1 && t.Area != "" {
		return v.T("today.headline_area", Args{"Area": Capital(t.Area), "Phase": v.Inside(title)})
	}
	return title
}

// Where is where the person is, in one line: "Day 1 · calming · pen 0.5 mm, face".
func (v Voice) Where(st service.Status) string {
	t := *st.Treatment
	args := Args{"Day": v.DayOf(t.Day), "Phase": v.Headline(st), "How": v.Treatment(t)}
	if args["How"] == "" {
		return v.T("today.where", args)
	}
	return v.T("today.where_how", args)
}

func (v Voice) beforeTreatment(t service.TreatmentView) bool { return t.Day < 0 || t.At.After(v.now) }

// Facts are a treatment's day, how and where it was done, and when: "Day 1 · pen 0.5 mm, face · treated yesterday 15:30".
// Of one to come it is the date: how far off that is, its day says.
func (v Voice) Facts(t service.TreatmentView) string {
	how := v.Treatment(t)
	args := Args{"Day": v.DayOf(t.Day), "How": how, "At": t.At, "Date": v.WeekdayDate(t.At), "Clock": v.TimeOfDay(t.At)}
	switch before := v.beforeTreatment(t); {
	case before && how != "":
		return v.T("today.facts_before_how", args)
	case before:
		return v.T("today.facts_before", args)
	case how != "":
		return v.T("today.facts_how", args)
	}
	return v.T("today.facts", args)
}

// Also names a treatment that is looked after beside the newest: "Also looked after: face, day 1 · Calming · Wed 25 Nov".
// called is what tells it from the others.
func (v Voice) Also(t service.TreatmentView, called service.Called) string {
	args := Args{"Treatment": v.Called(called), "Date": v.ShortWeekdayDate(t.At)}
	if t.Phase == "" {
		return v.T("today.also", args)
	}
	return v.T("today.also_phase", args, Args{"Phase": t.Phase})
}

// UpNext is when the next thing comes. A window's end is told then: nothing is to be done.
func (v Voice) UpNext(n service.NextView) string {
	at, today := Args{"When": n.At}, v.days(n.At) == 0
	switch window := n.Kind == "window"; {
	case window && today:
		return v.T("today.next_tells_at", at)
	case window:
		return v.T("today.next_tells", at)
	case today:
		return v.T("today.next_at", at)
	}
	return v.T("today.next", at)
}

// Visit says when the plan would have the next treatment.
func (v Voice) Visit(n service.VisitView) string {
	span := v.Span(n.From, n.Until)
	text := v.Spacing(n.Spacing)
	if text == "" {
		return v.T("today.visit", Args{"Days": span})
	}
	return v.T("today.visit_text", Args{"Text": Bare(text), "Days": span})
}

// RoutineLine is how far a routine is today. Due says that it is due now.
func (v Voice) RoutineLine(r service.RoutineView, due bool) string {
	switch {
	case r.Starts != nil:
		return v.T("today.routine_from", Args{"From": *r.Starts})
	case r.Drink != nil:
		return v.drinkLine(r)
	case r.Goal == 0 && r.Done == 0:
		switch {
		case r.Off:
			return v.T("today.off")
		case r.Next != nil:
			return v.T("today.none_next", Args{"Next": v.Short(*r.Next)})
		}
		return v.T("today.none")
	}
	count := Args{"Done": r.Done, "Goal": max(r.Goal, r.Done)}
	switch {
	case due:
		return v.T("today.count_due", count) // since when stands above
	case r.Off:
		return v.T("today.count_off", count)
	case r.Next != nil:
		return v.T("today.count_next", count, Args{"Next": v.Short(*r.Next)})
	}
	return v.T("today.count", count)
}

func (v Voice) drinkLine(r service.RoutineView) string {
	switch {
	case r.Goal == 0 && r.Off:
		return v.T("today.off")
	case r.Goal == 0:
		return v.T("today.drink_none")
	case r.Off:
		return v.T("today.drink_off", Args{"Drunk": v.Drunk(*r.Drink)})
	}
	return v.T("today.drink", Args{"Drunk": v.Drunk(*r.Drink)})
}
