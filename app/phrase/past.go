package phrase

import (
	"afterglow/app/service"
)

// PastTitle says whose course is over: "Your face course is over."
func (v Voice) PastTitle(p service.PastView) string {
	return v.T("over.title", Args{"Course": v.pastCourse(p)})
}

// PastShort is PastTitle where another treatment is looked after.
func (v Voice) PastShort(p service.PastView) string {
	return v.T("over.short", Args{"Course": v.pastCourse(p)})
}

func (v Voice) pastCourse(p service.PastView) string {
	if p.Treatment.Area == "" {
		return v.T("over.course")
	}
	return v.T("over.course_area", Args{"Area": v.Areas(p.Treatment.Area)})
}

// PastFacts is when and how the course was: "20 November to 4 December · pen 0.5 mm, face · Essentials".
func (v Voice) PastFacts(p service.PastView) string {
	args := Args{"From": v.Date(p.Treatment.At), "Until": v.Date(p.Closed), "Plan": p.Treatment.PlanName, "How": v.Treatment(p.Treatment)}
	if args["How"] == "" {
		return v.T("over.facts", args)
	}
	return v.T("over.facts_how", args)
}

// PastCare are the lines of what was done in the course, one a care; none if nothing was noted.
func (v Voice) PastCare(p service.PastView) []string {
	var out []string
	for _, c := range p.Care {
		out = append(out, v.T("over.care", Args{"Name": c.Name, "Count": c.Times}))
	}
	return out
}

// PastFelt are how it felt at first and at last, as the person said it, a line each; none if they never said it.
func (v Voice) PastFelt(p service.PastView) []string {
	var out []string
	for _, f := range []*service.FeelView{p.First, p.Last} {
		if f != nil {
			out = append(out, v.T("over.felt_on", Args{"Date": v.Date(f.At), "Felt": v.FeltNoted(f.Felt)}))
		}
	}
	return out
}

// PastNext says when the plan would have the next treatment. It is never a yes: the clinic is asked.
func (v Voice) PastNext(p service.PastView) string {
	if p.Next == nil {
		return v.T("over.next_none")
	}
	args := Args{"Days": v.Span(p.Next.From, p.Next.Until), "Text": Bare(v.Spacing(p.Next.Spacing))}
	switch past, text := v.now.After(p.Next.Until), args["Text"] != ""; {
	case past && text:
		return v.T("over.next_past", args)
	case past:
		return v.T("over.next_past_days", args)
	case text:
		return v.T("over.next_on", args)
	}
	return v.T("over.next_on_days", args)
}
