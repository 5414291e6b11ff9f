package phrase

import (
	"afterglow/app/service"
	"afterglow/guidance"
)

// PlanSummary says whom a plan is for, or why a stored one cannot be read any more.
func (v Voice) PlanSummary(p service.PlanView) string {
	if p.Unread != nil {
		return v.T("planpage.unread", Args{"Problem": p.Unread})
	}
	return Stop(p.Summary)
}

// PlanUntil says of a part of a plan until when it is: "until 24 hours and when calm"; "" if it names no such time.
func (v Voice) PlanUntil(e guidance.Entry) string {
	until, ok := moment(e.Get("until"))
	if !ok {
		return ""
	}
	var guess *guidance.Moment
	if usually, ok := moment(e.Get("usually")); ok {
		guess = &usually
	}
	condition, _ := e.Get("condition").(string)
	when, _ := e.Get("and_when").(string)
	return v.PlanEnd(until, guess, condition, when != "")
}

// PlanDue says when a routine is due: "08:00, 20:30", "every 2 hours", "8 glasses a day", "3 to 4 times a day". Of a
// situation the plan says no time.
func (v Voice) PlanDue(e guidance.Entry) string {
	if amount, _ := e.Get("amount").(guidance.Amount); amount.Text != "" {
		return v.T("planpage.a_day", Args{"Amount": amount.Text})
	}
	if times, _ := e.Get("times_a_day").(guidance.Amount); times.Text != "" {
		return v.T("planpage.times_a_day", Args{"Count": times.Max, "Times": times.Text})
	}
	if every := v.PlanValue(e.Get("every")); every != "" {
		if l, ok := e.Get("every").(guidance.Length); ok {
			every = v.interval(l)
		}
		return v.T("planpage.every", Args{"Every": every})
	}
	return v.PlanValue(e.Get("times"))
}

// PlanKey is what a key of a plan file says, as the label of its value: "allowed from".
func (v Voice) PlanKey(key string) string { return v.T("plankey." + key) }

// PlanGood says that a plan file can be used, and how much it holds.
func (v Voice) PlanGood(file string, p guidance.Plan) string {
	waits, routines := v.planCounts(p)
	return v.T("planpage.good", Args{"File": file, "Name": p.Name, "Waits": waits, "Routines": routines})
}

// PlanUsable is PlanGood without the names.
func (v Voice) PlanUsable(p guidance.Plan) string {
	waits, routines := v.planCounts(p)
	return v.T("planopen.usable", Args{"Waits": waits, "Routines": routines})
}

// planCounts are how many waits and routines a plan has: "6 waits", "1 routine".
func (v Voice) planCounts(p guidance.Plan) (waits, routines string) {
	return v.T("planpage.count_waits", Args{"Count": len(p.Windows)}), v.T("planpage.count_routines", Args{"Count": len(p.Routines)})
}
