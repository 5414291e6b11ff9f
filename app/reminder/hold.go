package reminder

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// Paused says until when the person paused reminders: the pause or resume entered last decides.
func Paused(entries []record.Entry, now time.Time) (until time.Time, ok bool) {
	var last *record.Entry
	for i := range entries {
		e := &entries[i]
		if (e.Kind != record.KindPause && e.Kind != record.KindResume) || e.Undone {
			continue
		}
		if last == nil || !enteredBefore(e, last) {
			last = e
		}
	}
	if last == nil || last.Kind == record.KindResume || !last.Until.After(now) {
		return time.Time{}, false
	}
	// Made while the clock was far ahead: a pause must never last longer than twice what was asked for.
	if last.At.Sub(now) > last.Until.Sub(last.At) {
		return time.Time{}, false
	}
	return last.Until, true
}

// enteredBefore says which came first. Numbers tell it whatever the clock was set to.
func enteredBefore(e, o *record.Entry) bool {
	if e.ID != 0 && o.ID != 0 {
		return e.ID < o.ID
	}
	return e.At.Before(o.At)
}

// hold is what keeps everything back at one moment.
type hold struct {
	reason HeldReason // "" if nothing is held
	by     string     // whose "do not disturb" it is
	until  time.Time
}

// holdNow says what holds now. A pause comes first: the person chose it. If a pause
// ends in the sleep hours, the sleep holds on.
func (l *look) holdNow() hold {
	if until, ok := Paused(l.in.Entries, l.now); ok {
		return hold{HeldPaused, "", until}
	}
	if until, ok := course.Asleep(l.in.Prefs, l.now, l.zone); ok {
		return hold{HeldSleep, "", until}
	}
	if l.in.Quiet.On {
		return hold{HeldQuiet, l.in.Quiet.By, time.Time{}}
	}
	return hold{}
}

// goingToBed is how long what is due at bedtime may still be told when the sleep hours have begun with it.
const goingToBed = 30 * time.Minute

// toBed takes out of what is ready, and gives, what is due at bedtime itself: the sleep hours alone do not hold it back.
func (l *look) toBed(h hold) (told []int) {
	if h.reason != HeldSleep || l.in.Quiet.On {
		return nil
	}
	l.ready = slices.DeleteFunc(l.ready, func(i int) bool {
		c := &l.cands[i]
		now := c.due != nil && c.due.Bedtime && l.now.Sub(c.At) < goingToBed
		if now {
			told = append(told, i)
		}
		return now
	})
	return told
}

// keep holds back what is due, and lets go what will be useless when the night is over.
func (l *look) keep(h hold) {
	for _, i := range l.ready {
		c := &l.cands[i]
		if h.reason == HeldSleep && c.Kind == RoutineDue && !c.Useful.After(h.until) {
			l.letGo(c, ReasonNotUseful)
			continue
		}
		o := l.say(c)
		if h.until.After(o.At) {
			o.At = h.until
		}
		l.out.Held = append(l.out.Held, Held{o, h.reason, h.by, h.until})
		l.again(c.Useful)
		if h.until.IsZero() {
			l.again(l.now.Add(askQuietAgain))
		} else {
			l.again(h.until)
		}
	}
}
