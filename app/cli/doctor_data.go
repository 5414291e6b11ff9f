package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"afterglow/app/journal"
	"afterglow/app/phrase"
)

// folderCheck looks at who may read the data.
func (r *run) folderCheck(dir string) check {
	const id = "folder"
	folder := phrase.Args{"Folder": dir}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return r.good(id, "doctor.folder_new", folder)
	case err != nil:
		return r.bad(id, "doctor.folder_unseen", "doctor.folder_fix_owner", folder, phrase.Args{"Cause": err})
	case !info.IsDir():
		return r.bad(id, "doctor.folder_file", "doctor.folder_fix_file", folder)
	case runtime.GOOS == "windows":
		return r.good(id, "doctor.folder_there", folder)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return r.bad(id, "doctor.folder_open", "doctor.folder_fix_open", folder, phrase.Args{"Mode": fmt.Sprintf("%04o", mode)})
	}
	open, err := readable(dir)
	if err != nil {
		return r.bad(id, "doctor.folder_unseen", "doctor.folder_fix_owner", folder, phrase.Args{"Cause": err})
	}
	if open != "" {
		return r.bad(id, "doctor.folder_readable", "doctor.folder_fix_readable", phrase.Args{"File": open})
	}
	return r.good(id, "doctor.folder_private", folder)
}

// readable is a file in the data folder that others may read, "" for none.
func readable(dir string) (string, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	for _, f := range files {
		if !f.Type().IsRegular() {
			continue
		}
		info, err := f.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // it went away meanwhile
		}
		if err != nil {
			return "", err
		}
		if info.Mode().Perm()&0o077 != 0 {
			return filepath.Join(dir, f.Name()), nil
		}
	}
	return "", nil
}

// journalChecks opens the journal and has it examine itself.
func (r *run) journalChecks(ctx context.Context, dir string) []check {
	const id = "journal"
	j, err := journal.Open(ctx, dir)
	if err != nil {
		return []check{r.failed(id, err, "doctor.journal_fix_open")}
	}
	defer j.Close()
	if settings, err := j.Settings(ctx); err == nil { // what is wrong with the journal is told below
		r.choose(settings["clock"])
	}
	checks := []check{}
	switch err := j.Check(ctx); {
	case err != nil:
		checks = append(checks, r.failed(id, err, "doctor.journal_fix_damaged"))
	case j.Full():
		checks = append(checks, r.bad(id, "doctor.journal_full", "doctor.journal_fix_full", phrase.Args{"Folder": dir}))
	case j.ReadOnly():
		checks = append(checks, r.bad(id, "doctor.journal_read_only", "doctor.folder_fix_owner", phrase.Args{"Folder": dir}))
	default:
		c := r.good(id, "doctor.journal_whole", phrase.Args{"Version": j.Version()})
		for _, note := range j.Notes() {
			c.Text = phrase.Paragraph(c.Text, r.worded(note))
		}
		checks = append(checks, c)
	}
	if _, err := j.Treatments(ctx); err != nil {
		checks = append(checks, r.failed("plans", err, "doctor.plans_fix", phrase.Args{"Command": r.command("treat", "change", "ID", "--plan", "PLAN")}))
	}
	return append(checks, r.backupCheck(j))
}

func (r *run) backupCheck(j *journal.Journal) check {
	const id = "backups"
	files, err := j.Backups()
	switch {
	case err != nil:
		return r.failed(id, err, "doctor.backups_fix")
	case len(files) == 0:
		return r.good(id, "doctor.backups_none")
	}
	return r.good(id, "doctor.backups_kept", phrase.Args{"Count": len(files)})
}
