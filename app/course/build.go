package course

import (
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// New lays the treatment's plan over the treatment, with the variants for its
// traits and with what the person said: "calm" and extended windows (undone
// entries excepted). Elapsed times are real time; mornings and nights are those of
// zone. What begins so long before a next treatment that nobody knows of is left out; what lasts until one lasts
// to the course's end. So does what has no end: see [Window.Open] and [Routine.Open].
func New(t Treatment, zone *time.Location, entries []record.Entry) Course {
	return lay(t, t.Plan.For(t.Traits()), zone, entries)
}

// lay is [New] with the plan's variants applied already. What the person wrote to it comes last: it takes the place of the
// figure that their treatment's variants made.
func lay(t Treatment, plan guidance.Plan, zone *time.Location, entries []record.Entry) Course {
	zone, plan = orUTC(zone), plan.WithPrescribed(t.Prescribed).WithOwn(t.Own)
	t.At = t.At.Round(0).In(zone) // wall time only: timers stop in suspend
	c := Course{Treatment: t, Plan: plan, Ends: t.At}
	place := placeFor(&t, plan.Spacing, zone)
	if spacing := plan.Spacing; !t.lastOf(spacing) {
		if spacing.From > 0 {
			c.NextFrom = place.after(t.At, spacing.From, spacing.FromMonths)
		}
		if spacing.Until > 0 {
			c.NextUntil = place.after(t.At, spacing.Until, spacing.UntilMonths)
		}
	}
	if place.next.IsZero() {
		place.next, place.nextLatest = c.NextFrom, Later(c.NextFrom, c.NextUntil)
	}
	if place.soonest.IsZero() {
		place.soonest = place.next
	}
	c.Windows = place.windows(c.Plan.Windows, &t)
	c.Routines = place.routines(c.Plan.Routines, &t)
	c.Phases = place.phases(c.Plan.Phases)
	c.Care = place.care(c.Plan.Care)
	c.Products = place.products(c.Plan.Products.Waits)
	for i := range c.Routines {
		c.Routines[i].hear(entries, t.SameArea)
	}
	for i := range c.Care {
		c.Care[i].hear(entries, &t)
	}
	c.closeStretches(c.lastEnd())
	for i := range c.Windows {
		c.Windows[i].hear(entries, t.SameArea)
	}
	c.Ends = c.lastEnd()
	c.Closes = c.lastQuestion()
	return c
}
