package phrase

import (
	"afterglow/app/record"
)

// briefThen is how many letters of what the plan asks for are said if there is little room.
const briefThen = 24

// stepsFromNow are the steps of windows that end together, ever shorter: "Sun: SPF 30+, hat, shade from now."
func (v Voice) stepsFromNow(steps []record.Step) []string {
	ends := make([]record.End, len(steps))
	for i, s := range steps {
		ends[i] = record.End{Name: s.Name, Then: s.Then, ThenUntil: s.ThenUntil, Sunscreen: s.Sunscreen, Held: s.Held}
	}
	return v.steps(ends)
}

// steps are what the plan asks for in place of waits that have ended, ever shorter: in its words, in a few of them,
// the waits' names, how many. Ends of no time are those of this moment.
func (v Voice) steps(ends []record.End) []string {
	if len(ends) == 0 {
		return []string{""}
	}
	var full, brief string
	var names []string
	held := false
	for _, e := range ends {
		names, held = append(names, v.Inside(e.Name)), held || e.Held
		full = Paragraph(full, v.step(e, Bare(e.Then)))
		brief = Paragraph(brief, v.stepBrief(e))
	}
	count := v.T("notification.steps_count", Args{"Count": len(ends)})
	if held { // a name would read as leave
		return []string{full, brief, count}
	}
	return []string{full, brief, v.T("notification.steps_of", Args{"Names": names}), count}
}

func (v Voice) step(e record.End, then string) string {
	args := Args{"Name": Capital(v.Inside(e.Name)), "Then": then, "Ended": e.At}
	switch {
	case e.Held && e.At.IsZero():
		return v.T("notification.step_alone_from_now", args)
	case e.Held:
		return v.T("notification.step_alone_from", args)
	case e.At.IsZero():
		return v.T("notification.step_from_now", args)
	}
	return v.T("notification.step_from", args)
}

func (v Voice) stepBrief(e record.End) string {
	switch {
	case !e.Sunscreen:
		return v.step(e, Fit(Bare(e.Then), briefThen))
	case e.At.IsZero():
		return v.T("notification.sunscreen_from_now")
	}
	return v.T("notification.sunscreen_from", Args{"Ended": e.At})
}

// asked is what the person had asked to be told of, by name or as a number; where even a step has no room beside
// that, it is left out.
func (v Voice) asked(names []string) [][]string {
	if len(names) == 0 {
		return [][]string{{""}}
	}
	inside := make([]string, len(names))
	for i, name := range names {
		inside[i] = v.Inside(name)
	}
	return [][]string{{v.T("notification.asked", Args{"Names": inside}), v.T("notification.asked_count", Args{"Count": len(names)})}, {""}}
}

// onShelf is how many letters of a product's name are said.
const onShelf = 24

// shelf are the products that waited: by name, how many, or left out.
func (v Voice) shelf(s *record.Shelf) []string {
	if s == nil || len(s.Names) == 0 {
		return []string{""}
	}
	names := make([]string, len(s.Names))
	for i, name := range s.Names {
		names[i] = Fit(name, onShelf)
	}
	named := v.T("notification.shelf", Args{"Names": names})
	if s.More > 0 {
		named = v.T("notification.shelf_more", Args{"Names": v.commas(names), "Count": s.More})
	}
	return []string{named, v.T("notification.shelf_count", Args{"Count": len(names) + s.More}), ""}
}

func (v Voice) tellTitle(n *record.TellNews, most int) string {
	names := make([]string, len(n.Names))
	for i, name := range n.Names {
		names[i] = v.Inside(name)
	}
	if title := v.T("notification.tell_title", Args{"Names": names}); letters(title) <= most {
		return title
	}
	if len(names) == 1 {
		return v.fill("notification.tell_title", nil, "Names", names[0], most)
	}
	return v.T("notification.tell_title_count", Args{"Count": len(names)})
}

// tellBody says that the wait is over by the plan, and what it asks for now.
func (v Voice) tellBody(n *record.TellNews) string {
	ended := v.T("notification.tell_"+v.ago(n.Ended), Args{"Ended": n.Ended})
	if now, comes := v.comes(n.Ended); comes {
		ended = now.T("notification.tell_ends_"+now.when(n.Ended), Args{"Ends": n.Ended})
	}
	again := ""
	if n.Again.After(v.now) {
		again = v.T("notification.tell_again", Args{"Again": n.Again})
	}
	for _, step := range v.stepsFromNow(n.Steps) {
		for _, lead := range []string{ended, ""} {
			if body := Paragraph(lead, step, again); body != "" && letters(body) <= bodyLetters {
				return body
			}
		}
	}
	return ended
}
