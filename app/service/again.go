package service

import (
	"context"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// Again is when something that was put off will truly come: sleep hours, a pause and the distance that
// reminders keep from each other may all move it.
type Again struct {
	At  time.Time // zero if it will not be shown again
	Why AgainWhy  // "": it comes as asked
}

// AgainWhy is why it comes at another moment than was asked for, or not at all.
type AgainWhy string

const (
	AgainNotDue     AgainWhy = "not_due"     // it is not due before
	AgainSleep      AgainWhy = "sleep"       // sleep hours hold it
	AgainPause      AgainWhy = "pause"       // a pause holds it
	AgainApart      AgainWhy = "apart"       // reminders keep their distance
	AgainNeverSleep AgainWhy = "never_sleep" // by the end of the sleep hours it is of no more use
	AgainNeverPause AgainWhy = "never_pause" // by the end of the pause it is of no more use
	AgainNever      AgainWhy = "never"       // by then the next one comes, or it is of no more use
)

// againWithin is how far ahead it is looked for: the longest snooze, and the night after it.
const againWithin = longestSnooze + 24*time.Hour

// Again says when the reminder that a snooze put off will come, if nobody does anything until then.
func (s *Service) Again(ctx context.Context, e record.Entry) (Again, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return Again{}, err
	}
	return sc.again(e), nil
}

func (sc Scene) again(e record.Entry) Again {
	at, ok := reminder.Comes(sc.Input, e.Occurrence, sc.Now.Add(againWithin))
	_, asleep := course.Asleep(sc.Prefs, e.Until, sc.Zone)
	paused, pause := reminder.Paused(sc.Entries, sc.Now)
	pause = pause && paused.After(e.Until)
	switch {
	case !ok && asleep:
		return Again{Why: AgainNeverSleep}
	case !ok && pause:
		return Again{Why: AgainNeverPause}
	case !ok:
		return Again{Why: AgainNever}
	}
	a, own := Again{At: local(at, sc.Zone)}, sc.ownTime(e)
	switch {
	case at.Sub(e.Until) < time.Minute:
	case own.After(e.Until) && !own.Before(at):
		a.Why = AgainNotDue
	case asleep:
		a.Why = AgainSleep
	case pause:
		a.Why = AgainPause
	default:
		a.Why = AgainApart
	}
	return a
}

// ownTime is when what was put off was due by itself; zero if it has no time of its own, as water.
func (sc Scene) ownTime(e record.Entry) time.Time {
	if o, ok := readOccurrence(e.Occurrence); ok && !o.date.IsZero() {
		for _, d := range course.DueOn(sc.Courses, sc.Prefs, o.date.Date, sc.Zone) {
			if d.ID == e.Occurrence {
				return d.At
			}
		}
	}
	return time.Time{}
}
