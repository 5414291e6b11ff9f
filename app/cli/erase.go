package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/autostart"
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
			if v.Removed && !yes {
				if err := r.confirm(ctx, dir); err != nil {
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
			if v.Autostart, err = stopStarting(dir); err != nil {
				return fault.Wrap(err, "erase.still_starts", nil)
			}
			if v.Removed {
				if v.Left, err = filesIn(dir); err != nil {
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

// stopStarting takes the autostart entry away if it starts Afterglow with this data folder.
func stopStarting(dir string) (removed bool, err error) {
	e, err := autostart.Read()
	if err != nil || !e.On || !samePlace(dataOf(e.Command), dir) {
		return false, err
	}
	return true, autostart.Set(false, "")
}

// dataOf is the data folder that a command line names, else the system's own place.
func dataOf(command []string) string {
	for i, word := range command {
		if dir, found := strings.CutPrefix(word, "--data="); found {
			return dir
		}
		if word == "--data" && i+1 < len(command) {
			return command[i+1]
		}
	}
	return datadir.Default()
}

func samePlace(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// filesIn lists what is in the folder and in its own folders, one below the other; none if
// the folder is not there.
func filesIn(dir string) ([]string, error) {
	found := []string{}
	top, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return found, nil
	}
	if err != nil {
		return nil, err
	}
	for _, e := range top {
		inner, err := os.ReadDir(filepath.Join(dir, e.Name()))
		if err != nil || len(inner) == 0 {
			found = append(found, e.Name()) // a file, or nothing to look into
			continue
		}
		for _, f := range inner {
			found = append(found, e.Name()+"/"+f.Name())
		}
	}
	return found, nil
}
