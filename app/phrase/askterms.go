package phrase

import "afterglow/app/ask"

// askTerms is what else holds of a wait, a sentence each: what it ends with besides its time, what the plan leaves out of it,
// and since when it allows it.
func (v Voice) askTerms(a ask.Answer) []string {
	if a.Verdict != ask.NotYet || a.Kind != ask.Window {
		return nil
	}
	var out []string
	switch {
	case a.AndWhen && a.Condition != "":
		out = append(out, v.T("window.term_condition", Args{"Condition": v.Condition(a.Condition)}))
	case a.AndWhen:
		out = append(out, v.T("window.term_calm"))
	}
	switch {
	case a.Allowed.IsZero():
	case a.Allowed.After(v.now):
		out = append(out, v.T("window.term_allowed_from", Args{"From": a.Allowed}))
	default:
		out = append(out, v.T("window.term_allowed"))
	}
	if len(a.Excepts) > 0 {
		out = append(out, v.T("window.term_except", Args{"Names": a.Excepts}))
	}
	for i := range out {
		out[i] = Stop(out[i])
	}
	return out
}

// severalWait says whether more than one wait answers, so that each tells its own terms below.
func severalWait(r ask.Reply) bool {
	waits := 0
	for _, a := range r.Answers {
		if a.Kind == ask.Window && a.Verdict == ask.NotYet {
			waits++
		}
	}
	return waits > 1
}
