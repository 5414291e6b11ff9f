package service

import (
	"context"
	"errors"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// furthestAhead is how many days Upcoming looks ahead at most.
const furthestAhead = 366

// Upcoming is every notification to come within days, in order, as if nobody did anything.
func (s *Service) Upcoming(ctx context.Context, days int) ([]NextView, error) {
	if days < 1 || days > furthestAhead {
		return nil, fault.Use("refusal.days", fault.Args{"Days": days, "Most": furthestAhead})
	}
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return nil, err
	}
	out := []NextView{}
	for _, o := range reminder.Upcoming(sc.Told(), sc.Now.AddDate(0, 0, days)) {
		out = append(out, sc.next(o))
	}
	return out, nil
}

// Entries are what the person did since a moment, oldest first.
func (s *Service) Entries(ctx context.Context, since time.Time) ([]record.Entry, error) {
	return s.journal.EntriesFor(ctx, since)
}

// Log is what was done and shown since a moment, oldest first.
func (s *Service) Log(ctx context.Context, since time.Time) ([]LogView, error) {
	entries, err := s.journal.Entries(ctx, since)
	if err != nil {
		return nil, err
	}
	deliveries, err := s.journal.Deliveries(ctx, since)
	if err != nil {
		return nil, err
	}
	prefs, err := s.Prefs(ctx)
	if err != nil {
		return nil, err
	}
	zone, vessel := s.Zone(), s.vessel(ctx)
	changes, err := s.treatChanges(ctx, entries)
	if err != nil {
		return nil, err
	}
	out := []LogView{}
	for _, e := range entries {
		if !e.At.Before(since) {
			out = append(out, logEntry(e, zone, prefs, vessel).about(changes))
		}
	}
	for _, d := range deliveries {
		if v := logDelivery(d, zone); !v.At.IsZero() && !v.At.Before(since) {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b LogView) int { return a.At.Compare(b.At) })
	return out, nil
}

// treatChanges says of each line about a treatment which one it was, by the entry's id; nothing if none of the entries
// is one.
func (s *Service) treatChanges(ctx context.Context, entries []record.Entry) (map[int64]TreatChange, error) {
	if !slices.ContainsFunc(entries, func(e record.Entry) bool { return e.Kind == record.KindTreat }) {
		return nil, nil
	}
	lines, err := s.journal.TreatmentEntries(ctx)
	if err != nil {
		return nil, err
	}
	all, err := s.journal.Treatments(ctx)
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return nil, err
	}
	return treatChanges(lines, all), nil
}

// about is a line of the log with what it says of a treatment.
func (l LogView) about(changes map[int64]TreatChange) LogView {
	if c, ok := changes[l.ID]; ok && l.Kind == string(record.KindTreat) {
		l.Treat, l.Reason = &c, c.Word
	}
	return l
}

// Acted is an act that was just written down, as the log shows it, with what there is to say of
// it. If that cannot be read, the act is told without.
func (s *Service) Acted(ctx context.Context, e record.Entry) LogView {
	prefs, err := s.Prefs(ctx)
	if err != nil {
		prefs = course.DefaultPrefs()
	}
	v := logEntry(e, s.Zone(), prefs, s.vessel(ctx))
	if changes, err := s.treatChanges(ctx, []record.Entry{e}); err == nil {
		v = v.about(changes)
	}
	if over, err := s.overLitre(ctx, e); err == nil {
		v.OverLitre = over
	}
	if e.Kind == record.KindSnooze && !e.Undone {
		if again, err := s.Again(ctx, e); err == nil {
			v.Comes = optional(again.At, s.Zone())
		}
	}
	return v
}

// vessel is the plan's own word for glasses; "" if it cannot be read.
func (s *Service) vessel(ctx context.Context) string {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return ""
	}
	return reminder.Vessel(sc.Input)
}

func logEntry(e record.Entry, zone *time.Location, prefs course.Prefs, vessel string) LogView {
	v := LogView{
		ID:         e.ID,
		At:         local(e.At, zone),
		Kind:       string(e.Kind),
		What:       e.What,
		Occurrence: e.Occurrence,
		Until:      optional(e.Until, zone),
		Reason:     e.Note,
		Undone:     e.Undone,
		Kept:       keptChange(e),
	}
	if v.Kept != nil {
		v.Reason = v.Kept.Word
	}
	switch e.Kind {
	case record.KindTell:
		v.Title, v.Reason = e.Note, ""
	case record.KindFeel:
		v.Feel, v.Reason = feelView(e, zone), ""
	case record.KindTreat:
		v.Reason, _ = readNote(e.Note)
	case record.KindOwn:
		v.Reason = ""
		if o, err := ownOf(e); err == nil {
			v.Own = &o
		}
	}
	if e.AmountML > 0 {
		v.Drink = &record.Drink{Drunk: e.AmountML, Glass: prefs.Glass(), Unit: prefs.Unit, Vessel: vessel}
	}
	return v
}

func logDelivery(d record.Delivery, zone *time.Location) LogView {
	v := LogView{ID: d.ID, Kind: "shown", What: d.What, Occurrence: d.Occurrence, Title: d.Title, News: d.News, Reason: d.Reason}
	switch {
	case d.State == record.LetGo:
		v.Kind = "letgo"
		v.At = d.ClosedAt
		if v.At.IsZero() {
			v.At = d.BegunAt
		}
		if v.At.IsZero() {
			v.At = d.Due
		}
	case !d.ShownAt.IsZero():
		v.At = d.ShownAt
	default:
		return LogView{} // in flight: not shown yet
	}
	v.At = local(v.At, zone)
	return v
}
