package phrase

import (
	"cmp"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/guidance"
)

// AskTile is one part of the answer r with room below its name: "Exercise", "Until Saturday 15:30, in 21 h". A line of
// the call list has no name.
func (v Voice) AskTile(r ask.Reply, a ask.Answer) (name, line string) {
	text := v.overviewText(r, a)
	switch {
	case text != "":
		return v.askName(a), text
	case a.Kind == ask.CallLine:
		return "", v.callLine(r, a)
	case a.Except != "":
		return v.askName(a), v.T("ask.except", Args{"Except": a.Except})
	case a.Spent:
		return v.askName(a), v.T("ask.spent")
	case begins(a):
		return v.askName(a), Capital(v.begins(r, a))
	case a.Ungiven, a.State != "" && a.Verdict != ask.Advice && a.Verdict != ask.No:
		state := Capital(v.askState(r, a))
		if terms := v.askTerms(a); len(terms) > 0 && severalWait(r) {
			state = Paragraph(append([]string{Stop(state)}, terms...)...)
		}
		return v.askName(a), state
	case a.Verdict == ask.NotYet:
		return v.askName(a), Paragraph(Stop(Capital(v.askState(r, a))), Stop(Capital(v.askText(a))))
	}
	return v.askName(a), Stop(Capital(v.askText(a)))
}

// callLine is a line of the call list; beside an answer of another kind it says what list that is.
func (v Voice) callLine(r ask.Reply, a ask.Answer) string {
	if r.Verdict == ask.Call {
		return Stop(a.Text)
	}
	return v.T("ask.beside_"+a.Act, Args{"Text": Stop(a.Text)})
}

// askName is what a part is called: the plan's name for it, with a capital. What has none is the next treatment.
func (v Voice) askName(a ask.Answer) string {
	if a.Kind == ask.Spacing {
		return v.T("guide.visit")
	}
	return Capital(a.Name)
}

// askText is what a part says, in the plan's words: of a phase with its days, of the next treatment with its dates, of
// a bare ingredient which of the plan's lists has it. What is not the plan's begins with a small letter.
func (v Voice) askText(a ask.Answer) string {
	args := Args{"Text": Bare(cmp.Or(a.Text, v.Spacing(a.Spacing))), "From": a.From, "Until": a.Until}
	switch {
	case a.Kind == ask.Phase && a.From.After(v.now):
		return v.T("ask.expects_from", args)
	case a.Kind == ask.Phase && a.Until.After(v.now):
		return v.T("ask.expects_until", args)
	case a.Kind == ask.Phase:
		return v.T("ask.expects", args)
	case a.Kind == ask.Spacing:
		return Paragraph(v.askSpacing(a, args), v.Sessions(a.Spacing))
	case !a.Ended.IsZero():
		return Paragraph(v.T("ask.had", Args{"Until": a.Ended}), Stop(a.Text), v.prescribed(a))
	case a.Prescribed:
		return Paragraph(Stop(v.routineText(a)), v.prescribed(a))
	case a.Kind == ask.Routine:
		return v.routineText(a)
	case a.Kind != ask.Ingredient || a.Text != "":
		return a.Text
	case a.Verdict == ask.No:
		return v.T("ask.list_avoid")
	case a.Verdict == ask.Yes:
		return v.T("ask.list_allow")
	case a.Verdict == ask.Advice:
		return v.T("ask.list_use")
	}
	return ""
}

// askSpacing is the time to the next treatment in the plan's words, with its dates; "" if the plan only says how many there are.
func (v Voice) askSpacing(a ask.Answer, args Args) string {
	switch {
	case !a.From.IsZero() && a.Until.After(a.From):
		return v.T("ask.spacing", args, Args{"Days": v.Span(a.From, a.Until)})
	case !a.From.IsZero():
		return v.T("ask.spacing", args, Args{"Days": v.Date(a.From)})
	case args["Text"] == "":
		return ""
	}
	return v.T("ask.spacing_only", args)
}

// routineText is how often something is done, until when and how, in the plan's words; where it has none, that it is one of
// the plan's steps.
func (v Voice) routineText(a ask.Answer) string {
	figure := v.routineFigure(a)
	if a.Kind == ask.Routine && a.Text == "" && figure == "" {
		return v.T("ask.bare_step")
	}
	if figure == "" {
		return a.Text
	}
	return Paragraph(Stop(Capital(figure)), Stop(Capital(a.Text)))
}

// routineFigure is how often a routine is done, how long each time, and until when: "twice a day, until Saturday 14:00". "" of
// all else, and of a routine that is over.
func (v Voice) routineFigure(a ask.Answer) string {
	r := a.Repeats
	if r == nil {
		return ""
	}
	often := v.ownOften(*r)
	if r.Amount.Text != "" {
		often = v.T("ask.amount", Args{"Amount": r.Amount.Text})
	}
	parts := v.known(often)
	if r.For > 0 {
		parts = append(parts, v.T("ask.each", Args{"Length": v.lengthSaid(r.For, 0, r.ForSaid)}))
	}
	switch end := a.Stops.Anchor; {
	case end == guidance.NoEnd:
	case end == guidance.UntilCalm || !a.Open && !a.Done.IsZero():
		parts = append(parts, v.waitEnd(service.EndView{Said: a.Stops, Usually: a.Usually, Condition: a.Condition}, a.Done, false))
	case end == guidance.FromLast || end == guidance.FromFirst:
		parts = append(parts, v.T("ask.until_said", Args{"End": v.PlanMoment(a.Stops)}))
	}
	if len(parts) == 0 {
		return ""
	}
	return v.commas(parts)
}

// prescribed says of what is for some people alone that it is; "" of all else.
func (v Voice) prescribed(a ask.Answer) string {
	if !a.Prescribed {
		return ""
	}
	return v.T("ask.prescribed")
}

// AskLine is one part of the answer r in one line: "Exercise: not yet, until Saturday 15:30, in 21 h." Of several waits each
// says what else holds of it.
func (v Voice) AskLine(r ask.Reply, a ask.Answer) string {
	line := v.askLine(r, a)
	if severalWait(r) {
		return Paragraph(append([]string{line}, v.askTerms(a)...)...)
	}
	return line
}

func (v Voice) askLine(r ask.Reply, a ask.Answer) string {
	text := v.askText(a)
	if all := v.overviewText(r, a); all != "" {
		return v.T("ask.overview", Args{"Name": v.askName(a), "Text": all})
	}
	args := Args{"Name": v.askName(a), "Text": Stop(text), "Says": Stop(Capital(text)), "State": v.askState(r, a)}
	switch {
	case a.Kind == ask.CallLine:
		return v.callLine(r, a)
	case a.Except != "":
		return v.T("ask.line_except", args, Args{"Except": a.Except})
	case a.Spent:
		return v.T("ask.line_spent", args)
	case Unsaid(r, a.Verdict) && a.State == "":
		return v.T("ask.line_says", args)
	case a.Verdict == ask.No:
		return v.T("ask.line_no", args)
	case a.Only && a.Verdict == ask.NotYet && !endless(a):
		return v.T("ask.line_only", args, Args{"Names": a.Excepts})
	case a.Only && a.Verdict == ask.NotYet:
		return v.T("ask.line_only_no_end", args, Args{"Names": a.Excepts})
	case a.Soft && a.Verdict == ask.NotYet:
		return v.T("ask.line_less", args)
	case begins(a):
		return v.T("ask.line_says", args, Args{"Text": v.begins(r, a)})
	case r.Averse && a.Verdict == ask.NotYet && a.Kind != ask.Spacing:
		return v.averseLine(r, a)
	case a.Beforehand && !v.ended(a):
		return v.T("ask.line", args)
	case endless(a):
		return v.T("ask.line_no_end", args)
	case a.Verdict == ask.NotYet && a.State == "" && text != "":
		return v.T("ask.line_not_yet_text", args)
	case a.Verdict == ask.NotYet:
		return v.T("ask.line_not_yet", args)
	case step(a):
		return v.stepLine(a)
	case a.Ungiven:
		return v.T("ask.line", args)
	case a.State != "" && a.Verdict == ask.Advice && a.Until.After(v.now):
		return v.T("ask.line_says_until", args, Args{"Until": a.Until})
	case a.State != "" && a.Verdict != ask.Advice, a.Verdict == ask.Silent && a.From.After(v.now):
		return v.T("ask.line", args)
	case a.Verdict == ask.Yes:
		return v.T("ask.line_yes", args)
	}
	return v.T("ask.line_says", args)
}

// AskLeadLine is the line of the part that leads, without its name if the headline has that already; "" if title and
// reason say it all.
func (v Voice) AskLeadLine(r ask.Reply) string {
	lead, ok := leads(r)
	switch {
	case !ok || v.AskSaid(r):
		return ""
	case r.Next && len(r.Answers) == 1:
		return Stop(Capital(v.askText(lead)))
	case lead.State == "" && (lead.Verdict == ask.Advice || lead.Verdict == ask.Yes) && v.askName(lead) == v.askSubject(r):
		return Stop(Capital(v.askText(lead)))
	}
	return v.AskLine(r, lead)
}

// stepLine is what comes next in one line: "Moisturise: 18:30. A thin layer."
func (v Voice) stepLine(a ask.Answer) string {
	name := v.askName(a)
	if a.Kind == ask.Window {
		name = v.T("ask.step_over", Args{"Name": name})
	}
	return Paragraph(v.T("ask.line_next", Args{"Name": name, "At": a.From}), Stop(Capital(v.askText(a))))
}

// step says whether a part is what comes next, and when: no other advice of a routine or a wait has a moment from which
// it holds.
func step(a ask.Answer) bool {
	return a.Verdict == ask.Advice && (a.Kind == ask.Routine || a.Kind == ask.Window) && !a.From.IsZero() && a.State == ""
}

// endless says whether a part waits for an end that the plan does not name.
func endless(a ask.Answer) bool {
	known := a.End.Anchor == guidance.UntilCalm || a.Open && a.End.Anchor != guidance.NoEnd
	return a.Verdict == ask.NotYet && a.State != course.Ask && a.Until.IsZero() && a.From.IsZero() && !known
}

// endOf is how a part that waits ends.
func endOf(a ask.Answer) service.EndView {
	return service.EndView{Said: a.End, Usually: a.Usually, Condition: a.Condition, Open: a.Open, Own: a.Own}
}

// askState is until or from when a part holds, or what it hands over to, within a line.
func (v Voice) askState(r ask.Reply, a ask.Answer) string {
	switch {
	case a.Verdict == ask.NotYet && a.State == course.Ask && a.Condition != "":
		return v.T("ask.until_condition", Args{"Condition": v.Condition(a.Condition)})
	case a.Verdict == ask.NotYet && a.State == course.Ask:
		return v.T("ask.until_calm")
	case a.Verdict == ask.NotYet && a.Until.IsZero() && (a.Open || a.End.Anchor == guidance.UntilCalm):
		return v.waitEnd(endOf(a), a.Until, false)
	case (a.Verdict != ask.NotYet || a.Until.IsZero()) && a.From.After(v.now):
		return v.T("ask.from", Args{"From": v.MomentIn(a.From)})
	case v.ended(a) && a.Own != nil:
		return v.T("own.ended", Args{"Until": a.Until})
	case v.ended(a):
		return v.T("ask.ended", Args{"Until": a.Until})
	case a.Beforehand && !a.Soft:
		return v.T("ask.not_before", Args{"Until": v.MomentIn(a.Until)})
	case a.Verdict == ask.NotYet && !a.Until.IsZero() && !a.Open && saidOtherwise(endOf(a)):
		return v.waitEnd(endOf(a), a.Until, true)
	case (a.Verdict == ask.NotYet || a.State == course.Open) && !a.Until.IsZero():
		return v.T("ask.until", Args{"Until": v.MomentIn(a.Until)})
	case a.Verdict == ask.NotYet:
		return v.T("ask.no_end")
	case a.Then != "" && !a.ThenUntil.IsZero():
		return v.T("ask.with_until", Args{"Then": Bare(a.Then), "Until": a.ThenUntil})
	case a.Then != "":
		return v.T("ask.with", Args{"Then": Bare(a.Then)})
	}
	switch {
	case v.askAhead(r) && a.Own != nil:
		return v.T("own.over_then_brief")
	case v.askAhead(r):
		return v.T("ask.over_then")
	case a.Own != nil:
		return v.T("own.over_brief")
	}
	return v.T("ask.over")
}

// ended says whether a wait that held at the moment which was asked about has ended since.
func (v Voice) ended(a ask.Answer) bool {
	return a.State != "" && a.Verdict == ask.NotYet && !a.Until.IsZero() && !a.Until.After(v.now)
}

// askAhead says whether an answer holds for a moment to come: what is over then may hold now.
func (v Voice) askAhead(r ask.Reply) bool { return r.At.After(v.now) && v.AskAt(r) != "" }

// AskThen is the step that a plan asks for with or after a wait, as a line; "" if there is none.
func (v Voice) AskThen(r ask.Reply, a ask.Answer) string {
	if a.Then == "" {
		return ""
	}
	ids := [2]string{"ask.then_now", "ask.then_now_until"}
	switch {
	case a.Verdict == ask.NotYet && a.State != course.Then:
		ids = [2]string{"ask.then", "ask.then_until"}
	case v.AskAt(r) != "":
		ids = [2]string{"ask.then_then", "ask.then_then_until"}
	}
	args := Args{"Then": Bare(a.Then)}
	if a.ThenUntil.IsZero() {
		return v.T(ids[0], args)
	}
	args["Until"] = a.ThenUntil
	return v.T(ids[1], args)
}
