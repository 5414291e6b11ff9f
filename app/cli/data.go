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
		Use:     "backup FILE",
		Short:   "Write all your data into one file",
		Long:    "Writes all your data into one file. An older backup of that name is replaced, no other file is.",
		Example: "  afterglow backup ~/afterglow.sqlite",
		Args:    fileWord("a file to write"),
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
		Use:     "restore FILE",
		Short:   "Put a backup in the place of all your data",
		Long:    "Puts a backup in the place of all your data, also while Afterglow runs. The data from before is kept as a backup.",
		Example: "  afterglow restore ~/afterglow.sqlite",
		Args:    fileWord("a backup to read"),
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

// fileWord is a check for commands that take one file.
func fileWord(what string) cobra.PositionalArgs {
	one := upTo(1, 1, what)
	return func(cmd *cobra.Command, args []string) error {
		if err := one(cmd, args); err != nil {
			return err
		}
		if args[0] == "" || args[0] == "-" {
			return wrong("%s needs %s, with a name; see: %s --help", cmd.CommandPath(), what, cmd.CommandPath())
		}
		return nil
	}
}
