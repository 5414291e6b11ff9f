package care

import (
	"context"
	"errors"
	"time"

	"afterglow/app/course"
	"afterglow/app/journal"
)

// undoable is how far back Undo looks; Done reaches back no further.
const undoable = latestDone + 24*time.Hour

// ErrNothingToUndo is answered by Undo where nothing is left to take back.
var ErrNothingToUndo = errors.New("there is nothing to undo from the last 8 days; a treatment is corrected with: afterglow treat change")

// Undo takes back what was written down last and returns it. A treatment is not taken back by it:
// that is changed or removed.
func (s *Service) Undo(ctx context.Context) (course.Entry, error) {
	entries, err := s.journal.Entries(ctx, s.Now().Add(-undoable))
	if err != nil {
		return course.Entry{}, err
	}
	var last course.Entry
	for _, e := range entries {
		if !e.Undone && e.Kind != course.KindTreat && e.ID > last.ID {
			last = e
		}
	}
	if last.ID == 0 {
		return course.Entry{}, ErrNothingToUndo
	}
	if err := s.UndoEntry(ctx, last.ID); err != nil {
		return course.Entry{}, err
	}
	last.Undone = true
	return last, nil
}

// UndoNumber takes back the entry with this number, as the log shows it, and returns it.
func (s *Service) UndoNumber(ctx context.Context, id int64) (course.Entry, error) {
	e, err := s.journal.Entry(ctx, id)
	switch {
	case errors.Is(err, journal.ErrNotFound):
		return course.Entry{}, wrong("There is no entry %d; see them with: afterglow log", id)
	case err != nil:
		return course.Entry{}, err
	case e.Undone:
		return course.Entry{}, wrong("Entry %d is taken back already.", id)
	case e.Kind == course.KindTreat:
		return course.Entry{}, wrong("Entry %d is about a treatment; change that with: afterglow treat change %d, or treat remove %d", id, e.Treatment, e.Treatment)
	}
	if err := s.UndoEntry(ctx, id); err != nil {
		return course.Entry{}, err
	}
	e.Undone = true
	return e, nil
}

// UndoEntry takes back one entry.
func (s *Service) UndoEntry(ctx context.Context, id int64) error {
	if err := s.journal.MarkUndone(ctx, id, true); err != nil {
		return err
	}
	s.ring()
	return nil
}
