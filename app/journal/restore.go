package journal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// Restore replaces everything in the journal by what file holds. The journal from
// before is kept among the backups, as the file that is returned. Other
// processes that have the journal open go on and see the restored one.
func (j *Journal) Restore(ctx context.Context, file string) (kept string, err error) {
	if err := j.filesOnly(); err != nil {
		return "", err
	}
	if err := j.once(ctx, notRestored, func(h handles) error {
		if h.writer == nil {
			return j.unwritable(h, notRestored, j.dir)
		}
		return nil
	}); err != nil {
		return "", err
	}
	from, err := filepath.Abs(file)
	if err != nil {
		return "", explain(err, notRestored, file)
	}
	if named, err := os.Stat(from); err == nil {
		if own, err := os.Stat(j.path); err == nil && os.SameFile(named, own) {
			return "", fault.New("journal.restore_itself", fault.Args{"File": file}).Of(ErrForeign)
		}
	}
	if err := j.clearCutOff(j.today()); err != nil {
		return "", err
	}
	good, err := j.borrow(ctx, from)
	if err != nil {
		return "", err
	}
	defer good.remove()
	name, err := j.reserve("journal-before-restore-" + j.today().Format("2006-01-02-150405"))
	if err != nil {
		return "", err
	}
	defer j.giveBack(name)
	err = j.once(ctx, notRestored, func(h handles) error {
		if h.writer == nil {
			return j.unwritable(h, notRestored, j.dir)
		}
		if err := j.keep(ctx, h.reader, name); err != nil {
			return err
		}
		var before int64
		if err := h.writer.QueryRowContext(ctx, "SELECT n FROM changes").Scan(&before); err != nil {
			return err
		}
		restored := connect(good.path, toWrite)
		defer restored.Close()
		// The count of changes never falls, or others would miss that something changed.
		if _, err := restored.ExecContext(ctx, "UPDATE changes SET n = max(n, ?) + 1", before); err != nil {
			return err
		}
		// What the desktop called its notifications then, it may call others now.
		if _, err := restored.ExecContext(ctx, "DELETE FROM on_screen"); err != nil {
			return err
		}
		if err := transfer(ctx, h.writer, restored); err != nil {
			return err
		}
		return j.same(h)
	})
	if err != nil {
		return "", err
	}
	return filepath.Join(j.dir, backupsDir, name), nil
}

// reserve takes a name among the backups that no file has yet, by an empty file: two restores within one second, of two
// programs too, must not take each other's copy away.
func (j *Journal) reserve(stem string) (name string, err error) {
	dir := filepath.Join(j.dir, backupsDir)
	if _, err := datadir.Private(dir); err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		name := stem + ".sqlite"
		if n > 1 {
			name = fmt.Sprintf("%s-%d.sqlite", stem, n)
		}
		path := filepath.Join(dir, name)
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, datadir.FileMode)
		switch {
		case err == nil:
			return name, explain(f.Close(), notRestored, path)
		case !errors.Is(err, fs.ErrExist):
			return "", explain(err, notRestored, path)
		}
	}
}

// giveBack takes a reserved name away again if nothing was kept under it.
func (j *Journal) giveBack(name string) {
	path := filepath.Join(j.dir, backupsDir, name)
	if !hasContent(path) {
		os.Remove(path)
	}
}
