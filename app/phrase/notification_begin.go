package phrase

import "afterglow/app/record"

// beginTitle says what is to be left alone from now on: "From now: tanning".
func (v Voice) beginTitle(n *record.BeginNews, most int) string {
	return v.fill("notification.begin_title", nil, "Name", v.Inside(n.Name), most)
}

// beginBody is the plan's rule, and what else begins with it.
func (v Voice) beginBody(n *record.BeginNews) string {
	if len(n.Also) == 0 {
		return Fit(n.Rule, bodyLetters)
	}
	names := make([]string, len(n.Also))
	for i, name := range n.Also {
		names[i] = v.Inside(name)
	}
	also := v.T("notification.begin_also", Args{"Names": names})
	if letters(also) > bodyLetters/2 {
		also = v.T("notification.begin_also_count", Args{"Count": len(names)})
	}
	return Paragraph(Fit(n.Rule, bodyLetters-letters(also)-1), also)
}

// beginsOf are the waits that have begun, in a sum: by the plan's rules, by name and time, or how many.
func (v Voice) beginsOf(of []record.Begin) []string {
	if len(of) == 0 {
		return []string{""}
	}
	var rules, all string
	for _, b := range of {
		name := v.T("notification.wait_began", Args{"Name": Capital(v.Inside(b.Name)), "Began": b.At})
		all = Paragraph(all, name)
		if b.Rule != "" {
			name = v.T("notification.rule_began", Args{"Rule": Stop(b.Rule), "Began": b.At})
		}
		rules = Paragraph(rules, name)
	}
	return []string{rules, all, v.T("notification.waits_began", Args{"Count": len(of)})}
}
