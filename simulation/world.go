package simulation

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterglow/app/clock"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// world is everything around the agent: the clock on the wall, the machine, the desktop, the person.
type world struct {
	ctx   context.Context
	draw  draw
	mood  mood
	tally Tally

	wall     time.Time // what the clock says, right or wrong
	zone     *time.Location
	lived    time.Duration // true time since the beginning
	lifetime time.Duration
	skew     time.Duration // by how much the clock is wrong
	agenda   []plan

	keeper   keeper
	desk     desk
	oracle   *oracle
	life     *life             // the agent that runs; nil between two
	onScreen map[int64]uint32  // by the ledger's id: the desktop's number
	began    map[int64]string  // by the ledger's id: occurrence and round
	were     map[int64]treated // by the entry of a change or removal: the treatment until then

	tick    func(time.Duration)     // lets that much time pass; nil: at once
	clockOf func(*life) clock.Clock // of one agent

	trouble error    // why the simulation itself cannot go on
	record  []string // what happened; nil if nobody wants to know
	keep    bool
}

// plan is something that will happen.
type plan struct {
	at time.Duration // lived
	do func()
}

var _ clock.Clock = (*world)(nil)

// Now implements clock.Clock: for the person's acts, which the keeper dates by it.
func (w *world) Now() time.Time { return w.wall }

// Zone implements clock.Clock.
func (w *world) Zone() *time.Location { return w.zone }

// Wait implements clock.Clock; nobody waits on the world itself.
func (w *world) Wait(context.Context, time.Time, <-chan struct{}) clock.Reason { return clock.Ended }

func (w *world) note(format string, args ...any) {
	if w.keep {
		w.record = append(w.record, w.wall.In(w.zone).Format("2006-01-02 15:04:05.000 MST ")+fmt.Sprintf(format, args...))
	}
}

// soon puts something on the agenda.
func (w *world) soon(after time.Duration, do func()) {
	p := plan{w.lived + after, do}
	i, _ := slices.BinarySearchFunc(w.agenda, p, func(a, b plan) int {
		if a.at <= b.at {
			return -1
		}
		return 1
	})
	w.agenda = slices.Insert(w.agenda, i, p)
}

// pass lets time pass with the machine running.
func (w *world) pass(d time.Duration) {
	if w.tick != nil {
		w.tick(d)
		return
	}
	w.advance(d)
}

func (w *world) advance(d time.Duration) {
	before := w.wall
	w.wall, w.lived = w.wall.Add(d), w.lived+d
	if offsetAt(before.Unix(), w.zone) != offsetAt(w.wall.Unix(), w.zone) {
		w.tally.Clockchanges++
	}
}

// skip lets time pass while nothing happens: the machine is suspended.
func (w *world) skip(d time.Duration) {
	w.advance(d)
	for i := range w.agenda {
		w.agenda[i].at += d
	}
}

// untilNext is how long it takes until something happens; the end of the life counts too.
func (w *world) untilNext() time.Duration {
	left := w.lifetime - w.lived
	if len(w.agenda) > 0 {
		left = min(left, w.agenda[0].at-w.lived)
	}
	return max(left, 0)
}

// happen lets the next thing on the agenda happen if its time has come.
func (w *world) happen() {
	if len(w.agenda) == 0 || w.agenda[0].at > w.lived {
		return
	}
	p := w.agenda[0]
	w.agenda = w.agenda[1:]
	p.do()
}

// over says that the life has been lived, or cannot go on.
func (w *world) over() bool {
	return w.lived >= w.lifetime || w.trouble != nil || w.ctx.Err() != nil
}

// live runs one agent after the other until the life is over.
func (w *world) live() {
	for !w.over() {
		ctx, cancel := context.WithCancel(w.ctx)
		l := &life{w: w, cancel: cancel}
		w.life = l
		w.note("the agent starts")
		r := reminder.NewRunner(reminder.Parts{
			Store: ledger{l}, Teller: l, Quieter: l, Clock: w.clockOf(l), OnProblem: l.problem, OnDecision: l.decided,
		})
		l.wake = r.Wake
		r.Run(ctx)
		cancel()
		w.life = nil
		if w.over() {
			return
		}
		w.between()
	}
}

// between is the time without an agent.
func (w *world) between() {
	away := w.draw.span(time.Millisecond, 10*time.Minute)
	if w.draw.chance(0.2) {
		away = w.draw.span(10*time.Minute, 4*day)
	}
	end := w.lived + away
	for w.lived < end && !w.over() {
		w.pass(min(w.untilNext(), end-w.lived))
		w.happen()
	}
	if err := w.keeper.Reopen(w.ctx); err != nil {
		w.fail(err)
	}
}

func (w *world) fail(err error) {
	if w.trouble == nil {
		w.trouble = err
	}
}

// ring is what the person's acts end with: the agent looks at once.
func (w *world) ring() {
	if w.life != nil {
		w.life.wake()
	}
}

// entered tells the oracle what the person did.
func (w *world) entered(e record.Entry) {
	w.oracle.entered(e)
	until := ""
	if !e.Until.IsZero() {
		until = " until " + w.oracle.say(e.Until)
	}
	w.note("%s %s%s %s%s", e.Kind, e.Feeling.Skin, e.What, e.Occurrence, until)
}
