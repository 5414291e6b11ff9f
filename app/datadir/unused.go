package datadir

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"afterglow/app/fault"
)

// WindowFile is the file in the data folder that remembers where the window stood.
const WindowFile = "window-place.json"

// DraftFile is the file in the data folder that keeps a plan that is being written.
const DraftFile = "plan-draft.toml"

// CalendarServerFile remembers the calendar server that a person set up, and what was written there.
const CalendarServerFile = "calendar-server.json"

// DamagedDrafts are the files in the data folder that keep drafts which could not be read.
const DamagedDrafts = "plan-draft-damaged*.toml"

// OtherDrafts are the files in the data folder that keep what something else wrote in a draft's place.
const OtherDrafts = "plan-draft-other*.toml"

// proofs are the patterns of files by which a folder is known as Afterglow's already.
var proofs = []string{"journal.sqlite*", "journal.lock", "journal-damaged-*", filepath.Join("backups", "journal-*.sqlite")}

// ours are the patterns of all that Afterglow may have put into its data folder before there is a journal.
var ours = append([]string{"backups", "agent.lock", "window.lock", "sync.lock", WindowFile, DraftFile, DamagedDrafts, OtherDrafts, CalendarServerFile, ".restore-*", ".write-*"}, proofs...)

// litter are files that systems put into any folder, or into the first one of a disk.
var litter = []string{
	".DS_Store", ".directory", ".fseventsd", ".Spotlight-V100", ".Trash*",
	"desktop.ini", "Thumbs.db", "lost+found", "System Volume Information", "$RECYCLE.BIN",
}

// namedAtMost is how many files of others a refusal names.
const namedAtMost = 3

// checkUnused refuses a folder that is not Afterglow's yet and in use for something else.
func checkUnused(dir string, info fs.FileInfo) error {
	for _, pattern := range proofs {
		if found, err := fs.Glob(os.DirFS(dir), filepath.ToSlash(pattern)); err == nil && len(found) > 0 {
			return nil
		}
	}
	if info.Mode().Perm()&writableByOthers != 0 && OpenToOthers(info) {
		return fault.New("folder.shared", fault.Args{"Folder": dir}).Of(ErrForeign)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fault.Wrap(err, "folder.unreadable", fault.Args{"Folder": dir})
	}
	var names []string
	for _, e := range entries {
		if !matches(e.Name(), ours) && !matches(e.Name(), litter) {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		return nil
	}
	slices.SortStableFunc(names, func(a, b string) int { // hidden ones tell a person little
		return strings.Compare(hiddenLast(a), hiddenLast(b))
	})
	return fault.New("folder.in_use", fault.Args{"Folder": dir, "Names": names[:min(len(names), namedAtMost)]}).Of(ErrForeign)
}

func hiddenLast(name string) string {
	if strings.HasPrefix(name, ".") {
		return "\uffff" + name
	}
	return name
}

func matches(name string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		fits, err := filepath.Match(pattern, name)
		return err == nil && fits
	})
}
