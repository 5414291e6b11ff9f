package service

import (
	"context"
	"errors"
	"fmt"
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

// UndoEntry takes back one entry, if that was not done elsewhere meanwhile.
func (s *Service) UndoEntry(ctx context.Context, id int64) error {
	_, err := s.UndoNumber(ctx, id)
	if errors.Is(err, errUndone) {
		return nil
	}
	return err
}

// errUndone is the kind of what UndoNumber answers about what was taken back before.
var errUndone = fmt.Errorf("taken back already: %w", fault.ErrUse)

// turn takes an entry back, or writes it down again, with all that it changed.
func (s *Service) turn(ctx context.Context, id int64, back bool) (e record.Entry, err error) {
	err = s.together(ctx, journal.AboutUndo, func(b *journal.Batch) error {
		if e, err = b.Entry(id); err != nil {
			return notFound(err, fault.Use("refusal.no_entry", fault.Args{"Number": id}))
		}
		switch {
		case e.Undone && back:
			return fault.Use("refusal.undone_already", fault.Args{"Number": id}).Of(errUndone)
		case !e.Undone && !back:
			return fault.Use("refusal.not_undone", fault.Args{"Number": id})
		}
		switch e.Kind {
		case record.KindQuestion, record.KindProduct:
			err = turnKept(b, e, s.Now(), back)
		case record.KindTreat:
			err = s.turnTreat(b, e, back)
		default:
			err = nil
			if !back {
				err = notSince(b, e)
			}
		}
		if err != nil {
			return err
		}
		if e.Replaces != 0 { // what it had taken the place of holds again, or does not any more
			if err := b.MarkUndone(e.Replaces, !back); err != nil {
				return err
			}
		}
		e.Undone = back
		return b.MarkUndone(id, back)
	})
	if err != nil {
		return record.Entry{}, err
	}
	return e, nil
}

// notSince refuses to write down again what was written down anew since: it would count twice.
func notSince(b *journal.Batch, e record.Entry) error {
	since, there, err := b.Instead(e)
	if err == nil && there {
		err = fault.Use("refusal.done_since", fault.Args{"At": since.At})
	}
	return err
}
