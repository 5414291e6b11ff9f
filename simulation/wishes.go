package simulation

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

const tellPrefix = "tell/"

// wishOfID is the wish of an occurrence ("tell/17/1"); nil if nobody has it, or not any more.
func (o *oracle) wishOfID(id string) *record.Entry {
	entry, _, _ := strings.Cut(strings.TrimPrefix(id, tellPrefix), "/")
	number, err := strconv.ParseInt(entry, 10, 64)
	if err != nil {
		return nil
	}
	for _, i := range o.wishes {
		if e := &o.entries[i]; e.ID == number && !e.Undone {
			return e
		}
	}
	return nil
}

// andThen behind a window's id: what follows its wait has to be over too.
const andThen = "+then"

func wanted(ids []string, w *wait) (then, ok bool) {
	ok = slices.Contains(ids, w.spec.ID+andThen)
	return ok && w.spec.Then != "", ok || slices.Contains(ids, w.spec.ID)
}

// holds says whether the wait keeps shut at that moment; with then what follows it does too.
func (o *oracle) holds(w *wait, then bool, at time.Time) bool {
	switch {
	case at.Before(w.from) || !at.Before(w.of.closes):
		return false
	case then && w.asks() && !w.calm:
		return true // outside its hours what follows holds already
	case then && at.Before(later(w.thenUntil, later(w.until, w.calmAt))):
		return true
	case !o.inHours(w, at):
		return false
	}
	return w.open || at.Before(w.until) || w.asks() && (!w.calm || at.Before(w.calmAt))
}

func (o *oracle) inHours(w *wait, at time.Time) bool {
	if w.spec.Hours == nil {
		return true
	}
	clock := minuteOf(at, o.walls.zone)
	return clock >= w.spec.Hours.From && clock < w.spec.Hours.To
}

// waitsNow says whether any of the windows keeps shut at that moment.
func (o *oracle) waitsNow(ids []string, at time.Time) bool {
	for i := range o.waits {
		w := &o.waits[i]
		if then, ok := wanted(ids, w); ok && o.holds(w, then, at) {
			return true
		}
	}
	return false
}

// fulfilled is when none of what a wish is about waits any more, found by going from one end to the next. Ok is false
// if that is not known, or its treatment was taken away.
func (o *oracle) fulfilled(e *record.Entry, now time.Time) (at time.Time, ok bool) {
	ids := e.Windows()
	at = earlier(e.At, now)
	for i := range o.waits {
		w := &o.waits[i]
		then, of := wanted(ids, w)
		if w.of.id != e.Treatment || !of {
			continue
		}
		if w.open {
			return at, false
		}
		ok = true
		at = later(at, w.from)
		if then {
			at = later(at, w.thenUntil)
		}
		if w.spec.Hours == nil {
			at = later(at, later(w.until, w.calmAt))
			if w.asks() && !w.calm || w.spec.Until.Anchor == guidance.BeforeNext {
				return at, false
			}
		}
	}
	for again := ok; again; {
		again = false
		for i := range o.waits {
			w := &o.waits[i]
			then, of := wanted(ids, w)
			if !of || !o.holds(w, then, at) {
				continue
			}
			if w.spec.Until.Anchor == guidance.BeforeNext || w.open {
				return at, false
			}
			again = true
			if (w.spec.Hours == nil || then) && w.asks() && !w.calm {
				at = w.of.closes // its question goes with its course
				continue
			}
			if then && at.Before(w.thenUntil) {
				at = w.thenUntil
				continue
			}
			if w.spec.Hours == nil {
				at = later(w.until, w.calmAt)
				continue
			}
			for o.holds(w, then, at) {
				next := at.Truncate(time.Minute).Add(time.Minute)
				for _, end := range []time.Time{w.until, w.calmAt} {
					if at.Before(end) {
						next = earlier(next, end)
					}
				}
				at = next
			}
		}
	}
	return at, ok
}

// wishShown holds what is told of a wish against the plan.
func (o *oracle) wishShown(s *show, c reminder.Occurrence, now time.Time) {
	e := o.wishOfID(c.ID)
	if e == nil {
		o.broken(Untrue, "%s is told, and nobody wants it", c.ID)
		return
	}
	at, ok := o.fulfilled(e, o.decided)
	switch {
	case !ok:
		o.broken(Untrue, "%s is told, and %s is not over", c.ID, e.What)
		return
	case now.Before(at):
		o.broken(TooEarly, "%s is told at %s, %s is over at %s", c.ID, o.say(now), e.What, o.say(at))
	case o.waitsNow(e.Windows(), o.decided):
		o.broken(Untrue, "%s is told while %s waits again", c.ID, e.What)
	}
	s.due = later(at, s.due)
}

// lastEnd is the end that a wish was told of: later than its first if it had to wait again before that could be told.
func (o *oracle) lastEnd(ids []string, first time.Time) time.Time {
	end := first
	for i := range o.waits {
		w := &o.waits[i]
		switch {
		case !slices.Contains(ids, w.spec.ID) && !slices.Contains(ids, w.spec.ID+andThen):
		case w.spec.Hours != nil && w.until.After(first):
			end = later(end, o.decided)
		case w.from.After(first) && !w.from.After(o.decided):
			end = later(end, later(w.until, later(w.thenUntil, w.calmAt)))
		}
	}
	return end
}

// mustTellWish says whether a wish is one that has to be told at that moment.
func (o *oracle) mustTellWish(e *record.Entry, at time.Time) bool {
	if e.Undone || e.At.After(at) || o.waitsNow(e.Windows(), at) {
		return false
	}
	over, ok := o.fulfilled(e, at)
	if !ok || at.Before(over) {
		return false
	}
	i := slices.IndexFunc(o.treatments, func(t *treated) bool { return t.id == e.Treatment })
	if i < 0 || !at.Before(o.treatments[i].closes.Add(forgotten)) || at.After(o.treatments[i].at.Add(365*day)) {
		return false
	}
	t := o.told[wishID(e)]
	return t == nil || t.times == 0
}

func wishID(e *record.Entry) string {
	return tellPrefix + strconv.FormatInt(e.ID, 10) + "/" + strconv.FormatInt(e.Treatment, 10)
}

// waitedForWishes asks of every wish whether it should have been told while the agent slept.
func (o *oracle) waitedForWishes(from, until time.Time) {
	for _, i := range o.wishes {
		e := &o.entries[i]
		over, ok := o.fulfilled(e, from)
		if !ok {
			continue
		}
		at := o.freeAt(later(from, over), until)
		if at.Before(until) && o.mustTellWish(e, at) {
			id := wishID(e)
			o.broken(Lost, "%s, over at %s, could have been told at %s", id, o.say(over), o.say(at))
			o.tellingOf(id).times = 1 // once is enough
		}
	}
}
