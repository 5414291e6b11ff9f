package simulation

import (
	"context"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// How far back the real scene reads.
const (
	longestCourse = 366 * day
	lookBack      = 72 * time.Hour
)

func (m *memory) Input(_ context.Context, now time.Time, zone *time.Location) (reminder.Input, error) {
	since := now.Add(-lookBack)
	var recent []course.Treatment
	ids := map[int64]bool{0: true}
	for _, t := range m.treatments {
		if !t.Removed && !t.At.Before(now.Add(-longestCourse)) {
			recent = append(recent, t)
			ids[t.ID] = true
		}
	}
	slices.SortStableFunc(recent, func(a, b course.Treatment) int { return a.At.Compare(b.At) })
	looked := now.Add(longestCourse) // since when how the skin felt is read
	if len(recent) > 0 {
		looked = recent[0].At
	}
	entries := m.entriesSince(since, looked, ids)
	all := make([]course.Course, 0, len(recent))
	for _, t := range course.FillPrefs(course.FillOthers(recent), m.prefs) {
		all = append(all, course.New(t, zone, entries))
	}
	return reminder.Input{
		Now: now, Zone: zone, Courses: course.Lately(all, now.Add(-reminder.ToldFor)), Prefs: m.prefs,
		Entries: entries, Deliveries: m.deliveriesSince(since, ids),
	}, nil
}

func (m *memory) entriesSince(since, looked time.Time, ids map[int64]bool) []record.Entry {
	var out []record.Entry
	for _, e := range m.entries {
		lasts := e.Kind == record.KindPause || e.Kind == record.KindSnooze || e.Kind == record.KindExtend
		changes := e.Kind == record.KindCalm || e.Kind == record.KindExtend || e.Kind == record.KindTell
		if !e.At.Before(since) || (lasts && e.Until.After(since)) || (changes && ids[e.Treatment]) || e.Kind == record.KindFeel && !e.At.Before(looked) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Entry) int { return a.At.Compare(b.At) })
	return out
}

func (m *memory) deliveriesSince(since time.Time, ids map[int64]bool) []record.Delivery {
	snoozed := map[string]bool{}
	for i := range m.entries {
		if e := &m.entries[i]; e.Kind == record.KindSnooze && !e.Until.Before(since) {
			snoozed[e.Occurrence] = true
		}
	}
	sums := map[string]bool{}
	for i := range m.deliveries {
		if d := &m.deliveries[i]; d.Window && d.SumOf != "" && ids[windowOf(d)] {
			sums[d.SumOf] = true
		}
	}
	var out []record.Delivery
	for i := range m.deliveries {
		d := &m.deliveries[i]
		open := d.State == record.Begun || d.State == record.Shown
		if open || !d.Due.Before(since) || !d.BegunAt.Before(since) || (d.Window && ids[windowOf(d)]) || snoozed[d.Occurrence] || sums[d.Occurrence] {
			out = append(out, *d)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Delivery) int { return a.Due.Compare(b.Due) })
	return out
}

func (m *memory) find(occurrence string, round int) *record.Delivery {
	for i := len(m.deliveries) - 1; i >= 0; i-- {
		if d := &m.deliveries[i]; d.Occurrence == occurrence && d.Round == round {
			return d
		}
	}
	return nil
}

func (m *memory) insert(d record.Delivery) int64 {
	d.ID = int64(len(m.deliveries) + 1)
	m.deliveries = append(m.deliveries, d)
	return d.ID
}

func (m *memory) Begin(_ context.Context, d record.Delivery) (int64, bool, error) {
	if old := m.find(d.Occurrence, d.Round); old != nil {
		if old.State == record.Begun {
			old.BegunAt = d.BegunAt
		}
		return old.ID, false, nil
	}
	d.State = record.Begun
	return m.insert(d), true, nil
}

func (m *memory) Shown(_ context.Context, id int64, t reminder.Told, at time.Time) error {
	d, err := m.at(id)
	if err != nil {
		return err
	}
	d.ShownAt, d.Title, d.Body = at, t.Title, t.Body
	if d.State == record.Begun {
		d.State = record.Shown
	}
	return nil
}

func (m *memory) CloseDelivery(_ context.Context, id int64, reason string, at time.Time) error {
	d, err := m.at(id)
	if err != nil {
		return err
	}
	if d.State == record.Begun || d.State == record.Shown {
		d.State, d.Reason, d.ClosedAt = record.Closed, reason, at
	}
	return nil
}

func (m *memory) LetGo(_ context.Context, ds []record.Delivery) error {
	for _, d := range ds {
		old := m.find(d.Occurrence, d.Round)
		switch {
		case old == nil:
			m.insert(d)
		case old.State == record.Begun:
			old.State, old.Reason, old.SumOf, old.ClosedAt = d.State, d.Reason, d.SumOf, d.ClosedAt
		}
	}
	return nil
}
