package main

import "afterglow/app/reminder/simulation"

// fault is a mistake that somebody might make in the core.
type fault struct {
	name     string
	file     string // in the module
	old, new string // the text that stands there exactly once, and what is put in its place
	caughtBy []simulation.Invariant
	rare     int // so many times as many lives: what it takes to be felt comes together rarely
}

// faults are put in one by one.
func faults() []fault {
	return []fault{
		{"the spacing is not kept", "app/reminder/decide.go",
			"if next := l.afterSpacing(); next.After(l.now) {", "if next := l.afterSpacing(); next.After(l.now) && next.IsZero() {",
			[]simulation.Invariant{simulation.Burst}, 1},
		{"what was just shown does not count for the spacing", "app/reminder/decide.go",
			"	l.lastShown = l.now\n", "",
			[]simulation.Invariant{simulation.Burst}, 1},
		{"one more than the daily cap", "app/reminder/decide.go",
			"shown >= limit", "shown > limit",
			[]simulation.Invariant{simulation.OverCap}, 1},
		{"sleep hours are not looked at", "app/reminder/hold.go",
			"course.Asleep(l.in.Prefs, l.now, l.zone); ok {", "course.Asleep(l.in.Prefs, l.now, l.zone); ok && until.IsZero() {",
			[]simulation.Invariant{simulation.AtNight}, 1},
		{"a pause is not looked at", "app/reminder/hold.go",
			"Paused(l.in.Entries, l.now); ok {", "Paused(l.in.Entries, l.now); ok && until.IsZero() {",
			[]simulation.Invariant{simulation.Unwanted}, 1},
		{"do not disturb is not asked", "app/reminder/runner.go",
			"	if !on {\n", "	if on = false; !on {\n",
			[]simulation.Invariant{simulation.Unwanted}, 1},
		{"what is of no use any more is not let go", "app/reminder/decide.go",
			"case c.Kind == RoutineDue && !l.now.Before(c.Useful):", "case c.Kind == RoutineDue && c.Useful.IsZero():",
			[]simulation.Invariant{simulation.TooLate}, 1},
		{"what was begun counts as shown", "app/reminder/ledger.go",
			"		c.begun = d\n", "		c.told = true\n",
			[]simulation.Invariant{simulation.Lost}, 1},
		{"parts of a notification that never came count as told", "app/reminder/ledger.go",
			`case d.SumOf != "" && d.ShownAt.IsZero() && l.partOfAny(d, l.never):`, `case d.SumOf == "" && l.partOfAny(d, l.never):`,
			[]simulation.Invariant{simulation.Lost}, 12},
		{"a commit that failed is forgotten", "app/reminder/carry.go",
			"		r.taken[k] = t\n", "",
			[]simulation.Invariant{simulation.Twice}, 4},
		{"a look comes five minutes late", "app/reminder/decide.go",
			"			l.again(c.At)\n", "			l.again(c.At.Add(300e9))\n",
			[]simulation.Invariant{simulation.Lost}, 1},
		{"a window's end is told an hour early", "app/reminder/windows.go",
			"Due: w.Until, At: w.Until,", "Due: w.Until, At: w.Until.Add(-3600e9),",
			[]simulation.Invariant{simulation.TooEarly}, 1},
		{"the end that a text names is in another zone", "app/reminder/copy.go",
			"	clock := clockTime(at, l.zone)\n", "	clock := at.UTC().Format(\"15:04\")\n",
			[]simulation.Invariant{simulation.WrongTime}, 1},
		{"a glass too many is counted", "app/reminder/copy.go",
			"DrunkWords(c.drunk, c.goal)", "DrunkWords(c.drunk+300, c.goal)",
			[]simulation.Invariant{simulation.WrongTime}, 1},
		{"every day has 24 hours", "app/course/date.go",
			"	r.plain = end.IsZero() ||", "	r.plain = !end.IsZero() ||",
			[]simulation.Invariant{simulation.Lost, simulation.TooEarly, simulation.TooLate}, 1},
		{"more than a litre in an hour", "app/reminder/water.go",
			"if max(drunk, asked)+glass <= waterHourML {", "if max(drunk, asked) >= 0 {",
			[]simulation.Invariant{simulation.TooMuch}, 1},
		{"done elsewhere leaves the notification where it is", "app/reminder/withdraw.go",
			"	case c.answered:\n		return ReasonDone\n", "",
			[]simulation.Invariant{simulation.Untrue}, 1},
		{"what was put off comes at once", "app/reminder/ledger.go",
			"	if c.At = e.Until; c.At.Before(c.Due) {", "	if c.At = e.At; c.At.Before(c.Due) {",
			[]simulation.Invariant{simulation.Unwanted}, 1},
		{"what was put off past its use never comes", "app/reminder/ledger.go",
			"c.Kind == RoutineDue && useful.After(c.Useful) {", "c.Kind == WindowEnd && useful.After(c.Useful) {",
			[]simulation.Invariant{simulation.Lost}, 1},
		{"an end that has moved is not told again", "app/reminder/ledger.go",
			"return c.Kind == WindowEnd && d.Due.Before(c.Due.Add(-sameMoment))", "return false",
			[]simulation.Invariant{simulation.Lost}, 1},
		{"an end is told although another treatment's wait goes on", "app/reminder/windows.go",
			"binds(o, w, at) {", "binds(o, w, at) && o == w {",
			[]simulation.Invariant{simulation.Untrue}, 1},
		{"a part that is left out of what is told later counts as told", "app/reminder/decide.go",
			"|| l.leavesOut(begun, covers)) {", "|| l.now.IsZero()) {",
			[]simulation.Invariant{simulation.Lost}, 30},
		{"a flight west takes tomorrow's reminder away", "app/reminder/decide.go",
			"early := l.tomorrowHasBegun()", "early := false",
			[]simulation.Invariant{simulation.Twice}, 12},
		{"the zone is not read afresh", "app/reminder/runner.go",
			"	zone := r.parts.Clock.Zone()\n", "	zone := time.UTC\n",
			[]simulation.Invariant{simulation.Lost, simulation.AtNight, simulation.TooEarly}, 1},
	}
}
