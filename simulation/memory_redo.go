package simulation

import (
	"context"
	"slices"

	"afterglow/app/record"
)

// Redo implements keeper.
func (m *memory) Redo(_ context.Context, id int64) error {
	if id < 1 || id > int64(len(m.entries)) {
		return errRefused
	}
	e := &m.entries[id-1]
	if !e.Undone || e.Kind == record.KindTreat || m.instead(e) {
		return errRefused
	}
	e.Undone = false
	if e.Replaces != 0 {
		m.entries[e.Replaces-1].Undone = true
	}
	return nil
}

// instead says whether another entry stands in whose place this one would stand.
func (m *memory) instead(e *record.Entry) bool {
	return slices.ContainsFunc(m.entries, func(o record.Entry) bool {
		if o.Undone || o.ID == e.ID || o.ID == e.Replaces {
			return false
		}
		if e.Occurrence != "" && e.Kind != record.KindSnooze && o.Occurrence == e.Occurrence && o.Answers() {
			return true
		}
		same := o.Kind == e.Kind && o.Treatment == e.Treatment && o.What == e.What
		switch e.Kind {
		case record.KindFeel:
			return o.Kind == record.KindFeel && o.At.UnixMilli() == e.At.UnixMilli()
		case record.KindTell:
			return same && o.Note == e.Note
		case record.KindExtend:
			return same && o.ID > e.ID
		}
		return false
	})
}
