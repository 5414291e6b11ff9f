package cli

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/beside"
	"afterglow/app/calserver"
	"afterglow/app/fault"
	"afterglow/app/phrase"
)

// synced is what `sync --json` answers.
type synced struct {
	On       bool       `json:"on"`
	Address  string     `json:"address"`
	User     string     `json:"user"`
	Calendar string     `json:"calendar"` // its name
	Entries  int        `json:"entries"`  // that Afterglow wrote there
	Tried    *time.Time `json:"tried"`    // the last try
	Done     *time.Time `json:"done"`     // the last one that did all
	Trouble  string     `json:"trouble"`  // why the last try did not do all; "": it did
	Offline  bool       `json:"offline"`  // of the trouble: it is tried again
}

// syncActs is what the other commands of `sync` answer with --json.
type syncActs struct {
	Acts []calserver.Act `json:"acts"`
	Same int             `json:"same"` // entries that stand as they should
}

func (r *run) syncCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:  "sync",
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.withSync(cmd.Context(), func(s calserver.State, on bool) error {
				v := synced{
					On: on, Address: s.Setup.Address, User: s.Setup.User, Calendar: s.Setup.Name, Entries: len(s.Wrote),
					Tried: r.stamp(s.Last.At), Done: r.stamp(s.Last.Done),
				}
				if t := s.Last.Trouble; t != nil {
					v.Trouble, v.Offline = r.answers().Error(t.Fault()), t.Offline
				}
				return r.answer(v, func() {
					for _, line := range r.voice().CalendarServer(s, on, r.command("sync", "now"), r.command("sync", "setup")) {
						r.print(line)
					}
				})
			})
		},
	}
	cmd.AddCommand(r.syncSetupCommand(), r.syncPreviewCommand(), r.syncNowCommand(), r.syncOffCommand())
	return cmd
}

// withSync reads what is set up, in the person's own clock.
func (r *run) withSync(ctx context.Context, f func(s calserver.State, on bool) error) error {
	if err := r.learnClock(ctx); err != nil {
		return err
	}
	dir, err := r.dataDir()
	if err != nil {
		return err
	}
	s, on, err := calserver.Read(dir)
	if err != nil {
		return err
	}
	return f(s, on)
}

func (r *run) syncPreviewCommand() *cobra.Command {
	var stdin bool
	cmd := &cobra.Command{
		Use:  "preview",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.synchronise(cmd.Context(), calserver.Request{Do: calserver.Preview}, stdin, func(a calserver.Answer) {
				r.printActs(a, "sync.would")
			})
		},
	}
	cmd.Flags().BoolVar(&stdin, "password-stdin", false, "")
	return cmd
}

func (r *run) syncNowCommand() *cobra.Command {
	var stdin bool
	cmd := &cobra.Command{
		Use:  "now",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.synchronise(cmd.Context(), calserver.Request{Do: calserver.Sync}, stdin, func(a calserver.Answer) {
				r.printActs(a, "sync.did")
			})
		},
	}
	cmd.Flags().BoolVar(&stdin, "password-stdin", false, "")
	return cmd
}

func (r *run) syncOffCommand() *cobra.Command {
	var keep, stdin bool
	cmd := &cobra.Command{
		Use:  "off",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.synchronise(cmd.Context(), calserver.Request{Do: calserver.End, Keep: keep}, stdin, func(calserver.Answer) {
				if keep {
					r.put("sync.off_kept")
				} else {
					r.put("sync.off_done")
				}
			})
		},
	}
	cmd.Flags().BoolVar(&keep, "keep", false, "")
	cmd.Flags().BoolVar(&stdin, "password-stdin", false, "")
	return cmd
}

// synchronise has the program that goes online carry out a request, and asks for the password if it needs one.
func (r *run) synchronise(ctx context.Context, q calserver.Request, stdin bool, print func(calserver.Answer)) error {
	return r.withSync(ctx, func(s calserver.State, on bool) error {
		if !on {
			return fault.Use("calserver.off", fault.Args{"Command": r.command("sync", "setup")})
		}
		var err error
		if stdin {
			if q.Password, err = r.passwordLine(ctx); err != nil {
				return err
			}
		}
		a, err := r.askSync(ctx, q)
		if errors.Is(err, calserver.ErrPassword) && !stdin && atTerminal(r.in) {
			r.note("sync.because", phrase.Args{"Cause": r.voice().Error(err)})
			if q.Password, err = r.password(ctx, s.Setup); err != nil {
				return err
			}
			q.Remember = true
			a, err = r.askSync(ctx, q)
		}
		if err != nil {
			return err
		}
		return r.answer(syncActs{Acts: notNil(a.Acts), Same: a.Same}, func() { print(a) })
	})
}

func (r *run) askSync(ctx context.Context, q calserver.Request) (calserver.Answer, error) {
	dir, err := r.dataDir()
	if err != nil {
		return calserver.Answer{}, err
	}
	q.Data = dir
	program, err := beside.Sync(r.env.Executable)
	if err != nil {
		return calserver.Answer{}, err
	}
	return calserver.Ask(ctx, program, q)
}

func notNil(acts []calserver.Act) []calserver.Act {
	if acts == nil {
		return []calserver.Act{}
	}
	return acts
}

// printActs says what was done on the server, or would be. mark is the message of the line above.
func (r *run) printActs(a calserver.Answer, mark string) {
	if len(a.Acts) == 0 {
		r.putCount("sync.same", "sync.nothing", a.Same, nil)
		return
	}
	r.put(mark)
	var rows [][]string
	removed := 0
	for _, act := range a.Acts {
		if act.Kind == "remove" {
			removed++
			continue
		}
		rows = append(rows, []string{r.t("sync.kind." + act.Kind), r.voice().Short(act.At), act.Title})
	}
	r.table(rows)
	if removed > 0 {
		r.put("sync.removed", phrase.Args{"Count": removed})
	}
	if a.Same > 0 {
		r.put("sync.same", phrase.Args{"Count": a.Same})
	}
}

// stamp is a moment in the person's zone; nil for none.
func (r *run) stamp(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.In(r.env.Clock.Zone())
	return &t
}
