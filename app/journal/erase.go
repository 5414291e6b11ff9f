package journal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Erase removes everything that journals ever put into dir: the journal, damaged
// ones that were set aside, and all backups. Other files in dir stay. A process
// that still has the journal open cannot write into it any more.
func Erase(dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	readOnly, err := prepareFolder(dir)
	if err != nil {
		return err
	}
	if readOnly {
		return fail(ErrReadOnly, nil, "Could not erase: the data folder %s cannot be written.", dir)
	}
	unlock, err := lockFolder(dir)
	if err != nil {
		return err
	}
	defer unlock()
	for _, pattern := range []string{
		filepath.Join(backupsDir, "journal-*.sqlite*"), filepath.Join(backupsDir, ".part-*"),
		".restore-*", "journal-damaged-*.sqlite*", fileName + "-*", fileName, lockName,
	} {
		if err := removeAll(dir, pattern, time.Time{}); err != nil {
			return err
		}
	}
	os.Remove(filepath.Join(dir, backupsDir)) // stays where it holds a file of somebody else
	return syncDir(dir)
}

// removeAll removes what matches pattern in dir; with a time, only what is older.
func removeAll(dir, pattern string, before time.Time) error {
	names, err := fs.Glob(os.DirFS(dir), filepath.ToSlash(pattern))
	if err != nil {
		return err
	}
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if !before.IsZero() {
			info, err := os.Lstat(path)
			if err != nil || !info.ModTime().Before(before) {
				continue
			}
		}
		if err := os.RemoveAll(path); err != nil {
			return explain(err, "remove", path)
		}
	}
	return nil
}
