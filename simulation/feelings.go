package simulation

import (
	"context"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/guidance"
)

// anyFeeling is how the skin may feel: still red, calm, or only something that says neither.
func anyFeeling(d draw) record.Feeling {
	f := record.Feeling{Skin: pick(d, record.SkinRed, record.SkinRed, record.SkinCalm, record.SkinUnsaid), Itch: record.Felt(d.IntN(record.MostFelt + 1))}
	if d.chance(0.3) {
		f.Redness = record.Felt(d.IntN(record.MostFelt + 1))
	}
	return f
}

// actFeel writes down how the skin feels.
func (w *world) actFeel() bool {
	return w.enter(record.Entry{Kind: record.KindFeel, Feeling: anyFeeling(w.draw)})
}

// actRefeel puts something else in the place of how the skin felt.
func (w *world) actRefeel() bool {
	var said []int64
	for i := range w.oracle.entries {
		if e := &w.oracle.entries[i]; e.Kind == record.KindFeel && !e.Undone {
			said = append(said, e.ID)
		}
	}
	if len(said) == 0 {
		return false
	}
	old := pick(w.draw, said[max(0, len(said)-3):]...)
	e, err := w.keeper.ChangeFeel(w.ctx, old, service.Felt{Feeling: anyFeeling(w.draw)})
	if err != nil {
		w.fail(err)
		return false
	}
	if e.ID == old {
		return false // it says the same
	}
	w.oracle.mark(old, true)
	w.entered(e)
	w.ring()
	return true
}

// restsUntil is when the person may be asked again whether their skin is calm, by what they said last of it until now;
// zero if nothing keeps anybody from asking.
func (o *oracle) restsUntil(now time.Time) time.Time {
	var last *record.Entry
	for _, i := range o.skin {
		if e := &o.entries[i]; !e.Undone && !e.At.After(now) && (last == nil || !e.At.Before(last.At)) {
			last = e
		}
	}
	if last == nil || last.Feeling.Skin != record.SkinRed {
		return time.Time{}
	}
	return o.walls.morning(last.At, o.prefs.Sleep)
}

// morning is when the sleep hours end next after t; without sleep hours it is midnight.
func (w *walls) morning(t time.Time, sleep guidance.HourRange) time.Time {
	wake := sleep.To
	if sleep.From == sleep.To {
		wake = 0
	}
	d := dateOf(t, w.zone)
	if at := w.at(d, wake); at.After(t) {
		return at
	}
	return w.at(d+1, wake)
}

// enterFeel is the twin of service.Feel.
func (m *memory) enterFeel(running []course.Course, entries []record.Entry, e record.Entry) (record.Entry, error) {
	now := m.clock.Now()
	what := e.Occurrence
	e.Occurrence, e.What, e.Treatment = "", "", 0
	if lead, ok := course.Current(running, now); ok {
		e.Treatment = lead.Treatment.ID
	} else if e.Treatment = m.latest(now); e.Treatment == 0 {
		return record.Entry{}, errRefused
	}
	if d, ok := m.checkIn(running, entries, what, now); ok {
		e.What, e.Occurrence = d.Routine, d.ID
	}
	return m.add(e), nil
}

// latest is the newest treatment of the year that has been.
func (m *memory) latest(now time.Time) int64 {
	var found course.Treatment
	for _, t := range m.treatments {
		if !t.Removed && !t.At.After(now) && !t.At.Before(now.Add(-longestCourse)) && (found.ID == 0 || !t.At.Before(found.At)) {
			found = t
		}
	}
	return found.ID
}

// checkIn is the check-in that a feeling answers: the one that is asked about, else one that is due or nearly.
func (m *memory) checkIn(running []course.Course, entries []record.Entry, what string, now time.Time) (course.Due, bool) {
	day := course.DayAt(m.prefs, now, m.clock.Zone())
	open := func(d course.Due) bool { return d.Role == guidance.CheckIn && !answered(entries, d.ID) }
	if _, date, ok := split(what); ok && !m.settled(what, now) {
		if date, err := course.ParseDate(date.String()); err == nil {
			list := course.DueOn(running, m.prefs, date, m.clock.Zone())
			if i := slices.IndexFunc(list, func(d course.Due) bool { return d.ID == what && open(d) && !d.At.After(now) }); i >= 0 {
				return list[i], true
			}
		}
	}
	for _, date := range []course.Date{day.Add(-1), day} {
		for _, d := range course.DueOn(running, m.prefs, date, m.clock.Zone()) {
			if open(d) && !d.At.After(now.Add(time.Hour)) && d.Useful.After(now) {
				return d, true
			}
		}
	}
	return course.Due{}, false
}

// ChangeFeel implements keeper.
func (m *memory) ChangeFeel(_ context.Context, id int64, f service.Felt) (record.Entry, error) {
	if id < 1 || id > int64(len(m.entries)) {
		return record.Entry{}, errRefused
	}
	old := &m.entries[id-1]
	switch {
	case old.Kind != record.KindFeel || old.Undone:
		return record.Entry{}, errRefused
	case old.Feeling == f.Feeling && old.Note == f.Note:
		return *old, nil
	}
	e := *old
	old.Undone = true
	e.ID, e.Feeling, e.Note, e.Replaces = int64(len(m.entries)+1), f.Feeling, f.Note, id
	m.entries = append(m.entries, e)
	return e, nil
}
