package phrase

import (
	"afterglow/app/ask/check"
	"afterglow/app/service"
)

// CheckAlike puts together what has the same verdict for the same reason, in the order of the first of each.
func (v Voice) CheckAlike(found []service.FindingView) [][]service.FindingView {
	return alike(found, func(f service.FindingView) string {
		return v.CheckVerdict(f) + v.CheckText(f) + v.CheckSource(f)
	})
}

// CheckByVerdict puts together what has the same verdict until the same moment, in the order of the first of each.
func (v Voice) CheckByVerdict(found []service.FindingView) [][]service.FindingView {
	return alike(found, v.CheckVerdict)
}

func alike(found []service.FindingView, key func(service.FindingView) string) [][]service.FindingView {
	var out [][]service.FindingView
	at := map[string]int{}
	for _, f := range found {
		k := key(f)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

// CheckNames are the names of findings as one list.
func (v Voice) CheckNames(found []service.FindingView) string { return v.List(namesOf(found)) }

func namesOf(found []service.FindingView) []string {
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = f.Name
	}
	return names
}

// CheckStop is the finding for which a product as a whole has to wait the longest, or is to be left out; false: nothing
// of it waits now, which is no yes.
func CheckStop(c service.CheckView) (stop service.FindingView, ok bool) {
	for _, f := range c.Found {
		if held(f) > 0 && (!ok || held(f) > held(stop) || held(f) == held(stop) && f.Until.After(stop.Until)) {
			stop, ok = f, true
		}
	}
	return stop, ok
}

// held is how long a finding holds a product back, by kind: not at all, until a moment, until nobody knows when, or for
// as long as the plan's list holds.
func held(f service.FindingView) int {
	switch {
	case f.Verdict == check.Avoid:
		return 3
	case f.Verdict == check.Wait && f.Until.IsZero():
		return 2
	case f.Verdict == check.Wait:
		return 1
	}
	return 0
}

// CheckBrief is a verdict in fewer words: its end without how long that is.
func (v Voice) CheckBrief(f service.FindingView) string {
	if f.Verdict == check.Wait && !f.Until.IsZero() {
		return v.T("check.verdict_wait_until", Args{"Until": f.Until})
	}
	return v.CheckVerdict(f)
}

// CheckLine is a checked product in a line: what of it waits, until when, and what is to be left out; or that the plan
// has nothing of it wait, which is no yes.
func (v Voice) CheckLine(c service.CheckView) string {
	var lines []string
	for _, same := range v.CheckByVerdict(c.Found) {
		switch f := same[0]; held(f) {
		case 0:
		case 1:
			lines = append(lines, v.T("check.line_until", Args{"Names": namesOf(same), "Until": f.Until}))
		default:
			lines = append(lines, v.T("check.item", Args{"Names": namesOf(same), "Verdict": v.CheckVerdict(f)}))
		}
	}
	if len(lines) == 0 {
		return v.CheckHead(c)
	}
	return Paragraph(lines...)
}
