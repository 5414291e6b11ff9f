package phrase

import (
	"afterglow/app/ask"
	"afterglow/app/course"
)

// AskTile is one part of an answer with room below its name: "Exercise", "until Saturday 15:30, in 21 h". A line of
// the call list has no name.
func (v Voice) AskTile(a ask.Answer) (name, line string) {
	switch {
	case a.Kind == ask.CallLine:
		return "", Stop(a.Text)
	case a.Kind == ask.Window:
		return a.Name, Capital(v.askState(a))
	case a.Verdict == ask.NotYet && a.From.After(v.now):
		return a.Name, Paragraph(Stop(Capital(v.askState(a))), Stop(a.Text))
	}
	return a.Name, Stop(a.Text)
}

// AskLine is one part of an answer in one line: "Exercise: not yet, until Saturday 15:30, in 21 h."
func (v Voice) AskLine(a ask.Answer) string {
	args := Args{"Name": a.Name, "Text": Stop(a.Text), "State": v.askState(a)}
	switch {
	case a.Kind == ask.CallLine || a.Name == "":
		return Stop(a.Text)
	case a.Verdict == ask.No:
		return v.T("ask.line_no", args)
	case a.Verdict == ask.NotYet && a.State != course.Ask && a.Until.IsZero() && a.From.IsZero():
		return v.T("ask.line_no_end", args)
	case a.Verdict == ask.NotYet:
		return v.T("ask.line_not_yet", args)
	case a.Kind == ask.Window:
		return v.T("ask.line", args)
	case a.Verdict == ask.Yes:
		return v.T("ask.line_yes", args)
	case a.Kind == ask.Phase && a.Until.After(v.now):
		args["Until"] = a.Until
		return v.T("ask.line_says_until", args)
	}
	return v.T("ask.line_says", args)
}

// askState is until or from when a part holds, or what it hands over to, within a line.
func (v Voice) askState(a ask.Answer) string {
	switch {
	case a.Verdict == ask.NotYet && a.State == course.Ask:
		return v.T("ask.until_calm")
	case a.Verdict == ask.NotYet && !a.Until.IsZero():
		return v.T("ask.until", Args{"Until": v.MomentIn(a.Until)})
	case a.From.After(v.now):
		return v.T("ask.from", Args{"From": v.MomentIn(a.From)})
	case a.Verdict == ask.NotYet, a.Verdict == ask.No:
		return v.T("ask.no_end")
	case a.Then != "" && !a.ThenUntil.IsZero():
		return v.T("ask.with_until", Args{"Then": Bare(a.Then), "Until": a.ThenUntil})
	case a.Then != "":
		return v.T("ask.with", Args{"Then": Bare(a.Then)})
	}
	return v.T("ask.over")
}

// AskThen is the step that a plan asks for with or after a wait, as a line; "" if there is none.
func (v Voice) AskThen(r ask.Reply, a ask.Answer) string {
	if a.Then == "" {
		return ""
	}
	ids := [2]string{"ask.then_now", "ask.then_now_until"}
	switch {
	case a.Verdict == ask.NotYet:
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
