package journal

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/guidance"
)

// Batch is several writes of one act: all of them are made, or none.
type Batch struct {
	ctx     context.Context
	tx      *sql.Tx
	journal *Journal
}

// What a batch is about, for the words of a failure.
const (
	AboutEntry     = entryNotSaved
	AboutTreatment = treatmentNotSaved
	AboutRemoval   = treatmentNotRemoved
	AboutSetting   = settingNotSaved
	AboutPlan      = planNotSaved
	AboutQuestion  = questionNotSaved
	AboutProduct   = productNotSaved
	AboutUndo      = notUndone
	AboutCalendar  = calendarNotSaved
)

// Together makes the writes of one act. If any of them fails, nothing is written. If the journal had to be mended
// under it, write runs once more from the beginning.
func (j *Journal) Together(ctx context.Context, about fault.Text, write func(*Batch) error) error {
	return j.together(ctx, about, write)
}

func (j *Journal) together(ctx context.Context, failed fault.Text, write func(*Batch) error) error {
	return j.write(ctx, failed, func(tx *sql.Tx) error { return write(&Batch{ctx, tx, j}) })
}

func (b *Batch) exec(query string, args ...any) error {
	_, err := b.tx.ExecContext(b.ctx, query, args...)
	return err
}

// insert makes a new row and gives its id.
func (b *Batch) insert(query string, args ...any) (int64, error) {
	r, err := b.tx.ExecContext(b.ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// AddTreatment is [Journal.AddTreatment].
func (b *Batch) AddTreatment(t course.Treatment) (id int64, err error) {
	if err := b.journal.checkTreatment(t); err != nil {
		return 0, err
	}
	plan, err := savePlanText(b.ctx, b.tx, t.PlanText)
	if err != nil {
		return 0, err
	}
	zone, offset := t.At.Zone()
	return b.insert(`INSERT INTO treatments
		(at, at_offset, at_zone, device, depth_mm, area, sensitive, entered_at, plan_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		t.At.UnixMilli(), offset, zone, t.Device, t.DepthMM, t.Area, t.Sensitive, millis(t.EnteredAt), plan)
}

// ChangeTreatment is [Journal.ChangeTreatment].
func (b *Batch) ChangeTreatment(t course.Treatment) error {
	if err := b.journal.checkTreatment(t); err != nil {
		return err
	}
	plan, err := savePlanText(b.ctx, b.tx, t.PlanText)
	if err != nil {
		return err
	}
	zone, offset := t.At.Zone()
	r, err := b.tx.ExecContext(b.ctx, `UPDATE treatments SET at = ?, at_offset = ?, at_zone = ?, device = ?, depth_mm = ?,
		area = ?, sensitive = ?, entered_at = ?, plan_text = ? WHERE id = ?`,
		t.At.UnixMilli(), offset, zone, t.Device, t.DepthMM, t.Area, t.Sensitive, millis(t.EnteredAt), plan, t.ID)
	return mustFind(r, err, noTreatment(t.ID)) // the plan's text that it had stays: see PlanText
}

// RemoveTreatment is [Journal.RemoveTreatment].
func (b *Batch) RemoveTreatment(id int64, at time.Time) error {
	r, err := b.tx.ExecContext(b.ctx, "UPDATE treatments SET removed_at = ifnull(removed_at, ?) WHERE id = ?", at.UnixMilli(), id)
	return mustFind(r, err, noTreatment(id))
}

// RestoreTreatment is the way back of [Batch.RemoveTreatment]. One that is there stays as it is.
func (b *Batch) RestoreTreatment(id int64) error {
	r, err := b.tx.ExecContext(b.ctx, "UPDATE treatments SET removed_at = NULL WHERE id = ?", id)
	return mustFind(r, err, noTreatment(id))
}

// Treatment is [Journal.Treatment]. One whose plan cannot be read any more comes with an empty Plan and no error.
func (b *Batch) Treatment(id int64) (course.Treatment, error) {
	all, _, err := b.journal.treatmentsIn(b.ctx, b.tx, "WHERE t.id = ?", id)
	switch {
	case err != nil:
		return course.Treatment{}, err
	case len(all) == 0:
		return course.Treatment{}, noTreatment(id)
	}
	return all[0], nil
}

// Treatments is [Journal.Treatments]; the plans that cannot be read any more are told by empty Plans alone.
func (b *Batch) Treatments() ([]course.Treatment, error) {
	all, _, err := b.journal.treatmentsIn(b.ctx, b.tx, "ORDER BY t.at, t.id")
	return all, err
}

// TreatmentsNear are the treatments less than within from a moment, without the removed ones, oldest first.
func (b *Batch) TreatmentsNear(at time.Time, within time.Duration) ([]course.Treatment, error) {
	all, _, err := b.journal.treatmentsIn(b.ctx, b.tx, "WHERE t.at > ? AND t.at < ? AND t.removed_at IS NULL ORDER BY t.at, t.id",
		at.Add(-within).UnixMilli(), at.Add(within).UnixMilli())
	return all, err
}

// PlanText is the text of a plan that a treatment has or had, by how its hash begins (hexadecimal), and the plan that
// is read of it. An error of kind [ErrNotFound] says that it is not kept, or that two begin so; one of kind [ErrPlan]
// that it cannot be read any more.
func (b *Batch) PlanText(sum string) (text string, p guidance.Plan, err error) {
	all, err := list(b.ctx, b.tx, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) },
		"SELECT text FROM plan_texts WHERE substr(hash, 1, length(?1)) = ?1 AND ?1 <> ''", sum)
	switch {
	case err != nil:
		return "", p, err
	case len(all) != 1:
		return "", p, ErrNotFound
	}
	if p, err = b.journal.plan(all[0]); err != nil {
		return "", p, fmt.Errorf("%w: %w", ErrPlan, err)
	}
	return all[0], p, nil
}

// AddEntry is [Journal.AddEntry].
func (b *Batch) AddEntry(e record.Entry) (id int64, err error) {
	if e.At.IsZero() || e.Kind == "" {
		return 0, fault.New("journal.bare_entry", nil)
	}
	f := e.Feeling
	return b.insert(`INSERT INTO entries (`+strings.TrimPrefix(entryColumns, "id, ")+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.At.UnixMilli(), string(e.Kind), e.What, e.Occurrence, millis(e.Until), e.AmountML, e.Treatment, e.Note, e.Undone,
		string(f.Skin), felt(f.Redness), felt(f.Tightness), felt(f.Itch), felt(f.Soreness), e.Replaces)
}

// Entry is [Journal.Entry].
func (b *Batch) Entry(id int64) (record.Entry, error) {
	return single(b.ctx, b.tx, noEntry(id), scanEntry, "SELECT "+entryColumns+" FROM entries WHERE id = ?", id)
}

// MarkUndone is [Journal.MarkUndone].
func (b *Batch) MarkUndone(id int64, undone bool) error {
	r, err := b.tx.ExecContext(b.ctx, "UPDATE entries SET undone = ? WHERE id = ?", undone, id)
	return mustFind(r, err, noEntry(id))
}

// Set is [Journal.Set].
func (b *Batch) Set(key, value string) error {
	return b.exec("INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
}

// Unset is [Journal.Unset].
func (b *Batch) Unset(key string) error { return b.exec("DELETE FROM settings WHERE key = ?", key) }

// SavePlan is [Journal.SavePlan].
func (b *Batch) SavePlan(p PlanFile) error {
	if p.ID == "" {
		return fault.New("journal.plan_without_id", nil)
	}
	return b.exec(`INSERT INTO plans (id, name, text, saved_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text, saved_at = excluded.saved_at`,
		p.ID, p.Name, p.Text, millis(p.SavedAt))
}
