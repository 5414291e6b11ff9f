package phrase

import (
	"afterglow/app/service"
)

// AheadTitle says how far off a treatment is: "Your treatment is in 3 days."
func (v Voice) AheadTitle(t service.TreatmentView) string {
	switch days := v.days(t.At); days {
	case 0:
		return v.T("ahead.today", Args{"Clock": v.TimeOfDay(t.At)})
	case 1:
		return v.T("ahead.tomorrow")
	default:
		return v.T("ahead.in_days", Args{"Count": days})
	}
}

// AheadFacts is when and how it will be: "Friday 27 November, 15:30 · pen 0.5 mm, face · Essentials".
func (v Voice) AheadFacts(t service.TreatmentView) string {
	args := Args{"Date": v.WeekdayDate(t.At), "Clock": v.TimeOfDay(t.At), "How": v.Treatment(t), "Plan": t.PlanName}
	if args["How"] == "" {
		return v.T("ahead.facts", args)
	}
	return v.T("ahead.facts_how", args)
}

// AheadWait says of a window that binds before a treatment until when it does, or from when on.
func (v Voice) AheadWait(w service.BeforeView) string {
	switch args := (Args{"Name": w.Window.Name}); {
	case w.Begins:
		return v.T("ahead.from", args, Args{"From": w.Window.From})
	case w.Ends && (w.Window.End.Open || w.Window.End.ByWord()):
		return v.T("ahead.end", args, Args{"End": v.waitEnd(w.Window.End, w.Window.Until, false)})
	case w.Ends:
		return v.T("ahead.over_at", args, Args{"Until": w.Window.Until})
	default:
		return v.T("ahead.until_then", args)
	}
}
