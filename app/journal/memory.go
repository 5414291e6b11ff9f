package journal

import (
	"context"
	"fmt"
	"sync/atomic"

	"afterglow/app/fault"
)

// memories counts the journals that lie in memory, so that each has a name of its own.
var memories atomic.Int64

// InMemory opens an empty journal that lies in this process's memory alone: an example to try things in. No file is
// made, so nothing is left of it once it is closed or the process ends, however it ends.
func InMemory(ctx context.Context) (*Journal, error) {
	d, err := standard()
	if err != nil {
		return nil, err
	}
	if d.latest, err = latestVersion(d.migrations); err != nil {
		return nil, err
	}
	j := newJournal(d)
	j.inMemory = true
	j.path = fmt.Sprintf("/afterglow-%d", memories.Add(1))
	// SQLite forgets it with its last connection: this one is used for nothing else and stays until Close.
	j.open.anchor = connect(j.path, inMemory)
	if err := j.open.anchor.PingContext(ctx); err != nil {
		return nil, explain(err, notOpened, j.path)
	}
	j.open.reader, j.open.writer = connect(j.path, inMemory), connect(j.path, inMemory)
	if err := j.migrateOn(ctx, j.open.writer); err != nil {
		j.Close()
		return nil, explain(err, notOpened, j.path)
	}
	j.open.version = j.latest
	return j, nil
}

// filesOnly refuses for a journal in memory what makes or replaces files.
func (j *Journal) filesOnly() error {
	if j.inMemory {
		return fault.Use("journal.in_memory", nil)
	}
	return nil
}
