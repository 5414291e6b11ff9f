package phrase

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
)

// PlanPlace says where the plan says so: "It stands in the plan Essentials, line 20 of its file."
func (v Voice) PlanPlace(s service.SourceView) string {
	if s.Line > 0 {
		return v.T("sheet.plan_line", Args{"Plan": s.Plan, "Line": s.Line})
	}
	return v.T("sheet.plan", Args{"Plan": s.Plan})
}

// Span is a stretch of days: "18 December to 1 January".
func (v Voice) Span(from, until time.Time) string {
	if course.DateOf(from, v.zone) == course.DateOf(until, v.zone) {
		return v.Date(from)
	}
	return v.T("today.span", Args{"From": v.Date(from), "Until": v.Date(until)})
}
