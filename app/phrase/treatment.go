package phrase

import (
	"afterglow/app/service"
	"afterglow/guidance"
)

// Called tells one of several treatments from the others: "neck, day 0".
func (v Voice) Called(c service.Called) string {
	area := v.Areas(c.Area)
	if area == "" {
		area = v.T("treatment.area_unknown")
	}
	id, count := "treatment.called_day", c.Day
	switch {
	case c.Day == -1:
		id = "treatment.called_tomorrow"
	case c.Day < 0:
		id, count = "treatment.called_ahead", -c.Day
	}
	if c.At.IsZero() {
		return v.T(id, Args{"Area": area, "Count": count})
	}
	return v.T("treatment.called_at", Args{"Called": v.T(id, Args{"Area": area, "Count": count}), "At": c.At})
}

// Areas are the parts of the body that were treated: "face and neck"; "" if nobody named one.
func (v Voice) Areas(area string) string { return v.List(guidance.Areas(area)) }

// SetBy names the treatments that a wait comes from: "neck, day 0", or "face and neck, day 0" if theirs is the
// same to the moment. It is "" for none.
func (v Voice) SetBy(all []service.Called) string {
	if len(all) == 0 {
		return ""
	}
	var areas, names []string
	together := true
	for _, c := range all {
		together = together && c.Area != "" && c.Day == all[0].Day && c.At.IsZero()
		areas, names = append(areas, guidance.Areas(c.Area)...), append(names, v.Called(c))
	}
	if together {
		return v.Called(service.Called{Area: guidance.JoinAreas(areas), Day: all[0].Day})
	}
	return v.List(names)
}

// Treatment is how and where it was: "pen 0.5 mm, face"; "" if nothing of it is known.
func (v Voice) Treatment(t service.TreatmentView) string {
	how := ""
	switch {
	case t.Device != "" && t.DepthMM > 0:
		how = v.T("treatment.device_depth", Args{"Device": v.Device(t.Device), "Depth": t.DepthMM})
	case t.Device != "":
		how = v.Device(t.Device)
	case t.DepthMM > 0:
		how = v.T("treatment.depth", Args{"Depth": t.DepthMM})
	}
	switch {
	case t.Area == "":
		return how
	case how == "":
		return v.Areas(t.Area)
	}
	return v.T("treatment.how_where", Args{"How": how, "Area": v.Areas(t.Area)})
}

// Device is a device's name within a sentence: "pen".
func (v Voice) Device(id string) string { return v.T("treatment.device_" + id) }

// DayOf is how many days ago the treatment was: "Day 1", "2 days to go" before it.
func (v Voice) DayOf(day int) string {
	if day < 0 {
		return v.T("treatment.days_to_go", Args{"Count": -day})
	}
	return v.T("treatment.day", Args{"Day": day})
}

// Spaced says of a treatment that was entered that its plan would have had more time to another one of the same
// skin; "" for nothing to say.
func (v Voice) Spaced(n *service.Spacing) string {
	if n == nil {
		return ""
	}
	plan := n.Text
	if plan == "" {
		plan = v.Length(n.From)
	}
	id, args := "treatment.spaced_", Args{"Spacing": plan, "Near": v.DayAndTime(n.Near), "Area": v.List(n.Areas), "Count": max(n.Days, -n.Days)}
	switch {
	case n.Days == 0:
		id += "same_day"
	case n.Days < 0:
		id += "before"
	default:
		id += "after"
	}
	if len(n.Areas) > 0 {
		id += "_area"
	}
	return v.T(id, args)
}

// KeyTime is one of the few moments that sum a course up, without its time: "Makeup: the wait ends".
func (v Voice) KeyTime(k service.KeyTime) string {
	args, been := Args{"Name": k.Name}, !v.now.IsZero() && !k.At.After(v.now)
	switch {
	case k.Kind == service.KeyRoutine && been:
		return v.T("treatment.key_routine_past", args)
	case k.Kind == service.KeyRoutine:
		return v.T("treatment.key_routine", args)
	case k.Kind == service.KeyStep:
		return v.T("treatment.key_step", Args{"Then": k.Then})
	case k.Then != "":
		return v.T("treatment.key_then", Args{"Name": k.Name, "Then": k.Then})
	case k.Condition != "":
		return v.T("treatment.key_condition", args, Args{"Condition": v.Condition(k.Condition)})
	case k.AndWhen != "":
		return v.T("treatment.key_calm", args)
	case been:
		return v.T("treatment.key_wait_past", args)
	}
	return v.T("treatment.key_wait", args)
}

// KeyMoment is when that is, in a list of moments: each names its day, today too.
func (v Voice) KeyMoment(k service.KeyTime) string {
	if v.days(k.At) == 0 {
		return v.T("moment.today_at", Args{"Clock": v.TimeOfDay(k.At)})
	}
	return v.Moment(k.At)
}

// Removal says what ends with a treatment that is removed, and which one it is.
func (v Voice) Removal(t service.TreatmentView) string {
	if how := v.Treatment(t); how != "" {
		return v.T("treatment.removal_how", Args{"Date": v.WeekdayDate(t.At), "How": how})
	}
	return v.T("treatment.removal", Args{"Date": v.WeekdayDate(t.At)})
}
