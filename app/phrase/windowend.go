package phrase

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
)

// How a wait ends is worded here alone: by a time, as the plan says it too where that is a range or months; by the
// person's word; at no end that the plan names.

// waitEnd is until when a wait holds, within a line: "until tomorrow 15:30, in 21 h", "5 to 7 days: until 6 December",
// "until the scabs are gone", "your plan names no end". Until is the moment of it, with how long that is if in is set.
func (v Voice) waitEnd(e service.EndView, until time.Time, in bool) string {
	args := Args{"Until": v.Moment(until), "Said": v.PlanMoment(e.Said), "Condition": v.Condition(e.Condition)}
	if in {
		args["Until"] = v.MomentIn(until)
	}
	switch {
	case e.Unnamed():
		return v.T("window.end_unnamed")
	case e.Open:
		return v.T("window.end_last", args)
	case e.ByWord():
		return v.T("window.end_word", args)
	case saidOtherwise(e):
		return v.T("window.end_said", args)
	}
	return v.T("window.time_until", args)
}

// WindowEnd is how a window that has a state of its own now ends, if a moment alone does not say it; else "".
func (v Voice) WindowEnd(w service.WindowView) string {
	if e := w.End; e.Open || e.ByWord() || saidOtherwise(e) {
		return v.waitEnd(e, w.Until, false)
	}
	return ""
}

// itself is what a wait that another one holds says by its own time: the step that it has follow, and until when it waits.
func (v Voice) itself(w *service.ItselfView) []string {
	switch {
	case w == nil:
		return nil
	case !w.Waits:
		return []string{v.T("window.term_step", Args{"Then": Bare(w.Then)})}
	}
	out := []string{v.T("window.term_itself", Args{"End": v.waitEnd(w.End, w.Until, false)})}
	if w.Then != "" {
		out = append(out, v.T("window.term_then", Args{"Then": Bare(w.Then)}))
	}
	return out
}

// saidOtherwise says whether the plan says an end in words that its moment does not tell: a range, or months.
func saidOtherwise(e service.EndView) bool { return e.Said.Said.Two() || e.Said.Months != 0 }

// Question is what the person is asked once a wait's time may be up: whether their skin is calm, or whether what the
// sheet says is so.
func (v Voice) Question(condition string) string {
	if condition == "" {
		return v.T("window.time_ask")
	}
	return v.T("window.ask_condition", Args{"Condition": Bare(condition)})
}

// endSentences are how a wait ends, in sentences for who asks why.
func (v Voice) endSentences(e service.EndView, until time.Time, soft bool) []string {
	args := Args{"Until": until, "Said": v.PlanMoment(e.Said), "Condition": v.Condition(e.Condition)}
	var out []string
	switch {
	case e.Own != nil:
		out = append(v.own(e.Own), v.ownGuess(e))
	case e.Unnamed():
		out = append(out, v.T("window.why_no_end"))
	case e.Open:
		out = append(out, v.T("window.why_last", args))
	case e.ByWord():
		out = append(out, v.T("window.why_word", args), v.guess(e))
	case soft:
		out = append(out, v.T("window.why_less", args))
	case saidOtherwise(e):
		out = append(out, v.T("window.why_said", args))
	default:
		out = append(out, v.T("window.why_wait", args))
	}
	return out
}

// ownGuess says that the end of a wait that the person wrote is theirs to tell, if it hangs on no time.
func (v Voice) ownGuess(e service.EndView) string {
	if e.ByWord() {
		return v.T("window.you_decide")
	}
	return ""
}

// guess is the sheet's guess of when the person's word may come, and that it is theirs: "Your clinic's guess: about 5 days.
// You decide."
func (v Voice) guess(e service.EndView) string {
	if e.Usually == nil {
		return v.T("window.you_decide")
	}
	return v.T("window.guess", Args{"Usually": v.PlanMoment(*e.Usually)})
}

// less says whether a window asks for less at its moment, not for none.
func less(w service.WindowView) bool {
	return w.Soft && (w.State == course.Wait || w.State == course.Ask)
}
