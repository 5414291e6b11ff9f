package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/autostart"
	"afterglow/app/ipc"
	"afterglow/app/journal"
)

// erased is what `erase --json` answers.
type erased struct {
	Folder    string   `json:"folder"`
	Removed   bool     `json:"removed"` // false where nothing of Afterglow was there
	Left      []string `json:"left"`    // files of others that stay, below the folder
	Autostart bool     `json:"autostart_removed"`
}

func (r *run) eraseCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:  "erase",
		Args: words(0, 0),
		RunE: func(*cobra.Command, []string) error {
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
				if err := r.confirm(dir); err != nil {
					return err
				}
			}
			if err := r.alone(dir, func() error { return journal.Erase(dir) }); err != nil {
				return err
			}
			if v.Autostart, err = stopStarting(dir); err != nil {
				return fmt.Errorf("your data is erased, but Afterglow may still start with the computer: %w", err)
			}
			if v.Removed {
				if v.Left, err = filesIn(dir); err != nil {
					return fmt.Errorf("your data is erased, but %s cannot be looked into: %w", dir, err)
				}
			}
			return r.answer(v, func() { r.printErased(v) })
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "")
	return cmd
}

func (r *run) printErased(v erased) {
	if v.Removed {
		r.line("All your data is erased.")
	} else {
		r.line("There is no data of Afterglow in %s.", v.Folder)
	}
	switch {
	case len(v.Left) > 0:
		r.line("In %s these stay, they are not Afterglow's: %s.", v.Folder, strings.Join(v.Left, ", "))
	case v.Removed:
		r.line("%s is empty now.", v.Folder)
	}
	if v.Autostart {
		r.line("Afterglow does not start with the computer any more.")
	}
}

// alone runs f while no agent and no window runs for the data folder, and lets none start meanwhile.
func (r *run) alone(dir string, f func() error) (err error) {
	busy := func(ipc.Message) ipc.Reply {
		return ipc.Reply{Text: "The data is being erased. Try again in a moment."}
	}
	for _, role := range []string{ipc.Agent, ipc.Window} {
		s, err := ipc.Listen(dir, role, busy)
		if errors.Is(err, ipc.ErrRunning) {
			return fmt.Errorf("Afterglow runs for %s, so nothing was erased. End it first with: %s", dir, r.command("quit"))
		}
		if err != nil {
			return fmt.Errorf("cannot tell whether Afterglow runs, so nothing was erased: %w", err)
		}
		defer func() { _ = s.Close() }() // what it leaves behind is taken over by the next
	}
	return f()
}

// confirm has the person type what they want, where somebody sits at a terminal.
func (r *run) confirm(dir string) error {
	if !atTerminal(r.in) {
		return wrong("This removes all your data in %s for good. If you mean that, write: %s", dir, r.command("erase", "--yes"))
	}
	fmt.Fprintln(r.errw, clean(fmt.Sprintf("This removes all your treatments, entries, plans, settings and backups in %s, for good.", dir)))
	fmt.Fprint(r.errw, "Type erase to go on: ")
	if !strings.EqualFold(r.typed(), "erase") {
		return errors.New("nothing was erased")
	}
	return nil
}

// typed is what the person answers to a question.
func (r *run) typed() string {
	answer, err := bufio.NewReader(io.LimitReader(r.in, 1024)).ReadString('\n')
	if err != nil {
		fmt.Fprintln(r.errw) // the line that was not ended by a return
	}
	return strings.TrimSpace(answer)
}

// atTerminal says whether somebody can answer on in.
func atTerminal(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&fs.ModeCharDevice == 0 {
		return false
	}
	nothing, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, nothing)
}

// stopStarting takes the autostart entry away where it starts Afterglow with this data folder.
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
	return journal.DefaultDir()
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

// filesIn lists what is in the folder and in its own folders, one below the other; none where
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
