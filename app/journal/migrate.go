package journal

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path"

	"github.com/pressly/goose/v3"
)

// latestVersion is the number of the newest migration. Reading the names is
// cheap; goose itself is only started if something is to be done.
func latestVersion(migrations fs.FS) (int, error) {
	names, err := fs.Glob(migrations, "*.sql")
	if err != nil {
		return 0, err
	}
	latest := 0
	for _, name := range names {
		n, err := goose.NumericComponent(path.Base(name))
		if err != nil {
			return 0, fmt.Errorf("number of migration %s: %w", name, err)
		}
		latest = max(latest, int(n))
	}
	return latest, nil
}

// migrate brings the file at path to the latest version. Each migration is one
// transaction: it is there whole or not at all.
func (j *Journal) migrate(ctx context.Context, path string) error {
	db := connect(path, toWrite)
	defer db.Close()
	if err := j.migrateOn(ctx, db); err != nil {
		return explain(err, notUpdated, path)
	}
	return settle(ctx, db, path)
}

// migrateOn runs the migrations that the database behind db lacks.
func (j *Journal) migrateOn(ctx context.Context, db *sql.DB) error {
	p, err := goose.NewProvider(goose.DialectSQLite3, db, j.migrations, goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return fmt.Errorf("read the migrations: %w", err)
	}
	_, err = p.Up(ctx)
	return err
}

// settle folds the log back into the file, so that its header alone tells the version.
func settle(ctx context.Context, db *sql.DB, path string) error {
	if _, err := db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return explain(err, notUpdated, path)
	}
	return nil
}

// begin makes a new, empty journal, or nothing at all.
func (j *Journal) begin(ctx context.Context) error {
	if err := createFile(j.path); err != nil {
		return err
	}
	if err := j.migrate(ctx, j.path); err != nil {
		for _, f := range append(sideFiles(j.path), j.path) {
			os.Remove(f) // the cause matters more than what could not be removed
		}
		return err
	}
	return syncDir(j.dir)
}

// update keeps a copy of an older journal, then migrates it.
func (j *Journal) update(ctx context.Context, from int) error {
	if from > 0 {
		db := connect(j.path, toRead)
		err := j.keep(ctx, db, fmt.Sprintf("journal-before-update-from-%d.sqlite", from))
		db.Close()
		if err != nil {
			return explain(err, notUpdated, j.path)
		}
	}
	return j.migrate(ctx, j.path)
}
