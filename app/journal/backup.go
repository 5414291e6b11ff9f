package journal

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/mattn/go-sqlite3"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// keptBackups is how many daily backups are kept.
const keptBackups = 7

// Backup writes a whole, checked copy of the journal into one private file. An
// older copy of a journal is replaced; any other file is left alone.
func (j *Journal) Backup(ctx context.Context, file string) error {
	if err := j.filesOnly(); err != nil {
		return err
	}
	to, err := filepath.Abs(file)
	if err != nil {
		return explain(err, notBackedUp, file)
	}
	if info, err := os.Lstat(to); err == nil {
		own, _ := os.Stat(j.path)
		if own != nil && os.SameFile(info, own) {
			return fault.New("journal.backup_onto_itself", fault.Args{"File": file})
		}
		if !info.Mode().IsRegular() || !isJournal(to) {
			return fault.New("journal.backup_onto_another", fault.Args{"File": file})
		}
	}
	if _, err := os.Stat(filepath.Dir(to)); errors.Is(err, fs.ErrNotExist) {
		return fault.Wrap(err, "journal.backup_without_folder", fault.Args{"Folder": filepath.Dir(to)}).Of(ErrNotFound)
	}
	return j.once(ctx, notBackedUp, func(h handles) error {
		return explain(copyTo(ctx, h.reader, to, whole), notBackedUp, file)
	})
}

// DailyBackup makes the backup of now's calendar day (in now's zone) if it is
// missing, keeps the newest seven, and removes what killed copies left behind. Call it as often as you like. As every copy that nobody
// asked for, it leaves out what was asked before: once that is cleared, it is nowhere any more.
func (j *Journal) DailyBackup(ctx context.Context, now time.Time) error {
	if err := j.filesOnly(); err != nil {
		return err
	}
	if err := j.clearCutOff(now); err != nil {
		return err
	}
	dir := filepath.Join(j.dir, backupsDir)
	to := filepath.Join(dir, "journal-"+now.Format(time.DateOnly)+".sqlite")
	if _, err := os.Lstat(to); err == nil {
		return nil
	}
	err := j.once(ctx, noDailyBackup, func(h handles) error {
		if h.writer == nil {
			return j.unwritable(h, noDailyBackup, j.dir)
		}
		return j.keep(ctx, h.reader, filepath.Base(to))
	})
	if err != nil {
		return err
	}
	backups, err := j.Backups()
	if err != nil {
		return err
	}
	for len(backups) > keptBackups {
		if err := os.Remove(backups[0]); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return explain(err, noDailyBackup, backups[0])
		}
		backups = backups[1:]
	}
	return nil
}

// longestCopy is longer than any copy takes; what is older belongs to a process that was killed.
const longestCopy = time.Hour

// clearCutOff removes what copies left behind that were cut off: each holds all that the person wrote.
func (j *Journal) clearCutOff(now time.Time) error {
	for _, pattern := range []string{filepath.Join(backupsDir, ".part-*"), ".restore-*"} {
		if err := removeAll(j.dir, pattern, now.Add(-longestCopy)); err != nil {
			return err
		}
	}
	return nil
}

// Backups are the daily backups as paths, oldest first.
func (j *Journal) Backups() ([]string, error) {
	if j.inMemory {
		return nil, nil
	}
	dir := filepath.Join(j.dir, backupsDir)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain(err, backupsUnread, dir)
	}
	var all []string
	for _, e := range entries {
		if _, err := time.Parse("journal-2006-01-02.sqlite", e.Name()); err == nil && e.Type().IsRegular() {
			all = append(all, filepath.Join(dir, e.Name()))
		}
	}
	slices.Sort(all)
	return all, nil
}

// keep copies the database behind db into the folder of backups, under this name.
func (j *Journal) keep(ctx context.Context, db *sql.DB, name string) error {
	dir := filepath.Join(j.dir, backupsDir)
	if _, err := datadir.Private(dir); err != nil {
		return err
	}
	return copyTo(ctx, db, filepath.Join(dir, name), forgetAsked)
}

// whole leaves nothing out of a copy.
func whole(context.Context, *sql.DB) error { return nil }

// copyTo copies the database behind db into one file: under another name first,
// without what leaveOut removes, checked, and renamed when it is whole. Writing goes on meanwhile.
func copyTo(ctx context.Context, db *sql.DB, to string, leaveOut func(context.Context, *sql.DB) error) (err error) {
	dir := filepath.Dir(to)
	f, err := os.CreateTemp(dir, ".part-*.sqlite") // 0600 whatever the umask
	if err != nil {
		return err
	}
	part := f.Name()
	defer func() {
		if err != nil {
			os.Remove(part)
		}
	}()
	if err := errors.Join(f.Chmod(datadir.FileMode), f.Close()); err != nil {
		return err
	}
	target := connect(part, plain)
	defer target.Close()
	if err := transfer(ctx, target, db); err != nil {
		return err
	}
	// One file, without side files: it may go onto a stick or a read-only disk.
	if _, err := target.ExecContext(ctx, "PRAGMA journal_mode = DELETE"); err != nil {
		return err
	}
	if err := leaveOut(ctx, target); err != nil {
		return err
	}
	if err := lookThrough(ctx, target, quickly); err != nil {
		return err
	}
	if err := target.Close(); err != nil {
		return err
	}
	return errors.Join(os.Rename(part, to), syncDir(dir))
}

// transfer replaces all of to by all of from, in one transaction of to.
func transfer(ctx context.Context, to, from *sql.DB) error {
	target, err := to.Conn(ctx)
	if err != nil {
		return err
	}
	defer target.Close()
	source, err := from.Conn(ctx)
	if err != nil {
		return err
	}
	defer source.Close()
	return target.Raw(func(t any) error {
		return source.Raw(func(s any) error {
			return copyPages(ctx, t.(*sqlite3.SQLiteConn), s.(*sqlite3.SQLiteConn))
		})
	})
}

func copyPages(ctx context.Context, to, from *sqlite3.SQLiteConn) error {
	b, err := to.Backup("main", from, "main")
	if err != nil {
		return err
	}
	patience := time.After(5 * time.Second) // as busy_timeout: SQLite does not wait in here by itself
	for {
		done, err := b.Step(-1)
		if err != nil || done {
			return errors.Join(err, b.Finish())
		}
		select {
		case <-patience:
			return errors.Join(sqlite3.Error{Code: sqlite3.ErrBusy}, b.Finish())
		case <-ctx.Done():
			return errors.Join(ctx.Err(), b.Finish())
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// isJournal tells from the file's header whether it is a journal.
func isJournal(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	b := make([]byte, headerSize)
	n, _ := f.Read(b)
	return n == headerSize && string(b[:len(headerMagic)]) == headerMagic && be32(b, atMark) == ourFilesMark
}
