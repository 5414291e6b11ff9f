package journal

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"afterglow/app/datadir"
)

// ownFiles are the patterns of everything that journals ever put into their folder, and what remembers where the window
// stood and the plan that was being written.
func ownFiles() []string {
	return []string{
		filepath.Join(backupsDir, "journal-*.sqlite*"), filepath.Join(backupsDir, ".part-*"),
		".restore-*", "journal-damaged-*.sqlite*", fileName + "-*", fileName, datadir.WindowFile, datadir.DraftFile, datadir.DamagedDrafts, datadir.OtherDrafts, datadir.CalendarServerFile, lockName,
	}
}

// Holds says whether there is anything in dir that Erase would remove.
func Holds(dir string) (bool, error) {
	for _, pattern := range ownFiles() {
		names, err := fs.Glob(os.DirFS(dir), filepath.ToSlash(pattern))
		if err != nil {
			return false, explain(err, notErased, dir)
		}
		if len(names) > 0 {
			return true, nil
		}
	}
	return false, nil
}

// Erase removes everything that journals ever put into dir: the journal, damaged
// ones that were set aside, and all backups. Other files in dir stay. A process
// that still has the journal open cannot write into it any more.
func Erase(dir string) error {
	// A folder that holds nothing of ours is left as it is: it may have been named by mistake.
	if ours, err := Holds(dir); err != nil || !ours {
		return err
	}
	readOnly, err := datadir.Prepare(dir)
	if err != nil {
		return err
	}
	if readOnly {
		return notWritable(nil, notErased, dir)
	}
	unlock, err := lockFolder(dir)
	if err != nil {
		return err
	}
	for _, pattern := range ownFiles() {
		if pattern == lockName {
			continue
		}
		if err := removeAll(dir, pattern, time.Time{}); err != nil {
			unlock()
			return err
		}
	}
	if err := removeLock(filepath.Join(dir, lockName), unlock); err != nil {
		return explain(err, notErased, filepath.Join(dir, lockName))
	}
	os.Remove(filepath.Join(dir, backupsDir)) // stays if it holds a file of somebody else
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
			return explain(err, notErased, path)
		}
	}
	return nil
}
