package simulation

import (
	"strings"
	"time"

	"afterglow/app/record"
)

// begin puts everything that happens in this life on the agenda.
func (w *world) begin() {
	for k := range kinds {
		if w.mood.mean[k] > 0 {
			w.again(k)
		}
	}
}

// again puts the next one of its kind on the agenda.
func (w *world) again(k kind) {
	w.soon(w.draw.wait(w.mood.mean[k]), func() {
		if w.event(k) {
			w.tally.Events++
		}
		w.again(k)
	})
}

// event lets one happen. It says whether anything did.
func (w *world) event(k kind) bool {
	d := w.draw
	switch k {
	case nap:
		w.suspend(d.span(time.Minute, day))
	case hibernate:
		w.suspend(d.span(2*day, 21*day))
	case nudge:
		w.setClock(pick[time.Duration](d, 1, -1) * d.span(time.Second, 90*time.Second))
	case shift:
		w.setClock(pick[time.Duration](d, 1, -1) * d.span(20*time.Minute, 12*time.Hour))
	case leap:
		w.leap()
	case fly:
		w.fly()
	case kill:
		if w.life == nil {
			return false
		}
		w.life.kill("while it waits")
	case quiet:
		w.hold(&w.desk.quiet, "do not disturb", d.span(5*time.Minute, 16*time.Hour), 5*time.Minute)
	case refuse:
		w.hold(&w.desk.refuses, "the desktop refuses", d.span(time.Minute, 5*time.Hour), 10*time.Minute)
	case full:
		w.hold(&w.desk.full, "the disk is full", d.span(time.Minute, 3*time.Hour), time.Minute)
	default:
		return w.act(k)
	}
	return true
}

func (w *world) suspend(length time.Duration) {
	w.tally.Sleeps++
	w.note("the machine sleeps for %s", length)
	w.skip(length)
	if w.draw.chance(0.1) {
		w.fly() // carried to another zone while it slept
	}
}

func (w *world) setClock(by time.Duration) {
	w.tally.Jumps++
	w.note("the clock is set by %s", by)
	w.wall, w.skew = w.wall.Add(by), w.skew+by
	w.oracle.jumped(by)
}

// leap sets the clock by a year; somebody notices and puts it right.
func (w *world) leap() {
	by := pick[time.Duration](w.draw, 1, 1, -1) * 365 * day
	w.setClock(by)
	w.soon(w.draw.span(time.Minute, 2*day), func() { w.setClock(-by) })
}

func (w *world) fly() {
	zone, err := anyZone(w.draw)
	if err != nil {
		w.fail(err)
		return
	}
	w.tally.Flights++
	w.zone = zone
	w.oracle.fly(zone)
	w.note("now in %s", zone)
}

// hold lets something be so for a while. What it kept back may come a little after it has ended.
func (w *world) hold(what *bool, name string, length, after time.Duration) {
	if *what {
		return
	}
	*what = true
	w.note("%s for %s", name, length)
	w.oracle.quiet = w.desk.quiet
	w.oracle.trouble(w.wall, length+after)
	w.soon(length, func() {
		*what = false
		w.note("no more: %s", name)
		w.oracle.quiet = w.desk.quiet
		w.oracle.trouble(w.wall, after)
	})
}

// answer puts what the person does with a notification on the agenda.
func (w *world) answer(id string, kind record.Kind) {
	w.soon(w.draw.span(3*time.Second, 2*time.Hour), func() {
		e := record.Entry{Kind: kind, Occurrence: id}
		e.What, _, _ = split(id)
		switch kind {
		case record.KindSnooze:
			e.Until = w.later()
		case record.KindFeel:
			e.Feeling = anyFeeling(w.draw)
		}
		if w.enter(e) {
			w.tally.Events++
		}
	})
}

// answers decides whether the person answers a notification, and how.
func (w *world) answers(id string) {
	if w.draw.chance(w.mood.answers) {
		if strings.HasPrefix(id, "checkin/") && w.draw.chance(0.5) {
			w.answer(id, record.KindFeel)
			return
		}
		w.answer(id, pick(w.draw, record.KindDone, record.KindDone, record.KindDone, record.KindSkip, record.KindSnooze, record.KindSnooze))
	}
}

// later is until when something is put off.
func (w *world) later() time.Time {
	return w.wall.Add(pick(w.draw, 15*time.Minute, 15*time.Minute, time.Hour, w.draw.span(time.Minute, 20*time.Hour)))
}

// enter has the person do something, and the agent look.
func (w *world) enter(e record.Entry) bool {
	if w.desk.full {
		return false
	}
	done, err := w.keeper.Enter(w.ctx, e)
	if err != nil {
		w.note("refused: %s %s %s: %v", e.Kind, e.What, e.Occurrence, err)
		return false
	}
	w.entered(done)
	w.ring()
	return true
}
