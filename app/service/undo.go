package service

import (
	"context"
	"errors"
	"fmt"
	"time"

	"afterglow/app/clock"
	"afterglow/app/journal"
	"afterglow/app/record"
)

// undoable is how far back Undo looks; Done reaches back no further.
const undoable = latestDone + 24*time.Hour

// ErrNothingToUndo is answered by Undo where nothing is left to take back.
var ErrNothingToUndo = errors.New("there is nothing to undo from the last 8 days; a treatment is corrected with: afterglow treat change")

// LastWasTreatment is answered by Undo where the last thing written down was about a treatment. That is not
// taken back by one word: a whole course hangs on it. Nor is what came before it, which nobody meant.
type LastWasTreatment struct {
	ID   int64
	Note string // "begun", "changed" or "removed"
	At   time.Time
	said string
	anew string // of one that was removed: the command line that enters it again
}

func (e LastWasTreatment) Error() string {
	switch e.Note {
	case noteRemoved:
		return "the last thing you did was to remove a treatment, at " + e.said + "; undo leaves that alone. Enter it again with: " + e.anew
	case noteChanged:
		return fmt.Sprintf("the last thing you did was to change a treatment, at %s; undo leaves that alone. Change it again with: afterglow treat change %d", e.said, e.ID)
	}
	return fmt.Sprintf("the last thing you did was to enter a treatment, at %s; undo leaves that alone. Take it back with: afterglow treat remove %d", e.said, e.ID)
}

// Undo takes back what was written down last and returns it. Where that was about a treatment, it
// says so and takes nothing back.
func (s *Service) Undo(ctx context.Context) (record.Entry, error) {
	now := s.Now()
	entries, err := s.journal.Entries(ctx, now.Add(-undoable))
	if err != nil {
		return record.Entry{}, err
	}
	var last record.Entry
	for _, e := range entries {
		if !e.Undone && e.ID > last.ID {
			last = e
		}
	}
	switch {
	case last.ID == 0:
		return record.Entry{}, ErrNothingToUndo
	case last.Kind == record.KindTreat:
		word, n := readNote(last.Note)
		anew := "afterglow treat"
		if n.Is != nil {
			anew = commandLine(n.Is.enterWords(s.Zone()))
		}
		return record.Entry{}, LastWasTreatment{last.Treatment, word, last.At, clock.Say(last.At, now, s.Zone()), anew}
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
		return record.Entry{}, wrong("There is no entry %d; see them with: afterglow log", id)
	case err != nil:
		return record.Entry{}, err
	case e.Undone:
		return record.Entry{}, wrong("Entry %d is taken back already.", id)
	case e.Kind == record.KindTreat:
		return record.Entry{}, wrong("Entry %d is about a treatment; change that with: afterglow treat change %d, or treat remove %d", id, e.Treatment, e.Treatment)
	}
	if err := s.UndoEntry(ctx, id); err != nil {
		return record.Entry{}, err
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
