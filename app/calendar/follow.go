package calendar

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Follow lays the events that hold over those that were handed out before. File is what to hand out now: what holds, and
// what was handed out, lies ahead and does not hold any more, cancelled. Keep is what to remember of it for the next time.
//
// An event that did not change stays as it was, to the byte. One that changed, was cancelled, or holds again has a higher
// number than before. The numbers follow the clock, so that they rise even if what was remembered is lost.
//
// ID is the journal's own name, gone has an event say that it does not hold any more.
func Follow(known, holds []Event, id string, now time.Time, gone func(Event) Event) (file, keep []Event) {
	before := make(map[string]*Event, len(known))
	for i := range known {
		before[known[i].Key] = &known[i]
	}
	for _, e := range holds {
		old := before[e.Key]
		delete(before, e.Key)
		e.UID = uid(id, e.Key)
		file = append(file, numbered(e, old, now))
	}
	keep = slices.Clone(file)
	for i := range known {
		old := known[i]
		switch {
		case before[old.Key] == nil: // it holds, or is told twice
			continue
		case old.over(now):
			if now.Sub(old.At) < remembered {
				keep = append(keep, old)
			}
			continue
		case !old.Cancelled:
			e := gone(old)
			e.Cancelled = true
			old = numbered(e, &old, now)
		}
		file, keep = append(file, old), append(keep, old)
	}
	slices.SortStableFunc(file, func(a, b Event) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.Key, b.Key)) })
	return file, keep
}

// remembered is for how long an event that has passed is remembered: its treatment may still be put right.
const remembered = 92 * 24 * time.Hour

// begun is when the numbers begin.
var begun = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// numbered gives an event its number: that of old if it is the same, else the next. Old is nil for one that is new.
func numbered(e Event, old *Event, now time.Time) Event {
	if old != nil && old.At.Unix() == e.At.Unix() && old.Day == e.Day && old.Title == e.Title && old.Text == e.Text && old.Cancelled == e.Cancelled {
		e.Sequence, e.Changed = old.Sequence, old.Changed
		return e
	}
	e.Sequence, e.Changed = max(int(now.Sub(begun)/time.Minute), 0), now
	if old != nil {
		e.Sequence = max(e.Sequence, old.Sequence+1)
		if e.Changed.Before(old.Changed) { // the clock was wrong then, or is now
			e.Changed = old.Changed
		}
	}
	return e
}
