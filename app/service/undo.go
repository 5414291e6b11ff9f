package service

import (
	"context"
	"errors"
	"time"

	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
)

// undoable is how far back Undo looks; Done reaches back no further.
const undoable = latestDone + 24*time.Hour

// ErrNothingToUndo is answered by Undo if nothing is left to take back.
var ErrNothingToUndo error = fault.New("refusal.nothing_to_undo", fault.Args{"Most": undoable})

// ErrLastWasTreatment is the kind of what Undo answers if the last thing written down was about a treatment. That is
// not taken back by one word: a whole course hangs on it. Nor is what came before it, which nobody meant.
var ErrLastWasTreatment = errors.New("the last entry is about a treatment")

// lastWasTreatment says which treatment it was, and how to take that back.
func (s *Service) lastWasTreatment(last record.Entry) error {
	word, n := readNote(last.Note)
	args := fault.Args{"At": last.At, "Number": last.Treatment}
	switch word {
	case noteChanged:
		return fault.New("refusal.undo_changed", args).Of(ErrLastWasTreatment)
	case noteRemoved:
		args["Command"] = "afterglow treat"
		if n.Is != nil {
			args["Command"] = commandLine(n.Is.enterWords(s.Zone()))
		}
		return fault.New("refusal.undo_removed", args).Of(ErrLastWasTreatment)
	}
	return fault.New("refusal.undo_entered", args).Of(ErrLastWasTreatment)
}

// Undo takes back what was written down last and returns it. If that was about a treatment, it
// says so and takes nothing back.
func (s *Service) Undo(ctx context.Context) (record.Entry, error) {
	last, ok, err := s.journal.LastEntry(ctx, s.Now().Add(-undoable))
	switch {
	case err != nil:
		return record.Entry{}, err
	case !ok:
		return record.Entry{}, ErrNothingToUndo
	case last.Kind == record.KindTreat:
		return record.Entry{}, s.lastWasTreatment(last)
	}
	if err := s.UndoEntry(ctx, last.ID); err != nil {
		return record.Entry{}, err
	}
	last.Undone = true
	return last, nil
}

// UndoNumber takes back the entry with this number, as the log shows it, and returns it.
func (s *Service) UndoNumber(ctx context.Context, id int64) (record.Entry, error) {
	e, err := s.journal.Entry(ctx, id)
	switch {
	case errors.Is(err, journal.ErrNotFound):
		return record.Entry{}, fault.Use("refusal.no_entry", fault.Args{"Number": id})
	case err != nil:
		return record.Entry{}, err
	case e.Undone:
		return record.Entry{}, fault.Use("refusal.undone_already", fault.Args{"Number": id})
	case e.Kind == record.KindTreat:
		return record.Entry{}, fault.Use("refusal.entry_of_treatment", fault.Args{"Number": id, "Treatment": e.Treatment})
	}
	if err := s.UndoEntry(ctx, id); err != nil {
		return record.Entry{}, err
	}
	e.Undone = true
	return e, nil
}

// UndoEntry takes back one entry.
func (s *Service) UndoEntry(ctx context.Context, id int64) error {
	return s.together(ctx, journal.AboutUndo, func(b *journal.Batch) error {
		e, err := b.Entry(id)
		if err != nil {
			return err
		}
		if !e.Undone && (e.Kind == record.KindQuestion || e.Kind == record.KindProduct) {
			if err := takeBack(b, e, s.Now()); err != nil {
				return err
			}
		}
		if !e.Undone && e.Replaces != 0 { // what it had taken the place of holds again
			if err := b.MarkUndone(e.Replaces, false); err != nil {
				return err
			}
		}
		return b.MarkUndone(id, true)
	})
}
