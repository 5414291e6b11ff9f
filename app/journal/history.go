package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"afterglow/app/record"
)

// Span is a stretch of time: from its first moment to before its end. A zero moment is no bound.
type Span struct{ From, Before time.Time }

// bounds are both ends as SQL compares them.
func (s Span) bounds() (from, before int64) {
	from, before = -1<<62, 1<<62
	if !s.From.IsZero() {
		from = s.From.UnixMilli()
	}
	if !s.Before.IsZero() {
		before = s.Before.UnixMilli()
	}
	return from, before
}

// A kind is one of a list, or any if the list is empty.
const (
	ofKinds          = " AND (?3 = '[]' OR kind IN (SELECT value FROM json_each(?3)))"
	spanEntries      = "SELECT id FROM entries WHERE at >= ?1 AND at < ?2" + ofKinds
	spanDeliveries   = "SELECT id FROM deliveries WHERE due >= ?1 AND due < ?2 UNION ALL SELECT id FROM deliveries WHERE begun_at >= ?1 AND begun_at < ?2"
	countedEntry     = "SELECT at FROM entries WHERE at >= ?1 AND at < ?2" + ofKinds + " ORDER BY at "
	countedDelivery  = "SELECT begun_at FROM deliveries WHERE begun_at >= ?1 AND begun_at < ?2 AND ?3 = ?3 ORDER BY begun_at "
	countedDirection = " LIMIT 1 OFFSET ?4"
)

// EntriesWithin are the entries of a stretch of time, undone ones too, by At, oldest first; of these kinds, or of all if
// none is named.
func (j *Journal) EntriesWithin(ctx context.Context, within Span, kinds ...record.Kind) ([]record.Entry, error) {
	from, before := within.bounds()
	names, err := kindList(kinds)
	if err != nil {
		return nil, err
	}
	return j.entries(ctx, spanEntries, from, before, names)
}

// EntriesWithin is [Journal.EntriesWithin].
func (b *Batch) EntriesWithin(within Span, kinds ...record.Kind) ([]record.Entry, error) {
	from, before := within.bounds()
	names, err := kindList(kinds)
	if err != nil {
		return nil, err
	}
	return list(b.ctx, b.tx, scanEntry, entriesWith(spanEntries), from, before, names)
}

// DeliveriesWithin are the deliveries that were due or begun in a stretch of time, by due time.
func (j *Journal) DeliveriesWithin(ctx context.Context, within Span) ([]record.Delivery, error) {
	from, before := within.bounds()
	return j.deliveries(ctx, newsOfAll, spanDeliveries, from, before)
}

// EntryAt is the moment of the n-th entry (from 1 on) of a stretch of time, counted from its end if back is set; zero if
// there are not so many.
func (j *Journal) EntryAt(ctx context.Context, within Span, n int, back bool, kinds ...record.Kind) (time.Time, error) {
	return j.counted(ctx, countedEntry, within, n, back, kinds)
}

// DeliveryAt is [Journal.EntryAt] of deliveries, by when they were begun.
func (j *Journal) DeliveryAt(ctx context.Context, within Span, n int, back bool) (time.Time, error) {
	return j.counted(ctx, countedDelivery, within, n, back, nil)
}

func (j *Journal) counted(ctx context.Context, query string, within Span, n int, back bool, kinds []record.Kind) (at time.Time, err error) {
	from, before := within.bounds()
	names, err := kindList(kinds)
	if err != nil {
		return at, err
	}
	direction := "ASC"
	if back {
		direction = "DESC"
	}
	err = j.read(ctx, unread, func(db *sql.DB) error {
		at = time.Time{}
		all, err := list(ctx, db, func(r *sql.Rows) (time.Time, error) {
			var at sql.NullInt64
			err := r.Scan(&at)
			return instant(at), err
		}, query+direction+countedDirection, from, before, names, n-1)
		if len(all) > 0 {
			at = all[0]
		}
		return err
	})
	return at, err
}

// kindList is the kinds as SQL reads them.
func kindList(kinds []record.Kind) (string, error) {
	if len(kinds) == 0 {
		return "[]", nil
	}
	b, err := json.Marshal(kinds)
	return string(b), err
}
