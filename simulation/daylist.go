package simulation

import (
	"fmt"
	"slices"
	"time"

	"afterglow/guidance"
)

// slot is one entry of a day's list of times for a routine.
type slot struct {
	at time.Time
	of *task
}

func (k *task) holds(at time.Time) bool { return !at.Before(k.from) && at.Before(k.until) }

func (k *task) stageAt(at time.Time) *part {
	for i := range k.stages {
		if s := &k.stages[i]; !at.Before(s.from) && at.Before(s.until) {
			return s
		}
	}
	return nil
}

// inForce is whose list counts at that moment, of the tasks with one id: the newest that
// holds, else the one that begins next, else the one that ended last.
func inForce(same []*task, at time.Time) *task {
	for _, k := range same {
		if k.holds(at) {
			return k
		}
	}
	var best *task
	for _, k := range same {
		if at.Before(k.from) && (best == nil || k.from.Before(best.from)) {
			best = k
		}
	}
	if best != nil {
		return best
	}
	for _, k := range same {
		if best == nil || k.until.After(best.until) {
			best = k
		}
	}
	return best
}

func (o *oracle) same(routine string) []*task {
	var out []*task
	for i := range o.tasks {
		if o.tasks[i].spec.ID == routine {
			out = append(out, &o.tasks[i])
		}
	}
	return out
}

// listOf is everything with a time that is due on the local date.
func (o *oracle) listOf(d date) []occurrence {
	o.derive()
	if list, ok := o.lists[d]; ok {
		return list
	}
	var list []occurrence
	var seen []string
	for i := range o.tasks {
		k := &o.tasks[i]
		if k.spec.Amount.Max > 0 || slices.Contains(seen, k.spec.ID) {
			continue
		}
		seen = append(seen, k.spec.ID)
		if !o.walls.never(d) {
			list = append(list, o.dueOf(k.spec.ID, d)...)
		}
	}
	o.lists[d] = list
	return list
}

// dueOf counts through the day's whole list of one routine.
func (o *oracle) dueOf(routine string, d date) []occurrence {
	same := o.same(routine)
	if !slices.ContainsFunc(same, func(k *task) bool {
		return dateOf(k.from, o.walls.zone) <= d+2 && dateOf(k.until, o.walls.zone) >= d-1
	}) {
		return nil
	}
	slots := o.slots(same, routine, d)
	var out []occurrence
	for i, s := range slots {
		if !s.of.holds(s.at) || s.of.spec.Situation != "" {
			continue
		}
		if stage := s.of.stageAt(s.at); stage != nil && stage.spec.None {
			continue
		}
		if len(out) > 0 && out[len(out)-1].due.Equal(s.at) {
			continue // a clock change moved two times to one minute
		}
		rests := resting(same, s)
		if slices.ContainsFunc(rests, func(k *task) bool { return oneSkin(k, s.of) }) {
			continue
		}
		c := occurrence{
			id: fmt.Sprintf("%s/%s/%d", routine, d, i+1), routine: routine, rests: rests,
			due: s.at, useful: s.at.Add(s.of.spec.UsefulFor), last: lastMoment(same, s), entered: s.of.of.entered,
		}
		c.useful = c.usefulUntil(time.Time{})
		out = append(out, c)
	}
	return out
}

func (o *oracle) slots(same []*task, routine string, d date) []slot {
	var slots []slot
	own, replaced := o.prefs.Times[routine]
	for _, k := range same {
		if k.spec.Amount.Max > 0 {
			continue
		}
		if replaced {
			for _, c := range own {
				if at := o.walls.at(d, c); inForce(same, at) == k {
					slots = append(slots, slot{at, k})
				}
			}
			continue
		}
		// The routine's own times outside stages with times, then each such stage's within it.
		for _, at := range o.times(d, k.spec.Times, k.spec.Every) {
			if s := k.stageAt(at); inForce(same, at) == k && (s == nil || (len(s.spec.Times) == 0 && s.spec.Every == 0)) {
				slots = append(slots, slot{at, k})
			}
		}
		for i := range k.stages {
			s := &k.stages[i]
			for _, at := range o.times(d, s.spec.Times, s.spec.Every) {
				if inForce(same, at) == k && k.stageAt(at) == s {
					slots = append(slots, slot{at, k})
				}
			}
		}
	}
	slices.SortStableFunc(slots, func(a, b slot) int { return a.at.Compare(b.at) })
	return slots
}

func (o *oracle) times(d date, clocks []guidance.Clock, every time.Duration) []time.Time {
	var out []time.Time
	for _, c := range clocks {
		out = append(out, o.walls.at(d, c))
	}
	if every > 0 {
		from, until := o.walls.waking(d, o.prefs.Sleep)
		for at := from; at.Before(until); at = at.Add(every) {
			out = append(out, at)
		}
	}
	return out
}

// occurrenceOf finds the occurrence by its id, as things stand.
func (o *oracle) occurrenceOf(id string) (occurrence, bool) {
	_, d, ok := split(id)
	if !ok {
		return occurrence{}, false
	}
	for _, c := range o.listOf(d) {
		if c.id == id {
			return c, true
		}
	}
	return occurrence{}, false
}
