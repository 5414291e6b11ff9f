package journal

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/guidance"
)

const treatmentColumns = `t.id, t.at, t.at_offset, t.at_zone, t.device, t.depth_mm, t.area, t.sensitive,
	t.entered_at, t.removed_at, t.plan_text`

// Treatments are all treatments, removed ones too, oldest first. If a stored
// plan cannot be read any more, its treatment comes with an empty Plan (PlanText
// is there), and beside the list an error of kind [ErrPlan] names it.
func (j *Journal) Treatments(ctx context.Context) ([]course.Treatment, error) {
	return j.treatments(ctx, "ORDER BY t.at, t.id")
}

// TreatmentsSince are those of [Journal.Treatments] at or after since, without the removed ones: nothing is to come
// of those. How long it takes depends on how many they are, not on the age of the journal.
func (j *Journal) TreatmentsSince(ctx context.Context, since time.Time) ([]course.Treatment, error) {
	return j.treatments(ctx, "WHERE t.at >= ? AND t.removed_at IS NULL ORDER BY t.at, t.id", since.UnixMilli())
}

// Treatment is the one with this id, or an error of kind [ErrNotFound].
func (j *Journal) Treatment(ctx context.Context, id int64) (course.Treatment, error) {
	all, err := j.treatments(ctx, "WHERE t.id = ?", id)
	if len(all) > 0 {
		return all[0], err
	}
	if err == nil {
		err = noTreatment(id)
	}
	return course.Treatment{}, err
}

func noTreatment(id int64) error {
	return fault.New("journal.no_treatment", fault.Args{"ID": id}).Of(ErrNotFound)
}

func (j *Journal) treatments(ctx context.Context, which string, args ...any) (all []course.Treatment, err error) {
	var noPlan error
	err = j.read(ctx, unread, func(db *sql.DB) error {
		// One transaction, so that the texts belong to the treatments.
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer tx.Rollback()
		all, noPlan, err = j.treatmentsIn(ctx, tx, which, args...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return all, noPlan
}

// treatmentsIn reads treatments with their plans; noPlan names those, not removed, whose plan cannot be read any more.
func (j *Journal) treatmentsIn(ctx context.Context, tx *sql.Tx, which string, args ...any) (all []course.Treatment, noPlan, err error) {
	var planIDs []int64
	texts := map[int64]string{}
	all, err = list(ctx, tx, func(r *sql.Rows) (course.Treatment, error) {
		t, plan, err := scanTreatment(r)
		planIDs = append(planIDs, plan)
		return t, err
	}, "SELECT "+treatmentColumns+" FROM treatments t "+which, args...)
	if err != nil {
		return nil, nil, err
	}
	for _, id := range planIDs {
		if _, known := texts[id]; known {
			continue
		}
		var text string
		if err := tx.QueryRowContext(ctx, "SELECT text FROM plan_texts WHERE id = ?", id).Scan(&text); err != nil {
			return nil, nil, err
		}
		texts[id] = text
	}
	plans, bad := map[int64]guidance.Plan{}, map[int64]error{}
	for id, text := range texts {
		plans[id], bad[id] = j.plan(text)
	}
	var faults []error
	for i := range all {
		all[i].PlanText, all[i].Plan = texts[planIDs[i]], plans[planIDs[i]]
		if err := bad[planIDs[i]]; err != nil && !all[i].Removed {
			faults = append(faults, fault.Wrap(err, "journal.plan_unreadable", fault.Args{"ID": all[i].ID, "At": all[i].At}).Of(ErrPlan))
		}
	}
	return all, errors.Join(faults...), nil
}

func scanTreatment(r *sql.Rows) (t course.Treatment, plan int64, err error) {
	var at, entered, removed sql.NullInt64
	var offset int
	var zone string
	err = r.Scan(&t.ID, &at, &offset, &zone, &t.Device, &t.DepthMM, &t.Area, &t.Sensitive, &entered, &removed, &plan)
	t.At = instant(at).In(time.FixedZone(zone, offset))
	t.EnteredAt = instant(entered)
	t.Removed = removed.Valid
	return t, plan, err
}

// plansKept is how many parsed plans are kept at most: a person has a few, and the agent runs for weeks.
const plansKept = 4

// plan parses a plan's text once for all treatments that share it.
func (j *Journal) plan(text string) (guidance.Plan, error) {
	key := hash(text)
	j.planMu.Lock()
	defer j.planMu.Unlock()
	if p, ok := j.plans[key]; ok {
		return p, nil
	}
	p, err := j.parse("plan", []byte(text))
	if err == nil {
		if len(j.plans) >= plansKept {
			clear(j.plans)
		}
		j.plans[key] = p
	}
	return p, err
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// AddTreatment stores a treatment with the text of its plan and gives its id,
// which is never used again. Plan itself is not stored: PlanText is.
func (j *Journal) AddTreatment(ctx context.Context, t course.Treatment) (id int64, err error) {
	err = j.together(ctx, treatmentNotSaved, func(b *Batch) error {
		id, err = b.AddTreatment(t)
		return err
	})
	return id, err
}

// ChangeTreatment replaces all that is stored of the treatment t.ID, but for Removed.
func (j *Journal) ChangeTreatment(ctx context.Context, t course.Treatment) error {
	return j.together(ctx, treatmentNotSaved, func(b *Batch) error { return b.ChangeTreatment(t) })
}

// RemoveTreatment takes a treatment back; it stays in the journal, marked with the moment.
// Removing it again changes nothing.
func (j *Journal) RemoveTreatment(ctx context.Context, id int64, at time.Time) error {
	return j.together(ctx, treatmentNotRemoved, func(b *Batch) error { return b.RemoveTreatment(id, at) })
}

// checkTreatment refuses what could not be read back.
func (j *Journal) checkTreatment(t course.Treatment) error {
	if t.At.IsZero() {
		return fault.New("journal.treatment_without_time", nil)
	}
	if _, err := j.plan(t.PlanText); err != nil {
		return fault.Wrap(err, "journal.plan_unreadable", fault.Args{"ID": t.ID, "At": t.At}).Of(ErrPlan)
	}
	return nil
}

func savePlanText(ctx context.Context, tx *sql.Tx, text string) (id int64, err error) {
	_, err = tx.ExecContext(ctx, "INSERT INTO plan_texts (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", hash(text), text)
	if err != nil {
		return 0, err
	}
	err = tx.QueryRowContext(ctx, "SELECT id FROM plan_texts WHERE hash = ?", hash(text)).Scan(&id)
	return id, err
}

// mustFind gives missing if a change met no row.
func mustFind(r sql.Result, err, missing error) error {
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	if err == nil && n == 0 {
		return missing
	}
	return err
}
