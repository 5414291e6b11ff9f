package care

import (
	"context"
	"errors"
	"time"

	"afterglow/app/course"
)

// undoable is how far back Undo looks; Done reaches back no further.
const undoable = latestDone + 24*time.Hour

// ErrNothingToUndo is answered by Undo where nothing is left to take back.
var ErrNothingToUndo = errors.New("there is nothing to undo from the last 8 days")

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

// UndoEntry takes back one entry.
func (s *Service) UndoEntry(ctx context.Context, id int64) error {
	if err := s.journal.MarkUndone(ctx, id, true); err != nil {
		return err
	}
	s.ring()
	return nil
}
