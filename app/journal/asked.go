package journal

import (
	"context"
	"database/sql"

	"afterglow/app/record"
)

// askedKept is how many questions that were asked before are kept, the newest ones.
const askedKept = 50

// Asked is what was asked before, the newest first.
func (j *Journal) Asked(ctx context.Context) (all []record.Asked, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, func(r *sql.Rows) (a record.Asked, err error) {
			var at sql.NullInt64
			err = r.Scan(&a.Text, &at)
			a.At = instant(at)
			return a, err
		}, "SELECT text, at FROM asked ORDER BY at DESC, key")
		return err
	})
	return all, err
}

// RememberAsked notes that a question was asked. Questions of one key are one question: it is kept as it was asked
// last. The oldest beyond fifty are forgotten.
func (j *Journal) RememberAsked(ctx context.Context, key string, a record.Asked) error {
	return j.together(ctx, askedNotSaved, func(b *Batch) error {
		err := b.exec(`INSERT INTO asked (key, text, at) VALUES (?, ?, ?)
			ON CONFLICT (key) DO UPDATE SET text = excluded.text, at = excluded.at`, key, a.Text, a.At.UnixMilli())
		if err != nil {
			return err
		}
		return b.exec("DELETE FROM asked WHERE key NOT IN (SELECT key FROM asked ORDER BY at DESC, key LIMIT ?)", askedKept)
	})
}

// ClearAsked forgets all that was asked before, for good: what was removed is overwritten, and so is the log in which
// SQLite wrote it at first. Backups that Afterglow makes by itself never had it: see [Journal.DailyBackup].
func (j *Journal) ClearAsked(ctx context.Context) error {
	if err := j.together(ctx, askedNotCleared, func(b *Batch) error { return b.exec("DELETE FROM asked") }); err != nil {
		return err
	}
	return j.once(ctx, askedNotCleared, func(h handles) error {
		if h.writer == nil {
			return j.unwritable(h, askedNotCleared, j.path)
		}
		var busy, pages, folded int
		if err := h.writer.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &folded); err != nil {
			return err
		}
		if busy != 0 { // somebody reads what was there before, for longer than it waits
			return inUseElsewhere(nil, askedNotCleared, j.path)
		}
		return nil
	})
}

// forgetAsked leaves out of a copy what was asked before; a copy of an older journal has none of it.
func forgetAsked(ctx context.Context, db *sql.DB) error {
	var there int
	err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'asked'").Scan(&there)
	if err != nil || there == 0 {
		return err
	}
	for _, step := range []string{"PRAGMA secure_delete = ON", "DELETE FROM asked"} {
		if _, err := db.ExecContext(ctx, step); err != nil {
			return err
		}
	}
	return nil
}
