package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/autostart"
	"afterglow/app/ipc"
	"afterglow/app/journal"
)

// lookFor is how long one look at the desktop may take.
const lookFor = 2 * time.Second

// check is one thing that doctor looked at.
type check struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Text string `json:"text"` // what was found
	Fix  string `json:"fix"`  // what to do; "" where nothing is wrong
}

// findings is what `doctor --json` answers.
type findings struct {
	OK     bool    `json:"ok"`
	Checks []check `json:"checks"`
}

// agentReport is what the running agent tells of itself when asked by "doctor".
type agentReport struct {
	Quiet       bool     `json:"quiet"` // "do not disturb" is on now
	QuietReason string   `json:"quiet_reason"`
	Problems    []string `json:"problems"`
}

func good(id, name, text string) check {
	return check{ID: id, Name: name, OK: true, Text: text}
}

func bad(id, name, text, fix string) check {
	return check{ID: id, Name: name, Text: text, Fix: fix}
}

func (r *run) doctorCommand() *cobra.Command {
	var test bool
	cmd := &cobra.Command{
		Use:  "doctor",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := r.dataDir()
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			f := findings{OK: true}
			if test {
				f.Checks = append(f.Checks, r.testCheck(ctx, dir))
			}
			f.Checks = append(f.Checks, r.desktopChecks(ctx)...)
			f.Checks = append(f.Checks, r.autostartCheck(), r.agentCheck(ctx, dir), r.folderCheck(dir))
			f.Checks = append(f.Checks, r.journalChecks(ctx, dir)...)
			for _, c := range f.Checks {
				f.OK = f.OK && c.OK
			}
			return r.answer(f, func() { r.printFindings(f) })
		},
	}
	cmd.Flags().BoolVar(&test, "test", false, "")
	return cmd
}

// testCheck has the running agent show a notification for the person to see.
func (r *run) testCheck(ctx context.Context, dir string) check {
	const id, name = "test", "Test notification"
	ctx, cancel := context.WithTimeout(ctx, 2*lookFor)
	defer cancel()
	reply, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoTest})
	switch {
	case errors.Is(err, ipc.ErrNobody):
		return bad(id, name, "Afterglow is not running, so it can show none.", "Start it with: afterglow")
	case err != nil:
		return bad(id, name, r.worded(err), "End it and start it anew: afterglow quit, then afterglow")
	case !reply.OK:
		return bad(id, name, reply.Text, "See what the lines below say of notifications.")
	case reply.Text != "":
		return good(id, name, "sent. "+reply.Text)
	}
	return good(id, name, "sent. If you see none, see the lines below.")
}

func (r *run) printFindings(f findings) {
	for _, c := range f.Checks {
		mark := "ok     "
		if !c.OK {
			mark = "problem"
		}
		r.line("%s  %s: %s", mark, c.Name, oneLine(c.Text))
		if c.Fix != "" {
			r.line("         %s", oneLine(c.Fix))
		}
	}
	if f.OK {
		r.line("All is well.")
	}
}

func (r *run) autostartCheck() check {
	const id, name = "autostart", "Start with the computer"
	e, err := autostart.Read()
	switch {
	case err != nil:
		return bad(id, name, r.worded(err), "Write it anew with: afterglow autostart on")
	case e.Stale:
		return bad(id, name, "It starts "+e.Command[0]+", which is gone.", "Put it right with: afterglow autostart on")
	case e.On:
		return good(id, name, "on, in "+e.Path)
	}
	return good(id, name, "off. Switch it on with: afterglow autostart on")
}

// agentCheck asks the running agent for the troubles that it met itself.
func (r *run) agentCheck(ctx context.Context, dir string) check {
	const id, name = "agent", "Reminders"
	ctx, cancel := context.WithTimeout(ctx, 2*lookFor)
	defer cancel()
	reply, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoDoctor})
	switch {
	case errors.Is(err, ipc.ErrNobody):
		return bad(id, name, "Afterglow is not running, so nothing reminds you.", "Start it with: afterglow")
	case errors.Is(err, ipc.ErrPlace): // what keeps it from running
		return bad(id, name, r.worded(err), r.t("ipc.place_fix"))
	case err != nil:
		return bad(id, name, "Afterglow runs but does not answer: "+r.worded(err), "End it and start it anew: afterglow quit, then afterglow")
	}
	var told agentReport
	if len(reply.Data) > 0 && json.Unmarshal(reply.Data, &told) != nil {
		return bad(id, name, "Afterglow runs, but its answer is of another version.", "End it and start it anew: afterglow quit, then afterglow")
	}
	text := fmt.Sprintf("Afterglow runs, process %d.", reply.PID)
	if told.Quiet {
		text += " It keeps reminders back: " + told.QuietReason + "."
	}
	if len(told.Problems) > 0 {
		for _, p := range told.Problems {
			text += " " + p
		}
		return bad(id, name, text, "Put right what it names. If it stays, start it anew: afterglow quit, then afterglow")
	}
	return good(id, name, text)
}

// folderCheck looks at who may read the data.
func (r *run) folderCheck(dir string) check {
	const id, name = "folder", "Data folder"
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return good(id, name, dir+", not made yet")
	case err != nil:
		return bad(id, name, r.worded(err), "Check who owns "+dir+" and its permissions.")
	case !info.IsDir():
		return bad(id, name, dir+" is not a folder.", "Move it away, or name another with --data.")
	case runtime.GOOS == "windows":
		return good(id, name, dir)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return bad(id, name, fmt.Sprintf("Others on this computer can look into %s (mode %04o).", dir, mode), "Close it with: chmod 700 "+dir)
	}
	open, err := readable(dir)
	if err != nil {
		return bad(id, name, r.worded(err), "Check who owns "+dir+" and its permissions.")
	}
	if open != "" {
		return bad(id, name, "Others on this computer can read "+open+".", "Close it with: chmod 600 "+open)
	}
	return good(id, name, dir+", for you alone")
}

// readable is a file in the data folder that others may read, "" for none.
func readable(dir string) (string, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return "", fmt.Errorf("cannot look into %s: %w", dir, err)
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
			return "", fmt.Errorf("cannot look at %s: %w", f.Name(), err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			return filepath.Join(dir, f.Name()), nil
		}
	}
	return "", nil
}

// journalChecks opens the journal and has it examine itself.
func (r *run) journalChecks(ctx context.Context, dir string) []check {
	const id, name = "journal", "Journal"
	j, err := journal.Open(ctx, dir)
	if err != nil {
		return []check{bad(id, name, r.worded(err), "Do what it says, then ask doctor again.")}
	}
	defer j.Close()
	checks := []check{}
	switch err := j.Check(ctx); {
	case err != nil:
		checks = append(checks, bad(id, name, r.worded(err), "Restart Afterglow: it puts the newest good backup in its place."))
	case j.ReadOnly():
		checks = append(checks, bad(id, name, "It can be read, but not written.", "Check who owns "+dir+" and its permissions."))
	default:
		text := fmt.Sprintf("whole, version %d", j.Version())
		for _, note := range j.Notes() {
			text += ". " + r.worded(note)
		}
		checks = append(checks, good(id, name, text))
	}
	if _, err := j.Treatments(ctx); err != nil {
		checks = append(checks, bad("plans", "Plans of your treatments", r.worded(err), "Give it a plan with: afterglow treat change ID --plan PLAN"))
	}
	return append(checks, r.backupCheck(j))
}

func (r *run) backupCheck(j *journal.Journal) check {
	const id, name = "backups", "Backups"
	files, err := j.Backups()
	switch {
	case err != nil:
		return bad(id, name, r.worded(err), "Check who owns the folder and its permissions.")
	case len(files) == 0:
		return good(id, name, "none yet; the first is made within a day of Afterglow running")
	}
	return good(id, name, fmt.Sprintf("%d kept", len(files)))
}
