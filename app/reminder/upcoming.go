package reminder

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// longestLooks bounds the looks at one moment and in all, so that a damaged input ends too.
const (
	looksAtOnce = 64
	looksInAll  = 200_000
)

// Upcoming lists every notification to come until that moment, in order, as if nobody did
// anything: At is when it will be shown. What "do not disturb" holds is taken to come
// now, for nobody knows when it ends. It is [Decide] itself, carried out in thought.
func Upcoming(in Input, until time.Time) []Occurrence {
	return UpcomingWhile(in, until, func(time.Time, []Occurrence) bool { return true })
}

// UpcomingWhile is [Upcoming] for somebody who may have enough before the end: before each step to a later
// moment, more is called with that moment and what was found so far; false ends it.
func UpcomingWhile(in Input, until time.Time, more func(next time.Time, found []Occurrence) bool) []Occurrence {
	var out []Occurrence
	imagine(in, until, func(n Notice) { out = append(out, n.Occurrence) }, func(next time.Time) bool { return more(next, out) })
	return out
}

// Comes says when that occurrence will be told if nobody does anything until then: in a notification of its own,
// or in one that sums up. Ok is false if it will not be until that moment.
func Comes(in Input, id string, until time.Time) (at time.Time, ok bool) {
	imagine(in, until, func(n Notice) {
		if !ok && (n.ID == id || slices.ContainsFunc(n.Covers, func(o Occurrence) bool { return o.ID == id })) {
			at, ok = n.At, true
		}
	}, func(time.Time) bool { return !ok })
	return at, ok
}

// imagine carries Decide out in thought until that moment: each is told of every notification, and before each step
// to a later moment more is asked.
func imagine(in Input, until time.Time, each func(Notice), more func(next time.Time) bool) {
	m := &memory{}
	sim := in
	sim.Quiet = Quiet{}
	sim.Deliveries = append(make([]record.Delivery, 0, len(in.Deliveries)+64), in.Deliveries...)
	atOnce := 0
	for range looksInAll {
		d := decide(sim, m)
		for _, n := range d.Show {
			each(n)
		}
		if carryOut(&sim, d) && atOnce < looksAtOnce {
			atOnce++
			continue
		}
		if d.LookAgain.IsZero() || d.LookAgain.After(until) || !more(d.LookAgain) {
			return
		}
		if course.DateOf(d.LookAgain, sim.Zone) != course.DateOf(sim.Now, sim.Zone) {
			prune(&sim)
		}
		sim.Now, sim.AwaySince, atOnce = d.LookAgain, time.Time{}, 0
	}
}

// carryOut writes the decision into the imagined ledger and says whether anything was to do. What is shown counts as
// closed at once: nothing is ever taken away for a reason that shows it again.
func carryOut(in *Input, d Decision) bool {
	for _, w := range d.Withdraw {
		for i := range in.Deliveries {
			if o := &in.Deliveries[i]; o.Occurrence == w.Occurrence && o.Round == w.Round {
				o.State, o.Reason, o.ClosedAt = record.Closed, w.Reason, in.Now
			}
		}
	}
	for _, n := range d.Show {
		shown := n.Delivery(in.Now)
		shown.State, shown.ShownAt = record.Closed, in.Now
		put(in, shown)
		for _, c := range n.CoverDeliveries(in.Now) {
			put(in, c)
		}
	}
	for _, dropped := range d.LetGo {
		put(in, dropped.Delivery(in.Now))
	}
	return len(d.Show)+len(d.LetGo)+len(d.Withdraw) > 0
}

// put writes a delivery, over one of the same occurrence and round.
func put(in *Input, d record.Delivery) {
	for i := range in.Deliveries {
		if o := &in.Deliveries[i]; o.Occurrence == d.Occurrence && o.Round == d.Round {
			*o = d
			return
		}
	}
	in.Deliveries = append(in.Deliveries, d)
}

// prune forgets deliveries of routines that no decision asks for any more.
func prune(in *Input) {
	kept := in.Deliveries[:0]
	for _, d := range in.Deliveries {
		if d.Window || in.Now.Sub(d.Due) < 72*time.Hour || d.State == record.Shown || d.State == record.Begun {
			kept = append(kept, d)
		}
	}
	in.Deliveries = kept
}
