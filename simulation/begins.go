package simulation

import (
	"strings"
	"time"

	"afterglow/app/reminder"
)

// beginMark stands in the id of a wait's begin: "tan/begin/17".
const beginMark = "/begin/"

// beginOf is the wait whose begin an occurrence is; nil if it is none of those that begin later.
func (o *oracle) beginOf(id string) *wait {
	if !strings.Contains(id, beginMark) {
		return nil
	}
	return o.waitOfID(strings.Replace(id, beginMark, "/", 1))
}

// over says whether nothing of the wait waits any more.
func (w *wait) over(at time.Time) bool {
	return !w.open && !at.Before(w.until) && (!w.asks() || w.calm && !at.Before(w.calmAt))
}

// beginShown holds the news of a wait's begin against the plan.
func (o *oracle) beginShown(s *show, c reminder.Occurrence, now time.Time) {
	w := o.beginOf(c.ID)
	if w == nil || !w.begins {
		o.broken(Untrue, "%s is shown, the plan has no such begin to tell", c.ID)
		return
	}
	s.due = later(w.from, s.due)
	s.asks = beginMark // what begins comes beside what is over
	if now.Before(w.from) {
		o.broken(TooEarly, "%s is shown at %s, it begins at %s", c.ID, o.say(now), o.say(w.from))
	}
	if w.over(o.decided) {
		o.broken(TooLate, "%s is shown at %s, its wait was over at %s", c.ID, o.say(now), o.say(w.until))
	}
}

// countBegin finds a begin that is told too often.
func (o *oracle) countBegin(c reminder.Occurrence, t *telling) {
	w := o.beginOf(c.ID)
	if w == nil {
		return
	}
	if t.moved || w.from.Sub(t.end).Abs() > time.Second {
		t.times, t.pardoned, t.retakes = 1, 0, 0 // another begin
	} else if t.times > 1+t.pardoned+t.retakes {
		o.broken(Twice, "the begin of %s at %s is told %d times", c.ID, o.say(w.from), t.times)
	}
	t.end, t.moved = w.from, false
}

// waitedForBegins asks of every wait that begins later whether that should have been told while the agent slept.
func (o *oracle) waitedForBegins(from, until time.Time) {
	for i := range o.waits {
		w := &o.waits[i]
		id := strings.Replace(w.id, "/", beginMark, 1)
		at := o.freeAt(later(from, w.from), until)
		if !w.begins || !at.Before(until) || w.over(at) || !at.Before(w.of.closes) || o.hasTwin(w) {
			continue
		}
		if t := o.told[id]; t != nil && t.times > 0 && !w.from.After(t.end.Add(time.Second)) {
			continue
		}
		o.broken(Lost, "%s, of %s, could have been told at %s", id, o.say(w.from), o.say(at))
		o.tellingOf(id).end, o.tellingOf(id).times = w.from, 1 // once is enough
	}
}

// hasTwin says whether another treatment's plan has that wait too: which of the two begins is told is another matter.
func (o *oracle) hasTwin(w *wait) bool {
	for i := range o.waits {
		if other := &o.waits[i]; other.of != w.of && other.spec.ID == w.spec.ID {
			return true
		}
	}
	return false
}

// beginInWords: it names the wait that begins.
func (o *oracle) beginInWords(n said) {
	w := o.beginOf(n.ID)
	if w == nil {
		return
	}
	name, rest, begins := strings.Cut(strings.ToLower(n.Title), "a wait begins: ")
	short, cut := strings.CutSuffix(rest, "…")
	if name != "" || !begins || rest != inSentence(w.spec.Name) && (!cut || !strings.HasPrefix(inSentence(w.spec.Name), short)) {
		o.wrong(n, "%s begins", w.spec.Name)
	}
}
