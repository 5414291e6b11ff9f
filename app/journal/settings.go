package journal

import (
	"context"
	"database/sql"
	"time"
)

// Settings are the preferences that the person set, by key.
func (j *Journal) Settings(ctx context.Context) (map[string]string, error) {
	var all [][2]string
	err := j.read(ctx, unread, func(db *sql.DB) (err error) {
		all, err = list(ctx, db, func(r *sql.Rows) (kv [2]string, err error) {
			err = r.Scan(&kv[0], &kv[1])
			return kv, err
		}, "SELECT key, value FROM settings")
		return err
	})
	if err != nil {
		return nil, err
	}
	m := make(map[string]string, len(all))
	for _, kv := range all {
		m[kv[0]] = kv[1]
	}
	return m, nil
}

// Set stores one preference.
func (j *Journal) Set(ctx context.Context, key, value string) error {
	return j.together(ctx, settingNotSaved, func(b *Batch) error { return b.Set(key, value) })
}

// Unset removes one preference, so that the default holds. It need not be there.
func (j *Journal) Unset(ctx context.Context, key string) error {
	return j.together(ctx, settingNotSaved, func(b *Batch) error { return b.Unset(key) })
}

// PlanFile is a plan file that the person brought, kept whole.
type PlanFile struct {
	ID      string
	Name    string
	Text    string
	SavedAt time.Time
}

// Plans are the plan files that were saved, the newest first.
func (j *Journal) Plans(ctx context.Context) (all []PlanFile, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, func(r *sql.Rows) (p PlanFile, err error) {
			var saved sql.NullInt64
			err = r.Scan(&p.ID, &p.Name, &p.Text, &saved)
			p.SavedAt = instant(saved)
			return p, err
		}, "SELECT id, name, text, saved_at FROM plans ORDER BY saved_at DESC, id")
		return err
	})
	return all, err
}

// SavePlan stores a plan file; one of the same id is replaced.
func (j *Journal) SavePlan(ctx context.Context, p PlanFile) error {
	return j.together(ctx, planNotSaved, func(b *Batch) error { return b.SavePlan(p) })
}
