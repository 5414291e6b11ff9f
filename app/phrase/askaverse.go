package phrase

import (
	"afterglow/app/ask"
	"afterglow/app/course"
)

// Where it is asked if something is to be left alone, "not yet" would be read as the opposite: the headline names the ban. A wait
// for the time before the treatment is told as that, and one to come as one that begins.

// KeepOff says whether a headline says to keep off a thing: the question is whether to, and the plan says so.
func KeepOff(r ask.Reply) bool {
	lead, ok := leads(r)
	return ok && r.Averse && !lead.Soft && lead.Kind != ask.Spacing && (r.Verdict == ask.NotYet || r.Verdict == ask.No)
}

// KeepOffFrom says whether it is one that names when that begins.
func KeepOffFrom(r ask.Reply) bool {
	lead, ok := leads(r)
	return ok && r.Averse && r.Verdict == ask.Silent && lead.State == course.Before && lead.From.After(r.At) && r.Elsewhere == "" && !Untold(r)
}

// waitOver says whether a headline is that the wait is over: of such a question, and where that alone is no yes.
func waitOver(r ask.Reply) bool {
	lead, ok := leads(r)
	if ok && lead.Ungiven && r.Verdict == ask.Advice {
		return true
	}
	return ok && r.Averse && r.Verdict == ask.Yes && lead.Kind == ask.Window && lead.State == course.Open && lead.Until.IsZero() && lead.Own == nil
}

// beforeTreatment says whether a headline names the treatment as what to wait for, and not a moment from which it is allowed.
func beforeTreatment(r ask.Reply) bool {
	lead, ok := leads(r)
	return ok && r.Verdict == ask.NotYet && lead.Beforehand && !lead.Soft && r.Onward == nil
}

// averseID is the end of the id of the verdict of such an answer; "": it is none.
func averseID(r ask.Reply) string {
	switch {
	case KeepOff(r) && beforeTreatment(r):
		return "keep_off_before"
	case KeepOff(r), KeepOffFrom(r):
		return "keep_off"
	case waitOver(r):
		return "wait_over"
	case beforeTreatment(r):
		return "before"
	}
	return ""
}

// averseFrom is the headline that names when a wait begins: "Retinol: ", "keep off", " from 13 January 15:00".
func (v Voice) averseFrom(r ask.Reply) (before, verdict, after string) {
	lead, _ := leads(r)
	args := Args{"Subject": v.askSubject(r), "From": lead.From}
	id := "ask.head_from"
	if at := v.AskAt(r); at != "" {
		id, args["At"] = "ask.head_from_at", at
	}
	before, after = v.Around(id, "Verdict", args)
	return before, v.T("ask.verdict_keep_off"), after
}

// askSilence is what there is to say if the plan does not: of what, of which skin it is, what it says later, and that
// the treatment is missing.
func (v Voice) askSilence(r ask.Reply) string {
	lead, ok := leads(r)
	switch {
	case r.Elsewhere != "":
		return Paragraph(v.T("ask.why_elsewhere", Args{"Area": r.Elsewhere}), v.T("ask.why_silent"))
	case Untold(r):
		return v.T("ask.why_no_treatment")
	case ok && lead.Spent:
		return Paragraph(v.T("ask.spent"), v.T("ask.why_silent"))
	case KeepOffFrom(r):
		return v.averseWhy(r)
	case ok && lead.From.After(r.At) && v.routineText(lead) != "":
		all := []string{v.T("ask.why_silent_until", Args{"From": lead.From, "Text": Stop(Capital(v.routineText(lead)))}), v.onwardUntil(r)}
		if r.SilentAfter {
			all = append(all, v.T("ask.why_silent_after"))
		}
		return Paragraph(append(all, v.T("ask.why_silent"))...)
	}
	return v.T("ask.why_silent")
}

// averseWhy is the rule of a wait that is to come, for who asks when to stop, and that the plan says nothing of the time before.
func (v Voice) averseWhy(r ask.Reply) string {
	lead, _ := leads(r)
	all := []string{Stop(lead.Text), v.onwardUntil(r)}
	if r.SilentAfter {
		return Paragraph(append(all, v.T("ask.why_silent_around"))...)
	}
	return Paragraph(append(all, v.T("ask.why_silent_before"))...)
}

// averseLine is a part that waits, below such a headline: "Retinol: keep off, until Saturday 15:30."
func (v Voice) averseLine(r ask.Reply, a ask.Answer) string {
	args := Args{"Name": v.askName(a), "State": v.askState(r, a)}
	switch text := v.askText(a); {
	case endless(a):
		return v.T("ask.line_keep_off_no_end", args)
	case a.Beforehand && !v.ended(a):
		return v.T("ask.line_keep_off", args, Args{"State": v.T("ask.until_treatment", Args{"Until": v.MomentIn(a.Until)})})
	case a.State == "" && text != "":
		return v.T("ask.line_keep_off_text", args, Args{"Says": Stop(Capital(text))})
	}
	return v.T("ask.line_keep_off", args)
}

// averseBrief is such an answer in a few words; "": it is none.
func (v Voice) averseBrief(r ask.Reply) string {
	lead, _ := leads(r)
	switch id := averseID(r); {
	case KeepOffFrom(r):
		return v.T("ask.brief_keep_off_from", Args{"From": lead.From})
	case id == "keep_off" && r.Verdict == ask.NotYet && !endless(lead):
		return v.T("ask.brief_keep_off", Args{"State": v.titleState(r, lead)})
	case id == "keep_off", id == "keep_off_before", id == "before":
		return Stop(Capital(v.T("ask.verdict_" + id)))
	}
	return ""
}

// titleState is until when the headline holds: to the end of the wait that goes on, if another one does.
func (v Voice) titleState(r ask.Reply, lead ask.Answer) string {
	switch {
	case r.Onward != nil && r.Verdict == ask.NotYet:
		return v.askState(r, *r.Onward)
	case beforeTreatment(r) && !v.ended(lead):
		return v.MomentIn(lead.Until)
	}
	return v.askState(r, lead)
}

// begins says whether a part is a wait that is to come.
func begins(a ask.Answer) bool {
	return a.Kind == ask.Window && a.State == course.Before && a.Verdict == ask.Silent
}

// begins is when a wait to come begins, with its rule, and until when it holds if that is known: "a wait begins Saturday 15:00.
// No makeup."
func (v Voice) begins(r ask.Reply, a ask.Answer) string {
	all := []string{Stop(v.T("ask.begins", Args{"From": v.MomentIn(a.From)}))}
	if lead, _ := leads(r); r.Verdict == ask.Silent && lead.ID == a.ID && lead.Treatment == a.Treatment { // the reason says it
		return all[0]
	}
	all = append(all, Stop(a.Text))
	if o := r.Onward; o != nil && o.ID == a.ID && o.Treatment == a.Treatment {
		all = append(all, v.onwardUntil(r))
	}
	return Paragraph(all...)
}

// onwardUntil says until when the wait holds that is to come, or that goes on behind the first; "" if nothing more is known.
func (v Voice) onwardUntil(r ask.Reply) string {
	if r.Onward == nil || r.Onward.Until.IsZero() || saidOtherwise(endOf(*r.Onward)) {
		return ""
	}
	return v.T("ask.holds_until", Args{"Until": r.Onward.Until})
}
