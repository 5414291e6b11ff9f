package journal

import (
	"context"
	"database/sql"
	"time"
)

// Kept says whether the person said since then that they saw the end of this treatment's course and keep their notes.
func (j *Journal) Kept(ctx context.Context, treatment int64, since time.Time) (kept bool, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		return db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM entries
			WHERE at >= ? AND kind = 'keep' AND treatment = ? AND undone = 0)`, since.UnixMilli(), treatment).Scan(&kept)
	})
	return kept, err
}
