package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/autostart"
	"afterglow/app/ipc"
	"afterglow/app/phrase"
)

// lookFor is how long one look at the desktop may take.
const lookFor = 2 * time.Second

// check is one thing that doctor looked at.
type check struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Text string `json:"text"` // what was found
	Fix  string `json:"fix"`  // what to do; "" if nothing is wrong
}

// findings is what `doctor --json` answers.
type findings struct {
	OK     bool    `json:"ok"`
	Checks []check `json:"checks"`
}

// good is a check that found all well; text is the message of what it found.
func (r *run) good(id, text string, args ...phrase.Args) check {
	return check{ID: id, Name: r.t("doctor.name_" + id), OK: true, Text: r.t(text, args...)}
}

// bad is a check that found something wrong, with the messages of what and of what to do.
func (r *run) bad(id, text, fix string, args ...phrase.Args) check {
	return check{ID: id, Name: r.t("doctor.name_" + id), Text: r.t(text, args...), Fix: r.t(fix, args...)}
}

// failed is a check that could not be done, with the message of what to do.
func (r *run) failed(id string, err error, fix string, args ...phrase.Args) check {
	return check{ID: id, Name: r.t("doctor.name_" + id), Text: r.worded(err), Fix: r.t(fix, args...)}
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
			running := askAgent(ctx, dir)
			f.Checks = append(f.Checks, r.desktopChecks(ctx, running)...)
			f.Checks = append(f.Checks, r.autostartCheck(), r.agentCheck(running), r.folderCheck(dir), r.zoneCheck())
			f.Checks = append(f.Checks, r.journalChecks(ctx, dir)...)
			f.Checks = append(f.Checks, r.clockCheck())
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
	const id = "test"
	ctx, cancel := context.WithTimeout(ctx, 2*lookFor)
	defer cancel()
	reply, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoTest})
	switch {
	case errors.Is(err, ipc.ErrNobody):
		return r.bad(id, "doctor.test_nobody", "doctor.start", r.start())
	case err != nil:
		return r.failed(id, err, "doctor.start_anew", r.start())
	case !reply.OK:
		return r.failed(id, reply.Err(), "doctor.test_fix")
	case reply.Text != "":
		return r.good(id, "doctor.test_sent_but", phrase.Args{"Text": reply.Text})
	}
	return r.good(id, "doctor.test_sent")
}

// start are the command lines that start Afterglow and end it.
func (r *run) start() phrase.Args {
	return phrase.Args{"Command": r.command(), "Start": r.command(), "Quit": r.command("quit")}
}

func (r *run) printFindings(f findings) {
	var rows [][]string
	for _, c := range f.Checks {
		mark := "doctor.problem"
		if c.OK {
			mark = "doctor.ok"
		}
		rows = append(rows, []string{r.t(mark), oneLine(r.t("doctor.line", phrase.Args{"Name": c.Name, "Text": c.Text}))})
		if c.Fix != "" {
			rows = append(rows, []string{"", oneLine(c.Fix)})
		}
	}
	r.table(rows)
	if f.OK {
		r.put("doctor.all_well")
	}
}

func (r *run) autostartCheck() check {
	const id = "autostart"
	on := phrase.Args{"Command": r.command("autostart", "on")}
	e, err := autostart.Read()
	switch {
	case err != nil:
		return r.failed(id, err, "doctor.autostart_fix", on)
	case e.Stale:
		return r.bad(id, "doctor.autostart_stale", "doctor.autostart_fix_stale", on, phrase.Args{"Program": e.Command[0]})
	case e.On:
		return r.good(id, "doctor.autostart_on", phrase.Args{"Path": e.Path})
	}
	return r.good(id, "doctor.autostart_off", on)
}
