package phrase

import (
	"slices"
	"time"

	"afterglow/app/ask/check"
	"afterglow/app/service"
)

// ShelfLines says of a product in a few words what of it is left out or waits, and until when; of one that waits for
// nothing, no more than that: it is no yes.
func (v Voice) ShelfLines(p service.ProductView) []string {
	switch p.State {
	case service.ShelfUnread:
		return []string{v.Error(p.Unread)}
	case service.ShelfNone:
		return []string{v.CheckHead(p.Check)}
	}
	var lines []string
	put := func(id string, args Args, of func(f service.FindingView) bool) {
		var names []string
		for _, f := range p.Waits {
			if of(f) {
				names = append(names, f.Name)
			}
		}
		if len(names) > 0 {
			lines = append(lines, v.T(id, args, Args{"Names": v.someOf(names)}))
		}
	}
	waits := func(f service.FindingView) bool { return f.Verdict == check.Wait }
	untreated := func(f service.FindingView) bool {
		return waits(f) && (f.Reason == check.Untreated || f.Reason == check.OursAny)
	}
	calm := func(f service.FindingView) bool { return waits(f) && f.Reason == check.Calm }
	until := func(f service.FindingView) bool { return waits(f) && !f.Until.IsZero() }
	put("shelf.avoid", nil, func(f service.FindingView) bool { return f.Verdict == check.Avoid })
	put("shelf.calm", nil, calm)
	put("shelf.untreated", nil, untreated)
	put("shelf.no_end", nil, func(f service.FindingView) bool { return waits(f) && !until(f) && !calm(f) && !untreated(f) })
	var ends []time.Time
	for _, f := range p.Waits {
		if until(f) && !slices.ContainsFunc(ends, f.Until.Equal) {
			ends = append(ends, f.Until)
		}
	}
	slices.SortFunc(ends, time.Time.Compare)
	for _, end := range ends {
		put("shelf.wait", Args{"Until": v.MomentIn(end)}, func(f service.FindingView) bool { return until(f) && f.Until.Equal(end) })
	}
	return lines
}

// ShelfState is how it stands with a product as a whole, in a few words: "not yet, until tomorrow 18:00"; "" if nothing
// of it waits, which is no yes.
func (v Voice) ShelfState(p service.ProductView) string {
	switch {
	case p.State == service.ShelfAvoid:
		return v.T("check.verdict_avoid")
	case p.State == service.ShelfWait && !p.Until.IsZero():
		return v.T("check.verdict_wait_until", Args{"Until": p.Until})
	case p.State == service.ShelfWait:
		i := slices.IndexFunc(p.Waits, func(f service.FindingView) bool { return f.Until.IsZero() })
		return v.CheckVerdict(p.Waits[i])
	}
	return ""
}

// namesShown is how many ingredients are named in one line.
const namesShown = 3

// someOf names the first of many ingredients and counts the others.
func (v Voice) someOf(names []string) string {
	if len(names) <= namesShown+1 {
		return v.List(names)
	}
	return v.T("shelf.more", Args{"Names": v.commas(names[:namesShown]), "Count": len(names) - namesShown})
}
