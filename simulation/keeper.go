package simulation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// keeper keeps what the person said and what was shown: the real journal, or its twin in memory.
// Acts that make no sense at the moment are refused with an error and change nothing.
type keeper interface {
	Input(ctx context.Context, now time.Time, zone *time.Location) (reminder.Input, error)
	Begin(ctx context.Context, d record.Delivery) (id int64, fresh bool, err error)
	Shown(ctx context.Context, id int64, t reminder.Told, at time.Time) error
	CloseDelivery(ctx context.Context, id int64, reason string, at time.Time) error
	LetGo(ctx context.Context, ds []record.Delivery) error
	LastLook(ctx context.Context) (time.Time, error)
	SawAt(ctx context.Context, at time.Time) error

	Treat(ctx context.Context, n service.NewTreatment) (id int64, err error)
	// Change and Remove give the entry that Undo takes back.
	Change(ctx context.Context, id int64, n service.NewTreatment) (entry int64, err error)
	Remove(ctx context.Context, id int64) (entry int64, err error)
	// Enter writes what the person did; the answer has its time and id. Of e Kind, What, Occurrence, Until,
	// Feeling and Note count. A wish to be told that stands already is the answer itself.
	Enter(ctx context.Context, e record.Entry) (record.Entry, error)
	// ChangeFeel puts something else in the place of how the skin felt.
	ChangeFeel(ctx context.Context, id int64, f service.Felt) (record.Entry, error)
	Undo(ctx context.Context) (id int64, err error)
	// Redo writes down again what was taken back, but for what is about a treatment.
	Redo(ctx context.Context, id int64) error
	Set(ctx context.Context, s setting) error
	// Reopen is what a new start of the program does.
	Reopen(ctx context.Context) error
	Close() error
}

// setting is one preference as it is typed, and what it means.
type setting struct {
	key, value string
	apply      func(*course.Prefs)
}

// files is the journal on files, with app/service on top: what the agent runs on.
type files struct {
	dir     string
	clock   clock.Clock
	journal *journal.Journal
	former  *journal.Journal // left open until the next start, as a kill leaves its log behind
	service *service.Service
}

// seenAt is where the agent keeps its last look.
const seenAt = "agent.seen_at"

func openFiles(ctx context.Context, dir string, c clock.Clock) (*files, error) {
	f := &files{dir: dir, clock: c}
	return f, f.Reopen(ctx)
}

func (f *files) Reopen(ctx context.Context) error {
	j, err := journal.Open(ctx, f.dir)
	if err != nil {
		return fmt.Errorf("cannot open the journal again: %w", err)
	}
	if f.former != nil {
		if err := f.former.Close(); err != nil {
			return fmt.Errorf("cannot close the former journal: %w", err)
		}
	}
	f.former, f.journal = f.journal, j
	f.service = service.New(j, f.clock, nil)
	return nil
}

func (f *files) Close() error {
	err := f.journal.Close()
	if f.former != nil {
		err = errors.Join(err, f.former.Close())
	}
	return err
}

func (f *files) Treat(ctx context.Context, n service.NewTreatment) (int64, error) {
	v, err := f.service.Begin(ctx, n)
	return v.ID, err
}

func (f *files) Change(ctx context.Context, id int64, n service.NewTreatment) (int64, error) {
	e, err := f.service.Change(ctx, id, n)
	return e.ID, err
}

func (f *files) Remove(ctx context.Context, id int64) (int64, error) {
	e, err := f.service.Remove(ctx, id)
	return e.ID, err
}

func (f *files) Enter(ctx context.Context, e record.Entry) (record.Entry, error) {
	what := e.Occurrence
	if what == "" {
		what = e.What
	}
	switch e.Kind {
	case record.KindDone:
		return f.service.Done(ctx, what, time.Time{})
	case record.KindSkip:
		return f.service.Skip(ctx, what)
	case record.KindSnooze:
		return f.service.Snooze(ctx, what, e.Until)
	case record.KindPause:
		return f.service.Pause(ctx, e.Until)
	case record.KindResume:
		return f.service.Resume(ctx)
	case record.KindCalm:
		return f.service.Calm(ctx, what)
	case record.KindExtend:
		return f.service.Extend(ctx, what)
	case record.KindFeel:
		return f.service.Feel(ctx, service.Felt{Feeling: e.Feeling, Note: e.Note}, e.Occurrence, time.Time{})
	case record.KindTell:
		told, _, err := f.service.TellMeWhen(ctx, e.Note, e.Windows())
		return told, err
	}
	return record.Entry{}, fmt.Errorf("nobody enters %q", e.Kind)
}

// ChangeFeel implements keeper.
func (f *files) ChangeFeel(ctx context.Context, id int64, felt service.Felt) (record.Entry, error) {
	return f.service.ChangeFeel(ctx, id, felt)
}

func (f *files) Undo(ctx context.Context) (int64, error) {
	e, err := f.service.Undo(ctx)
	return e.ID, err
}

func (f *files) Redo(ctx context.Context, id int64) error {
	_, err := f.service.Redo(ctx, id)
	return err
}

func (f *files) Set(ctx context.Context, s setting) error {
	return f.service.SetSetting(ctx, s.key, s.value)
}

// What follows is the store as the agent hands it to the runner.

func (f *files) Input(ctx context.Context, _ time.Time, _ *time.Location) (reminder.Input, error) {
	scene, err := f.service.Scene(ctx, time.Time{})
	return scene.Told(), err
}

func (f *files) Begin(ctx context.Context, d record.Delivery) (int64, bool, error) {
	return f.journal.BeginDelivery(ctx, d)
}

func (f *files) Shown(ctx context.Context, id int64, t reminder.Told, at time.Time) error {
	return f.journal.MarkShown(ctx, id, t.Title, t.Body, t.Handle, at)
}

// CloseDelivery is Close of reminder.Store: see ledger.
func (f *files) CloseDelivery(ctx context.Context, id int64, reason string, at time.Time) error {
	return f.journal.CloseDelivery(ctx, id, reason, at)
}

func (f *files) LetGo(ctx context.Context, ds []record.Delivery) error {
	return f.journal.LetGo(ctx, ds)
}

func (f *files) LastLook(ctx context.Context) (time.Time, error) {
	settings, err := f.journal.Settings(ctx)
	if err != nil || settings[seenAt] == "" {
		return time.Time{}, err
	}
	return time.Parse(time.RFC3339, settings[seenAt])
}

func (f *files) SawAt(ctx context.Context, at time.Time) error {
	return f.journal.Set(ctx, seenAt, at.UTC().Format(time.RFC3339))
}
