package journal

import (
	"context"
	"database/sql"

	"afterglow/app/calendar"
)

// Handed are the events that went into the person's calendar and are remembered.
func (j *Journal) Handed(ctx context.Context) (all []calendar.Event, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, func(r *sql.Rows) (e calendar.Event, err error) {
			var changed, at sql.NullInt64
			err = r.Scan(&e.Key, &e.UID, &e.Sequence, &changed, &at, &e.Day, &e.Title, &e.Text, &e.Cancelled)
			e.Changed, e.At = instant(changed), instant(at)
			return e, err
		}, "SELECT key, uid, sequence, changed, at, day, title, text, cancelled FROM calendar ORDER BY at, key")
		return err
	})
	return all, err
}

// SetHanded remembers these events in place of all that were.
func (b *Batch) SetHanded(all []calendar.Event) error {
	if err := b.exec("DELETE FROM calendar"); err != nil {
		return err
	}
	for _, e := range all {
		if err := b.exec("INSERT OR REPLACE INTO calendar (key, uid, sequence, changed, at, day, title, text, cancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			e.Key, e.UID, e.Sequence, e.Changed.UnixMilli(), e.At.UnixMilli(), e.Day, e.Title, e.Text, e.Cancelled); err != nil {
			return err
		}
	}
	return nil
}
