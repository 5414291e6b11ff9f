package journal

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
	"time"

	"afterglow/app/fault"
	"afterglow/app/record"
)

const (
	deliveryColumns = `id, occurrence, round, what, window, due, begun_at, shown_at, closed_at,
	state, reason, title, body, sum_of, `
	newsOfAll  = "news"
	newsOfOpen = "CASE WHEN state IN ('begun', 'shown') THEN news ELSE '' END"
)

func scanDelivery(r *sql.Rows) (d record.Delivery, err error) {
	var due, begun, shown, closed sql.NullInt64
	var news sql.RawBytes
	err = r.Scan(&d.ID, &d.Occurrence, &d.Round, &d.What, &d.Window, &due, &begun, &shown, &closed,
		&d.State, &d.Reason, &d.Title, &d.Body, &d.SumOf, &news)
	d.News = readNews(news)
	d.Due, d.BegunAt, d.ShownAt, d.ClosedAt = instant(due), instant(begun), instant(shown), instant(closed)
	return d, err
}

const insertDelivery = `INSERT INTO deliveries (occurrence, round, what, window, treatment, due, begun_at, shown_at, closed_at,
	state, reason, title, body, news, sum_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT (occurrence, round) DO `

func deliveryValues(d record.Delivery) []any {
	return []any{d.Occurrence, d.Round, d.What, d.Window, windowTreatment(d), millis(d.Due), millis(d.BegunAt), millis(d.ShownAt),
		millis(d.ClosedAt), string(d.State), d.Reason, d.Title, d.Body, writeNews(d.News), d.SumOf}
}

// windowTreatment is the treatment whose window ended, 1 of "makeup/1"; 0 if it does not say.
func windowTreatment(d record.Delivery) int64 {
	if !d.Window {
		return 0
	}
	id, err := strconv.ParseInt(d.Occurrence[strings.LastIndexByte(d.Occurrence, '/')+1:], 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// BeginDelivery stores a delivery before the desktop is asked to show it. If one
// of the same occurrence and round is there already, that one's id comes back and
// fresh is false. One that was only begun is begun anew: it is read by its latest moment.
func (j *Journal) BeginDelivery(ctx context.Context, d record.Delivery) (id int64, fresh bool, err error) {
	d.State = record.Begun
	err = j.write(ctx, reminderNotNoted, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, insertDelivery+"NOTHING", deliveryValues(d)...)
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		if err != nil {
			return err
		}
		fresh = n == 1
		if err := tx.QueryRowContext(ctx, "SELECT id FROM deliveries WHERE occurrence = ? AND round = ?", d.Occurrence, d.Round).Scan(&id); err != nil || fresh {
			return err
		}
		_, err = tx.ExecContext(ctx, "UPDATE deliveries SET begun_at = ? WHERE id = ? AND state = 'begun'", millis(d.BegunAt), id)
		return err
	})
	return id, fresh && err == nil, err
}

// MarkShown notes that the desktop took the notification, in which words, and the desktop's own number for it (0:
// none). One that was closed in the meantime stays closed.
func (j *Journal) MarkShown(ctx context.Context, id int64, title, body string, number uint32, at time.Time) error {
	return j.write(ctx, reminderNotNoted, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, `UPDATE deliveries SET shown_at = ?, title = ?, body = ?,
			state = CASE state WHEN 'begun' THEN 'shown' ELSE state END WHERE id = ?`, at.UnixMilli(), title, body, id)
		if err := mustFind(r, err, noDelivery(id)); err != nil {
			return err
		}
		return putOnScreen(ctx, tx, id, number)
	})
}

// CloseDelivery notes that it was taken away again, and why. One that is closed or let go keeps its reason.
func (j *Journal) CloseDelivery(ctx context.Context, id int64, reason string, at time.Time) error {
	return j.write(ctx, reminderNotNoted, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, `UPDATE deliveries SET
			closed_at = CASE WHEN state IN ('begun', 'shown') THEN ? ELSE closed_at END,
			reason = CASE WHEN state IN ('begun', 'shown') THEN ? ELSE reason END,
			state = CASE WHEN state IN ('begun', 'shown') THEN 'closed' ELSE state END WHERE id = ?`, at.UnixMilli(), reason, id)
		if err := mustFind(r, err, noDelivery(id)); err != nil {
			return err
		}
		return putOnScreen(ctx, tx, id, 0)
	})
}

func noDelivery(id int64) error {
	return fault.New("journal.no_reminder", fault.Args{"ID": id}).Of(ErrNotFound)
}

// LetGo stores deliveries that will not be shown, all or none. One that was begun
// and never shown becomes let go; one that was shown or closed stays as it is.
func (j *Journal) LetGo(ctx context.Context, ds []record.Delivery) error {
	if len(ds) == 0 {
		return nil
	}
	return j.write(ctx, reminderNotNoted, func(tx *sql.Tx) error {
		for _, d := range ds {
			if d.State == "" {
				d.State = record.LetGo
			}
			_, err := tx.ExecContext(ctx, insertDelivery+`UPDATE SET state = excluded.state, reason = excluded.reason,
				sum_of = excluded.sum_of, closed_at = excluded.closed_at WHERE state = 'begun'`, deliveryValues(d)...)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

const (
	recentDeliveries = "SELECT id FROM deliveries WHERE due >= ?1 UNION ALL SELECT id FROM deliveries WHERE begun_at >= ?1"
	windowDeliveries = " UNION ALL SELECT id FROM deliveries WHERE window = 1"
	ofTreatments     = " AND treatment IN (SELECT value FROM json_each(?2))"
	// What a window's end was told in: if that was never shown, the end is untold.
	sumDeliveries  = "SELECT id FROM deliveries WHERE occurrence IN (SELECT sum_of FROM deliveries WHERE window = 1 AND sum_of <> ''" + ofTreatments + ")"
	openDeliveries = "SELECT id FROM deliveries WHERE state IN ('begun', 'shown')"
	// What was put off is told again, however long ago it was told first.
	snoozedDeliveries = "SELECT id FROM deliveries WHERE occurrence IN (SELECT occurrence FROM entries WHERE until >= ?1 AND kind = 'snooze')"
)

// Deliveries are those due or begun since then, and every one of a window's end, by due time.
func (j *Journal) Deliveries(ctx context.Context, since time.Time) ([]record.Delivery, error) {
	return j.deliveries(ctx, newsOfAll, recentDeliveries+windowDeliveries, since.UnixMilli())
}

// DeliveriesFor is [Journal.Deliveries] with the windows' ends of these treatments only, what those were told
// in, and every one that may still be on the screen or was put off since, however old. It leaves out
// what the closed ones told. It takes no longer if the journal is old.
func (j *Journal) DeliveriesFor(ctx context.Context, since time.Time, treatments ...int64) ([]record.Delivery, error) {
	ids, err := idList(treatments)
	if err != nil {
		return nil, err
	}
	return j.deliveries(ctx, newsOfOpen, recentDeliveries+windowDeliveries+ofTreatments+" UNION ALL "+sumDeliveries+
		" UNION ALL "+openDeliveries+" UNION ALL "+snoozedDeliveries, since.UnixMilli(), ids)
}

func (j *Journal) deliveries(ctx context.Context, news, ids string, args ...any) (all []record.Delivery, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, scanDelivery,
			deliveriesWith(news, ids), args...)
		return err
	})
	return all, err
}

// deliveriesWith reads the rows of the ids that a query gives; see entriesWith.
func deliveriesWith(news, ids string) string {
	return "SELECT " + deliveryColumns + news + " FROM (SELECT DISTINCT id FROM (" + ids + ")) CROSS JOIN deliveries USING (id) ORDER BY due, id"
}
