package course

import "time"

// openFor is how long something that ends with a next treatment nobody knows of lasts at least, and how long a
// question that nobody answers keeps a course open: four weeks, the usual time to the next treatment.
const openFor = 28 * 24 * time.Hour

// calmFor is how long what ends on the person's word alone keeps a course open while they do not say it: half a year,
// longer than any skin takes after needles. After that it is told for as long as anybody asks: see [Lasting].
const calmFor = 26 * 7 * 24 * time.Hour

// closeStretches ends what lasts until a next treatment that nobody knows of, or has no end: with the course, and not
// before it has lasted for a while if nothing else does. A routine without an end lasts for a while in any case.
func (c *Course) closeStretches(end time.Time) {
	last := func(from time.Time, until *time.Time) {
		switch {
		case !until.IsZero():
		case from.Before(end):
			*until = end
		default:
			*until = from.Add(openFor)
		}
	}
	for i := range c.Windows {
		last(c.Windows[i].From, &c.Windows[i].Until)
	}
	for i := range c.Phases {
		last(c.Phases[i].From, &c.Phases[i].Until)
	}
	for i := range c.Routines {
		r := &c.Routines[i]
		switch {
		case !r.AskFrom.IsZero() && r.Until.IsZero():
			r.Until = r.AskFrom.Add(calmFor)
		case r.Open && r.Until.IsZero():
			r.Until = Later(end, r.From.Add(openFor))
		}
		last(r.From, &r.Until)
		for j := range c.Routines[i].Stages {
			last(c.Routines[i].Stages[j].From, &c.Routines[i].Stages[j].Until)
		}
	}
}

// lastQuestion is Ends, or later if the plan asks whether the skin is calm and the person has not said so: the
// course stays open until they do, four weeks at most; half a year if nothing but their word ends something.
func (c *Course) lastQuestion() time.Time {
	end := c.Ends
	for i := range c.Windows {
		w := &c.Windows[i]
		if !w.Spec.AsksCalm() || w.Spec.Situation != "" {
			continue
		}
		switch {
		case !w.CalmSaid.IsZero():
			end = Later(end, w.CalmSaid)
		case !w.AskFrom.IsZero():
			end = Later(end, w.AskFrom.Add(calmFor))
		default:
			end = Later(end, w.Until.Add(openFor))
		}
	}
	for _, q := range c.Questions() {
		if q.CalmSaid.IsZero() {
			end = Later(end, q.AskFrom.Add(calmFor))
		}
	}
	return end
}

// unsaid says whether the routine goes on until the person says that the skin is calm, and they have not.
func (r *Routine) unsaid() bool { return !r.AskFrom.IsZero() && r.CalmSaid.IsZero() }

// lastEnd is the last of all ends that are known.
func (c *Course) lastEnd() time.Time {
	end := c.Treatment.At
	later := func(t time.Time) {
		if t.After(end) {
			end = t
		}
	}
	for i := range c.Windows {
		later(c.Windows[i].Until)
		later(c.Windows[i].ThenUntil)
	}
	for i := range c.Routines {
		if r := &c.Routines[i]; !r.unsaid() {
			later(r.Until)
		}
	}
	for i := range c.Care {
		later(c.Care[i].Until)
	}
	for i := range c.Phases {
		later(c.Phases[i].Until)
	}
	return end
}
