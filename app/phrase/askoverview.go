package phrase

import (
	"afterglow/app/ask"
)

// overviewText is what a part of an overview says: the rule in the plan's words, and until when it holds, or from when on. It
// never says what may be done. "" of a part that is said as it is in any other answer.
func (v Voice) overviewText(r ask.Reply, a ask.Answer) string {
	if !r.Overview || a.Kind != ask.Window {
		return ""
	}
	state := ""
	switch {
	case a.From.IsZero() && a.Beforehand && !v.ended(a): // behind the rule "not before" would be read as its opposite
		state = Capital(v.T("ask.until_treatment", Args{"Until": v.MomentIn(a.Until)}))
	case a.From.IsZero():
		state = Capital(v.askState(r, a))
	case a.Until.After(a.From):
		state = v.T("ask.overview_between", Args{"From": a.From, "Until": a.Until})
	default:
		state = v.T("ask.overview_from", Args{"From": a.From})
	}
	return Paragraph(Stop(Capital(a.Text)), Stop(state))
}
