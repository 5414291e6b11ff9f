package service

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
)

// undoable is how far back Undo looks; Done reaches back no further.
const undoable = latestDone + 24*time.Hour

// ErrNothingToUndo is answered by Undo if nothing is left to take back.
var ErrNothingToUndo error = fault.New("refusal.nothing_to_undo", fault.Args{"Most": undoable})

// ErrLastWasTreatment is the kind of what Undo answers if the last thing written down was that a treatment was entered.
// That is not taken back by one word: a whole course hangs on it. Nor is what came before it, which nobody meant.
var ErrLastWasTreatment = errors.New("the last entry is about a treatment")

// Undo takes back what was written down last and returns it. If that was the entering of a treatment, it says so and
// takes nothing back.
func (s *Service) Undo(ctx context.Context) (record.Entry, error) {
	last, ok, err := s.journal.LastEntry(ctx, s.Now().Add(-undoable))
	switch {
	case err != nil:
		return record.Entry{}, err
	case !ok:
		return record.Entry{}, ErrNothingToUndo
	}
	if word, _ := readNote(last.Note); last.Kind == record.KindTreat && word == noteBegun {
		return record.Entry{}, fault.New("refusal.undo_entered", fault.Args{"At": last.At, "Number": last.ID}).Of(ErrLastWasTreatment)
	}
	return s.UndoNumber(ctx, last.ID)
}

// UndoNumber takes back the entry with this number, as the log shows it, and returns it.
func (s *Service) UndoNumber(ctx context.Context, id int64) (record.Entry, error) {
	return s.turn(ctx, id, true)
}

// Redo writes down again what was taken back: the entry with this number, which it returns.
func (s *Service) Redo(ctx context.Context, id int64) (record.Entry, error) {
	return s.turn(ctx, id, false)
}

func (s *Service) turn(ctx context.Context, id int64, back bool) (e record.Entry, err error) {
	err = s.together(ctx, journal.AboutUndo, func(b *journal.Batch) error {
		e, err = s.turnIn(b, id, back)
		return err
	})
	if err != nil {
		return record.Entry{}, err
	}
	return e, nil
}

// TakeBack takes back the entries of one act, all or none. What was taken back elsewhere meanwhile is passed over.
func (s *Service) TakeBack(ctx context.Context, ids ...int64) error {
	return s.turnAll(ctx, ids, true, errUndone)
}

// PutBack writes down again what TakeBack took back, all or none. What is there again already is passed over.
func (s *Service) PutBack(ctx context.Context, ids ...int64) error {
	return s.turnAll(ctx, ids, false, errStands)
}

// The kinds of what is answered about what was taken back, or put back, before.
var (
	errUndone = fmt.Errorf("taken back already: %w", fault.ErrUse)
	errStands = fmt.Errorf("not taken back: %w", fault.ErrUse)
)

// turnAll turns the newest first on the way back, and the oldest first on the way there: one may stand on another.
func (s *Service) turnAll(ctx context.Context, ids []int64, back bool, already error) error {
	ids = slices.Sorted(slices.Values(ids))
	if back {
		slices.Reverse(ids)
	}
	return s.together(ctx, journal.AboutUndo, func(b *journal.Batch) error {
		for _, id := range ids {
			if _, err := s.turnIn(b, id, back); err != nil && !errors.Is(err, already) {
				return err
			}
		}
		return nil
	})
}

// turnIn takes an entry back, or writes it down again, with all that it changed.
func (s *Service) turnIn(b *journal.Batch, id int64, back bool) (record.Entry, error) {
	e, err := b.Entry(id)
	if err != nil {
		return e, notFound(err, fault.Use("refusal.no_entry", fault.Args{"Number": id}))
	}
	switch {
	case e.Undone && back:
		return e, fault.Use("refusal.undone_already", fault.Args{"Number": id}).Of(errUndone)
	case !e.Undone && !back:
		return e, fault.Use("refusal.not_undone", fault.Args{"Number": id}).Of(errStands)
	}
	switch {
	case e.Kind == record.KindQuestion || e.Kind == record.KindProduct:
		err = turnKept(b, e, s.Now(), back)
	case e.Kind == record.KindTreat:
		err = s.turnTreat(b, e, back)
	case !back:
		err = notSince(b, e)
	}
	if err != nil {
		return e, err
	}
	if e.Replaces != 0 { // what it had taken the place of holds again, or does not any more
		if err := b.MarkUndone(e.Replaces, !back); err != nil {
			return e, err
		}
	}
	e.Undone = back
	return e, b.MarkUndone(id, back)
}

// notSince refuses to write down again what was written down anew since: it would count twice.
func notSince(b *journal.Batch, e record.Entry) error {
	since, there, err := b.Instead(e)
	if err == nil && there {
		err = fault.Use("refusal.done_since", fault.Args{"At": since.At})
	}
	return err
}
