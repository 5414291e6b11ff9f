package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"afterglow/app/fault"
	"afterglow/app/record"
)

const entryColumns = `id, at, kind, what, occurrence, until, amount_ml, treatment, note, undone,
	skin, redness, tightness, itch, soreness, replaces`

func scanEntry(r *sql.Rows) (e record.Entry, err error) {
	var at, until, redness, tightness, itch, soreness sql.NullInt64
	err = r.Scan(&e.ID, &at, &e.Kind, &e.What, &e.Occurrence, &until, &e.AmountML, &e.Treatment, &e.Note, &e.Undone,
		&e.Feeling.Skin, &redness, &tightness, &itch, &soreness, &e.Replaces)
	e.At, e.Until = instant(at), instant(until)
	e.Feeling.Redness, e.Feeling.Tightness = level(redness), level(tightness)
	e.Feeling.Itch, e.Feeling.Soreness = level(itch), level(soreness)
	return e, err
}

// AddEntry stores what the person did, felt or noted, and gives its id.
func (j *Journal) AddEntry(ctx context.Context, e record.Entry) (id int64, err error) {
	err = j.together(ctx, entryNotSaved, func(b *Batch) error {
		id, err = b.AddEntry(e)
		return err
	})
	return id, err
}

// The ways in which an entry still matters, each by an index of its own:
// recent, lasting until after since, changing or waiting for a window for good, or telling how the skin felt.
const (
	recentEntries = `SELECT id FROM entries WHERE at >= ?1
		UNION ALL SELECT id FROM entries WHERE until > ?1 AND until IS NOT NULL AND kind IN ('pause', 'snooze', 'extend')`
	lastingEntries = ` UNION ALL SELECT id FROM entries WHERE kind IN ('calm', 'extend')`
	tellEntries    = ` UNION ALL SELECT id FROM entries WHERE kind = 'tell'`
	ownEntries     = ` UNION ALL SELECT id FROM entries WHERE kind = 'own' AND undone = 0`
	// feelEntries are of all treatments: how the skin feels is asked of all of it at once, and stays said when the treatment
	// at hand then is removed.
	feelEntries = ` UNION ALL SELECT id FROM entries WHERE kind = 'feel'
		AND at >= (SELECT min(at) FROM treatments WHERE id IN (SELECT value FROM json_each(?2)))`
	entriesOf = " AND treatment IN (SELECT value FROM json_each(?2))"
	// liveEntries are the recent ones that count, and those written last, whether taken back or not: who shows them
	// has to see that they were. It takes no longer if much was taken back.
	liveEntries = `SELECT id FROM entries WHERE at >= ?1 AND (undone = 0 OR kind = 'snooze')
		UNION ALL SELECT id FROM entries WHERE id > (SELECT max(id) FROM entries) - 50 AND at >= ?1
		UNION ALL SELECT id FROM entries WHERE until > ?1 AND until IS NOT NULL AND kind IN ('pause', 'snooze', 'extend')`
)

// Entries are the entries since then by At, undone ones too; and whatever older
// still lasts: a pause, snooze or extension until after since, every "calm",
// every extension and every own change. By At, oldest first.
func (j *Journal) Entries(ctx context.Context, since time.Time) ([]record.Entry, error) {
	return j.entries(ctx, recentEntries+lastingEntries+ownEntries, since.UnixMilli())
}

// EntriesFor is [Journal.Entries] with the lasting "calm" and extensions of these treatments only (and of none in
// particular), the wishes to be told of them, the person's own changes to their plans, and how the skin felt since the first of them. Of the entries that were
// taken back it has the snoozes and the latest ones. It takes no longer if the journal is old.
func (j *Journal) EntriesFor(ctx context.Context, since time.Time, treatments ...int64) ([]record.Entry, error) {
	ids, err := idList(treatments)
	if err != nil {
		return nil, err
	}
	return j.entries(ctx, liveEntries+lastingEntries+entriesOf+tellEntries+entriesOf+ownEntries+entriesOf+feelEntries, since.UnixMilli(), ids)
}

func (j *Journal) entries(ctx context.Context, ids string, args ...any) (all []record.Entry, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, scanEntry,
			entriesWith(ids), args...)
		return err
	})
	return all, err
}

// entriesWith reads the rows of the ids that a query gives. The cross join holds
// SQLite to that order, and UNION ALL below keeps it from merging by id: it would
// look at every row otherwise.
func entriesWith(ids string) string {
	return "SELECT " + entryColumns + " FROM (SELECT DISTINCT id FROM (" + ids + ")) CROSS JOIN entries USING (id) ORDER BY at, id"
}

// idList is the ids as SQL reads them; 0, "none in particular", always counts.
func idList(ids []int64) (string, error) {
	b, err := json.Marshal(append([]int64{0}, ids...))
	return string(b), err
}

// Entry is the one with this id, or an error of kind [ErrNotFound].
func (j *Journal) Entry(ctx context.Context, id int64) (e record.Entry, err error) {
	found, ok, err := j.oneEntry(ctx, "WHERE id = ?", id)
	if err == nil && !ok {
		err = noEntry(id)
	}
	return found, err
}

// answerSearched is how many entries back an answer is looked for.
const answerSearched = 5000

// Answered says whether the occurrence was done, skipped or answered by a feeling, by the order in which things were written
// down and not by their times: the clock may have been a year behind.
func (j *Journal) Answered(ctx context.Context, occurrence string) (bool, error) {
	_, ok, err := j.oneEntry(ctx, `WHERE occurrence = ? AND undone = 0 AND kind IN ('done', 'skip', 'feel')
		AND id > (SELECT COALESCE(MAX(id), 0) FROM entries) - ? LIMIT 1`, occurrence, answerSearched)
	return ok, err
}

// LastEntry is the entry that was made last of those since then that are not undone.
func (j *Journal) LastEntry(ctx context.Context, since time.Time) (e record.Entry, ok bool, err error) {
	return j.oneEntry(ctx, "WHERE id = (SELECT max(id) FROM entries WHERE undone = 0 AND at >= ?)", since.UnixMilli())
}

// Instead is another entry, not taken back, in whose place this one would stand if it were written down again: one that
// answers the same occurrence, the same wish to be told, one that was put in its place, or one that was made since and
// lengthens the same wait.
func (b *Batch) Instead(e record.Entry) (other record.Entry, there bool, err error) {
	ask := func(which string, args ...any) {
		var all []record.Entry
		if err != nil || there {
			return
		}
		all, err = list(b.ctx, b.tx, scanEntry, "SELECT "+entryColumns+" FROM entries WHERE undone = 0 AND id NOT IN (?1, ?2) AND "+which+
			" ORDER BY id DESC LIMIT 1", append([]any{e.ID, e.Replaces}, args...)...)
		if err == nil && len(all) > 0 {
			other, there = all[0], true
		}
	}
	if e.Occurrence != "" && e.Kind != record.KindSnooze {
		ask("occurrence = ?3 AND kind IN ('done', 'skip', 'feel') AND id > (SELECT COALESCE(MAX(id), 0) FROM entries) - ?4", e.Occurrence, answerSearched)
	}
	switch e.Kind {
	case record.KindFeel: // one that was changed has its moment in common with the one in its place
		ask("kind = 'feel' AND at = ?3", e.At.UnixMilli())
	case record.KindTell:
		ask("kind = 'tell' AND treatment = ?3 AND what = ?4 AND note = ?5", e.Treatment, e.What, e.Note)
	case record.KindExtend:
		ask("kind = 'extend' AND treatment = ?3 AND what = ?4 AND id > ?1", e.Treatment, e.What)
	case record.KindOwn:
		ask("kind = 'own' AND treatment = ?3 AND what = ?4", e.Treatment, e.What)
	}
	return other, there, err
}

const treatEntries = "SELECT " + entryColumns + " FROM entries WHERE kind = 'treat'"

// TreatmentEntries are all lines about what was done about treatments, in the order in which they were written.
func (j *Journal) TreatmentEntries(ctx context.Context) (all []record.Entry, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, scanEntry, treatEntries+" ORDER BY id")
		return err
	})
	return all, err
}

// AllTreatmentEntries is [Journal.TreatmentEntries].
func (b *Batch) AllTreatmentEntries() ([]record.Entry, error) {
	return list(b.ctx, b.tx, scanEntry, treatEntries+" ORDER BY id")
}

// TreatmentEntries is [Journal.TreatmentEntries] of one treatment.
func (b *Batch) TreatmentEntries(treatment int64) ([]record.Entry, error) {
	return list(b.ctx, b.tx, scanEntry, treatEntries+" AND treatment = ? ORDER BY id", treatment)
}

func (j *Journal) oneEntry(ctx context.Context, which string, args ...any) (e record.Entry, ok bool, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err := list(ctx, db, scanEntry, "SELECT "+entryColumns+" FROM entries "+which, args...)
		if err == nil && len(all) > 0 {
			e, ok = all[0], true
		}
		return err
	})
	return e, ok, err
}

// MarkUndone undoes an entry, or does it again.
func (j *Journal) MarkUndone(ctx context.Context, id int64, undone bool) error {
	return j.together(ctx, notUndone, func(b *Batch) error { return b.MarkUndone(id, undone) })
}

func noEntry(id int64) error {
	return fault.New("journal.no_entry", fault.Args{"ID": id}).Of(ErrNotFound)
}
