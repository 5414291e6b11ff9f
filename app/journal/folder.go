package journal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

const (
	fileName   = "journal.sqlite"
	lockName   = "journal.lock"
	backupsDir = "backups"
)

// checkFile looks at one file of the journal that may exist, and tightens it.
func checkFile(path string) (info fs.FileInfo, err error) {
	info, err = os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain(err, unread, path)
	}
	if err := datadir.CheckOwn(path, info); err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fault.New("journal.no_file", fault.Args{"Path": path}).Of(ErrForeign)
	}
	return info, datadir.Tighten(path, info)
}

// createFile makes an empty private file, since SQLite would follow the umask.
// SQLite gives its side files the same mode.
func createFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, datadir.FileMode)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return explain(err, notBegun, path)
	}
	defer f.Close()
	if err := f.Chmod(datadir.FileMode); err != nil {
		return explain(err, notBegun, path)
	}
	return nil
}

// sideFiles are what SQLite keeps beside a database.
func sideFiles(path string) []string { return []string{path + "-wal", path + "-shm"} }

// lockFolder lets one process at a time make, mend or update the journal.
// Everyday reading and writing does not take it.
func lockFolder(dir string) (unlock func(), err error) {
	path := filepath.Join(dir, lockName)
	if _, err := checkFile(path); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, datadir.FileMode)
	if err != nil {
		return nil, explain(err, notOpened, path)
	}
	if err := f.Chmod(datadir.FileMode); err != nil {
		f.Close()
		return nil, explain(err, notOpened, path)
	}
	if err := lockFile(f); err != nil {
		f.Close()
		return nil, explain(err, notOpened, path)
	}
	return func() { f.Close() }, nil
}
