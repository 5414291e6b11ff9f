package service

import (
	"slices"
	"time"

	"afterglow/app/course"
)

// Delay is one of the lengths for which a reminder is put off by a click. What it is written as is also what a
// person types: "15m", "1h", "tonight".
type Delay string

// The delays, in the order in which they are offered.
const (
	DelayQuarter Delay = "15m"
	DelayHour    Delay = "1h"
	DelayTonight Delay = "tonight"
)

// DelayUsual is what "later" means without a choice.
const DelayUsual = DelayQuarter

// Delays are all of them.
func Delays() []Delay { return []Delay{DelayQuarter, DelayHour, DelayTonight} }

// delaysAt are those that lead to a later moment: no "tonight" once that has begun.
func delaysAt(prefs course.Prefs, now time.Time, zone *time.Location) []Delay {
	return slices.DeleteFunc(Delays(), func(d Delay) bool { return !d.until(prefs, now, zone).After(now) })
}

// until is the moment to which a delay leads from now; zero for none of ours. "Tonight" may have passed.
func (d Delay) until(prefs course.Prefs, now time.Time, zone *time.Location) time.Time {
	switch d {
	case DelayQuarter:
		return now.Add(15 * time.Minute)
	case DelayHour:
		return now.Add(time.Hour)
	case DelayTonight:
		return Tonight(prefs, now, zone)
	}
	return time.Time{}
}

// Break is one of the lengths for which all reminders are paused by a click, written as a person types it.
type Break string

// The breaks, in the order in which they are offered.
const (
	BreakHour     Break = "1h"
	BreakTomorrow Break = "tomorrow" // until the person wakes next
)

// Breaks are all of them.
func Breaks() []Break { return []Break{BreakHour, BreakTomorrow} }

// until is the moment to which a break leads from now; zero for none of ours.
func (b Break) until(prefs course.Prefs, now time.Time, zone *time.Location) time.Time {
	switch b {
	case BreakHour:
		return now.Add(time.Hour)
	case BreakTomorrow:
		return course.NextMorning(prefs, now, zone)
	}
	return time.Time{}
}
