package cli

import (
	"github.com/spf13/cobra"

	"afterglow/app/phrase"
	"afterglow/app/service"
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
			return r.with(ctx, func(s *service.Service) error {
				done, err := s.Backup(ctx, args[0])
				if err != nil {
					return err
				}
				v := backedUp(done)
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
			return r.with(ctx, func(s *service.Service) error {
				done, err := s.Restore(ctx, args[0])
				if err != nil {
					return err
				}
				v := restored(done)
				return r.answer(v, func() {
					r.putCount("backup.restored", "backup.restored_none", v.Treatments, phrase.Args{"File": v.File})
					r.put("backup.kept", phrase.Args{"Command": r.command("restore", v.Kept)})
				})
			})
		},
	}
}
