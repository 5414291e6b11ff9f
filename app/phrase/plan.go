package phrase

import (
	"cmp"
	"strconv"
	"time"

	"afterglow/guidance"
)

// Spacing is the time to the next treatment as the plan says it: "4 to 6 weeks". "" if it does not say.
func (v Voice) Spacing(s guidance.Spacing) string {
	from, until := v.lengthSaid(s.From, s.FromMonths, guidance.Range{}), v.lengthSaid(s.Until, s.UntilMonths, guidance.Range{})
	switch {
	case s.Text != "":
		return s.Text
	case s.From == 0:
		return ""
	case s.Until <= s.From:
		return from
	case s.From%week == 0 && s.Until%week == 0:
		return v.T("plan.weeks_between", Args{"From": int(s.From / week), "To": int(s.Until / week)})
	}
	return v.T("plan.between", Args{"From": from, "To": until})
}

// Sessions is how many treatments a series has, as the plan says it: "Your plan has 4 to 6 sessions in all." "" if it does not say.
func (v Voice) Sessions(s guidance.Spacing) string {
	if s.Sessions == 0 {
		return ""
	}
	return v.T("plan.sessions", Args{"Count": s.Sessions, "Sessions": sessionsSaid(s)})
}

// sessionsSaid is the number of a series: "4", "4 to 6".
func sessionsSaid(s guidance.Spacing) string {
	return cmp.Or(s.SessionsSaid, strconv.Itoa(s.Sessions))
}

// CallAct is whom to call: "emergency number", "call today", "call your clinic".
func (v Voice) CallAct(act string) string {
	switch act {
	case "emergency":
		return v.T("plan.act_emergency")
	case "today":
		return v.T("plan.act_today")
	}
	return v.T("plan.act_clinic")
}

// PlanValue is a value of a plan in words; "" for what the plan does not say. See [guidance.Field].
func (v Voice) PlanValue(value any) string {
	switch x := value.(type) {
	case string:
		return x
	case guidance.Role:
		return string(x)
	case guidance.Moment:
		return v.PlanMoment(x)
	case *guidance.Moment:
		if x != nil {
			return v.PlanMoment(*x)
		}
	case time.Duration:
		if x != 0 {
			return v.Length(x)
		}
	case guidance.Length:
		return v.lengthSaid(x.Duration, x.Months, x.Said)
	case []string:
		return v.row("plan.and_also", x)
	case []guidance.Clock:
		return v.row("plan.and_also", v.clocks(x))
	case *guidance.HourRange:
		if x != nil {
			return v.T("plan.stretch", Args{"From": x.From, "To": x.To})
		}
	case guidance.Amount:
		return x.Text
	case int:
		if x != 0 {
			return strconv.Itoa(x)
		}
	case bool:
		if x {
			return v.T("plan.yes")
		}
	case []guidance.Entry:
		return v.parts(x)
	case guidance.Field:
		return v.T("plan.field", Args{"Key": x.Key, "Value": v.PlanValue(x.Value)})
	}
	return ""
}

func (v Voice) clocks(times []guidance.Clock) []string {
	words := make([]string, len(times))
	for i, t := range times {
		if words[i] = v.Clock(t); t == guidance.AtBedtime {
			words[i] = v.T("plan.at_bedtime")
		}
	}
	return words
}

// row joins words pairwise with a message of the places First and Last, and leaves out what is empty.
func (v Voice) row(id string, words []string) string {
	all := ""
	for _, w := range words {
		switch {
		case w == "":
		case all == "":
			all = w
		default:
			all = v.T(id, Args{"First": all, "Last": w})
		}
	}
	return all
}

// parts are the tables within an entry: for whom a plan differs, or the stages of a routine.
func (v Voice) parts(entries []guidance.Entry) string {
	var words []string
	for i, e := range entries {
		words = append(words, v.part(e))
		if i > 0 { // a sentence of the plan's may stand at the end of one
			words[i-1] = Bare(words[i-1])
		}
	}
	return v.row("plan.parts", words)
}

func (v Voice) part(e guidance.Entry) string {
	if e.Kind == "stage" {
		from, _ := e.Get("from").(guidance.Moment)
		until, _ := e.Get("until").(guidance.Moment)
		stretch := v.T("plan.stretch", Args{"From": v.PlanMoment(from), "To": v.PlanMoment(until)})
		return v.T("plan.part", Args{"Whom": stretch, "What": v.stage(e)})
	}
	if e.Kind == "says" {
		return v.T("plan.part", Args{"Whom": v.PlanValue(e.Get("of")), "What": v.PlanValue(e.Get("source"))})
	}
	whom := v.Whom(e)
	var what []string
	for _, f := range e.Fields {
		if e.Kind == "wait" && f.Key == "avoid" {
			whom = v.PlanValue(f.Value)
			continue
		}
		if !f.Said() || f.IsSource() || isMatch(f.Key) {
			continue
		}
		what = append(what, v.labelled(f))
	}
	return v.T("plan.part", Args{"Whom": whom, "What": v.row("plan.and_also", what)})
}

// labelled is a key in words with its value: "until 2 weeks", "no end named".
func (v Voice) labelled(f guidance.Field) string {
	if m, ok := moment(f.Value); ok && m.Anchor == guidance.NoEnd {
		return v.T("planpage.no_end")
	}
	return v.T("plan.field", Args{"Key": v.PlanKey(f.Key), "Value": v.PlanValue(f.Value)})
}

// moment is a value that is a point of a plan.
func moment(value any) (m guidance.Moment, ok bool) {
	switch x := value.(type) {
	case guidance.Moment:
		return x, true
	case *guidance.Moment:
		if x != nil {
			return *x, true
		}
	}
	return m, false
}

// stage is what differs in a part of a routine.
func (v Voice) stage(e guidance.Entry) string {
	var what []string
	if none, _ := e.Get("none").(bool); none {
		what = append(what, v.T("plan.nothing_due"))
	}
	for _, key := range []string{"how", "times"} {
		what = append(what, v.PlanValue(e.Get(key)))
	}
	if every := v.PlanValue(e.Get("every")); every != "" {
		what = append(what, v.T("planpage.every", Args{"Every": every}))
	}
	return v.row("plan.and_also", what)
}

func isMatch(key string) bool {
	switch key {
	case "device", "depth_over_mm", "depth_up_to_mm", "area", "sensitive":
		return true
	}
	return false
}

// Whom says which treatments a part of a plan is for: "pen, deeper than 1 mm".
func (v Voice) Whom(e guidance.Entry) string {
	device, _ := e.Get("device").([]string)
	area, _ := e.Get("area").([]string)
	words := []string{v.row("plan.or", device)}
	if over, _ := e.Get("depth_over_mm").(*float64); over != nil {
		words = append(words, v.T("plan.deeper_than", Args{"Depth": *over}))
	}
	if upTo, _ := e.Get("depth_up_to_mm").(*float64); upTo != nil {
		words = append(words, v.T("plan.up_to_deep", Args{"Depth": *upTo}))
	}
	words = append(words, v.row("plan.or", area))
	if sensitive, _ := e.Get("sensitive").(*bool); sensitive != nil && *sensitive {
		words = append(words, v.T("plan.marks_easily"))
	} else if sensitive != nil {
		words = append(words, v.T("plan.marks_not"))
	}
	return v.row("plan.and_also", words)
}

// EntryKind is the kind of a part of a plan: "wait", "routine".
func (v Voice) EntryKind(kind string) string { return v.T("plan.kind_" + kind) }

// EntryName is the name of a part of a plan; of those that stand once, what they are.
func (v Voice) EntryName(kind, name string) string {
	switch kind {
	case "clinic":
		return v.T("plan.the_clinic")
	case "spacing":
		return v.T("plan.the_spacing")
	case "products":
		return v.T("plan.the_products")
	}
	return name
}
