package journal

import (
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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
		return b, fail(ErrNotFound, err, "There is no file %s. Check the name of the backup.", file)
	case err != nil:
		return b, explain(err, "read the backup", file)
	case !info.Mode().IsRegular():
		return b, fail(ErrForeign, nil, "%s is not a file. Name a backup that Afterglow made.", file)
	}
	b.dir, err = os.MkdirTemp(j.dir, ".restore-*") // 0700 whatever the umask
	if err != nil {
		return b, explain(err, "make room for the backup", j.dir)
	}
	defer func() {
		if err != nil {
			b.remove()
		}
	}()
	if err := os.Chmod(b.dir, folderMode); err != nil {
		return b, explain(err, "make room for the backup", j.dir)
	}
	b.path = filepath.Join(b.dir, fileName)
	if err := copyDatabase(file, b.path); err != nil {
		return b, explain(err, "copy the backup", file)
	}
	// The same judgement as of the journal itself, by the same rules.
	look := &Journal{dir: b.dir, path: b.path, deps: j.deps}
	info, err = os.Lstat(b.path)
	if err != nil {
		return b, explain(err, "copy the backup", file)
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
		return b, explain(err, "check the backup", file)
	}
	if found == older {
		if err := look.migrate(ctx, b.path); err != nil {
			return b, renamed(err, file)
		}
	}
	return b, nil
}

func notGood(cause error, file string) error {
	return fail(ErrDamaged, cause, "The backup %s is damaged or not a backup of Afterglow. Choose another one.", file)
}

// renamed tells the same of the backup as was found of its copy.
func renamed(err error, file string) error {
	switch {
	case errors.Is(err, ErrNewer):
		return fail(ErrNewer, err, "The backup %s is from a newer Afterglow. Install the newer Afterglow, then restore it.", file)
	case errors.Is(err, ErrForeign):
		return fail(ErrForeign, err, "%s is not a backup of Afterglow. Choose another one.", file)
	}
	return explain(err, "read the backup", file)
}

func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
