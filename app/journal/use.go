package journal

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// errOtherFile tells that another process put another file in the journal's place.
var errOtherFile = errors.New("the journal was replaced meanwhile")

// read lets fn read. Damage that it meets is mended, then it reads once more.
func (j *Journal) read(ctx context.Context, failed fault.Text, fn func(*sql.DB) error) error {
	return j.twice(ctx, failed, func(h handles) error { return fn(h.reader) })
}

// write runs fn in one transaction that is on the disk when write returns nil,
// and raises the count of changes.
func (j *Journal) write(ctx context.Context, failed fault.Text, fn func(*sql.Tx) error) error {
	return j.twice(ctx, failed, func(h handles) error {
		if h.writer == nil {
			return j.unwritable(h, failed, j.path)
		}
		if err := j.inTx(ctx, h.writer, fn); err != nil {
			return err
		}
		return j.same(h) // else it went into a file that was taken away at that moment
	})
}

func (j *Journal) inTx(ctx context.Context, db *sql.DB, fn func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after a commit
	// An update may have come while this process went on running.
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version > j.latest {
		return j.newer(version)
	}
	if err := fn(tx); err != nil {
		return err
	}
	var n int64
	if err := tx.QueryRowContext(ctx, "UPDATE changes SET n = n + 1 RETURNING n").Scan(&n); err != nil {
		return err
	}
	return j.changes.commit(tx, n)
}

// twice runs fn, and if it met damage or another file, once more on what is there then.
func (j *Journal) twice(ctx context.Context, failed fault.Text, fn func(handles) error) error {
	err := j.once(ctx, failed, fn)
	switch {
	case isDamage(err):
		if mending := j.Mend(ctx); mending != nil {
			return err
		}
		return j.once(ctx, failed, fn)
	case errors.Is(err, errOtherFile):
		return j.once(ctx, failed, fn)
	}
	return err
}

// once runs fn on the file that stands at the journal's path now.
func (j *Journal) once(ctx context.Context, failed fault.Text, fn func(handles) error) error {
	for try := range 3 {
		j.mu.RLock()
		err := j.same(j.open)
		if err == nil && j.open.full && try == 0 {
			err = errOtherFile // there may be space by now, and others may have written
		}
		if err == nil {
			err = fn(j.open)
			j.mu.RUnlock()
			return explain(err, failed, j.path)
		}
		j.mu.RUnlock()
		if errors.Is(err, ErrGone) {
			err = j.waitForMender(err)
		}
		if err != nil && !errors.Is(err, errOtherFile) {
			return explain(err, failed, j.path)
		}
		if err := j.reopen(ctx); err != nil {
			return explain(err, failed, j.path)
		}
	}
	return inUseElsewhere(nil, failed, j.path)
}

// same tells by an error whether the connections lead to another file than the
// path does: SQLite would go on writing into a file that nobody can open again.
// What was opened only to be read counts as another once it can be written.
func (j *Journal) same(h handles) error {
	if j.closed {
		return fault.New("journal.closed", nil).Of(ErrGone)
	}
	if j.inMemory {
		return nil
	}
	info, err := os.Stat(j.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, "journal.gone", fault.Args{"Path": j.path}).Of(ErrGone)
	case err != nil:
		return err
	case h.reader == nil || !os.SameFile(info, h.file):
		return errOtherFile
	case h.writer == nil && !h.full && datadir.Writable(j.dir) && datadir.Writable(j.path):
		return errOtherFile // the same one, but now others may write it, and so may we
	}
	return nil
}

// waitForMender looks again once no other process is mending: meanwhile the file is missing for an instant.
func (j *Journal) waitForMender(gone error) error {
	if _, err := os.Stat(j.dir); err != nil {
		return gone
	}
	unlock, err := lockFolder(j.dir)
	if err != nil {
		return gone
	}
	defer unlock()
	if _, err := os.Stat(j.path); err != nil {
		return gone
	}
	return nil
}

// reopen connects to the file that is there now.
func (j *Journal) reopen(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.same(j.open); !errors.Is(err, errOtherFile) && (err != nil || !j.open.full) {
		return err // somebody else was quicker, or there is nothing to open
	}
	j.open.close() // of no use any more, whatever it says
	told := len(j.Notes())
	h, err := j.openFile(ctx, quickly)
	if err != nil {
		return err
	}
	j.open = h
	j.noteMender(told)
	return nil
}
