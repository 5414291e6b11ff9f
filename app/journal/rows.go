package journal

import (
	"context"
	"database/sql"
	"time"

	"afterglow/app/record"
)

// millis stores an instant; the zero time becomes NULL.
func millis(t time.Time) sql.NullInt64 {
	if t.IsZero() {
		return sql.NullInt64{}
	}
	return sql.NullInt64{Int64: t.UnixMilli(), Valid: true}
}

// instant is the way back, in UTC: where the person is now is not the journal's business.
func instant(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.UnixMilli(n.Int64).UTC()
}

// felt stores a level; what was not said becomes NULL.
func felt(l record.Level) sql.NullInt64 { return sql.NullInt64{Int64: int64(l.N), Valid: l.Said} }

// level is the way back.
func level(n sql.NullInt64) record.Level { return record.Level{Said: n.Valid, N: int(n.Int64)} }

// queryer is what a handle and a transaction have in common.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// list runs a query and reads each row with scan.
func list[T any](ctx context.Context, q queryer, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// single is the first row that list reads; none, if there is no row.
func single[T any](ctx context.Context, q queryer, none error, scan func(*sql.Rows) (T, error), query string, args ...any) (found T, err error) {
	all, err := list(ctx, q, scan, query, args...)
	switch {
	case err != nil:
		return found, err
	case len(all) == 0:
		return found, none
	}
	return all[0], nil
}
