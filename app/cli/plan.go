package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/service"
	"afterglow/guidance"
)

func (r *run) planCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:  "plan",
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return fault.Use("command.plan.needs", fault.Args{"Command": cmd.CommandPath()})
		},
	}
	cmd.AddCommand(r.planShowCommand(), r.planListCommand(), r.planCheckCommand(), r.planDiffCommand(), r.planUseCommand())
	return cmd
}

func (r *run) planShowCommand() *cobra.Command {
	var text bool
	cmd := &cobra.Command{
		Use:  "show",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd.Context(), func(s *service.Service) error {
				p, file, err := r.plan(cmd, s, first(args))
				if err != nil {
					return err
				}
				if text {
					r.text.WriteString(file) // whole, as it is: it is a file to edit
					return nil
				}
				return r.answer(planShape(p), func() { r.printPlan(p) })
			})
		},
	}
	cmd.Flags().BoolVar(&text, "text", false, "")
	return cmd
}

// plan finds a plan by id or file; "" is the one that holds now, as the treatment makes it.
func (r *run) plan(cmd *cobra.Command, s *service.Service, word string) (guidance.Plan, string, error) {
	file, err := planFile(word)
	switch {
	case err != nil:
		return guidance.Plan{}, "", err
	case file:
		text, err := r.readPlan(cmd.Context(), word)
		if err != nil {
			return guidance.Plan{}, "", err
		}
		p, err := s.ReadPlan(filepath.Base(word), text)
		return p, text, err
	case word != "":
		return s.Plan(cmd.Context(), word)
	}
	sc, err := s.Scene(cmd.Context(), s.Now())
	if err != nil {
		return guidance.Plan{}, "", err
	}
	if lead, ok := sc.Lead(); ok {
		return lead.Plan, lead.Treatment.PlanText, nil
	}
	return s.Plan(cmd.Context(), "")
}

func (r *run) planListCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "list",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Plans(cmd.Context())
				if err != nil {
					return err
				}
				inUse, err := s.Setting(cmd.Context(), "plan")
				if err != nil {
					return err
				}
				return r.answer(views, func() {
					rows := [][]string{}
					for _, v := range views {
						use := ""
						if v.ID == inUse.Value {
							use = "in use"
						}
						rows = append(rows, []string{v.ID, v.Name, use, v.Summary})
					}
					r.table(rows)
				})
			})
		},
	}
}

// checked is what `plan check --json` answers.
type checked struct {
	OK       bool          `json:"ok"`
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Problems []planProblem `json:"problems"`
}

type planProblem struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	What  string `json:"what"`
	Write string `json:"write"`
}

func (r *run) planCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "check",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := r.readPlan(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			p, err := guidance.Parse(filepath.Base(args[0]), []byte(text))
			answer := checked{OK: err == nil, ID: p.ID, Name: p.Name, Problems: []planProblem{}}
			var problems guidance.Problems
			if err != nil && !errors.As(err, &problems) {
				return fmt.Errorf("cannot check %s: %w", args[0], err)
			}
			for _, q := range problems {
				answer.Problems = append(answer.Problems, planProblem{q.File, q.Line, q.What, q.Write})
			}
			err = r.answer(answer, func() {
				for _, q := range problems {
					r.line("%s", q.Error())
				}
				if answer.OK {
					r.line("%s can be used: %s, with %d waits and %d routines.", filepath.Base(args[0]), p.Name, len(p.Windows), len(p.Routines))
				}
			})
			if err == nil && !answer.OK {
				err = fmt.Errorf("%s cannot be used as it is; put right what is listed", filepath.Base(args[0]))
			}
			return err
		},
	}
}

// planChange is one line of `plan diff --json`.
type planChange struct {
	Kind    string `json:"kind"`
	ID      string `json:"id"`
	Name    string `json:"name"`
	Field   string `json:"field"`
	Have    string `json:"have"`
	Offered string `json:"offered"`
}

func (r *run) planDiffCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "diff",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd.Context(), func(s *service.Service) error {
				offered, _, err := r.plan(cmd, s, args[0])
				if err != nil {
					return err
				}
				have, err := r.planInHand(cmd, s)
				if err != nil {
					return err
				}
				changes := []planChange{}
				for _, c := range guidance.Diff(have, offered) {
					changes = append(changes, planChange(c))
				}
				slices.SortStableFunc(changes, func(a, b planChange) int { return weight(a.Kind) - weight(b.Kind) })
				return r.answer(changes, func() { r.printDiff(have, offered, changes, args[0]) })
			})
		},
	}
}

// diffOrder is what people want to know first of another plan: how long to wait, then what to do. Who says so comes last.
var diffOrder = []string{"window", "routine", "phase", "care", "call", "spacing", "products", "clinic", "plan", "source"}

func weight(kind string) int {
	if i := slices.Index(diffOrder, kind); i >= 0 {
		return i
	}
	return len(diffOrder)
}

// kindName is a kind in the words of the other pages.
func kindName(kind string) string {
	if kind == "window" {
		return "wait"
	}
	return kind
}

// planInHand is the plan that holds now as its file says it, so that it compares with a file.
func (r *run) planInHand(cmd *cobra.Command, s *service.Service) (guidance.Plan, error) {
	sc, err := s.Scene(cmd.Context(), s.Now())
	if err != nil {
		return guidance.Plan{}, err
	}
	if lead, ok := sc.Lead(); ok {
		return lead.Treatment.Plan, nil
	}
	return sc.Plan, nil
}

// printDiff prints the changes; name is what the offered plan was called by on the command line.
func (r *run) printDiff(have, offered guidance.Plan, changes []planChange, name string) {
	if len(changes) == 0 {
		r.line("%s says the same as your plan, %s.", offered.Name, have.Name)
		return
	}
	r.line("Your plan: %s. Offered: %s.", have.Name, offered.Name)
	for i, c := range changes {
		if i == 0 || c.Kind != changes[i-1].Kind || c.ID != changes[i-1].ID {
			r.line("")
			r.line("%s (%s)", c.Name, kindName(c.Kind))
		}
		// Field names are keys of the plan file, such as "then_until": people know the file by them.
		switch {
		case c.Field != "":
			r.line("  %s: %s → %s", c.Field, orNothing(c.Have), orNothing(c.Offered))
		case c.Have == "":
			r.line("  new: %s", c.Offered)
		default:
			r.line("  gone: %s", c.Have)
		}
	}
	r.line("")
	if strings.ContainsAny(name, " \t'\"") {
		name = strconv.Quote(name)
	}
	r.line("Nothing is changed. Take it into use with: afterglow plan use %s", name)
}

func orNothing(s string) string {
	if s == "" {
		return "(not said)"
	}
	return s
}

func (r *run) planUseCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "use",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				file, err := planFile(args[0])
				if err != nil {
					return err
				}
				var v service.PlanView
				if file {
					text, err := r.readPlan(ctx, args[0])
					if err != nil {
						return err
					}
					if v, err = s.UsePlan(ctx, filepath.Base(args[0]), text); err != nil {
						return err
					}
				} else if v, err = s.UseKnownPlan(ctx, args[0]); err != nil {
					return err
				}
				return r.answer(v, func() {
					r.line("New treatments begin with the plan %s (%s).", v.Name, v.ID)
					r.line("A treatment that runs keeps its own plan.")
					r.line("To give it this one: afterglow treat change ID --plan %s", v.ID)
				})
			})
		},
	}
}
