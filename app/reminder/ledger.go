package reminder

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// hearSnoozes adds what the person put off and that is not among the candidates any
// more: water, or an occurrence of an earlier day.
func (l *look) hearSnoozes() {
	for i := range l.in.Entries {
		e := &l.in.Entries[i]
		if e.Kind != record.KindSnooze || e.Undone || e.Occurrence == "" || l.find(e.Occurrence) != nil {
			continue
		}
		// Long past means settled. What settled it may lie too far back to be read any more.
		if l.now.Sub(e.Until) > snoozeSettled {
			continue
		}
		what, rest, _ := strings.Cut(e.Occurrence, "/")
		date, _, dated := strings.Cut(rest, "/")
		day, err := course.ParseDate(date)
		if !dated || err != nil || l.today.Add(1).Before(day) {
			continue // of a day to come: put off while the clock was far ahead
		}
		if spec := l.routine(what); spec != nil && !l.off(&spec.Spec) {
			c := candidate{
				Occurrence: Occurrence{ID: e.Occurrence, Kind: RoutineDue, What: what, Due: e.At, At: e.At, Useful: e.Until},
				order:      len(l.cands), name: spec.Spec.Name, spec: &spec.Spec,
				water: spec.Spec.Amount.Max > 0,
			}
			for _, d := range l.memory.due(l.in, day, l.zone) {
				if d.ID != e.Occurrence {
					continue
				}
				if c.ends = d.Ends; d.Useful.After(c.Useful) {
					c.Useful = d.Useful // due before the treatment was entered: useful for as long as any other
				}
			}
			l.cands = append(l.cands, c)
		}
	}
}

// off says whether the person switched the routine's reminders off.
func (l *look) off(r *guidance.Routine) bool {
	if times, set := l.in.Prefs.Times[r.ID]; set && len(times) == 0 {
		return true
	}
	return r.Role == guidance.Water && !l.in.Prefs.Water
}

// routine is the newest course's routine of that id, or nil.
func (l *look) routine(id string) *course.Routine {
	for i := range l.in.Courses {
		c := &l.in.Courses[i]
		for j := range c.Routines {
			if !c.Treatment.Removed && c.Routines[j].Spec.ID == id {
				return &c.Routines[j]
			}
		}
	}
	return nil
}

// routineOf is the newest course's routine of that role, or nil.
func (l *look) routineOf(role guidance.Role) *course.Routine {
	for i := range l.in.Courses {
		c := &l.in.Courses[i]
		for j := range c.Routines {
			if !c.Treatment.Removed && c.Routines[j].Spec.Role == role {
				return &c.Routines[j]
			}
		}
	}
	return nil
}

// hear applies what the person did to the candidates from the first-th on.
func (l *look) hear(first int) {
	cands := l.cands[first:]
	for i := range l.in.Entries {
		e := &l.in.Entries[i]
		if e.Occurrence == "" || (e.Undone && e.Kind != record.KindSnooze) {
			continue
		}
		switch e.Kind {
		case record.KindSnooze:
			for j := range cands {
				if c := &cands[j]; c.ID == e.Occurrence {
					c.putOff++
					if !e.Undone {
						c.snooze(e)
						l.rest(c)
					}
				}
			}
		case record.KindDone, record.KindSkip, record.KindFeel:
			for j := range cands {
				if cands[j].ID == e.Occurrence && cands[j].Kind == RoutineDue {
					cands[j].answered = true
				}
			}
		}
	}
	for j := range cands {
		// A glass drunk since is the glass that was put off.
		if c := &cands[j]; c.water && !c.snoozedAt.IsZero() && l.drankSince(c.What, c.snoozedAt) {
			c.answered = true
		}
	}
}

// snooze puts the candidate off. What is put off twice counts from the last time.
func (c *candidate) snooze(e *record.Entry) {
	c.snoozes++
	if c.snoozed != nil && enteredBefore(e, c.snoozed) {
		return
	}
	c.snoozed, c.snoozedAt = e, e.At
	if c.At = e.Until; c.At.Before(c.Due) {
		c.At = c.Due
	}
	if useful := c.At.Add(snoozeUseful); c.Kind == RoutineDue && useful.After(c.Useful) {
		c.Useful = useful
	}
	if !c.ends.IsZero() && c.ends.Before(c.Useful) {
		c.Useful = c.ends
	}
}

// readLedger notes what the deliveries say whatever they are of.
func (l *look) readLedger() {
	for i := range l.in.Deliveries {
		d := &l.in.Deliveries[i]
		switch d.State {
		case record.Begun:
			l.begun = append(l.begun, d)
			l.open = append(l.open, i)
			continue
		case record.Shown:
			l.open = append(l.open, i)
		case record.Closed:
			if d.ShownAt.IsZero() {
				l.never = append(l.never, d)
			}
		}
		if d.ShownAt.IsZero() || d.ShownAt.After(l.now) {
			continue // one that lies ahead was shown before the clock was set back
		}
		if d.ShownAt.After(l.lastShown) {
			l.lastShown = d.ShownAt
		}
		if !d.Window && d.What != welcomeWhat && !d.ShownAt.Before(l.dayFrom) && d.ShownAt.Before(l.dayUntil) &&
			!slices.Contains(l.shownToday, d.Occurrence) {
			l.shownToday = append(l.shownToday, d.Occurrence)
		}
	}
}

// match applies the ledger to the candidates from the first-th on.
func (l *look) match(first int) {
	l.hits = l.hits[:0]
	cands := l.cands[first:]
	for i := range l.in.Deliveries {
		d := &l.in.Deliveries[i]
		for j := range cands {
			if c := &cands[j]; c.ID == d.Occurrence {
				l.hits = append(l.hits, hit{first + j, i})
				if l.outdates(c, d) {
					c.stale++
				}
				break
			}
		}
	}
	for j := range cands {
		cands[j].Round = max(cands[j].stale+cands[j].snoozes, l.roundAfter(first+j))
	}
	for _, h := range l.hits {
		l.learn(&l.cands[h.cand], &l.in.Deliveries[h.delivery])
	}
}

// roundAfter is the round that follows from the last one in the ledger: the same, or one more
// if that no longer counts or the person put the occurrence off since. It would do to count what
// happened if all of it were still read: of an old occurrence only the end is.
func (l *look) roundAfter(cand int) int {
	var last *record.Delivery
	for _, h := range l.hits {
		if d := &l.in.Deliveries[h.delivery]; h.cand == cand && (last == nil || d.Round > last.Round) {
			last = d
		}
	}
	if last == nil {
		return 0
	}
	c := &l.cands[cand]
	since := !c.snoozedAt.IsZero() && !c.snoozedAt.Before(toldAt(last))
	if toldAt(last).After(l.now) {
		// The clock was set back since, so the moments do not tell what came last; the counts do.
		since = !c.snoozedAt.IsZero() && last.Round < c.stale+c.putOff
	}
	if l.outdates(c, last) || since {
		return last.Round + 1
	}
	return last.Round
}

// toldAt is when a delivery was last acted on by us.
func toldAt(d *record.Delivery) time.Time {
	switch {
	case !d.ShownAt.IsZero():
		return d.ShownAt
	case !d.BegunAt.IsZero():
		return d.BegunAt
	}
	return d.ClosedAt
}

// outdates says whether the delivery no longer counts: what it told was taken back, the
// notification that was to tell it never came, or the end has moved to a later moment since. A wish that was told is
// fulfilled for good.
func (l *look) outdates(c *candidate, d *record.Delivery) bool {
	switch {
	case d.State == record.Closed && d.Reason == ReasonNotHolding:
		return c.wish == nil || d.ShownAt.IsZero()
	case d.State == record.Closed && d.ShownAt.IsZero() && (d.Reason == ReasonDone || d.Reason == ReasonSnoozed):
		return true // answered before it was ever shown: it counts again when the answer is taken back
	case d.Window && d.State == record.Closed && d.ShownAt.IsZero():
		return true // begun and given up, for whatever reason: it was never told
	case d.SumOf != "" && d.ShownAt.IsZero() && l.partOfAny(d, l.never):
		return true
	}
	return c.isEnd() && d.Due.Before(c.Due.Add(-sameMoment)) && (c.wish == nil || d.State == record.Begun)
}

// partOfAny says whether d was written as a part of one of these notifications.
func (l *look) partOfAny(d *record.Delivery, whole []*record.Delivery) bool {
	return slices.ContainsFunc(whole, func(w *record.Delivery) bool { return l.partOf(d, w) })
}

// partOf says whether d was written as a part of this notification. One can have been begun
// several times, each time a row of its own: its parts are those written after it and
// before the next. The order of the rows says so; the clock may have been set between them.
func (l *look) partOf(d, whole *record.Delivery) bool {
	if d.SumOf != whole.Occurrence || d.ID < whole.ID {
		return false
	}
	return !slices.ContainsFunc(l.in.Deliveries, func(o record.Delivery) bool {
		return o.Occurrence == whole.Occurrence && o.ID > whole.ID && o.ID < d.ID
	})
}

func (l *look) learn(c *candidate, d *record.Delivery) {
	if d.Round != c.Round {
		c.seen = c.seen || !d.ShownAt.IsZero()
		// An end that moved, and back before that was told, is the one that was told before.
		if !c.isEnd() || c.snoozes > 0 || d.State == record.Begun || l.outdates(c, d) {
			return
		}
	}
	switch {
	case d.State == record.Begun:
		c.begun = d
	case d.SumOf != "" && d.ShownAt.IsZero() && l.partOfAny(d, l.begun):
		c.sumOf = d.SumOf // written beside a notification that the desktop may never have had
	default:
		c.told = true
	}
}
