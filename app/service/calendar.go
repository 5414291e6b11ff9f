package service

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"afterglow/app/calendar"
	"afterglow/app/course"
	"afterglow/app/journal"
)

// DateKind is what happens at a moment for a calendar.
type DateKind string

const (
	DateEnds   DateKind = "ends"   // a wait is over
	DateAsks   DateKind = "asks"   // a wait's time is up, and the person is asked
	DateBegins DateKind = "begins" // a wait begins
	DateFirst  DateKind = "first"  // a routine is due for the first time
	DateDue    DateKind = "due"    // a routine is due
	DateNext   DateKind = "next"   // the earliest day of the next treatment
)

// Date is a moment of the courses that can stand in a calendar.
type Date struct {
	Kind   DateKind
	Key    string     // the same for as long as it is the same thing: see [calendar.Event]
	At     time.Time  // of a day (DateNext): its midnight, in UTC
	Window WindowView // of a wait
	Name   string     // of a routine, or of what was asked about
	How    string     // of a routine: what to do
}

// DateChoice is what of the courses goes into a calendar besides waits and the first time of each routine.
type DateChoice struct {
	Each bool  // each time at which a routine is due
	Also *Date // one more, such as what was asked about; nil: none
}

// Bounds of what goes into a calendar.
const (
	furthestDate = 190 // days: routines until calm keep a course open for half a year at most
	mostDates    = 3000
)

// Dates are the moments to come of the courses that are looked after. What has no moment has none here: a wait without an
// end, one that ends by the person's word alone, and one whose end allows nothing.
func (sc Scene) Dates(choice DateChoice) []Date {
	st := Status{Now: sc.Now, Windows: sc.windows()}
	for _, c := range sc.Courses {
		st.Treatments = append(st.Treatments, sc.treatment(c))
	}
	var out []Date
	if choice.Also != nil {
		out = append(out, *choice.Also)
	}
	for _, m := range st.Openings().Ahead {
		for _, o := range m.What {
			if d, ok := dateOf(o); ok && d.At.After(sc.Now) {
				out = append(out, d)
			}
		}
	}
	out = append(out, sc.routineDates(choice.Each)...)
	if next := sc.visit(); next != nil {
		day := course.DateOf(next.From, sc.Zone)
		if !day.Before(course.DateOf(sc.Now, sc.Zone)) {
			out = append(out, Date{Kind: DateNext, Key: dateKey(DateNext, sc.latest.Treatment.ID, ""), At: time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC)})
		}
	}
	return out
}

// dateOf is a point of the path as a date; ok is false for one that no calendar can hold.
func dateOf(o Opening) (d Date, ok bool) {
	w := o.Window
	d = Date{Window: w, At: w.Until}
	switch o.Kind {
	case Opens:
		d.Kind = DateEnds
	case Calms:
		d.Kind = DateAsks
	case Begins:
		d.Kind, d.At = DateBegins, w.From
	default:
		return Date{}, false
	}
	d.Key = dateKey(d.Kind, w.Treatment, w.ID)
	return d, d.Kind == DateBegins || !w.End.ByWord()
}

// EndOf is the date at which a window's wait ends, or asks, as the calendar has it; ok is false if it has none.
func (sc Scene) EndOf(window string) (d Date, ok bool) {
	for _, d := range sc.Dates(DateChoice{}) {
		if d.Window.ID == window && (d.Kind == DateEnds || d.Kind == DateAsks) {
			return d, true
		}
	}
	return Date{}, false
}

// WishDate is the date at which the wait for something is over that was asked about: see [Service.TellMeWhen]. Ok is
// false if that is not known, or has no end.
func (sc Scene) WishDate(name string, windows []string) (d Date, ok bool) {
	e, at, err := sc.Wish(name, windows)
	if err != nil || !at.After(sc.Now) {
		return Date{}, false
	}
	return Date{Kind: DateEnds, Key: dateKey("tell", e.Treatment, fold(e.Note)), At: at, Name: e.Note}, true
}

// routineDates are the first time of each routine that was not due yet, or with each all times to come.
func (sc Scene) routineDates(each bool) []Date {
	starting := map[string]course.Routine{}
	for _, r := range course.AllRoutines(sc.Courses, sc.Now) {
		if r.From.After(sc.Now) {
			starting[r.Spec.ID] = r
		}
	}
	var last time.Time
	for _, c := range sc.Courses {
		last = course.Later(last, c.Closes)
	}
	today, end := course.DateOf(sc.Now, sc.Zone), course.DateOf(last, sc.Zone)
	var out []Date
	for day := today.Add(-1); !end.Before(day) && today.Days(day) <= furthestDate && len(out) < mostDates; day = day.Add(1) {
		if !each && len(starting) == 0 {
			break
		}
		for _, due := range course.DueOn(sc.Courses, sc.Prefs, day, sc.Zone) {
			if !due.At.After(sc.Now) {
				continue
			}
			d := Date{Kind: DateDue, Key: due.ID, At: due.At.In(sc.Zone), Name: due.Name, How: due.How}
			if r, first := starting[due.Routine]; first && !each {
				d.Kind, d.Key = DateFirst, dateKey(DateFirst, r.Treatment, due.Routine)
				delete(starting, due.Routine)
			} else if !each {
				continue
			}
			out = append(out, d)
		}
	}
	return out
}

// Whole is the scene now, for what is taken along. If the plan of a treatment cannot be read any more that is the error,
// also if others can: on a card, or in a calendar, nobody would see that waits are missing.
func (s *Service) Whole(ctx context.Context) (Scene, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err == nil {
		err = sc.unread
	}
	return sc, err
}

// Handover is a calendar that is ready to be handed out.
type Handover struct {
	Events []calendar.Event // in their order, those that are cancelled among them
	id     string
	named  bool // the journal has that name already
	keep   []calendar.Event
}

// CalendarWords put moments into words: what phrase does.
type CalendarWords struct {
	Event func(Date) calendar.Event           // a date as its calendar shows it
	Gone  func(calendar.Event) calendar.Event // an event that does not hold any more
}

// calendarID is the setting in which a journal keeps its own name, from which its events have theirs.
const calendarID = "calendar_id"

// Calendar is what goes into a calendar now: what holds, and what was handed out before and does not hold any more. It is
// not remembered as handed out yet: see [Service.Handed].
func (s *Service) Calendar(ctx context.Context, choice DateChoice, words CalendarWords) (Handover, error) {
	sc, err := s.Whole(ctx)
	if err != nil {
		return Handover{}, err
	}
	return s.handover(ctx, sc, sc.Dates(choice), words)
}

func (s *Service) handover(ctx context.Context, sc Scene, dates []Date, words CalendarWords) (Handover, error) {
	known, err := s.journal.Handed(ctx)
	if err != nil {
		return Handover{}, err
	}
	holds := make([]calendar.Event, len(dates))
	for i, d := range dates {
		holds[i] = words.Event(d)
	}
	h := Handover{id: sc.Settings[calendarID]}
	if h.named = h.id != ""; !h.named {
		h.id = rand.Text()
	}
	h.Events, h.keep = calendar.Follow(known, holds, h.id, sc.Now, words.Gone)
	return h, nil
}

// Handed remembers what was handed out, so that a later calendar changes and cancels it.
func (s *Service) Handed(ctx context.Context, h Handover) error {
	return s.journal.Together(ctx, journal.AboutCalendar, func(b *journal.Batch) error {
		if err := b.Set(calendarID, h.id); err != nil {
			return err
		}
		return b.SetHanded(h.keep)
	})
}

// NameCalendar keeps the name from which a handover's events have theirs, for who hands each one out apart and
// remembers that elsewhere. It is kept once.
func (s *Service) NameCalendar(ctx context.Context, h Handover) error {
	if h.named {
		return nil
	}
	return s.journal.Together(ctx, journal.AboutCalendar, func(b *journal.Batch) error {
		return b.Set(calendarID, h.id)
	})
}

// dateKey is the key of a date of a treatment.
func dateKey(kind DateKind, treatment int64, id string) string {
	return fmt.Sprintf("%s/%d/%s", kind, treatment, id)
}
