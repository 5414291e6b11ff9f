package phrase

import (
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/guidance"
)

// A window's state is worded here alone: as a word or two (WindowState), with its moment (WindowTime), with what
// else holds of it (WindowTerms), in one line (WindowLine), and as the rule to read (WindowRule).

// WindowState is a window's state in a word or two: "Not yet", "Yes". Of what follows a wait it is the plan's own
// words, never a yes.
func (v Voice) WindowState(w service.WindowView) string {
	if w.State == course.Then && w.Then != "" {
		return Bare(w.Then)
	}
	return v.WindowStateBrief(w)
}

// WindowStateBrief is WindowState if there is no room for the plan's own words.
func (v Voice) WindowStateBrief(w service.WindowView) string {
	switch {
	case less(w):
		return v.T("window.state_less")
	case w.State == course.Wait && w.AllowedNow:
		return v.T("window.state_better_wait")
	case w.State == course.Before && beginsLater(w):
		return v.T("window.state_nothing_yet")
	case w.State == course.Ask && w.End.Condition != "":
		return v.T("window.state_wait")
	}
	return v.T("window.state_" + string(w.State))
}

// WindowTime is until or since when that holds: "until tomorrow 15:30, in 21 h 40".
// What was asked of a later moment may hold then and still be to come for the reader: nothing is said to hold "since
// tomorrow".
func (v Voice) WindowTime(w service.WindowView) string {
	switch w.State {
	case course.Before:
		if beginsLater(w) {
			return v.T("window.time_nothing_until", Args{"From": v.MomentIn(w.From)})
		}
		return v.T("window.time_before", Args{"From": v.MomentIn(w.From)})
	case course.Ask:
		return v.Question(w.End.Condition)
	case course.Never:
		return v.T("window.time_never")
	case course.Then:
		if w.ThenUntil != nil {
			return v.T("window.time_until", Args{"Until": v.MomentIn(*w.ThenUntil)})
		}
	case course.Wait:
		return v.waitEnd(w.End, w.Until, true)
	}
	if w.Hours != nil && w.End.Open {
		return v.T("window.time_hours_no_end", Args{"From": w.Hours.From, "To": w.Hours.To})
	}
	if w.Hours != nil && w.Until.After(w.Now) {
		return v.T("window.time_hours", Args{"From": w.Hours.From, "To": w.Hours.To, "Until": w.Until})
	}
	free := freeAt(w)
	if free.After(v.now) {
		return v.T("window.time_from", Args{"From": v.MomentIn(free)})
	}
	return v.T("window.time_since", Args{"Since": v.Moment(free)})
}

// freeAt is when an open window's wait ended, and with it what the plan asks for after it: the moment at which its bar on
// the timeline opens.
func freeAt(w service.WindowView) time.Time {
	if w.ThenUntil != nil && w.ThenUntil.After(w.Until) {
		return *w.ThenUntil
	}
	return w.Until
}

// WindowTerms are what else holds of a window that is not open: a short line each.
func (v Voice) WindowTerms(w service.WindowView) []string {
	var own []string
	if term := v.ownTerm(w.End.Own); term != "" && w.State != course.Never {
		own = append(own, term)
	}
	if w.State == course.Open || w.State == course.Before || w.State == course.Never {
		return own
	}
	out := append(own, v.itself(w.Itself)...)
	out = append(out, v.WindowLimits(w)...)
	if w.Extended {
		out = append(out, v.T("window.term_extended"))
	}
	if w.Allowed != nil && w.State == course.Wait {
		if w.AllowedNow {
			out = append(out, v.T("window.term_allowed"))
		} else {
			out = append(out, v.T("window.term_allowed_from", Args{"From": *w.Allowed}))
		}
	}
	if len(w.Except) > 0 {
		out = append(out, v.T("window.term_except", Args{"Names": w.Except}))
	}
	if len(w.Spared) > 0 {
		out = append(out, v.T("own.term_spared", Args{"Names": w.Spared}))
	}
	if w.State != course.Wait {
		return out
	}
	if w.Onward != "" {
		out = append(out, v.T("window.term_onward", Args{"Other": w.Onward}))
	}
	switch {
	case w.End.ByWord() && w.End.Usually != nil:
		out = append(out, v.T("window.term_usually", Args{"Usually": v.PlanMoment(*w.End.Usually)}))
	case w.End.ByWord():
	case w.AndWhen != "" && w.End.Condition != "":
		out = append(out, v.T("window.term_condition", Args{"Condition": v.Condition(w.End.Condition)}))
	case w.AndWhen != "":
		out = append(out, v.T("window.term_calm"))
	}
	return out
}

// WindowLimits are when a window is meant: its hours of the day, its situation; a short line each.
func (v Voice) WindowLimits(w service.WindowView) []string {
	var out []string
	if w.Hours != nil {
		out = append(out, v.T("window.term_hours", Args{"From": w.Hours.From, "To": w.Hours.To}))
	}
	return append(out, v.known(v.Situation(w.Situation))...)
}

// Situation is when something is meant that has a situation: "Only if your clinic prescribed it"; "" for none.
func (v Voice) Situation(s string) string {
	switch s {
	case "":
		return ""
	case guidance.Prescribed:
		return v.T("window.term_prescribed")
	}
	return v.T("window.term_situation", Args{"Situation": unwhen(s)})
}

// unwhen is a situation without the word that stands before it: "when it is crowded" is "it is crowded".
func unwhen(s string) string {
	for _, word := range []string{"when ", "if "} {
		if rest, ok := strings.CutPrefix(lowerFirst(s), word); ok {
			return rest
		}
	}
	return s
}

// WindowLine is a window's name and state in one line: "Makeup: not yet, until Saturday 18:00".
func (v Voice) WindowLine(w service.WindowView) string {
	line := v.windowLine(w)
	if w.End.Own != nil && w.State != course.Never {
		return v.T("own.line", Args{"Line": line})
	}
	return line
}

func (v Voice) windowLine(w service.WindowView) string {
	args := Args{"Name": w.Name, "Until": w.Until, "From": w.From, "Then": Bare(w.Then)}
	switch {
	case w.State == course.Ask && (less(w) || w.End.Condition != ""):
		return v.T("window.line_question", args, Args{"Question": v.Question(w.End.Condition)})
	case less(w):
		return v.T("window.line_less", args, Args{"End": v.waitEnd(w.End, w.Until, false)})
	case w.State == course.Wait && w.AllowedNow && !w.End.Open && !w.End.ByWord():
		return v.T("window.line_better_wait", args)
	case w.State == course.Wait:
		return v.T("window.line_wait", args, Args{"End": v.waitEnd(w.End, w.Until, false)})
	case w.State == course.Before && beginsLater(w):
		return v.T("window.line_nothing_until", args)
	}
	return v.T("window.line_"+string(w.State), args)
}

// WindowRule is the one line to read of a window, and why. It fits the state: where the answer is yes, the rule that
// held until then is not repeated as if it still did.
func (v Voice) WindowRule(w service.WindowView) (rule, why string) {
	switch w.State {
	case course.Open:
		switch {
		case w.Hours != nil && w.End.Open:
			return v.T("window.why_open_hours_no_end", Args{"From": w.Hours.From, "To": w.Hours.To}), ""
		case w.Hours != nil && w.Until.After(w.Now):
			return v.T("window.why_open_hours", Args{"From": w.Hours.From, "To": w.Hours.To, "Until": w.Until}), ""
		case !w.End.Open && !w.Until.After(w.From):
			why = v.T("window.why_no_wait")
		case w.End.Own != nil:
			why = Paragraph(v.T("own.over"), v.OwnPlan(*w.End.Own))
		default:
			why = v.T("window.rule_over")
		}
		if after := afterOpen(w); after != "" {
			return Stop(after), why
		}
		return why, ""
	case course.Then:
		if w.Then != "" {
			return v.T("window.rule_then", Args{"Then": Stop(w.Then)}), w.Why
		}
	case course.Never:
		return w.Never, ""
	case course.Before:
		return v.T("window.rule_before", Args{"From": w.From, "Avoid": w.Avoid}), w.Why
	}
	return w.Avoid, w.Why
}

// beginsLater says whether a wait begins only after its treatment.
func beginsLater(w service.WindowView) bool { return !w.Treated.IsZero() && w.From.After(w.Treated) }

// afterOpen is what the plan says at the end of a wait, while it still holds: beside a step that followed and is over
// too, it does not.
func afterOpen(w service.WindowView) string {
	if w.Then != "" {
		return ""
	}
	return w.After
}

// WindowFollows are a sentence each on what comes after a window, and what else there is to know of its end.
func (v Voice) WindowFollows(w service.WindowView) []string {
	var out []string
	if w.State != course.Never && w.State != course.Open {
		out = v.own(w.End.Own)
	}
	if w.State == course.Wait || w.State == course.Ask || w.State == course.Before {
		switch {
		case w.End.Unnamed():
			out = append(out, v.T("window.follows_no_end"))
		case w.End.Open:
			out = append(out, v.T("window.follows_last"))
		case w.End.ByWord():
			out = append(out, v.guess(w.End))
		case w.AndWhen != "" && w.End.Condition != "":
			out = append(out, v.T("window.follows_condition", Args{"Condition": v.Condition(w.End.Condition)}))
		case w.AndWhen != "":
			out = append(out, v.T("window.follows_calm"))
		}
		switch {
		case w.Then != "":
			out = append(out, v.T("window.follows", Args{"Text": Stop(w.Then)}))
		case w.After != "":
			out = append(out, v.T("window.follows", Args{"Text": Stop(w.After)}))
		}
	}
	for _, term := range v.itself(w.Itself) {
		out = append(out, Stop(term))
	}
	if w.State == course.Then && w.ThenUntil != nil {
		out = append(out, v.T("window.follows_until", Args{"Until": *w.ThenUntil}))
	}
	if w.Allowed != nil && w.State == course.Wait {
		out = append(out, v.T("window.follows_allowed", Args{"From": *w.Allowed}))
	}
	if w.Extended && w.State != course.Never {
		out = append(out, v.T("window.follows_extended"))
	}
	return out
}
