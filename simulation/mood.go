package simulation

import "time"

// kind is something that happens to a computer or its owner by chance.
type kind int

// What happens. The order is that of rates.
const (
	nap       kind = iota // suspended for minutes to a day
	hibernate             // suspended for days to three weeks
	nudge                 // the clock is set by seconds
	shift                 // the clock is set by hours
	leap                  // the clock is set by a year, and put right later
	fly                   // another zone
	kill                  // the agent is killed while it waits
	quiet                 // do not disturb, for a while
	pause
	resume
	prefer  // a setting is changed
	edit    // a treatment is changed
	remove  // a treatment is taken away
	treat   // another treatment
	calm    // the person says that the skin is calm
	extend  // the person extends a window
	swallow // a glass of water
	ahead   // something is done, skipped or put off before it is due
	undo
	redo
	refuse // the desktop refuses notifications for a while
	full   // the disk is full for a while
	wish   // the person asks to be told when a wait is over
	feel   // the person says how their skin feels
	refeel // and changes that
	kinds
)

// rates are how often each happens on average in a life in which it does.
func rates() [kinds]time.Duration {
	return [kinds]time.Duration{
		nap: 20 * time.Hour, hibernate: 30 * day, nudge: 3 * day, shift: 12 * day, leap: 25 * day, fly: 6 * day, kill: 2 * day,
		quiet: 36 * time.Hour, pause: 4 * day, resume: 3 * day, prefer: 3 * day, edit: 7 * day, remove: 20 * day, treat: 12 * day,
		calm: day, extend: 2 * day, swallow: 5 * time.Hour, ahead: 12 * time.Hour, undo: 2 * day, redo: 3 * day, refuse: 4 * day, full: 10 * day,
		wish: 16 * time.Hour, feel: 14 * time.Hour, refeel: 3 * day,
	}
}

// mood is what one life is like: which things happen in it, and how often.
type mood struct {
	mean    [kinds]time.Duration // zero: never
	fatal   float64              // how likely a kill is at each step of a delivery
	answers float64              // how likely a notification is answered
	slow    float64              // how likely the desktop takes its time
}

func newMood(d draw) mood {
	m := mood{answers: pick(d, 0, 0.3, 0.7, 1), slow: pick(d, 0, 0, 0.1)}
	if d.chance(0.08) {
		return m // nothing ever happens
	}
	m.fatal = pick(d, 0, 0, 0.002, 0.02, 0.1)
	for k, mean := range rates() {
		if d.chance(0.55) {
			m.mean[k] = d.span(mean/3, mean*3)
		}
	}
	return m
}
