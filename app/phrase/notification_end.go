package phrase

import (
	"strings"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// endTitle is a title of at most so many letters. It never says "open": what follows a wait is not the end of care.
func (v Voice) endTitle(n *record.WindowNews, most int) string {
	switch {
	case n.Asks && n.Condition != "":
		return v.T("notification.condition_title")
	case n.Asks:
		return v.T("notification.calm_title")
	case n.Then == "":
		return v.fill("notification.over_title", nil, "Name", v.Inside(n.Name), most)
	case n.Sunscreen:
		return v.T("notification.sunscreen_title")
	}
	if n.Held { // its name would read as leave
		return v.T("notification.next_step_of_plan_title")
	}
	if title := v.T("notification.next_step_title", Args{"Name": Capital(v.Inside(n.Name))}); letters(title) <= most {
		return title
	}
	return v.T("notification.next_step_of_plan_title")
}

func (v Voice) endBody(n *record.WindowNews) string {
	switch {
	case n.Asks && n.Part && n.Condition != "":
		return v.fill("notification.part_condition_body", nil, "Condition", Bare(n.Condition), bodyLetters)
	case n.Asks && n.Part:
		return v.fill("notification.part_body", nil, "Name", v.Inside(n.Name), bodyLetters)
	case n.Asks && n.Condition != "":
		return v.fill("notification.condition_body", nil, "Condition", Bare(n.Condition), bodyLetters)
	case n.Asks && n.Own:
		return v.T("own.notice_calm")
	case n.Asks:
		return v.T("notification.calm_body")
	case n.Then != "":
		return v.endParts([]string{v.thenBody(n), v.thenBrief(n)}, []string{""}, "", n)
	case n.Own:
		return v.endParts([]string{v.T("own.notice")}, v.afters(n), v.passed(n), n)
	}
	return v.endParts([]string{""}, v.afters(n), v.passed(n), n)
}

// afters are what the plan says of the time after the waits that are over, and of that after the first one alone, if it does.
func (v Voice) afters(n *record.WindowNews) []string {
	all := n.After
	for _, a := range n.Afters {
		all = Paragraph(all, v.T("notification.after_of", Args{"Name": Capital(v.Inside(a.Name)), "Text": Stop(a.Text)}))
	}
	if n.After == "" {
		return []string{all}
	}
	return []string{all, n.After}
}

// passed is how long the wait was, and when it ended.
func (v Voice) passed(n *record.WindowNews) string {
	if now, comes := v.comes(n.Ended); comes {
		return now.T("notification.ends_"+now.when(n.Ended), Args{"Ends": n.Ended})
	}
	if n.Passed == 0 {
		return v.T("notification.ended_"+v.ago(n.Ended), Args{"Ended": n.Ended})
	}
	args := Args{"Length": v.lengthSaid(n.Passed, 0, guidance.SaidIn(n.Passed, guidance.Unit(n.Unit))), "Ended": n.Ended}
	return v.T("notification.over_"+v.ago(n.Ended), args)
}

// ago says how a moment that has been is said: "at 15:30" of today, "yesterday 15:30", "on 20 November, 15:30".
func (v Voice) ago(at time.Time) string {
	switch days := v.days(at); {
	case days >= 0:
		return "today"
	case days >= -furthestWeekday:
		return "before"
	}
	return "long_ago"
}

// thenBody is what the plan asks for now, and until which day: that is never left out.
func (v Voice) thenBody(n *record.WindowNews) string {
	then := strings.TrimSuffix(strings.TrimSpace(n.Then), ".")
	if n.ThenUntil.IsZero() {
		if body := v.T("notification.then", Args{"Then": then}); letters(body) <= bodyLetters {
			return body
		}
		return v.fill("notification.then_shortened", nil, "Then", then, bodyLetters)
	}
	for _, day := range []string{v.WeekdayDate(n.ThenUntil), v.ShortWeekdayDate(n.ThenUntil), v.ShortDate(n.ThenUntil)} {
		if body := v.T("notification.then_until", Args{"Then": then, "Until": day}); letters(body) <= bodyLetters {
			return body
		}
	}
	return v.fill("notification.then_until", Args{"Until": v.ShortWeekdayDate(n.ThenUntil)}, "Then", then, bodyLetters)
}

// thenBrief is that in half a body, if more has to find room.
func (v Voice) thenBrief(n *record.WindowNews) string {
	then := Bare(n.Then)
	if body := v.T("notification.then", Args{"Then": then}); letters(body) <= bodyLetters/2 {
		return body
	}
	return v.fill("notification.then_shortened", nil, "Then", then, bodyLetters/2)
}

// endParts sets together what a window's end tells. Some desktops show one line of it, so what matters most comes first:
// what it leads with, the steps of windows that ended with it, what is over too, what the person had asked for, what the
// plan says of the time after, the products that waited, and when the wait ended. What matters less is shortened or left
// out until the rest fits; a step comes before all else.
func (v Voice) endParts(leads, afters []string, passed string, n *record.WindowNews) string {
	steps, asked, shelf, also := v.stepsFromNow(n.Steps), v.asked(n.Asked), v.shelf(n.Shelf), v.alsoOver(n.Also)
	for _, over := range also {
		if over == "" && len(also) > 1 {
			break // before a name is left out, what the plan says is shortened
		}
		for _, after := range afters { // what holds for another wait goes before its name does
			for _, when := range []string{passed, ""} {
				all := Paragraph(leads[0], steps[0], over, asked[0][0], after, shelf[0], when)
				if all != "" && letters(all) <= bodyLetters {
					return all
				}
			}
		}
	}
	for _, wishes := range asked {
		body := firstFit([][]string{steps, leads, wishes, also, shelf}, func(said []string) string {
			step, lead, wish, over, products := said[0], said[1], said[2], said[3], said[4]
			head := Paragraph(lead, step, over, wish)
			room := bodyLetters - letters(Paragraph(head, products)) - 1
			return Paragraph(head, Fit(afters[0], room), products)
		})
		if body == "" {
			continue
		}
		if all := Paragraph(body, passed); letters(all) <= bodyLetters {
			return all
		}
		return body
	}
	return Paragraph(leads[0], passed)
}

// alsoOver is what is over too: by name, as a number, or left out.
func (v Voice) alsoOver(also []string) []string {
	if len(also) == 0 {
		return []string{""}
	}
	names := make([]string, len(also))
	for i, name := range also {
		names[i] = v.Inside(name)
	}
	return []string{v.T("notification.also_over", Args{"Names": names}), v.T("notification.also_over_count", Args{"Count": len(also)}), ""}
}
