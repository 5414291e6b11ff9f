package journal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"afterglow/app/fault"
)

// Check reads the whole journal and gives an error if anything in it is wrong.
// It changes nothing.
func (j *Journal) Check(ctx context.Context) error {
	return j.once(ctx, unchecked, func(h handles) error {
		return lookThrough(ctx, h.reader, thoroughly)
	})
}

// Mend reads the whole journal. If it is damaged, it is set aside, and the newest good
// backup is put in its place: Notes tells which. The agent calls it in the background after
// its start; reading and writing do so by themselves when they meet damage.
func (j *Journal) Mend(ctx context.Context) error {
	err := j.Check(ctx)
	if !isDamage(err) || j.inMemory || j.ReadOnly() {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return err
	}
	told := len(j.Notes())
	j.open.close() // a damaged file may not close cleanly
	j.open, err = j.openFile(ctx, thoroughly)
	if err == nil {
		j.noteMender(told)
	}
	return err
}

// noteMender notes that another process has mended the journal meanwhile: that one may have had nobody to tell. told is
// how many notes there were before the journal was opened anew; whoever mended it itself has made one.
func (j *Journal) noteMender(told int) {
	before := j.aside
	j.aside = j.setAsides()
	if len(j.Notes()) > told {
		return
	}
	for _, name := range j.aside {
		if !slices.Contains(before, name) {
			j.note("journal.mended_elsewhere", fault.Args{"Kept": name})
			return
		}
	}
}

// setAsides are the names of the damaged journals that were set aside.
func (j *Journal) setAsides() []string {
	names, err := fs.Glob(os.DirFS(j.dir), "journal-damaged-*.sqlite")
	if err != nil {
		return nil // the folder cannot be read, which each use of it says
	}
	return names
}

// replaceDamaged sets the file aside and puts the newest good backup in its place.
func (j *Journal) replaceDamaged(ctx context.Context) error {
	aside, err := j.setAside()
	if err != nil {
		return explain(err, notMended, j.path)
	}
	restored, err := j.restoreNewest(ctx)
	if err != nil {
		return err
	}
	if restored == "" {
		if err := j.begin(ctx); err != nil {
			return err
		}
		j.note("journal.mended_anew", fault.Args{"Kept": aside})
		return nil
	}
	j.note("journal.mended", fault.Args{"Kept": aside, "Backup": restored})
	return nil
}

// restoreOrBegin is for a folder without a journal: if backups are in it, the journal was lost.
func (j *Journal) restoreOrBegin(ctx context.Context) error {
	backups, err := j.Backups()
	if err != nil {
		return err
	}
	if len(backups) == 0 && !hasContent(j.path+"-wal") {
		return j.begin(ctx)
	}
	if _, err := os.Lstat(j.path); err == nil || hasContent(j.path+"-wal") {
		return j.replaceDamaged(ctx) // emptied, or only its log is left
	}
	restored, err := j.restoreNewest(ctx)
	if err != nil {
		return err
	}
	if restored == "" {
		return j.begin(ctx)
	}
	j.note("journal.found_missing", fault.Args{"Backup": restored})
	return nil
}

// setAside renames the journal and what SQLite kept beside it. Nothing is ever deleted.
func (j *Journal) setAside() (name string, err error) {
	day := j.today().Format(time.DateOnly)
	for n := 1; ; n++ {
		name = "journal-damaged-" + day + ".sqlite"
		if n > 1 {
			name = fmt.Sprintf("journal-damaged-%s-%d.sqlite", day, n)
		}
		if !anyExists(append(sideFiles(filepath.Join(j.dir, name)), filepath.Join(j.dir, name))) {
			break
		}
	}
	to := filepath.Join(j.dir, name)
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(j.path+suffix, to+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return name, syncDir(j.dir)
}

func anyExists(paths []string) bool {
	for _, p := range paths {
		if _, err := os.Lstat(p); err == nil {
			return true
		}
	}
	return false
}

// restoreNewest puts a copy of the newest good daily backup in the journal's
// place and gives its name, "" if there is none.
func (j *Journal) restoreNewest(ctx context.Context) (name string, err error) {
	backups, err := j.Backups()
	if err != nil {
		return "", err
	}
	for i := len(backups) - 1; i >= 0; i-- {
		good, err := j.borrow(ctx, backups[i])
		if err != nil {
			if isDamage(err) || errors.Is(err, ErrNewer) || errors.Is(err, ErrForeign) {
				continue
			}
			return "", err
		}
		err = errors.Join(os.Rename(good.path, j.path), syncDir(j.dir))
		good.remove()
		if err != nil {
			return "", explain(err, notMended, j.path)
		}
		return filepath.Base(backups[i]), nil
	}
	return "", nil
}
