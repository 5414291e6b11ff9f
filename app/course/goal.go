package course

import (
	"slices"
	"time"
)

// GoalOn is how many times the routine is due on local day d. For an amount (water)
// it is the plan's most, in the plan's unit; of a day that the routine holds only in
// part it is what fits into that part of the waking day, rounded down.
func GoalOn(courses []Course, prefs Prefs, routine string, d Date, zone *time.Location) int {
	r := dayOf(d, zone)
	if r.skipped() {
		return 0
	}
	courses = newest(courses)
	spec := named(courses, routine)
	if spec == nil {
		return 0
	}
	var buf [4]*Routine
	same := allAlike(courses, spec, buf[:0])
	if goal, ok := amountOn(same, prefs, r); ok {
		return goal
	}
	return len(appendDue(nil, courses, prefs, r, spec))
}

// amountOn is the goal of a routine with an amount; ok is false if it has none.
func amountOn(same []*Routine, prefs Prefs, r day) (goal int, ok bool) {
	from, until := waking(prefs, r)
	whole := until.Sub(from)
	var buf [4]stretch
	held := buf[:0]
	for _, s := range same { // newest first: its amount is the one that is asked for
		if s.Spec.Amount.Max == 0 {
			continue
		}
		ok = true
		part := stretch{Later(s.From, from), Earlier(s.Until, until)}
		if s.Spec.Situation != "" || !part.from.Before(part.until) {
			continue
		}
		if len(held) == 0 {
			goal = s.Spec.Amount.Max
		}
		held = append(held, part)
	}
	own, set := prefs.Times[same[0].Spec.ID]
	off := set && own != nil && len(own) == 0
	if !ok || off || !prefs.Water || whole <= 0 {
		return 0, ok
	}
	return int(int64(goal) * int64(together(held)/time.Second) / int64(whole/time.Second)), true
}

type stretch struct{ from, until time.Time }

// together is how long the stretches last in all; what they share counts once.
func together(all []stretch) time.Duration {
	slices.SortFunc(all, func(a, b stretch) int { return a.from.Compare(b.from) })
	var sum time.Duration
	var covered time.Time
	for _, s := range all {
		if from := Later(s.from, covered); from.Before(s.until) {
			sum += s.until.Sub(from)
			covered = s.until
		}
	}
	return sum
}
