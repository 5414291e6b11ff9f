package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"afterglow/app/ipc"
	"afterglow/app/journal"
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
					return err
				}
				info, err := os.Stat(v.File)
				if err != nil {
					return err
				}
				v.Bytes = info.Size()
				if v.Treatments, err = countTreatments(ctx, j); err != nil {
					return err
				}
				return r.answer(v, func() {
					r.line("All your data is in %s now: %s.", v.File, treatmentsWords(v.Treatments))
					r.line("It is not locked: keep it where only you can read it.")
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
					return err
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
					r.line("Restored from %s: %s.", v.File, treatmentsWords(v.Treatments))
					r.line("Your data from before is kept. Go back to it with: %s", r.command("restore", v.Kept))
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

func treatmentsWords(n int) string {
	switch n {
	case 0:
		return "no treatment"
	case 1:
		return "1 treatment"
	}
	return fmt.Sprintf("%d treatments", n)
}
