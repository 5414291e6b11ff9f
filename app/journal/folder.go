package journal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	fileName   = "journal.sqlite"
	lockName   = "journal.lock"
	backupsDir = "backups"

	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
)

// prepareFolder makes sure that dir is a private folder of this user.
// readOnly tells that nothing can be written in it.
func prepareFolder(dir string) (readOnly bool, err error) {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(dir, folderMode); err != nil {
			return false, explain(err, "make the data folder", dir)
		}
		if err := os.Chmod(dir, folderMode); err != nil { // the umask may have taken rights away
			return false, explain(err, "make the data folder private", dir)
		}
		info, err = os.Lstat(dir)
	}
	if err != nil {
		return false, explain(err, "look into the data folder", dir)
	}
	if err := checkOwn(dir, info); err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, fail(ErrForeign, nil, "The data folder %s is a file. Move it away or choose another folder with --data.", dir)
	}
	if err := tighten(dir, info); err != nil {
		return false, err
	}
	return !writable(dir), nil
}

// checkOwn refuses links and what another user owns: through either,
// somebody else could read the journal or put one in its place.
func checkOwn(path string, info fs.FileInfo) error {
	if info.Mode()&fs.ModeSymlink != 0 {
		return fail(ErrForeign, nil, "%s is a link to another place. Name the place itself with --data.", path)
	}
	if ownedByOther(info) {
		return fail(ErrForeign, nil, "%s belongs to another user. Choose your own folder with --data.", path)
	}
	return nil
}

// tighten takes all rights of others away, whatever the umask was. Where
// nothing can be written, nothing can be tightened either: reading still works.
func tighten(path string, info fs.FileInfo) error {
	if !openToOthers(info) {
		return nil
	}
	err := os.Chmod(path, info.Mode().Perm()&0o700)
	if err == nil || isReadOnly(err) {
		return nil
	}
	return explain(err, "make private", path)
}

// checkFile looks at one file of the journal that may exist, and tightens it.
func checkFile(path string) (info fs.FileInfo, err error) {
	info, err = os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain(err, "look at the journal", path)
	}
	if err := checkOwn(path, info); err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fail(ErrForeign, nil, "%s is not a file. Move it away, then start again.", path)
	}
	return info, tighten(path, info)
}

// createFile makes an empty private file, since SQLite would follow the umask.
// SQLite gives its side files the same mode.
func createFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, fileMode)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return explain(err, "make the journal", path)
	}
	defer f.Close()
	if err := f.Chmod(fileMode); err != nil {
		return explain(err, "make the journal private", path)
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
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, fileMode)
	if err != nil {
		return nil, explain(err, "lock the journal", path)
	}
	if err := f.Chmod(fileMode); err != nil {
		f.Close()
		return nil, explain(err, "make the lock private", path)
	}
	if err := lockFile(f); err != nil {
		f.Close()
		return nil, explain(err, "lock the journal", path)
	}
	return func() { f.Close() }, nil
}
