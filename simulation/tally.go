package simulation

import (
	"fmt"
	"strings"
	"time"
)

// Invariant is something that must never happen. Its text is what the tables call it.
type Invariant string

// What must never happen.
const (
	Lost      Invariant = "lost"           // a useful reminder or a window's end that could have been told and was not
	Twice     Invariant = "twice"          // told again, though nobody asked for it and no kill explains it
	AtNight   Invariant = "at night"       // shown in the sleep hours
	Burst     Invariant = "burst"          // several at once, or sooner than the spacing
	TooLate   Invariant = "after its use"  // shown when it was of no use any more
	TooEarly  Invariant = "too early"      // shown before it was due
	WrongTime Invariant = "wrong time"     // the text says another time, name or number than is true
	OverCap   Invariant = "over the cap"   // more reminders in a day than the person wants
	Unwanted  Invariant = "while held"     // shown in a pause, a snooze or "do not disturb"
	Untrue    Invariant = "does not hold"  // shown, or left standing, though the plan or the person says otherwise
	Restless  Invariant = "never at rest"  // the runner looks again and again, or not at all
	TooMuch   Invariant = "too much water" // more than a litre in an hour, or beyond the day's goal
)

// Invariants lists them all, in the order of the tables.
func Invariants() []Invariant {
	return []Invariant{Lost, Twice, AtNight, Burst, TooLate, TooEarly, WrongTime, OverCap, Unwanted, Untrue, TooMuch, Restless}
}

// Break is one invariant broken once.
type Break struct {
	Invariant Invariant
	At        time.Time // by the wall clock, in the person's zone
	Text      string
}

func (b Break) String() string {
	return fmt.Sprintf("%s: %s: %s", b.At.Format("2006-01-02 15:04:05 MST"), b.Invariant, b.Text)
}

// Tally is what one life, or many together, came to.
type Tally struct {
	Lives, Courses, Days  int
	Events, Looks, Shown  int
	Kills, Sleeps, Jumps  int
	Flights, Clockchanges int
	Broken                map[Invariant]int
}

// Add adds another tally.
func (t *Tally) Add(o Tally) {
	t.Lives += o.Lives
	t.Courses += o.Courses
	t.Days += o.Days
	t.Events += o.Events
	t.Looks += o.Looks
	t.Shown += o.Shown
	t.Kills += o.Kills
	t.Sleeps += o.Sleeps
	t.Jumps += o.Jumps
	t.Flights += o.Flights
	t.Clockchanges += o.Clockchanges
	if t.Broken == nil {
		t.Broken = map[Invariant]int{}
	}
	for i, n := range o.Broken {
		t.Broken[i] += n
	}
}

// Breaks counts all that was broken.
func (t *Tally) Breaks() int {
	n := 0
	for _, k := range t.Broken {
		n += k
	}
	return n
}

// String is the table that is printed.
func (t *Tally) String() string {
	var b strings.Builder
	line := func(name string, n int) { fmt.Fprintf(&b, "%-22s %12d\n", name, n) }
	line("lives", t.Lives)
	line("courses", t.Courses)
	line("days", t.Days)
	line("events", t.Events)
	line("  kills", t.Kills)
	line("  sleeps of the machine", t.Sleeps)
	line("  clocks set", t.Jumps)
	line("  flights", t.Flights)
	line("  clock changes", t.Clockchanges)
	line("looks", t.Looks)
	line("notifications", t.Shown)
	for _, i := range Invariants() {
		line("broken: "+string(i), t.Broken[i])
	}
	return b.String()
}
