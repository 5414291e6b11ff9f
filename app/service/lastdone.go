package service

import (
	"afterglow/app/course"
	"afterglow/app/record"
)

// LastDone is the newest entry that counts today for a routine: what a person takes back who takes back the last
// tick or glass. ok is false if there is none.
func (sc Scene) LastDone(routine string) (last record.Entry, ok bool) {
	today := course.DayAt(sc.Prefs, sc.Now, sc.Zone)
	for _, e := range sc.Entries {
		if e.ID > last.ID && sc.counts(e, routine, today) {
			last, ok = e, true
		}
	}
	return last, ok
}

// counts says whether an entry is a time that a routine was carried out on local day d: one that
// answers an occurrence counts for the occurrence's day, any other for its own. What was
// done before the plan begins it is extra and does not count.
func (sc Scene) counts(e record.Entry, routine string, d course.Date) bool {
	return e.Did(routine) && sc.dayOf(e) == d && (e.Occurrence != "" || sc.allowed(routine, e.At))
}
