package simulation

import (
	"time"

	"afterglow/guidance"
)

type clockTime = guidance.Clock

// forgotten is how long after its course a window's end need not be told any more.
const forgotten = 14 * day

// waited is asked whenever the agent has slept from one moment to another while the machine ran: was
// there a moment in between at which it should have told something?
func (o *oracle) waited(from, until time.Time) {
	if o.quiet {
		return
	}
	o.derive()
	from = later(from, o.unready)
	from = later(from, o.mayBePaused(from))
	if !from.Before(until) {
		return
	}
	for i := range o.waits {
		w := &o.waits[i]
		at := later(from, w.until)
		if w.asks() {
			at = later(at, o.restsUntil(from))
		}
		at = o.freeAt(at, until)
		if at.Before(until) && o.mustTell(w, at) {
			o.broken(Lost, "the end of %s at %s could have been told at %s", w.id, o.say(w.until), o.say(at))
			o.tellingOf(w.id).end, o.tellingOf(w.id).times = w.until, 1 // once is enough
		}
	}
	o.waitedForWishes(from, until)
	o.waitedForBegins(from, until)
	last := o.lastShown(from)
	for d := dateOf(from, o.walls.zone) - 1; d <= dateOf(until, o.walls.zone); d++ {
		for _, c := range o.listOf(d) {
			o.waitedFor(c, from, until, last)
		}
	}
}

// freeAt is the first moment from at on at which the person is awake.
func (o *oracle) freeAt(at, until time.Time) time.Time {
	for at.Before(until) {
		switch o.walls.hourAt(at, o.prefs.Sleep) {
		case awake:
			return at
		case either, night:
			at = at.Truncate(time.Minute).Add(time.Minute)
		}
	}
	return until
}

// mustTell says whether the window's end is one that has to be told at that moment.
func (o *oracle) mustTell(w *wait, at time.Time) bool {
	if !w.told || w.calm || at.Before(w.until) || !at.Before(w.of.closes.Add(forgotten)) || at.After(w.of.at.Add(365*day)) {
		return false
	}
	if w.asks() && at.Before(o.restsUntil(at)) {
		return false
	}
	if t := o.told[w.id]; t != nil && t.times > 0 && !w.until.After(t.end.Add(time.Second)) {
		return false
	}
	for i := range o.waits {
		other := &o.waits[i]
		if other.of == w.of || other.spec.ID != w.spec.ID {
			continue
		}
		if other.asks() || w.asks() {
			return false // whose word ends which is another matter
		}
		if !other.until.Before(w.until) && !other.from.After(at) {
			return false // that one's end tells more
		}
	}
	return true
}

// waitedFor asks the same for one occurrence of a routine.
func (o *oracle) waitedFor(c occurrence, from, until, last time.Time) {
	snooze, _ := o.snoozed(c.id)
	if snooze.ID == 0 && (!c.due.Before(until) || !c.useful.After(from)) {
		return
	}
	if c.due.Before(c.entered) || o.answered(c.id) {
		return
	}
	if snooze.ID != 0 && (snooze.At.Before(from.Add(-2*day)) || snooze.At.After(until)) {
		return // put off while the clock was wrong, or so long ago that it is settled
	}
	due, useful := c.due, c.useful
	told := o.told[c.id]
	if snooze.ID != 0 {
		due, useful = later(due, snooze.Until), c.usefulUntil(snooze.Until)
	}
	if told != nil {
		since := o.seqOf(snooze.ID)
		if (told.times > 0 && told.at > since) || told.gone > since {
			return
		}
	}
	at := later(from, due)
	if !last.IsZero() {
		at = later(at, last.Add(o.prefs.Spacing))
	}
	until = earlier(until, useful)
	if at = o.freeAt(at, until); !at.Before(until) || o.superseded(c, at) || o.laterTold(c, at) || o.capReached(c.id, at, 0) {
		return
	}
	o.broken(Lost, "%s, due %s, useful until %s, could have been told at %s", c.id, o.say(due), o.say(useful), o.say(at))
	o.tellingOf(c.id).gone = o.seq + 1
}

// superseded says whether the same routine has become due again.
func (o *oracle) superseded(c occurrence, at time.Time) bool {
	for d := dateOf(at, o.walls.zone) - 2; d <= dateOf(at, o.walls.zone)+1; d++ {
		for _, other := range o.listOf(d) {
			if other.routine != c.routine || !other.due.After(c.due) {
				continue
			}
			due := other.due
			if s, _ := o.snoozed(other.id); s.ID != 0 {
				due = later(due, s.Until)
			}
			if !due.After(at) {
				return true
			}
		}
	}
	return false
}

// laterTold says whether the person was already told of a later one of the same routine.
func (o *oracle) laterTold(c occurrence, at time.Time) bool {
	for d := dateOf(at, o.walls.zone) - 1; d <= dateOf(at, o.walls.zone)+1; d++ {
		for _, other := range o.listOf(d) {
			if t := o.told[other.id]; t != nil && t.times > 0 && other.routine == c.routine && other.due.After(c.due) && !other.due.After(at) {
				return true
			}
		}
	}
	return false
}

// lastShown is when the last notification was shown, as the wall clock has it.
func (o *oracle) lastShown(now time.Time) time.Time {
	var last time.Time
	for i := len(o.shows) - 1; i >= 0 && i >= len(o.shows)-200; i-- {
		if at := o.shows[i].at; !at.After(now) {
			last = later(last, at)
		}
	}
	return last
}

// capReached says whether the person's limit for the local day is reached, with more beside what was shown.
func (o *oracle) capReached(id string, now time.Time, more int) bool {
	if o.prefs.Cap <= 0 {
		return false
	}
	shown := map[string]bool{}
	today := dateOf(now, o.walls.zone)
	for i := len(o.shows) - 1; i >= 0; i-- {
		if s := &o.shows[i]; s.single {
			if s.id == id {
				return false // one that was shown already and put off is no new one
			}
			if !s.at.After(now) && dateOf(s.at, o.walls.zone) == today {
				shown[s.id] = true
			}
		}
	}
	return len(shown)+more >= o.prefs.Cap
}

func (o *oracle) say(t time.Time) string { return t.In(o.walls.zone).Format("2006-01-02 15:04:05") }

// seqOf is after which event an entry was made.
func (o *oracle) seqOf(entry int64) int { return o.entrySeq[entry] }
