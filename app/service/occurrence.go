package service

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// occurrence is a read occurrence id: "cleanse/2026-11-22/2", or "makeup/1" with no date.
type occurrence struct {
	id   string
	what string
	date date
}

// date is a course.Date that may be missing.
type date struct {
	course.Date
	set bool
}

// IsZero says whether there is no date.
func (d date) IsZero() bool { return !d.set }

// readOccurrence reads an occurrence's id. Only a routine's has a date.
func readOccurrence(id string) (occurrence, bool) {
	parts := strings.Split(id, "/")
	if len(parts) < 2 || parts[0] == "" {
		return occurrence{}, false
	}
	o := occurrence{id: id, what: parts[0]}
	if len(parts) == 3 {
		if d, err := course.ParseDate(parts[1]); err == nil {
			o.date = date{d, true}
		}
	}
	return o, true
}

func (sc Scene) next(o reminder.Occurrence) NextView {
	return NextView{ID: o.ID, Kind: string(o.Kind), What: o.What, Role: sc.Role(o.What), At: local(o.At, sc.Zone), News: o.News}
}

func (sc Scene) held(d reminder.Decision) []HeldView {
	out := []HeldView{}
	for _, h := range d.Held {
		v := HeldView{NextView: sc.next(h.Occurrence), Reason: h.Reason, By: h.By, Until: optional(h.Until, sc.Zone)}
		// A pause may end in the sleep hours, which then hold it on: it is told when it will truly come.
		if !h.Until.IsZero() && !sc.ahead() {
			if at, ok := reminder.Comes(sc.Input, h.ID, h.Until.Add(heldAtMost)); ok && at.After(h.Until) {
				v.At, v.Until = local(at, sc.Zone), optional(at, sc.Zone)
			}
		}
		out = append(out, v)
	}
	return out
}

// heldAtMost is how far beyond the end of what holds something back it is looked for: a night and what comes first in the morning.
const heldAtMost = 24 * time.Hour

// due is every occurrence of a routine whose moment has come, that is still useful,
// unanswered and not kept back, oldest first.
func (sc Scene) due(d reminder.Decision) []NextView {
	found := map[string]NextView{}
	put := func(v NextView) {
		if _, ok := found[v.ID]; !ok {
			found[v.ID] = v
		}
	}
	for _, n := range d.Show {
		for _, o := range append([]reminder.Occurrence{n.Occurrence}, n.Covers...) {
			if o.Kind == reminder.RoutineDue {
				v := sc.next(o)
				v.At = local(o.Due, sc.Zone)
				put(v)
			}
		}
	}
	for _, del := range sc.Deliveries {
		if sc.open(del) {
			news := del.News
			if news.Routine == nil { // of an older version
				news = sc.news(del.Occurrence, del.What)
			}
			put(NextView{ID: del.Occurrence, Kind: string(reminder.RoutineDue), What: del.What, Role: sc.Role(del.What), At: local(del.Due, sc.Zone), News: news})
		}
	}
	for _, o := range sc.timed() {
		if !o.At.After(sc.Now) && o.Useful.After(sc.Now) {
			put(NextView{ID: o.ID, Kind: string(reminder.RoutineDue), What: o.Routine, Role: o.Role, At: local(o.At, sc.Zone), News: newsOf(o)})
		}
	}
	for _, h := range d.Held {
		delete(found, h.ID)
	}
	notYet := map[string]*record.NotYet{}
	for _, r := range course.AllRoutines(sc.Courses, sc.Now) {
		notYet[r.Spec.ID] = sc.notYet(r)
	}
	out := []NextView{}
	for id, v := range found {
		if !sc.answered(id) && !sc.snoozed(id) {
			told := *v.News.Routine
			told.NotYet = notYet[v.What] // other skin may have been treated since it was told
			v.News.Routine = &told
			out = append(out, v)
		}
	}
	slices.SortFunc(out, func(a, b NextView) int {
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return out
}

// news is what a routine's occurrence tells, if the journal does not say any more.
func (sc Scene) news(id, routine string) record.News {
	for _, o := range sc.timed() {
		if o.ID == id {
			return newsOf(o)
		}
	}
	r, ok := sc.routineByID(routine)
	if !ok {
		return record.News{Routine: &record.RoutineNews{Name: routine}}
	}
	return record.News{Routine: &record.RoutineNews{Name: r.Name, Ask: r.Ask, How: r.How}}
}

func newsOf(o course.Due) record.News {
	return record.News{Routine: &record.RoutineNews{Name: o.Name, Ask: o.Ask, How: o.How}}
}

// notYet is on which skin a routine may not be done yet; nil: on all it may.
func (sc Scene) notYet(r course.Routine) *record.NotYet {
	if r.NotYet == nil || !r.NotYet.From.After(sc.Now) {
		return nil
	}
	return &record.NotYet{Areas: r.NotYet.Areas, From: local(r.NotYet.From, sc.Zone)}
}

// open says whether a delivery stands on the desktop with a routine that is still useful.
func (sc Scene) open(d record.Delivery) bool {
	if d.Window || (d.State != record.Shown && d.State != record.Begun) {
		return false
	}
	o, ok := readOccurrence(d.Occurrence)
	if !ok || o.date.IsZero() {
		return false // a window's end or the welcome-back card
	}
	for _, r := range course.Routines(sc.Courses, sc.Now) {
		if r.Spec.ID == d.What {
			return r.Spec.UsefulFor == 0 || sc.Now.Before(d.Due.Add(r.Spec.UsefulFor))
		}
	}
	return false
}

// timed are the clock-timed occurrences of today, and of yesterday if still useful.
func (sc Scene) timed() []course.Due { return sc.timedAt(sc.Now) }

func (sc Scene) timedAt(at time.Time) []course.Due {
	day := course.DayAt(sc.Prefs, at, sc.Zone)
	var out []course.Due
	for _, d := range course.DueOn(sc.Courses, sc.Prefs, day.Add(-1), sc.Zone) {
		if d.Useful.After(at) {
			out = append(out, d)
		}
	}
	return append(out, course.DueOn(sc.Courses, sc.Prefs, day, sc.Zone)...)
}

// answered says whether an occurrence was done, skipped or answered by a feeling.
func (sc Scene) answered(id string) bool {
	for _, e := range sc.Entries {
		if e.Occurrence == id && e.Answers() {
			return true
		}
	}
	return false
}

// snoozed says whether an occurrence waits for a later moment.
func (sc Scene) snoozed(id string) bool {
	for _, e := range sc.Entries {
		if !e.Undone && e.Kind == record.KindSnooze && e.Occurrence == id && e.Until.After(sc.Now) {
			return true
		}
	}
	return false
}
