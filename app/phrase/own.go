package phrase

import (
	"afterglow/app/service"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

// What the person wrote to their plan is worded here: always as theirs, with the plan's own figure beside it.

// OwnAvoid is the rule of a wait that the person writes for a thing.
func (v Voice) OwnAvoid(what string) string { return v.T("own.avoid", Args{"What": v.Inside(what)}) }

// OwnWhen is how long or how often the person wrote: "3 days", "until your skin is calm", "every 3 hours".
func (v Voice) OwnWhen(o guidance.Own) string {
	switch {
	case o.Every.Duration > 0:
		return v.T("own.every", Args{"Every": v.interval(o.Every)})
	case o.TimesADay.Max > 0:
		return v.T("own.a_day", Args{"Count": o.TimesADay.Max, "Times": o.TimesADay.Text})
	case o.Until == nil:
		return ""
	case o.Until.Anchor == guidance.UntilCalm:
		return v.T("own.until", Args{"Condition": v.Condition("")})
	}
	return v.PlanMoment(*o.Until)
}

// OwnWrote says what the person wrote, and who told them.
func (v Voice) OwnWrote(o guidance.Own) string {
	args := Args{"When": v.OwnWhen(o), "Note": Bare(o.Note)}
	if o.Note == "" {
		return v.T("own.wrote", args)
	}
	return v.T("own.wrote_note", args)
}

// OwnPlan is the plan's own figure of the same thing.
func (v Voice) OwnPlan(o guidance.Own) string {
	if o.Repeats != nil && o.Until == nil {
		return v.T("own.plan_says", Args{"Figure": v.ownOften(*o.Repeats)})
	}
	w, ok := o.Planned()
	if r := o.Repeats; r != nil {
		w, ok = guidance.Window{Until: r.Until, Condition: r.Condition}, true
	}
	args := Args{"Figure": v.PlanMoment(w.Until), "Condition": v.Condition(w.Condition)}
	switch {
	case !ok:
		return v.T("own.plan_silent")
	case w.Until.Anchor == guidance.NoEnd:
		return v.T("own.plan_no_end")
	case w.Until.Anchor == guidance.UntilCalm:
		return v.T("own.plan_until", args)
	case w.AndWhen != "":
		return v.T("own.plan_and", args)
	}
	return v.T("own.plan_says", args)
}

// ownOften is how often the plan has a routine be done.
func (v Voice) ownOften(r guidance.Routine) string {
	if r.Once() {
		return v.T("ask.once")
	}
	if n := r.TimesADay; n.Max > 0 && n.Min == n.Max {
		return v.often(timeline.Often{Times: n.Max})
	}
	if r.Every > 0 || r.TimesADay.Max > 0 {
		return v.OwnWhen(guidance.Own{Every: guidance.Length{Duration: r.Every, Said: r.EverySaid}, TimesADay: r.TimesADay})
	}
	return v.often(timeline.Often{Times: len(r.Times)})
}

// own are both in sentences; none where the figure is the plan's.
func (v Voice) own(o *guidance.Own) []string {
	if o == nil {
		return nil
	}
	return []string{v.OwnWrote(*o), v.OwnPlan(*o)}
}

// ownTerm are both in one short line of a table; "" where the figure is the plan's.
func (v Voice) ownTerm(o *guidance.Own) string {
	if o == nil {
		return ""
	}
	bare := *o
	bare.Note = ""
	return v.T("own.term", Args{"Own": v.OwnWrote(bare), "Plan": v.OwnPlan(*o)})
}

// OwnOf is that of a window.
func (v Voice) OwnOf(w service.WindowView) string { return v.ownTerm(w.End.Own) }

// OwnTerm is that of a routine.
func (v Voice) OwnTerm(r service.RoutineView) string { return v.ownTerm(r.End.Own) }
