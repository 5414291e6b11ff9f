package phrase

import (
	"afterglow/app/ask/check"
	"afterglow/app/service"
)

// CheckHead is the headline over a checked label: how many of its ingredients the plan would have wait, or that none
// of them is on our list, which is no yes.
func (v Voice) CheckHead(c service.CheckView) string {
	stop := 0
	for _, f := range c.Found {
		if f.Verdict == check.Wait || f.Verdict == check.Avoid {
			stop++
		}
	}
	switch {
	case stop > 0:
		return v.T("check.head_stop", Args{"Count": stop})
	case len(c.Found) > 0:
		return v.T("check.head_soft")
	}
	return v.T("check.head_none")
}

// CheckUntreated is said above a label that is checked before any treatment was entered; "" if one was.
func (v Voice) CheckUntreated(c service.CheckView) string {
	if c.Treated {
		return ""
	}
	return v.T("check.untreated")
}

// CheckVerdict is an ingredient's verdict in a few words: "not yet, until tomorrow 18:00, in 21 h 40".
func (v Voice) CheckVerdict(f service.FindingView) string {
	switch {
	case f.Reason == check.Untreated || f.Reason == check.OursAny:
		return v.T("check.verdict_after")
	case f.Verdict == check.Wait && f.Until.IsZero():
		return v.T("check.verdict_wait")
	case f.Verdict == check.Wait:
		return v.T("check.verdict_wait_until", Args{"Until": v.MomentIn(f.Until)})
	case f.Verdict == check.Use && f.Reason == check.Soothes:
		return v.T("check.verdict_soothes")
	}
	return v.T("check.verdict_" + string(f.Verdict))
}

// CheckText is why an ingredient's verdict holds, in a few short sentences.
func (v Voice) CheckText(f service.FindingView) string {
	all := []string{v.checkReason(f)}
	switch f.Reason {
	case check.Over:
		all = append(all, f.After)
	case check.MayMean, check.MayBe, check.LowDown:
	default:
		all = append(all, f.Why)
	}
	if f.Reason != check.MayBe && f.Reason != check.Known {
		all = append(all, f.Note)
	}
	return Paragraph(all...)
}

// checkReason is the first sentences of CheckText: what the plan says, or that it says nothing.
func (v Voice) checkReason(f service.FindingView) string {
	switch f.Reason {
	case check.Runs:
		switch {
		case f.Window == "" && f.Kin:
			return v.T("check.list_runs_kin", Args{"Word": f.Word, "Until": f.Until})
		case f.Window == "":
			return v.T("check.list_runs", Args{"Until": f.Until})
		}
		return v.T("check.runs", Args{"Window": f.Window, "Until": f.Until})
	case check.Calm:
		args := Args{"Window": f.Window, "Condition": v.Condition(f.Condition)}
		if f.Timed {
			return v.T("check.calm", args)
		}
		return v.T("check.word", args)
	case check.Named:
		if f.Kin {
			return v.T("check.named_kin", Args{"Word": f.Word})
		}
		return v.T("check.named")
	case check.NotBegun:
		return v.T("check.not_begun", Args{"Until": f.Until})
	case check.Ahead:
		return v.T("check.ahead", Args{"From": f.From})
	case check.Over:
		return v.checkOver(f)
	case check.Ended:
		return v.T("check.ended", Args{"Since": f.Since})
	case check.Untreated:
		if f.Span == nil {
			return v.T("check.after_one")
		}
		return v.T("check.span", Args{"Span": *f.Span})
	case check.MayMean:
		return v.checkMayMean(f)
	case check.LowDown:
		return v.checkLow(f)
	case check.MayBe:
		return v.T("check.may_be", Args{"Note": f.Note})
	case check.Known:
		if f.Note != "" {
			return f.Note
		}
		return v.T("check.known")
	default:
		return v.checkOurs(f)
	}
}

// checkOurs is the reason if the plan is silent, or its list says all.
func (v Voice) checkOurs(f service.FindingView) string {
	switch told := (Args{"Text": Stop(f.Told), "Figure": f.Figure, "Until": f.Until}); {
	case f.Told == "":
	case f.Reason == check.Ours:
		return Paragraph(v.T("check.told", told), v.T("check.told_ours", told))
	default:
		return v.T("check.told", told)
	}
	if f.Spent {
		switch f.Reason {
		case check.Ours:
			return Paragraph(v.T("check.spent"), v.T("check.told_ours", Args{"Figure": f.Figure, "Until": f.Until}))
		case check.OursOver:
			return Paragraph(v.T("check.spent"), v.T("check.spent_over", Args{"Figure": f.Figure}))
		}
		return v.T("check.spent")
	}
	switch f.Reason {
	case check.Listed:
		if f.Kin {
			return v.T("check.listed_kin", Args{"Word": f.Word})
		}
		return v.T("check.listed")
	case check.Allowed:
		return v.T("check.allowed")
	case check.Ours:
		return v.T("check.ours", Args{"Figure": f.Figure, "Until": f.Until})
	case check.OursOver:
		return v.T("check.ours_over", Args{"Figure": f.Figure})
	case check.OursAny:
		return v.T("check.ours_any", Args{"Figure": f.Figure})
	case check.OursAhead:
		return v.T("check.ours_ahead", Args{"Figure": f.Figure, "From": f.From})
	case check.Pinch:
		return v.T("check.pinch")
	}
	return v.T("check.not_named")
}

// checkOver says since when a wait of the plan is over. One that is over at the moment that was asked about may still
// hold where the reader is.
func (v Voice) checkOver(f service.FindingView) string {
	switch args := (Args{"Window": f.Window, "Since": f.Since}); {
	case f.Window == "" && f.Since.After(v.now):
		return v.T("check.list_ends", args)
	case f.Window == "":
		return v.T("check.list_over", args)
	case f.Since.After(v.now):
		return v.T("check.ends", args)
	default:
		return v.T("check.over", args)
	}
}

// checkMayMean says which words of the plan may mean it.
func (v Voice) checkMayMean(f service.FindingView) string {
	if f.Rule == "" {
		return v.T("check.may_mean")
	}
	if f.Until.IsZero() {
		return v.T("check.may_mean_rule", Args{"Rule": f.Rule})
	}
	return v.T("check.may_mean_until", Args{"Rule": f.Rule, "Until": f.Until})
}

// checkLow says of an acid that it stands far down the list, and until when the plan's wait is.
func (v Voice) checkLow(f service.FindingView) string {
	if f.Until.IsZero() {
		return v.T("check.low")
	}
	return v.T("check.low_until", Args{"Until": f.Until})
}

// CheckUnknown is what is not on our list, by name, and that this is no yes; nil if there is nothing.
func (v Voice) CheckUnknown(c service.CheckView) []string {
	if len(c.Unknown) == 0 {
		return nil
	}
	return []string{v.T("check.unknown", Args{"Names": v.List(c.Unknown)}), v.T("check.suits", Args{"Count": len(c.Unknown)})}
}

// CheckNotOnList says that what our list lacks is no yes.
func (v Voice) CheckNotOnList() string { return v.T("check.not_on_list") }

// CheckSource names who says so: the plan's source, or ours, which is said to be so.
func (v Voice) CheckSource(f service.FindingView) string {
	if f.Book {
		return v.T("check.says_ours", Args{"Source": v.Source(f.Says)})
	}
	return v.T("source.says", Args{"Source": v.Source(f.Says)})
}

// CheckGroup is what a kind of ingredients is called: "retinoid"; "" for none.
func (v Voice) CheckGroup(group string) string {
	text, ok := v.Find("check.group_" + group)
	if !ok {
		return ""
	}
	return text
}
