package phrase

import (
	"slices"
	"strings"

	"afterglow/app/ask"
)

// askTerms is what else holds of a wait, a sentence each: what it ends with besides its time, what the plan leaves out of it,
// and since when it allows it.
func (v Voice) askTerms(a ask.Answer) []string { return v.terms(a, a.Excepts) }

// termsBeside is askTerms where the rule itself stands before them: what that names already is not said twice.
func (v Voice) termsBeside(a ask.Answer) []string { return v.terms(a, unnamed(a.Excepts, a.Text)) }

// unnamed are the names that a text does not have.
func unnamed(names []string, text string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return strings.Contains(strings.ToLower(text), strings.ToLower(name))
	})
}

func (v Voice) terms(a ask.Answer, excepts []string) []string {
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
	if len(excepts) > 0 && !a.Only {
		out = append(out, v.T("window.term_except", Args{"Names": excepts}))
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

// askVerdict is the verdict in a few words.
func (v Voice) askVerdict(r ask.Reply) string {
	id := verdictID(r)
	if lead, _ := leads(r); id == "only" {
		return v.T("ask.verdict_only", Args{"Names": lead.Excepts})
	}
	return v.T("ask.verdict_" + id)
}
