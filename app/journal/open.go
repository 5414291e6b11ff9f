package journal

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// condition is how a file was found.
type condition int

const (
	ready   condition = iota // of our version, nothing wrong was seen
	missing                  // no file, or an empty one
	older                    // to be brought up to date
	damaged
)

// scrutiny is how thoroughly a file is looked through before it is used.
type scrutiny int

const (
	quickly    scrutiny = iota // header and schema; a small file whole
	thoroughly                 // all of it
)

// wholeUpTo is the size in bytes up to which a file is checked whole at every
// start: at that size it takes a few milliseconds. Larger ones wait for [Journal.Mend].
const wholeUpTo = 1 << 20

// openFile opens the file as it is, or puts it in order first. Whatever changes
// files happens under the folder's lock, after a second look.
func (j *Journal) openFile(ctx context.Context, how scrutiny) (handles, error) {
	readOnly, err := datadir.Prepare(j.dir)
	if err != nil {
		return handles{}, err
	}
	h, found, err := j.tryOpen(ctx, readOnly, how)
	if err != nil || found == ready {
		return h, err
	}
	if readOnly {
		return handles{}, j.cannotMend(found)
	}
	unlock, err := lockFolder(j.dir)
	if err != nil {
		return handles{}, err
	}
	defer unlock()
	for range 3 { // damaged, then an old backup in its place, then up to date
		h, found, err = j.tryOpen(ctx, readOnly, how)
		if err != nil || found == ready {
			return h, err
		}
		switch found {
		case missing:
			err = j.restoreOrBegin(ctx)
		case damaged:
			err = j.replaceDamaged(ctx)
		case older:
			err = j.update(ctx, h.version)
		}
		if err != nil {
			return handles{}, err
		}
	}
	return handles{}, damage(nil, notMended, j.path)
}

// cannotMend is the fault for a folder that can only be read.
func (j *Journal) cannotMend(found condition) error {
	switch found {
	case damaged:
		return fault.New("journal.damaged_read_only", fault.Args{"Path": j.path}).Of(ErrDamaged)
	case older:
		return fault.New("journal.old_read_only", fault.Args{"Path": j.path}).Of(ErrReadOnly)
	}
	return fault.New("journal.folder_read_only", fault.Args{"Folder": j.dir}).Of(ErrReadOnly)
}

// tryOpen looks at the file and opens it if it is ready. Of an older one it tells only the version.
func (j *Journal) tryOpen(ctx context.Context, readOnly bool, how scrutiny) (handles, condition, error) {
	info, err := checkFile(j.path)
	if err != nil {
		return handles{}, 0, err
	}
	for _, side := range sideFiles(j.path) {
		if _, err := checkFile(side); err != nil {
			return handles{}, 0, err
		}
	}
	found, err := j.readHeader(info)
	if err != nil || found != ready {
		return handles{}, found, err
	}
	readOnly = readOnly || !datadir.Writable(j.path)
	h, found, err := j.lookInto(ctx, info, readOnly, how)
	if !readOnly && errors.Is(err, ErrFull) {
		// SQLite wants side files for a journal that is written. To be read it needs none, and the person may
		// ask what they may do now on a full disk too.
		if h, found, err := j.lookInto(ctx, info, true, how); err == nil && found == ready {
			h.full = true
			return h, ready, nil
		}
	}
	return h, found, err
}

// lookInto connects to the file and says in which condition it is; the connections stay open if it is ready.
func (j *Journal) lookInto(ctx context.Context, info fs.FileInfo, readOnly bool, how scrutiny) (handles, condition, error) {
	h, err := j.handlesOn(info, readOnly)
	if err != nil {
		return handles{}, 0, err
	}
	var found condition
	h.version, found, err = j.examine(ctx, h.reader, how == thoroughly || info.Size() <= wholeUpTo, how)
	if isDamage(err) {
		found, err = damaged, nil
	}
	if err != nil || found != ready {
		h.close()
		return handles{version: h.version}, found, explain(err, notOpened, j.path)
	}
	return h, ready, nil
}

// handlesOn connects to the file. Connections are only made when they are first used.
func (j *Journal) handlesOn(info fs.FileInfo, readOnly bool) (handles, error) {
	h := handles{file: info}
	switch {
	case !readOnly:
		h.reader, h.writer = connect(j.path, toRead), connect(j.path, toWrite)
	case !hasContent(j.path + "-wal"):
		h.reader = connect(j.path, unmoving)
	case hasContent(j.path + "-shm"):
		h.reader = connect(j.path, asItIs)
	default:
		// SQLite needs a place for its side files to read a log that was left behind.
		dir, err := os.MkdirTemp("", "afterglow-*")
		if err != nil {
			return handles{}, explain(err, unread, j.path)
		}
		h.copyDir = dir
		if err := copyDatabase(j.path, filepath.Join(dir, fileName)); err != nil {
			h.close()
			return handles{}, explain(err, unread, j.path)
		}
		h.reader = connect(filepath.Join(dir, fileName), toRead)
	}
	return h, nil
}

func (h *handles) close() error {
	var errs []error
	for _, db := range []*sql.DB{h.reader, h.writer, h.anchor} { // the writer after the reader: it folds the log back
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if h.copyDir != "" {
		errs = append(errs, os.RemoveAll(h.copyDir))
	}
	*h = handles{version: h.version}
	return errors.Join(errs...)
}

func hasContent(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// copyDatabase copies a database that nobody writes, with its log.
func copyDatabase(from, to string) error {
	if err := copyFile(from, to); err != nil {
		return err
	}
	if !hasContent(from + "-wal") {
		return nil
	}
	return copyFile(from+"-wal", to+"-wal")
}

// copyFile makes a private copy that lasts through a power cut.
func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, datadir.FileMode)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, out.Close())
		if err != nil {
			os.Remove(to)
		}
	}()
	if err := out.Chmod(datadir.FileMode); err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}
