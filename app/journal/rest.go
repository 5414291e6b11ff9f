package journal

import (
	"context"
	"database/sql"
	"errors"
)

// Rest lets go of the pages that SQLite keeps in memory: up to half a megabyte a connection
// after much was read or written. What is needed again is read from the file.
func (j *Journal) Rest(ctx context.Context) error {
	j.mu.RLock()
	defer j.mu.RUnlock()
	var errs []error
	for _, db := range []*sql.DB{j.open.reader, j.open.writer} {
		if db == nil || db.Stats().OpenConnections == 0 {
			continue // a new connection would only cost memory
		}
		_, err := db.ExecContext(ctx, "PRAGMA shrink_memory")
		errs = append(errs, err)
	}
	return explain(errors.Join(errs...), memoryKept, j.path)
}
