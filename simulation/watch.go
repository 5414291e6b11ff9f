package simulation

import (
	"time"

	"strconv"
	"strings"

	"afterglow/app/record"
	"afterglow/app/reminder"
)

func roundKey(id string, round int) string { return id + "#" + strconv.Itoa(round) }

// shown looks at a notification at the moment at which the desktop takes it.
func (o *oracle) shown(n reminder.Notice, told reminder.Told, now time.Time) {
	service := told.Handle
	o.seq++
	o.derive()
	o.allowed(n, now)
	o.once(n)
	s := show{id: n.ID, asked: o.decided, at: now, due: n.Due, repeat: o.pardoned(n.ID, n.Round), left: o.begun[roundKey(n.ID, n.Round)] > 1}
	switch n.Kind {
	case reminder.WindowEnd, reminder.TellMe, reminder.WindowBegin:
		o.endShown(&s, n, n.Occurrence, now)
	case reminder.RoutineDue:
		s.paced, s.single = true, true
		o.routineShown(&s, n.Occurrence, now)
	case reminder.Welcome:
		o.welcomeShown(&s, n, now)
	}
	o.shelfShown(n)
	o.read(said{n, told.Title, told.Body}, now)
	o.distance(&s, now)
	for _, c := range n.Covers {
		if n.Kind != reminder.RoutineDue && n.Kind != reminder.Welcome {
			o.endShown(&s, n, c, now)
		}
		o.count(c, now)
	}
	o.count(n.Occurrence, now)
	o.look = append(o.look, s)
	o.standing[service] = n.ID
	f := flight{show: s, service: service, key: roundKey(n.ID, n.Round), tells: []string{n.ID}}
	for _, c := range n.Covers {
		f.tells = append(f.tells, c.ID)
	}
	o.inFlight = append(o.inFlight, f)
}

// allowed holds what is shown against what keeps everything back.
func (o *oracle) allowed(n reminder.Notice, now time.Time) {
	if o.walls.hourAt(now, o.prefs.Sleep) == night {
		o.broken(AtNight, "%s is shown at %s, sleep is %s", n.ID, o.say(now), o.prefs.Sleep)
	}
	if until := o.pausedUntil(now); !until.IsZero() {
		o.broken(Unwanted, "%s is shown at %s, paused until %s", n.ID, o.say(now), o.say(until))
	}
	if o.quiet {
		o.broken(Unwanted, "%s is shown although do not disturb is on", n.ID)
	}
}

// pardoned says whether a kill explains that it is shown again.
func (o *oracle) pardoned(id string, round int) bool {
	k := roundKey(id, round)
	return o.rounds[k] > 0 && o.pardons[k] >= o.rounds[k]
}

// once counts rounds: each is shown once, but for the one in flight at a kill.
func (o *oracle) once(n reminder.Notice) {
	k := roundKey(n.ID, n.Round)
	o.rounds[k]++
	if o.rounds[k] > 1+o.pardons[k] {
		o.broken(Twice, "%s round %d is shown %d times, kills explain %d", n.ID, n.Round, o.rounds[k], o.pardons[k])
	}
}

// count notes that the person was told of it, and finds what was told too often.
func (o *oracle) count(c reminder.Occurrence, now time.Time) {
	if c.Kind == reminder.Welcome {
		return
	}
	t := o.tellingOf(c.ID)
	t.times++
	t.at = o.seq
	if c.Kind == reminder.RoutineDue {
		_, snoozes := o.snoozed(c.ID)
		if most := 1 + snoozes + t.pardoned + t.retakes; t.times > most {
			o.broken(Twice, "%s is told %d times, %d are explained", c.ID, t.times, most)
		}
		return
	}
	if c.Kind == reminder.TellMe {
		if most := 1 + t.pardoned; t.times > most {
			o.broken(Twice, "%s is told %d times, %d are explained", c.ID, t.times, most)
		}
		return
	}
	if c.Kind == reminder.WindowBegin {
		o.countBegin(c, t)
		return
	}
	for i := range o.waits {
		if w := &o.waits[i]; w.id == c.ID {
			if w.until.After(t.end.Add(time.Second)) || t.moved {
				t.times, t.pardoned, t.retakes = 1, 0, 0 // another end
			} else if t.times > 1+t.pardoned+t.retakes {
				o.broken(Twice, "the end of %s at %s is told %d times", c.ID, o.say(w.until), t.times)
			}
			t.end, t.moved = w.until, false
		}
	}
}

// committed says that the ledger knows now that this one was shown.
func (o *oracle) committed(service uint32) {
	o.seq++
	for i, f := range o.inFlight {
		if f.service == service {
			delete(o.begun, f.key)
			o.shows = append(o.shows, f.show)
			o.inFlight = append(o.inFlight[:i:i], o.inFlight[i+1:]...)
			return
		}
	}
}

// routineShown holds a routine's reminder against the plan.
func (o *oracle) routineShown(s *show, c reminder.Occurrence, now time.Time) {
	snooze, _ := o.snoozed(c.ID)
	if o.answered(c.ID) {
		o.broken(Untrue, "%s is shown although it was done or skipped", c.ID)
	}
	if snooze.ID != 0 && snooze.Until.After(now) {
		o.broken(Unwanted, "%s is shown at %s, put off until %s", c.ID, o.say(now), o.say(snooze.Until))
	}
	routine, _, _ := split(c.ID)
	if same := o.same(routine); len(same) > 0 && same[0].spec.Amount.Max > 0 {
		s.water = true
		o.waterShown(s, c, snooze, now)
	} else {
		o.timedShown(c, snooze, now)
	}
	if s.single && !s.repeat && !s.left && o.capReached(c.ID, now, 0) {
		o.broken(OverCap, "%s is shown beyond %d reminders today", c.ID, o.prefs.Cap)
	}
}

func (o *oracle) timedShown(c reminder.Occurrence, snooze record.Entry, now time.Time) {
	due, ok := o.occurrenceOf(c.ID)
	if !ok {
		if snooze.ID == 0 || len(o.same(c.What)) == 0 {
			o.broken(Untrue, "%s is shown, the plan has none such", c.ID)
		}
		return
	}
	from, until := due.due, due.useful
	if snooze.ID != 0 {
		from = snooze.Until // wherever the person is by then
		until = due.usefulUntil(o.putOff(c.ID))
	}
	if now.Before(from) {
		o.broken(TooEarly, "%s is shown at %s, due %s", c.ID, o.say(now), o.say(from))
	}
	if !now.Before(until) {
		o.broken(TooLate, "%s is shown at %s, useful until %s", c.ID, o.say(now), o.say(until))
	}
	if snooze.ID == 0 && o.superseded(due, o.decided) {
		o.broken(TooLate, "%s is shown at %s although the next one is due", c.ID, o.say(now))
	}
}

// endShown holds against the plan that something is over, or begins.
func (o *oracle) endShown(s *show, n reminder.Notice, c reminder.Occurrence, now time.Time) {
	switch c.Kind {
	case reminder.TellMe:
		o.wishShown(s, c, now)
	case reminder.WindowBegin:
		o.beginShown(s, c, now)
	default:
		o.windowShown(s, n, c, now)
	}
}

// windowShown holds the news of a window's end against the plan.
func (o *oracle) windowShown(s *show, n reminder.Notice, c reminder.Occurrence, now time.Time) {
	w := o.waitOfID(c.ID)
	if w == nil || !w.told {
		o.broken(Untrue, "the end of %s is shown, there is none to tell", c.ID)
		return
	}
	s.due = later(w.until, s.due)
	if w.asks() && c.ID == n.ID {
		s.asks = question(w.spec) + w.spec.Condition
	}
	if now.Before(w.until) {
		o.broken(TooEarly, "the end of %s is shown at %s, it is at %s", c.ID, o.say(now), o.say(w.until))
	}
	if until := o.restsUntil(o.decided); w.asks() && o.decided.Before(until) {
		o.broken(Unwanted, "%s is asked about at %s, the skin was called red and the question rests until %s", c.ID, o.say(now), o.say(until))
	}
	if w.calm {
		o.broken(Untrue, "%s is asked about although the person has said that the skin is calm", c.ID)
	}
	for i := range o.waits {
		other := &o.waits[i]
		switch {
		case other.of == w.of || other.spec.ID != w.spec.ID || other.spec.Situation != "" || other.asks() || w.asks():
		case !other.from.After(now) && other.until.After(now):
			o.broken(Untrue, "the end of %s is shown while %s holds until %s", c.ID, other.id, o.say(other.until))
		case !other.from.After(w.until) && other.until.After(w.until) && other.of.at.After(now.Add(-365*day)):
			o.broken(Untrue, "the end of %s at %s is shown, %s went on until %s", c.ID, o.say(w.until), other.id, o.say(other.until))
		}
	}
}

func (o *oracle) waitOfID(id string) *wait {
	for i := range o.waits {
		if o.waits[i].id == id {
			return &o.waits[i]
		}
	}
	return nil
}

// welcomeShown holds each part of a summing-up against the plan.
func (o *oracle) welcomeShown(s *show, n reminder.Notice, now time.Time) {
	if len(n.Covers) < 2 && !s.left { // of one left behind a part may be answered
		o.broken(Untrue, "%s sums up %d things", n.ID, len(n.Covers))
	}
	for _, c := range n.Covers {
		if c.Kind != reminder.RoutineDue {
			o.endShown(s, n, c, now)
			continue
		}
		s.paced = true
		part := *s
		part.single = false
		o.routineShown(&part, c, now)
	}
}

// distance finds what comes too close to what was shown before.
func (o *oracle) distance(s *show, now time.Time) {
	if s.repeat {
		return
	}
	if s.paced {
		for i := len(o.shows) - 1; i >= 0; i-- {
			before := o.shows[i]
			if !before.paced || before.at.After(o.decided) { // one that lies ahead was shown before the clock was set back
				continue
			}
			if gap := now.Sub(before.at); gap < o.prefs.Spacing {
				o.broken(Burst, "%s is shown %s after %s, the spacing is %s", s.id, gap, before.id, o.prefs.Spacing)
			}
			break
		}
	}
	for _, before := range o.look {
		// Of one look comes one notification, and beside the news of another window each question.
		if !before.left && !s.left && before.asks == s.asks && !s.due.After(before.asked) {
			o.broken(Burst, "%s is shown together with %s", s.id, before.id)
		}
	}
}

// rested is asked when the runner begins to wait.
func (o *oracle) rested(now time.Time) {
	o.look = o.look[:0]
	if now.Before(o.unready) {
		return
	}
	for _, id := range o.standing {
		if o.answered(id) {
			o.broken(Untrue, "%s still stands on the desktop although it was done or skipped", id)
		}
	}
}

// letGo holds the reason for which something is never told against the truth.
func (o *oracle) letGo(d record.Delivery, now time.Time) {
	o.seq++
	if d.SumOf != "" {
		return // told in another
	}
	o.derive()
	t := o.tellingOf(d.Occurrence)
	t.gone = o.seq
	c, ok := o.occurrenceOf(d.Occurrence)
	if w := o.beginOf(d.Occurrence); w != nil && (w.over(now) || !w.begins) {
		return // what it would tell has passed, or begins at another moment
	}
	if d.Window {
		o.broken(Lost, "the end of %s is let go: %s", d.Occurrence, d.Reason)
	}
	if !ok {
		return // water, or put off from a day that is over
	}
	snooze, _ := o.snoozed(c.id)
	useful := c.usefulUntil(snooze.Until)
	held := o.walls.hourAt(now, o.prefs.Sleep) != awake && !useful.After(o.walls.wakes(now, o.prefs.Sleep))
	if d.Reason == reminder.ReasonSuperseded && o.askedSince(c, now) {
		return
	}
	past := !now.Before(useful) || held || o.superseded(c, now) || !snooze.Until.IsZero() && !now.Before(snooze.Until.Add(snoozed))
	if !past && !(d.Reason == reminder.ReasonCap && o.capReached(c.id, now, 1)) { // the one that reaches it is shown right after
		o.broken(Lost, "%s, due %s, useful until %s, is let go at %s: %s", d.Occurrence, o.say(c.due), o.say(useful), o.say(now), d.Reason)
	}
}

// askedSince says whether the person put off one of the same routine after this one was due: in
// another zone, or before another treatment was entered, the day's list was another.
func (o *oracle) askedSince(c occurrence, now time.Time) bool {
	for i := range o.entries {
		e := &o.entries[i]
		if e.Kind == record.KindSnooze && e.What == c.routine && e.At.After(c.due) && !e.At.After(now) {
			return true
		}
	}
	return false
}

// gaveUp says that the ledger closed one that was begun, before it was ever shown.
func (o *oracle) gaveUp(key, reason string, now time.Time) {
	if o.begun[key] == 0 {
		return
	}
	delete(o.begun, key)
	id, _, _ := strings.Cut(key, "#")
	_, _, timed := split(id)
	if timed && reason != reminder.ReasonDone && reason != reminder.ReasonNotHolding && reason != reminder.ReasonSnoozed {
		o.letGo(record.Delivery{Occurrence: id, Reason: reason}, now)
	}
}

// closed says that a notification was taken from the desktop.
func (o *oracle) closed(service uint32) {
	id, ok := o.standing[service]
	if !ok {
		return
	}
	delete(o.standing, service)
	o.derive()
	if _, _, timed := split(id); timed {
		if _, holds := o.occurrenceOf(id); !holds {
			o.tellingOf(id).retakes++
		}
	}
}

// killed pardons what the desktop was told and the ledger was not: that may come once more. What
// stands on the desktop nameless can be taken away by nobody.
func (o *oracle) killed() {
	o.seq++
	for _, f := range o.inFlight {
		o.pardons[f.key]++
		for _, id := range f.tells {
			o.tellingOf(id).pardoned++
		}
		delete(o.standing, f.service)
	}
	o.look, o.inFlight = o.look[:0], o.inFlight[:0]
}
