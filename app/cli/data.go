package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/phrase"
)

// backedUp is what `backup --json` answers.
type backedUp struct {
	File       string `json:"file"` // a whole path
	Bytes      int64  `json:"bytes"`
	Treatments int    `json:"treatments"`
}

func (r *run) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "backup",
		Args: fileWord,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.withJournal(ctx, func(j *journal.Journal) error {
				if err := j.Backup(ctx, args[0]); err != nil {
					return err
				}
				v := backedUp{}
				var err error
				if v.File, err = filepath.Abs(args[0]); err != nil {
					return fault.Wrap(err, "backup.no_path", fault.Args{"File": args[0]})
				}
				info, err := os.Stat(v.File)
				if err != nil {
					return fault.Wrap(err, "backup.unseen", fault.Args{"File": v.File})
				}
				v.Bytes = info.Size()
				if v.Treatments, err = countTreatments(ctx, j); err != nil {
					return err
				}
				return r.answer(v, func() {
					r.putCount("backup.done", "backup.done_none", v.Treatments, phrase.Args{"File": v.File})
					r.put("backup.not_locked")
				})
			})
		},
	}
}

// restored is what `restore --json` answers.
type restored struct {
	File       string `json:"file"`
	Kept       string `json:"kept"` // the data from before, itself a backup
	Treatments int    `json:"treatments"`
}

func (r *run) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "restore",
		Args: fileWord,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.withJournal(ctx, func(j *journal.Journal) error {
				file, err := filepath.Abs(args[0])
				if err != nil {
					return fault.Wrap(err, "backup.no_path", fault.Args{"File": args[0]})
				}
				kept, err := j.Restore(ctx, file)
				if err != nil {
					return err
				}
				ipc.Ring(j.Dir()) // whatever runs reads all of it anew
				v := restored{File: file, Kept: kept}
				if v.Treatments, err = countTreatments(ctx, j); err != nil {
					return err
				}
				return r.answer(v, func() {
					r.putCount("backup.restored", "backup.restored_none", v.Treatments, phrase.Args{"File": v.File})
					r.put("backup.kept", phrase.Args{"Command": r.command("restore", v.Kept)})
				})
			})
		},
	}
}

// countTreatments counts those that were not removed.
func countTreatments(ctx context.Context, j *journal.Journal) (int, error) {
	all, err := j.Treatments(ctx)
	if err != nil && !errors.Is(err, journal.ErrPlan) { // an unreadable plan is still a treatment
		return 0, err
	}
	n := 0
	for _, t := range all {
		if !t.Removed {
			n++
		}
	}
	return n, nil
}
