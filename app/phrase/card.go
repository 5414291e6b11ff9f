package phrase

import (
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
)

// CardTime is the line on a window's card: as WindowTime, and of a wait the moment alone, which the state beside
// it ("Not yet") explains, with how long that is within a day.
func (v Voice) CardTime(w service.WindowView) string {
	if w.State != course.Wait {
		return v.windowTime(w, v.Moment, v.Moment)
	}
	if d := w.Until.Sub(v.now); d > 0 && d <= day {
		return v.T("moment.with_length", Args{"Moment": w.Until, "In": together(v.Within(d))})
	}
	return v.Moment(w.Until)
}

// together keeps a few words on one line.
func together(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

// ThenLine is what the plan asks for after a wait, in its own words, and until or since when.
func (v Voice) ThenLine(w service.WindowView) string {
	then := Args{"Then": Bare(w.Then)}
	if w.ThenUntil != nil {
		return v.T("today.then_until", then, Args{"Until": *w.ThenUntil})
	}
	return v.T("today.then_since", then, Args{"Since": w.Until})
}

// PlanPlace says where the plan says so: "Plan Essentials, line 20 of its file."
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
