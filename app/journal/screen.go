package journal

import (
	"context"
	"database/sql"
)

// OnScreen is a notification that may still be on the screen.
type OnScreen struct {
	Delivery   int64
	Occurrence string
	Number     uint32 // the desktop's own, to take it away; it holds for one session of the desktop
}

// OnScreen are the notifications that may still be on the screen, the newest last.
func (j *Journal) OnScreen(ctx context.Context) (all []OnScreen, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, func(r *sql.Rows) (s OnScreen, err error) {
			err = r.Scan(&s.Delivery, &s.Occurrence, &s.Number)
			return s, err
		}, "SELECT id, occurrence, service_id FROM on_screen JOIN deliveries ON id = delivery WHERE state = 'shown' ORDER BY id")
		return err
	})
	return all, err
}

// ForgetScreen drops the desktop's numbers: after a new login the desktop counts from one again, and what has an
// old number is another program's notification.
func (j *Journal) ForgetScreen(ctx context.Context) error {
	return j.write(ctx, reminderNotNoted, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM on_screen")
		return err
	})
}

// putOnScreen notes the desktop's number of a delivery; 0: it has none any more.
func putOnScreen(ctx context.Context, tx *sql.Tx, delivery int64, number uint32) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM on_screen WHERE delivery = ?", delivery)
	if err == nil && number != 0 {
		_, err = tx.ExecContext(ctx, "INSERT INTO on_screen (delivery, service_id) VALUES (?, ?)", delivery, int64(number))
	}
	return err
}
