package phrase

import (
	"afterglow/app/service"
)

// Again says why something that was put off comes at another moment than was asked for, or not at all; "" if it
// comes as asked.
func (v Voice) Again(a service.Again) string {
	if a.Why == "" {
		return ""
	}
	return v.T("log.again_" + string(a.Why))
}

// LogAmount is how much was drunk, as the person counts; "" for what is no drink.
func (v Voice) LogAmount(l service.LogView) string {
	if l.Drink == nil {
		return ""
	}
	return v.Drink(*l.Drink)
}

// LogNotice is what there is to say of an act that was just done; "" for nothing.
func (v Voice) LogNotice(l service.LogView) string {
	if l.OverLitre {
		return v.T("drink.over_litre")
	}
	return ""
}

// LogTitle is what a line of the log was about: the words in which a notification was shown, or which treatment.
func (v Voice) LogTitle(l service.LogView) string {
	switch {
	case l.Treat != nil:
		return v.TreatChange(*l.Treat)
	case l.Kept != nil:
		return v.keptChange(*l.Kept)
	case l.Feel != nil:
		return v.FeltNoted(l.Feel.Felt)
	case l.Own != nil:
		return v.OwnWrote(*l.Own)
	}
	return v.Logged(l.Title, l.News)
}

// TreatChange says which treatment a line of the log is about and what was changed, as it stood then: "number 2: neck,
// yesterday 18:17", "number 2: area: face → neck".
func (v Voice) TreatChange(c service.TreatChange) string {
	switch {
	case c.Is == nil:
		return v.T("log.treat", Args{"Number": c.Number})
	case c.Was == nil:
		return v.T("log.treat_what", Args{"Number": c.Number, "What": v.treatState(*c.Is)})
	}
	parts := v.treatParts(*c.Was, *c.Is)
	if len(parts) == 0 {
		return v.T("log.treat_as_before", Args{"Number": c.Number, "What": v.treatState(*c.Is)})
	}
	return v.T("log.treat_what", Args{"Number": c.Number, "What": v.commas(parts)})
}

// treatState is where and when it was.
func (v Voice) treatState(t service.TreatState) string {
	if t.Area == "" {
		return v.Moment(t.At)
	}
	return v.T("log.treat_where", Args{"Area": v.Areas(t.Area), "At": t.At})
}

// treatParts says what a change made of what, a part each.
func (v Voice) treatParts(was, is service.TreatState) []string {
	var parts []string
	put := func(id, from, to string) {
		if from != to {
			parts = append(parts, v.T(id, Args{"From": v.orNotSaid(from), "To": v.orNotSaid(to)}))
		}
	}
	if !was.At.Equal(is.At) {
		put("log.change_time", v.Moment(was.At), v.Moment(is.At))
	}
	put("log.change_area", v.Areas(was.Area), v.Areas(is.Area))
	put("log.change_device", v.deviceOrNone(was.Device), v.deviceOrNone(is.Device))
	put("log.change_depth", v.depthOrNone(was.DepthMM), v.depthOrNone(is.DepthMM))
	put("log.change_sensitive", v.yesNo(was.Sensitive), v.yesNo(is.Sensitive))
	put("log.change_plan", was.PlanName, is.PlanName)
	if was.PlanName == is.PlanName && was.PlanSum != is.PlanSum {
		parts = append(parts, v.T("log.change_plan_version", Args{"Plan": is.PlanName}))
	}
	return parts
}

func (v Voice) deviceOrNone(id string) string {
	if id == "" {
		return ""
	}
	return v.Device(id)
}

func (v Voice) depthOrNone(mm float64) string {
	if mm == 0 {
		return ""
	}
	return v.T("treatment.depth", Args{"Depth": mm})
}

func (v Voice) yesNo(yes bool) string {
	if yes {
		return v.T("log.yes")
	}
	return v.T("log.no")
}

func (v Voice) orNotSaid(s string) string {
	if s == "" {
		return v.T("log.not_said")
	}
	return s
}
