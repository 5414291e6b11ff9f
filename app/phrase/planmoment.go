package phrase

import (
	"time"

	"afterglow/guidance"
)

// PlanMoment is a point of a plan: "24 hours", "5 to 7 days", "morning 1", "2 weeks before the next treatment". The
// moment of the treatment itself is "the treatment"; an end that is not named, "no end".
func (v Voice) PlanMoment(m guidance.Moment) string {
	switch m.Anchor {
	case guidance.Morning:
		switch {
		case m.Day == 0:
			return v.T("plan.morning_of_treatment")
		case m.Day < 0:
			return v.T("plan.mornings_before", Args{"Count": -m.Day})
		}
		return v.T("plan.morning", Args{"N": m.Day})
	case guidance.Night:
		if m.Day < 0 {
			return v.T("plan.nights_before", Args{"Count": -m.Day})
		}
		return v.T("plan.night", Args{"N": m.Day})
	case guidance.Bedtime:
		switch {
		case m.Day == 0:
			return v.T("plan.first_bedtime")
		case m.Day < 0:
			return v.T("plan.bedtimes_before", Args{"Count": -m.Day})
		}
		return v.T("plan.bedtime", Args{"N": m.Day})
	case guidance.EndOfDay:
		switch {
		case m.Day == -1:
			return v.T("plan.beginning_of_treatment_day")
		case m.Day < 0:
			return v.T("plan.days_end_before", Args{"Count": -m.Day})
		case m.Day == 0:
			return v.T("plan.end_of_treatment_day")
		}
		return v.T("plan.end_of_day", Args{"N": m.Day})
	case guidance.BeforeNext:
		return v.fromPoint(m, "plan.the_next_treatment", "plan.before_next", "plan.before_next")
	case guidance.FromFirst:
		return v.fromPoint(m, "plan.the_first_session", "plan.before_first", "plan.after_first")
	case guidance.FromLast:
		return v.fromPoint(m, "plan.the_last_session", "plan.before_last", "plan.after_last")
	case guidance.UntilCalm:
		return v.T("plan.calm")
	case guidance.NoEnd:
		return v.T("plan.no_end")
	case guidance.WhenEntered:
		return v.T("plan.entered")
	}
	if m.Elapsed > 0 {
		return v.PlanLength(m)
	}
	return v.fromPoint(m, "plan.the_treatment", "plan.before_treatment", "plan.before_treatment")
}

// fromPoint is a moment counted from a point that is not the treatment's end: the point itself, before it or after it.
func (v Voice) fromPoint(m guidance.Moment, at, before, after string) string {
	switch {
	case m.Elapsed == 0:
		return v.T(at)
	case m.Elapsed < 0:
		return v.T(before, Args{"Length": v.PlanLength(m)})
	}
	return v.T(after, Args{"Length": v.PlanLength(m)})
}

// PlanLength is how far a point of a plan is from what it counts from, as the plan says it: "5 to 7 days", "1 month".
func (v Voice) PlanLength(m guidance.Moment) string {
	return v.lengthSaid(m.Elapsed.Abs(), max(m.Months, -m.Months), m.Said)
}

// lengthSaid is a length of time as a plan says it.
func (v Voice) lengthSaid(d time.Duration, months int, said guidance.Range) string {
	switch {
	case said.Zero() && months != 0:
		return v.T("plan.months", Args{"Count": months})
	case said.Zero():
		return v.Length(d)
	case said.Few:
		return v.few(said.Unit)
	case said.One():
		return v.countOf(said.High, said.Unit)
	case said.LowUnit != "":
		return v.T("plan.between", Args{"From": v.countOf(said.Low, said.LowUnit), "To": v.countOf(said.High, said.Unit)})
	}
	return v.T("plan.between", Args{"From": said.Low, "To": v.countOf(said.High, said.Unit)})
}

// interval is a length as it stands behind "every": "2 hours", "few hours".
func (v Voice) interval(l guidance.Length) string {
	switch {
	case !l.Said.Few:
	case l.Said.Unit == guidance.Hours:
		return v.T("plan.every_few_hour")
	case l.Said.Unit == guidance.Days:
		return v.T("plan.every_few_day")
	}
	return v.lengthSaid(l.Duration, l.Months, l.Said)
}

// few is a length for which the sheet has no figure: "a few days".
func (v Voice) few(unit guidance.Unit) string {
	switch unit {
	case guidance.Minutes:
		return v.T("plan.few_minute")
	case guidance.Hours:
		return v.T("plan.few_hour")
	case guidance.Weeks:
		return v.T("plan.few_week")
	case guidance.Months:
		return v.T("plan.few_month")
	}
	return v.T("plan.few_day")
}

// countOf is a number of a unit of time: "7 days".
func (v Voice) countOf(n int, unit guidance.Unit) string {
	id := map[guidance.Unit]string{
		guidance.Minutes: "moment.minutes", guidance.Hours: "moment.hours", guidance.Days: "moment.days",
		guidance.Weeks: "moment.weeks", guidance.Months: "plan.months",
	}[unit]
	return v.T(id, Args{"Count": n})
}

// PlanEnd says until when something of a plan is, with "until" where it ends: "until 24 hours after", "until the scabs are gone,
// about 5 to 7 days", "no end named". Calm says that the person is asked beside a time.
func (v Voice) PlanEnd(until guidance.Moment, usually *guidance.Moment, condition string, calm bool) string {
	args := Args{"Until": v.PlanMoment(until), "Condition": v.Condition(condition)}
	if until.Anchor == guidance.FromTreatment && until.Elapsed > 0 {
		args["Until"] = v.T("planpage.after", Args{"Length": v.PlanMoment(until)})
	}
	if usually != nil {
		args["Usually"] = v.PlanMoment(*usually)
	}
	switch {
	case until.Anchor == guidance.NoEnd:
		return v.T("planpage.no_end")
	case until.Anchor == guidance.UntilCalm && usually != nil:
		return v.T("planpage.until_condition_usually", args)
	case until.Anchor == guidance.UntilCalm:
		return v.T("planpage.until_condition", args)
	case calm && condition != "":
		return v.T("planpage.until_and_condition", args)
	case calm:
		return v.T("planpage.until_calm", args)
	}
	return v.T("planpage.until", args)
}

// Condition is what has to be so before something ends, in the sheet's words as they stand behind "until": "the scabs
// are gone". Where the sheet has none, it is that the skin is calm.
func (v Voice) Condition(said string) string {
	if said == "" {
		return v.T("plan.calm")
	}
	return Bare(said)
}
