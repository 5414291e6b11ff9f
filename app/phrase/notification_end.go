package phrase

import (
	"strings"

	"afterglow/app/record"
)

// endTitle never says "open": what follows a wait is not the end of care.
func (v Voice) endTitle(n *record.WindowNews) string {
	switch {
	case n.Asks:
		return v.T("notification.calm_title")
	case n.Then == "":
		return v.fill("notification.over_title", nil, "Name", v.Inside(n.Name), titleLetters)
	case n.Sunscreen:
		return v.T("notification.sunscreen_title")
	}
	if title := v.T("notification.next_step_title", Args{"Name": Capital(v.Inside(n.Name))}); letters(title) <= titleLetters {
		return title
	}
	return v.T("notification.next_step_of_plan_title")
}

func (v Voice) endBody(n *record.WindowNews) string {
	switch {
	case n.Asks:
		return v.T("notification.calm_body")
	case n.Then != "":
		return v.withAlso(v.thenBody(n), "", n.Also)
	}
	args := Args{"Length": v.Length(n.Passed), "Ended": n.Ended}
	passed := ""
	switch days := v.days(n.Ended); {
	case days >= 0:
		passed = v.T("notification.over_today", args)
	case days >= -furthestWeekday:
		passed = v.T("notification.over_before", args)
	default:
		passed = v.T("notification.over_long_ago", args)
	}
	return v.withAlso(passed, n.After, n.Also)
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

// withAlso adds what the plan says of the time after, and the windows that ended with this one: their names, or
// where those have no room how many they are. What the plan says is shortened as far as that needs.
func (v Voice) withAlso(body, after string, also []string) string {
	full := Paragraph(body, Fit(after, bodyLetters-letters(body)-1))
	if len(also) == 0 {
		return full
	}
	names := make([]string, len(also))
	for i, name := range also {
		names[i] = v.Inside(name)
	}
	tails := []string{v.T("notification.also_over", Args{"Names": names}), v.T("notification.also_over_count", Args{"Count": len(also)})}
	for _, tail := range tails {
		if all := Paragraph(full, tail); letters(all) <= bodyLetters {
			return all
		}
	}
	for _, tail := range tails {
		if room := bodyLetters - letters(Paragraph(body, tail)); room >= 0 {
			return Paragraph(body, Fit(after, room-1), tail)
		}
	}
	return body
}
