package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// unsure takes back the bans from the n-th row on that have no time of their own: what was not understood beside them may
// say when they hold.
func (r *reader) unsure(n int) {
	for i := len(r.out) - 1; i >= n; i-- {
		if p := r.out[i]; p.Row.Ban() && p.Row.From == "" && p.Row.Until == "" {
			r.out = slices.Delete(r.out, i, i+1)
			r.left = append(r.left, Left{At: p.At, Why: NoRule})
		}
	}
}

// takeBack takes back all rows from the n-th on: what was not understood beside them says how long they hold.
func (r *reader) takeBack(n int) {
	for _, p := range r.out[n:] {
		r.left = append(r.left, Left{At: p.At, Why: AFigure})
	}
	r.out = r.out[:n]
}

// shares finds the clause of the same sentence whose times may be of this one too, as it has none: "no wine and no sauna
// for 2 days" is sure, nothing else is.
func (a *asked) shares(clauses []clause, i int) {
	if len(a.times) > 0 || a.cue.at < 0 || a.cue.rule == row.Expect {
		return
	}
	no := func(c *clause) bool { return c.cue.at >= 0 && c.list[c.cue.at].text == "no" }
	same := no(a.clause)
	for k := i + 1; k < len(clauses) && clauses[k].cue.at >= 0; k++ {
		same = same && clauses[k-1].joined && no(&clauses[k])
		if clauses[k].lasts() && (same || a.cue.rule == clauses[k].cue.rule || a.forbids()) {
			a.shared, a.same = &clauses[k], same && len(a.lead) == 0
			break
		}
	}
	if len(a.lead) > 0 {
		if !same {
			a.shared = nil
		}
		return
	}
	for k := i - 1; k >= 0 && a.shared == nil; k-- { // "cleanse for 3 days and do not rub it": for 3 days, too?
		if clauses[k].cue.at >= 0 && clauses[k].lasts() && a.forbids() {
			a.shared = &clauses[k]
		}
	}
}

// lasts says whether a clause says from or until when.
func (c *clause) lasts() bool {
	return slices.ContainsFunc(c.times, func(t timex) bool { return t.kind != often && t.kind != noEnd && !t.minutes })
}

// leaves says whether a clause gives leave to do something: "you may cleanse and soothe it" does so for both.
func (c *clause) leaves() bool {
	return c.cue.at >= 0 && c.cue.rule == row.May && !c.cue.post
}
