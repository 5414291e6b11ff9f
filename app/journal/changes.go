package journal

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"sync"
)

// changes tells what others write from what this process writes, by the count of changes that every write raises.
type changes struct {
	mu    sync.Mutex // held over a commit, so that nobody reads its count before it is known as our own
	asked bool
	heard int64 // the count up to which all is known here, once somebody asked
}

// commit commits a transaction of this process that raised the count to n.
func (c *changes) commit(tx *sql.Tx, n int64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := tx.Commit(); err != nil {
		return err
	}
	if n == c.heard+1 {
		c.heard = n
	}
	return nil
}

// ChangedByOthers says whether another process changed the journal since this was last asked. What this process wrote
// itself does not count. The first call only begins to listen.
func (j *Journal) ChangedByOthers(ctx context.Context) (changed bool, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		j.changes.mu.Lock()
		defer j.changes.mu.Unlock()
		var n int64
		if err := db.QueryRowContext(ctx, "SELECT n FROM changes").Scan(&n); err != nil {
			return err
		}
		changed = j.changes.asked && j.changes.heard != n
		j.changes.asked, j.changes.heard = true, n
		return nil
	})
	return changed, err
}

// HoldsEntries says whether a file, by its path, is one into which a journal's changes are written.
func HoldsEntries(path string) bool {
	name := filepath.Base(path)
	return name == fileName || strings.TrimPrefix(name, fileName) == "-wal"
}
