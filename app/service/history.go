package service

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/guidance"
)

// HistoryOf is which lines of the history are asked for.
type HistoryOf string

// The lines.
const (
	HistoryAll     HistoryOf = ""        // all, with the reminders that were shown and those that were not
	HistoryCare    HistoryOf = "care"    // what was done and let go, and what was said to reminders
	HistoryFeel    HistoryOf = "feel"    // how the skin felt
	HistoryChanges HistoryOf = "changes" // treatments, and what is kept: questions, products, courses
)

// kinds are the kinds of entries that belong to it; none: all.
func (h HistoryOf) kinds() []record.Kind {
	switch h {
	case HistoryCare:
		return []record.Kind{record.KindDone, record.KindSkip, record.KindSnooze, record.KindPause, record.KindResume, record.KindExtend, record.KindTell}
	case HistoryFeel:
		return []record.Kind{record.KindFeel, record.KindCalm}
	case HistoryChanges:
		return []record.Kind{record.KindTreat, record.KindKeep, record.KindQuestion, record.KindProduct, record.KindOwn}
	}
	return nil
}

// HistoryAsk is the part of the history that is asked for: the days before a moment, or those from one on; with neither
// the newest.
type HistoryAsk struct {
	Before time.Time // the zero time is no bound
	After  time.Time // counts if Before is zero: the days that begin then
	Of     HistoryOf
}

// historyPage is how many entries, or reminders, a part of the history has before its last day is made whole.
const historyPage = 40

// HistoryView is some whole days of all that was done, felt, noted, shown and changed.
type HistoryView struct {
	Of     HistoryOf
	Lines  []HistoryLine // newest first
	From   time.Time     // where its first day begins; zero: there is nothing earlier
	Before time.Time     // where the day after its last begins; zero: there is nothing later
	First  time.Time     // of all entries of that kind; zero: there is none
}

// HistoryLine is a line of the history.
type HistoryLine struct {
	LogView
	Name string // what the plan calls it; "" if it is of nothing in particular
	// Fixed says that it cannot be taken back by itself: a reminder, or the entering of a treatment that was removed.
	Fixed bool
	// Later are, of an own change that another one took the place of, all up to the one that holds now, the oldest first: once
	// they are taken back, it holds again.
	Later []int64
	// Lasting is, of a course that is kept, what goes on all the same now.
	Lasting []CanView
}

// Taken says whether the line is an entry, so that it can be taken back or written down again.
func (l HistoryLine) Taken() bool { return l.Kind != "shown" && l.Kind != "letgo" }

// Removes says whether the line tells that a treatment was removed.
func (l HistoryLine) Removes() bool { return l.Treat != nil && l.Treat.Word == noteRemoved }

// History is a part of all that was written down, by whole days. All of it is found by moment, whatever the journal's age;
// of a seldom kind every entry is looked at: some 60 ms where there are 100,000.
func (s *Service) History(ctx context.Context, ask HistoryAsk) (HistoryView, error) {
	h := HistoryView{Of: ask.Of}
	span, err := s.historySpan(ctx, ask)
	if err != nil {
		return h, err
	}
	h.From, h.Before = span.From, span.Before
	kinds := ask.Of.kinds()
	if h.First, err = s.journal.EntryAt(ctx, journal.Span{}, 1, false, kinds...); err != nil {
		return h, err
	}
	entries, err := s.journal.EntriesWithin(ctx, span, kinds...)
	if err != nil {
		return h, err
	}
	changes, err := s.treatChanges(ctx, entries)
	if err != nil {
		return h, err
	}
	prefs, err := s.Prefs(ctx)
	if err != nil {
		return h, err
	}
	all, err := s.journal.Treatments(ctx)
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return h, err
	}
	zone, vessel, name := s.Zone(), s.vessel(ctx), s.pastNames(ctx, all)
	removed := map[int64]bool{}
	for _, t := range all {
		removed[t.ID] = t.Removed
	}
	later, err := s.laterOwn(ctx, entries)
	if err != nil {
		return h, err
	}
	for _, e := range withoutReplaced(entries) {
		l := HistoryLine{LogView: logEntry(e, zone, prefs, vessel).about(changes)}
		l.Name, l.Later = name(e.What), later(e)
		l.Fixed = l.Treat != nil && l.Treat.Word == noteBegun && !e.Undone && removed[l.Treat.Number]
		if e.Kind == record.KindKeep && !e.Undone {
			if l.Lasting, err = s.goesOn(ctx, e.Treatment); err != nil {
				return h, err
			}
		}
		h.Lines = append(h.Lines, l)
	}
	if ask.Of == HistoryAll {
		shown, err := s.shownWithin(ctx, span, zone)
		if err != nil {
			return h, err
		}
		for _, l := range shown {
			h.Lines = append(h.Lines, HistoryLine{LogView: l, Name: name(l.What), Fixed: true})
		}
	}
	slices.SortStableFunc(h.Lines, func(a, b HistoryLine) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID))
	})
	return h, nil
}

// historySpan is the stretch of whole days that is asked for.
func (s *Service) historySpan(ctx context.Context, ask HistoryAsk) (journal.Span, error) {
	zone, kinds := s.Zone(), ask.Of.kinds()
	within, back := journal.Span{Before: ask.Before}, ask.After.IsZero() || !ask.Before.IsZero()
	if !back {
		within = journal.Span{From: ask.After}
	}
	at, err := s.journal.EntryAt(ctx, within, historyPage, back, kinds...)
	if err != nil {
		return within, err
	}
	if ask.Of == HistoryAll {
		shown, err := s.journal.DeliveryAt(ctx, within, historyPage, back)
		if err != nil {
			return within, err
		}
		if at.IsZero() || !shown.IsZero() && shown.After(at) == back {
			at = shown
		}
	}
	if back && !within.Before.IsZero() {
		later, err := s.anyWithin(ctx, journal.Span{From: within.Before}, ask.Of)
		if err != nil {
			return within, err
		}
		if !later {
			within.Before = time.Time{}
		}
	}
	if at.IsZero() { // that is all there is
		return within, nil
	}
	if !back {
		within.Before = startOfDay(at, zone, 1)
		later, err := s.anyWithin(ctx, journal.Span{From: within.Before}, ask.Of)
		if !later {
			within.Before = time.Time{}
		}
		return within, err
	}
	within.From = startOfDay(at, zone, 0)
	earlier, err := s.anyWithin(ctx, journal.Span{Before: within.From}, ask.Of)
	if !earlier {
		within.From = time.Time{}
	}
	return within, err
}

// anyWithin says whether there is a line in a stretch of time.
func (s *Service) anyWithin(ctx context.Context, span journal.Span, of HistoryOf) (bool, error) {
	at, err := s.journal.EntryAt(ctx, span, 1, true, of.kinds()...)
	if err == nil && at.IsZero() && of == HistoryAll {
		at, err = s.journal.DeliveryAt(ctx, span, 1, true)
	}
	return !at.IsZero(), err
}

// startOfDay is where the day of at begins, or so many days later.
func startOfDay(at time.Time, zone *time.Location, later int) time.Time {
	return course.On(course.DateOf(at, zone).Add(later), 0, zone)
}

// shownWithin are the reminders of a stretch of time: each at the moment it was shown, or was due if it never was.
func (s *Service) shownWithin(ctx context.Context, span journal.Span, zone *time.Location) ([]LogView, error) {
	wide := span
	if !wide.From.IsZero() {
		wide.From = wide.From.Add(-24 * time.Hour) // it may have been begun before midnight and shown after it
	}
	all, err := s.journal.DeliveriesWithin(ctx, wide)
	if err != nil {
		return nil, err
	}
	var out []LogView
	for _, d := range all {
		l := logDelivery(d, zone)
		if d.State == record.LetGo && !d.Due.IsZero() {
			l.At = local(d.Due, zone)
		}
		if l.At.IsZero() || l.At.Before(span.From) || !span.Before.IsZero() && !l.At.Before(span.Before) {
			continue
		}
		out = append(out, l)
	}
	return out, nil
}

// withoutReplaced leaves out how the skin felt once something else was put in its place, as long as that holds: it is told
// of the same moment.
func withoutReplaced(entries []record.Entry) []record.Entry {
	later := laterThan(entries)
	return slices.DeleteFunc(entries, func(e record.Entry) bool { return e.Kind == record.KindFeel && len(later(e)) > 0 })
}

// laterOwn tells of an own change those that took its place. They may be of any day.
func (s *Service) laterOwn(ctx context.Context, entries []record.Entry) (func(record.Entry) []int64, error) {
	if !slices.ContainsFunc(entries, func(e record.Entry) bool { return e.Kind == record.KindOwn && e.Undone }) {
		return func(record.Entry) []int64 { return nil }, nil
	}
	all, err := s.journal.EntriesWithin(ctx, journal.Span{}, record.KindOwn)
	return laterThan(all), err
}

// laterThan tells of an entry those that took its place one after the other, up to the one that holds; none if none does.
func laterThan(entries []record.Entry) func(record.Entry) []int64 {
	instead := map[int64]record.Entry{}
	for _, e := range entries {
		if e.Replaces != 0 {
			instead[e.Replaces] = e
		}
	}
	return func(e record.Entry) (later []int64) {
		for e.Undone {
			next, there := instead[e.ID]
			if !there || next.ID <= e.ID {
				return nil
			}
			e, later = next, append(later, next.ID)
		}
		return later
	}
}

// pastNames are the names that any plan gave a routine or a window: of the newest treatment that has one, else of the
// plan in use; else the id.
func (s *Service) pastNames(ctx context.Context, treatments []course.Treatment) func(id string) string {
	names := map[string]string{}
	put := func(p guidance.Plan) {
		for _, r := range p.Routines {
			if _, known := names[r.ID]; !known {
				names[r.ID] = r.Name
			}
		}
		for _, w := range p.Windows {
			if _, known := names[w.ID]; !known {
				names[w.ID] = w.Name
			}
		}
	}
	last := ""
	for _, t := range slices.Backward(treatments) {
		if t.Plan.ID != "" && t.PlanText != last { // many in a row have the same one
			put(t.Plan)
			last = t.PlanText
		}
	}
	if p, _, err := s.Plan(ctx, ""); err == nil {
		put(p)
	}
	return func(id string) string { return cmp.Or(names[id], id) }
}
