package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/guidance"
)

// LongestNote is how many letters a note on how the skin feels has at most.
const LongestNote = 300

// checkInSoon is how long before a check-in is due a feeling answers it: who has just said how it feels is not asked.
const checkInSoon = time.Hour

// Felt is how the skin feels, as the person says it. Something has to be said of it.
type Felt struct {
	record.Feeling
	Note string
}

// FeelView is how the skin felt once.
type FeelView struct {
	Felt
	ID       int64 // of its entry
	At       time.Time
	Replaces int64 // the entry in whose place it was written; 0: none
}

func feelView(e record.Entry, zone *time.Location) *FeelView {
	return &FeelView{Felt: Felt{e.Feeling, e.Note}, ID: e.ID, At: local(e.At, zone), Replaces: e.Replaces}
}

// Feel writes down how the skin feels at the moment at (zero: now). What is the occurrence of the check-in that it
// answers, if it can be answered still; "" for the one that is due, or is within an hour; it may answer none. That the
// skin is calm is an answer to every wait that asks so by then.
func (s *Service) Feel(ctx context.Context, f Felt, what string, at time.Time) (record.Entry, error) {
	f, err := f.Tidy()
	if err != nil {
		return record.Entry{}, err
	}
	if at, err = s.pastMoment(at); err != nil {
		return record.Entry{}, err
	}
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.Entry{}, err
	}
	e := record.Entry{At: at, Kind: record.KindFeel, Feeling: f.Feeling, Note: f.Note}
	switch lead, ok := course.Current(sc.Courses, at); {
	case ok:
		e.Treatment = lead.Treatment.ID
	case sc.latest != nil: // its course is over; what is felt weeks later is worth a note, too
		e.Treatment = sc.latest.Treatment.ID
	default:
		return record.Entry{}, ErrNoCourse
	}
	if t, ok := sc.checkInAt(what, at); ok {
		e.What, e.Occurrence = t.routine.ID, t.occurrence
	}
	return s.add(ctx, e)
}

// ChangeFeel puts something else in the place of how the skin felt at that moment. An entry is never changed: the old one
// is taken back and a new one written, in one act, and Undo of the new one brings the old one back.
func (s *Service) ChangeFeel(ctx context.Context, id int64, f Felt) (record.Entry, error) {
	f, err := f.Tidy()
	if err != nil {
		return record.Entry{}, err
	}
	var e record.Entry
	err = s.together(ctx, journal.AboutEntry, func(b *journal.Batch) error {
		old, err := b.Entry(id)
		switch {
		case err != nil:
			return notFound(err, fault.Use("refusal.no_entry", fault.Args{"Number": id}))
		case old.Kind != record.KindFeel:
			return fault.Use("refusal.not_a_feeling", fault.Args{"Number": id})
		case old.Undone:
			return fault.Use("refusal.undone_already", fault.Args{"Number": id})
		case old.Feeling == f.Feeling && old.Note == f.Note:
			e = old
			return nil
		}
		e = old
		e.ID, e.Feeling, e.Note, e.Replaces = 0, f.Feeling, f.Note, old.ID
		if err := b.MarkUndone(old.ID, true); err != nil {
			return err
		}
		e.ID, err = b.AddEntry(e)
		return err
	})
	if err != nil {
		return record.Entry{}, err
	}
	return e, nil
}

// FeltAt is how the skin felt by that entry of the log.
func (s *Service) FeltAt(ctx context.Context, id int64) (FeelView, error) {
	e, err := s.journal.Entry(ctx, id)
	switch {
	case err != nil:
		return FeelView{}, notFound(err, fault.Use("refusal.no_entry", fault.Args{"Number": id}))
	case e.Kind != record.KindFeel:
		return FeelView{}, fault.Use("refusal.not_a_feeling", fault.Args{"Number": id})
	}
	return *feelView(e, s.Zone()), nil
}

// pastMoment is when something was, now if that is not said: not to come, and not too long ago.
func (s *Service) pastMoment(at time.Time) (time.Time, error) {
	now := s.Now()
	switch {
	case at.IsZero():
		return now, nil
	case at.After(now.Add(time.Minute)):
		return at, fault.Use("refusal.to_come", fault.Args{"At": at})
	case at.Before(now.Add(-latestDone)):
		return at, fault.Use("refusal.too_old", fault.Args{"At": at, "Most": latestDone})
	}
	return at, nil
}

// Tidy refuses what says nothing and what cannot be felt, and puts the note into one line.
func (f Felt) Tidy() (Felt, error) {
	said := f.Skin != record.SkinUnsaid
	for _, l := range f.Levels() {
		if l.Said && (l.N < 0 || l.N > record.MostFelt) {
			return Felt{}, fault.Use("refusal.level", fault.Args{"Level": l.N, "Most": record.MostFelt})
		}
		said = said || l.Said
	}
	if f.Note = strings.TrimSpace(f.Note); f.Note != "" {
		note, err := tidyText(f.Note, LongestNote)
		if err != nil {
			return Felt{}, err
		}
		f.Note, said = note, true
	}
	if !said {
		return Felt{}, fault.Use("refusal.feel_nothing", nil)
	}
	return f, nil
}

// checkInAt is the check-in that a feeling at that moment answers.
func (sc Scene) checkInAt(what string, at time.Time) (target, bool) {
	if what != "" {
		t, err := sc.target(what, at)
		if err == nil && t.routine.Role == guidance.CheckIn && t.occurrence != "" && sc.belongs(t, at) == nil {
			return t, true
		}
	}
	for _, d := range sc.timedAt(at) {
		if r, ok := sc.routineByID(d.Routine); ok && r.Role == guidance.CheckIn && !sc.answered(d.ID) &&
			!d.At.After(at.Add(checkInSoon)) && d.Useful.After(at) {
			return target{r, d.ID}, true
		}
	}
	return target{}, false
}

// AsksCalm says whether a wait is open for the person's word alone that their skin is calm, asked for now or not.
func (st Status) AsksCalm() bool {
	return slices.ContainsFunc(st.Windows, func(w WindowView) bool { return w.State == course.Ask })
}

// Asking are the windows, routines and advice about which the person may be asked now whether their skin is calm: none after they said that it
// is still red, until they wake next.
func (st Status) Asking() []WindowView {
	var out []WindowView
	for _, w := range slices.Concat(st.Windows, st.Questions) {
		if w.State == course.Ask && st.AskAgain == nil {
			out = append(out, w)
		}
	}
	return out
}

// felt is how the skin felt last; nil: nothing was said of it.
func (sc Scene) felt() *FeelView {
	var last *record.Entry
	for i := range sc.Entries {
		e := &sc.Entries[i]
		if e.Kind == record.KindFeel && !e.Undone && !e.At.After(sc.Now) && (last == nil || !e.At.Before(last.At)) {
			last = e
		}
	}
	if last == nil {
		return nil
	}
	return feelView(*last, sc.Zone)
}

// ifRed are the reasons to call that the plans name for who is still red or peeling so long after a treatment, the most
// urgent first.
func (sc Scene) ifRed() []CallView {
	courses := sc.Courses
	if len(courses) == 0 && sc.latest != nil { // red weeks after its course is over, too
		courses = []course.Course{*sc.latest}
	}
	out := []CallView{}
	for _, c := range courses {
		clinic := clinicOf(c.Plan, sc.Settings)
		for _, call := range guidance.CallList(c.Plan) {
			known := slices.ContainsFunc(out, func(v CallView) bool { return v.Text == call.Text })
			if known || call.StillAfter == 0 || sc.Now.Before(c.Treatment.At.Add(call.StillAfter)) {
				continue
			}
			line := call.Line
			if !slices.ContainsFunc(c.Plan.Calls, func(o guidance.Call) bool { return o.ID == call.ID }) {
				line = 0 // of the list that is always shown: no line of the plan's file
			}
			out = append(out, CallView{
				Text: call.Text, Act: call.Act, Says: Says(c.Plan, call.Source, line),
				Treatment: c.Treatment.ID, Clinic: clinic.Name, Phone: clinic.Phone,
			})
		}
	}
	slices.SortStableFunc(out, func(a, b CallView) int { return guidance.Urgency(a.Act) - guidance.Urgency(b.Act) })
	return out
}
