package phrase

import (
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// LogKind is what a line of the log is of, in a word or two: "done", "left out", "not shown".
func (v Voice) LogKind(l service.LogView) string {
	kind := v.T("logpage." + l.Kind)
	if l.Undone {
		return v.T("logpage.undone", Args{"What": kind})
	}
	return kind
}

// LogWhat is what a line is about: a routine's or wait's name, or what was done about a treatment.
func (v Voice) LogWhat(l service.LogView, name string) string {
	switch l.Kind {
	case string(record.KindTreat):
		return v.T("logpage.treat_" + l.Reason)
	case string(record.KindQuestion):
		return v.T("logpage.question_" + l.Reason)
	case string(record.KindProduct):
		return v.T("logpage.product_" + l.Reason)
	case string(record.KindTell):
		return l.Title
	case string(record.KindOwn):
		if l.Own != nil {
			return Capital(l.Own.What)
		}
	}
	return name
}

// LogMore is what else there is to a line: until when, how much, the words of a notification, why it was not shown.
// Name is what the line is about; it is not said twice.
func (v Voice) LogMore(l service.LogView, name string) string {
	switch {
	case l.Until != nil && l.Kind == string(record.KindSnooze): // it may have come later
		return v.T("logpage.asked_for", Args{"Until": *l.Until})
	case l.Until != nil:
		return v.T("logpage.until", Args{"Until": *l.Until})
	case l.Drink != nil:
		return v.Drink(*l.Drink)
	case l.Kind == string(record.KindTell):
		return ""
	case l.Treat != nil, l.Kept != nil, l.Feel != nil, l.Own != nil:
		return v.LogTitle(l)
	}
	title, reason := v.LogTitle(l), v.closedFor(l.Reason)
	if title == name {
		title = ""
	}
	switch {
	case title == "":
		return reason
	case reason == "":
		return title
	}
	return v.T("logpage.title_reason", Args{"Title": title, "Reason": reason})
}

// closedFor is why a notification was not shown or went away. A reason that is not known is of a later version: it
// stands as it is.
func (v Voice) closedFor(reason string) string {
	id, known := map[string]string{
		reminder.ReasonDone:       "logpage.reason_done",
		reminder.ReasonNotUseful:  "logpage.reason_not_useful",
		reminder.ReasonCap:        "logpage.reason_cap",
		reminder.ReasonSummedUp:   "logpage.reason_summed_up",
		reminder.ReasonNotHolding: "logpage.reason_not_holding",
		reminder.ReasonSuperseded: "logpage.reason_superseded",
		reminder.ReasonSnoozed:    "logpage.reason_snoozed",
	}[reason]
	if !known {
		return reason
	}
	return v.T(id)
}
