package phrase

import (
	"afterglow/app/service"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

// RoutineFigure is what holds of a routine today: "Cleanse: 1 of 2 today".
func (v Voice) RoutineFigure(r service.RoutineView) string {
	switch {
	case r.Starts != nil:
		return v.T("guide.routine_from", Args{"Name": r.Name, "From": *r.Starts})
	case r.Goal == 0 && r.Done == 0:
		return v.T("guide.routine_none", Args{"Name": r.Name})
	}
	return v.T("guide.routine_count", Args{"Name": r.Name, "Done": r.Done, "Goal": max(r.Goal, r.Done)})
}

// PlannedFigure is how often the plan asks for a routine, while no treatment runs; "" if it does not say.
func (v Voice) PlannedFigure(r guidance.Routine) string {
	switch {
	case r.Amount.Text != "":
		return v.T("guide.planned_amount", Args{"Name": r.Name, "Amount": r.Amount.Text})
	case r.TimesADay.Text != "":
		return v.T("guide.planned_times", Args{"Name": r.Name, "Count": r.TimesADay.Max, "Times": r.TimesADay.Text})
	case len(r.Times) > 0:
		return v.T("guide.planned_often", Args{"Name": r.Name, "Often": v.often(timeline.Often{Times: len(r.Times)})})
	}
	return ""
}

// PlannedWait is how long the plan asks to wait, while no treatment runs.
func (v Voice) PlannedWait(w guidance.Window) string {
	return v.T("guide.planned_window", Args{"Name": w.Name, "Until": v.PlanWait(w)})
}

// mostNames is how many names stand in one line; of more the count is told.
const mostNames = 12

// Names are several names in one line: "Keep it clean, Washing your hair". Of very many it tells the first, and how many more.
func (v Voice) Names(names []string) string {
	switch more := len(names) - mostNames; {
	case len(names) == 0:
		return ""
	case more > 1: // one more is as short by its name
		return v.T("path.and_more", Args{"Names": v.commas(names[:mostNames]), "Count": more})
	}
	return v.commas(names)
}

// PhaseLine is what a plan expects in a phase, and when that is.
func (v Voice) PhaseLine(p guidance.Phase) string {
	args := Args{"From": v.PlanMoment(p.From), "Until": v.PlanMoment(p.Until)}
	when := v.T("guide.from_until", args)
	switch {
	case p.Until.Anchor == guidance.BeforeNext:
		when = v.T("guide.until_next", args)
	case p.From.Elapsed == 0 && p.From.Anchor == guidance.FromTreatment:
		when = v.T("guide.until", args)
	}
	return Paragraph(when, v.T("guide.expects", Args{"Expect": Bare(p.Expect)}))
}

// PlanLine says which plan the guide repeats, and whose it is.
func (v Voice) PlanLine(p guidance.Plan) string {
	which := v.T("guide.plan", Args{"Plan": p.Name})
	if p.Version != "" {
		which = v.T("guide.plan_version", Args{"Plan": p.Name, "Version": p.Version})
	}
	_, starter := guidance.StarterText(p.ID)
	switch c := p.Clinic; {
	case c.Name != "" && c.Phone != "":
		return Paragraph(which, v.T("guide.from_clinic_phone", Args{"Clinic": c.Name, "Phone": c.Phone}))
	case c.Name != "":
		return Paragraph(which, v.T("guide.from_clinic", Args{"Clinic": c.Name}))
	case starter:
		return which // its summary says that a clinic's advice comes first
	}
	return Paragraph(which, v.T("guide.clinic_first"))
}

// VisitLine says when the plan would have the next treatment.
func (v Voice) VisitLine(spacing guidance.Spacing, visit *service.VisitView) string {
	says, when := "", ""
	if text := v.Spacing(spacing); text != "" {
		says = v.T("guide.visit_says", Args{"Text": Bare(text)})
	}
	if visit != nil {
		when = v.T("guide.visit_on", Args{"Days": v.Span(visit.From, visit.Until)})
	}
	return Paragraph(says, when, v.Sessions(spacing), v.T("guide.visit_ask"))
}
