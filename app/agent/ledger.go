package agent

import (
	"context"
	"fmt"
	"time"

	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// seenAt is the setting under which the last look is kept. It is no preference: package service does not list it.
const seenAt = "agent.seen_at"

// ledger is the journal as the runner wants it. Its writes ring nobody: the runner looks
// again by itself.
type ledger struct {
	journal *journal.Journal
	service *service.Service
	idsHold func() bool // settles whether the desktop's numbers in the journal are of this session
}

var _ reminder.Store = ledger{}

func (l ledger) Input(ctx context.Context, _ time.Time, _ *time.Location) (reminder.Input, error) {
	l.idsHold()
	scene, err := l.service.Scene(ctx, time.Time{})
	return scene.Told(), err
}

func (l ledger) Begin(ctx context.Context, d record.Delivery) (int64, bool, error) {
	return l.journal.BeginDelivery(ctx, d)
}

func (l ledger) Shown(ctx context.Context, id int64, t reminder.Told, at time.Time) error {
	return l.journal.MarkShown(ctx, id, t.Title, t.Body, t.Handle, at)
}

func (l ledger) Close(ctx context.Context, id int64, reason string, at time.Time) error {
	return l.journal.CloseDelivery(ctx, id, reason, at)
}

func (l ledger) LetGo(ctx context.Context, ds []record.Delivery) error {
	return l.journal.LetGo(ctx, ds)
}

func (l ledger) LastLook(ctx context.Context) (time.Time, error) {
	settings, err := l.journal.Settings(ctx)
	if err != nil || settings[seenAt] == "" {
		return time.Time{}, err
	}
	at, err := time.Parse(time.RFC3339, settings[seenAt])
	if err != nil {
		// A mark that cannot be read costs one welcome-back notification, no more.
		return time.Time{}, nil
	}
	return at, nil
}

func (l ledger) SawAt(ctx context.Context, at time.Time) error {
	if err := l.journal.Set(ctx, seenAt, at.UTC().Format(time.RFC3339)); err != nil {
		return fmt.Errorf("cannot note the last look: %w", err)
	}
	return nil
}
