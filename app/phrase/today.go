package phrase

import (
	"strings"

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
		return v.T("today.headline_area", Args{"Area": Capital(v.Areas(t.Area)), "Phase": v.Inside(title)})
	}
	return title
}

// Expects is the headline of today: what the plan expects of these days, in its own words. What the plan parts off with a
// semicolon goes on in rest, as sentences of their own. Before the treatment it is when that will be.
func (v Voice) Expects(st service.Status) (head, rest string) {
	t := *st.Treatment
	if v.beforeTreatment(t) {
		return v.T("today.head_before", Args{"At": t.At}), ""
	}
	if st.Phase == nil && len(st.Treatments) < 2 {
		return v.T("today.head_after"), ""
	}
	if st.Phase == nil || st.Phase.Expect == "" {
		return v.Headline(st), ""
	}
	first, further, _ := strings.Cut(Bare(st.Phase.Expect), ";")
	for part := range strings.SplitSeq(further, ";") {
		if part = strings.TrimSpace(part); part != "" {
			rest = Paragraph(rest, Stop(Capital(part)))
		}
	}
	return v.T("today.head", Args{"Expect": first}), rest
}

// LastDay says that the plan's care ends today, and when; "" on any other day.
func (v Voice) LastDay(st service.Status) string {
	if !st.LastDay() {
		return ""
	}
	return v.T("today.last_day", Args{"Ends": st.Treatment.Ends})
}

// Where is where the person is, in one line: "Day 1 · calming · pen 0.5 mm, face".
func (v Voice) Where(st service.Status) string {
	t := *st.Treatment
	args := Args{"Day": v.DayOf(t.Day), "Phase": v.Headline(st), "How": v.Treatment(t)}
	switch bare := st.Phase == nil && !v.beforeTreatment(t) && len(st.Treatments) < 2; { // the headline says all there is
	case bare && args["How"] == "":
		return v.DayOf(t.Day)
	case bare:
		return v.T("today.where", args, Args{"Phase": args["How"]})
	case args["How"] == "":
		return v.T("today.where", args)
	}
	return v.T("today.where_how", args)
}

func (v Voice) beforeTreatment(t service.TreatmentView) bool { return t.Day < 0 || t.At.After(v.now) }

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
	switch tells := n.Kind != "routine"; {
	case tells && today:
		return v.T("today.next_tells_at", at)
	case tells:
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
	case r.Asks:
		return v.Question(r.End.Condition)
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
	case beyond(r):
		return v.T("today.count_beyond", Args{"Done": r.Done, "Goal": r.Goal})
	case due:
		return v.T("today.count_due", count) // since when stands above
	case r.Off:
		return v.T("today.count_off", count)
	case r.Next != nil:
		return v.T("today.count_next", count, Args{"Next": v.Short(*r.Next)})
	}
	return v.T("today.count", count)
}

// beyond says that a routine was done more often than the plan has it today; one that it does not have today is none.
func beyond(r service.RoutineView) bool { return r.Drink == nil && r.Goal > 0 && r.Done > r.Goal }

// RoutineBrief is RoutineLine where marks tell the count, up to what the plan has; "" for nothing.
func (v Voice) RoutineBrief(r service.RoutineView, due bool) string {
	switch {
	case r.Starts != nil || r.Drink != nil || r.Goal == 0 && r.Done == 0 && (r.Off || r.Next == nil) || beyond(r):
		return v.RoutineLine(r, due)
	case due:
		return v.T("today.brief_due")
	case r.Off:
		return v.T("today.brief_off")
	case r.Next != nil:
		return v.T("today.brief_next", Args{"Next": v.Short(*r.Next)})
	}
	return ""
}

// RoutineAlso is RoutineBrief with the skin that it is not for yet, in one line.
func (v Voice) RoutineAlso(r service.RoutineView, due bool) string {
	how := v.RoutineBrief(r, due)
	switch notYet := Bare(v.NotYet(r.NotYet)); {
	case notYet == "":
		return how
	case how == "":
		return notYet
	default:
		return v.T("today.brief_both", Args{"How": how, "NotYet": notYet})
	}
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
