package journal

import (
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// borrowed is a checked, up-to-date, private copy of a backup, in a folder of its own.
type borrowed struct{ path, dir string }

func (b borrowed) remove() { os.RemoveAll(b.dir) }

// borrow copies a backup and checks the copy whole. The backup itself is not
// touched: it may be the only one, or lie on a disk that cannot be written.
func (j *Journal) borrow(ctx context.Context, file string) (b borrowed, err error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return b, fault.Wrap(err, "journal.no_such_backup", fault.Args{"File": file}).Of(ErrNotFound)
	case err != nil:
		return b, notReadable(err, backupUnread, file)
	case !info.Mode().IsRegular():
		return b, fault.New("journal.backup_no_file", fault.Args{"File": file}).Of(ErrForeign)
	}
	b.dir, err = os.MkdirTemp(j.dir, ".restore-*") // 0700 whatever the umask
	if err != nil {
		return b, explain(err, backupUnread, j.dir)
	}
	defer func() {
		if err != nil {
			b.remove()
		}
	}()
	if err := os.Chmod(b.dir, datadir.Mode); err != nil {
		return b, explain(err, backupUnread, j.dir)
	}
	b.path = filepath.Join(b.dir, fileName)
	if err := copyDatabase(file, b.path); err != nil {
		return b, notReadable(err, backupUnread, file)
	}
	// The same judgement as of the journal itself, by the same rules.
	look := &Journal{dir: b.dir, path: b.path, deps: j.deps}
	info, err = os.Lstat(b.path)
	if err != nil {
		return b, explain(err, backupUnread, file)
	}
	found, err := look.readHeader(info)
	if err != nil {
		return b, renamed(err, file)
	}
	if found != ready {
		return b, notGood(nil, file)
	}
	db := connect(b.path, toWrite) // makes it a WAL database, as ours is
	_, found, err = look.examine(ctx, db, true, thoroughly)
	if err == nil && found == ready {
		err = settle(ctx, db, b.path)
	}
	err = errors.Join(err, db.Close())
	switch {
	case isDamage(err) || err == nil && found == damaged:
		return b, notGood(err, file)
	case errors.Is(err, ErrForeign) || errors.Is(err, ErrNewer):
		return b, renamed(err, file)
	case err != nil:
		return b, explain(err, backupUnread, file)
	}
	if found == older {
		if err := look.migrate(ctx, b.path); err != nil {
			return b, renamed(err, file)
		}
	}
	return b, nil
}

func notGood(cause error, file string) error {
	return fault.Wrap(cause, "journal.backup_damaged", fault.Args{"File": file}).Of(ErrDamaged)
}

// renamed tells the same of the backup as was found of its copy.
func renamed(err error, file string) error {
	switch {
	case errors.Is(err, ErrNewer):
		return fault.Wrap(err, "journal.backup_newer", fault.Args{"File": file}).Of(ErrNewer)
	case errors.Is(err, ErrForeign):
		return fault.Wrap(err, "journal.backup_foreign", fault.Args{"File": file}).Of(ErrForeign)
	}
	return explain(err, backupUnread, file)
}

func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
