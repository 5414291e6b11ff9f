package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/autostart"
	"afterglow/app/calserver"
	"afterglow/app/datadir"
	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/phrase"
)

// erased is what `erase --json` answers.
type erased struct {
	Folder    string   `json:"folder"`
	Removed   bool     `json:"removed"` // false if nothing of Afterglow was there
	Left      []string `json:"left"`    // files of others that stay, below the folder
	Autostart bool     `json:"autostart_removed"`
}

func (r *run) eraseCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:  "erase",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			dir, err := r.dataDir()
			if err != nil {
				return err
			}
			if err := r.alone(dir, func() error { return nil }); err != nil {
				return err
			}
			v := erased{Folder: dir, Left: []string{}}
			if v.Removed, err = journal.Holds(dir); err != nil {
				return err
			}
			server, on, _ := calserver.Read(dir) // one that cannot be read has nothing to be told of
			if v.Removed && !yes {
				if on {
					r.note("erase.server_stays", phrase.Args{"Name": server.Setup.Name, "Command": r.command("sync", "off")})
				}
				if err := r.confirm(ctx, dir); err != nil {
					return err
				}
			}
			if on && server.Kept { // the password lies in the system's keyring
				if _, err := r.askSync(ctx, calserver.Request{Do: calserver.End, Keep: true}); err != nil {
					return err
				}
			}
			err = r.alone(dir, func() error {
				if err := stopped(ctx); err != nil {
					return fault.Wrap(err, "erase.stopped", nil)
				}
				return journal.Erase(dir)
			})
			if err != nil {
				return err
			}
			if v.Autostart, err = autostart.StopFor(dir); err != nil {
				return fault.Wrap(err, "erase.still_starts", nil)
			}
			if v.Removed {
				if v.Left, err = datadir.Files(dir); err != nil {
					return fault.Wrap(err, "erase.unseen", fault.Args{"Folder": dir})
				}
			}
			return r.answer(v, func() { r.printErased(v) })
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "")
	return cmd
}

func (r *run) printErased(v erased) {
	folder := phrase.Args{"Folder": v.Folder}
	if v.Removed {
		r.put("erase.done")
	} else {
		r.put("erase.nothing_there", folder)
	}
	switch {
	case len(v.Left) > 0:
		r.put("erase.stay", folder, phrase.Args{"Files": v.Left})
	case v.Removed:
		r.put("erase.empty", folder)
	}
	if v.Autostart {
		r.put("erase.no_start")
	}
}

// alone runs f while no agent and no window runs for the data folder, and lets none start meanwhile.
func (r *run) alone(dir string, f func() error) error {
	ran := false
	err := ipc.Alone(dir, func() error { ran = true; return f() })
	switch {
	case err == nil, ran:
		return err
	case errors.Is(err, ipc.ErrRunning):
		return fault.Wrap(err, "erase.runs", fault.Args{"Folder": dir, "Command": r.command("quit")})
	}
	return fault.Wrap(err, "erase.unsure", nil)
}

// confirm has the person type what they want, if somebody sits at a terminal.
func (r *run) confirm(ctx context.Context, dir string) error {
	folder := fault.Args{"Folder": dir}
	if !atTerminal(r.in) {
		return fault.Use("erase.needs_yes", fault.Args{"Folder": dir, "Command": r.command("erase", "--yes")})
	}
	answer, err := r.ask(ctx, r.t("erase.question", folder), r.t("erase.type"))
	switch {
	case err != nil:
		return fault.Wrap(err, "erase.stopped", nil)
	case !strings.EqualFold(answer, "erase"):
		return fault.New("erase.not", nil)
	}
	return nil
}
