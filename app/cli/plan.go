package cli

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
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
	cmd.AddCommand(r.planShowCommand(), r.planListCommand(), r.planCheckCommand(), r.planDiffCommand(), r.planUseCommand(), r.planDraftCommand(),
		r.planCodeCommand(), r.planPrintCommand(), r.planReadCommand(), r.planOwnCommand())
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
				return r.answer(shape.OfPlan(r.figures(), p), func() { r.printPlan(p) })
			})
		},
	}
	cmd.Flags().BoolVar(&text, "text", false, "")
	return cmd
}

// plan finds a plan by id or file; "" is the one that holds now, as the treatment makes it.
func (r *run) plan(cmd *cobra.Command, s *service.Service, word string) (guidance.Plan, string, error) {
	file, err := meansFile(cmd.Context(), s, word)
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
				for i, v := range views {
					if v.Unread != nil {
						views[i].Summary = r.voice().PlanSummary(v)
					}
				}
				return r.answer(views, func() {
					rows := [][]string{}
					for _, v := range views {
						use := ""
						if v.ID == inUse.Value {
							use = r.t("planpage.in_use")
						}
						rows = append(rows, []string{v.ID, v.Name, use, v.Summary})
					}
					r.table(rows)
				})
			})
		},
	}
}

func (r *run) planUseCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "use",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" {
				return fault.Use("command.plan.use.needs", fault.Args{"Command": cmd.CommandPath()})
			}
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				file, err := meansFile(ctx, s, args[0])
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
					named := fault.Args{"Name": v.Name, "ID": v.ID}
					r.put("planpage.used", named)
					r.put("planpage.used_running")
					r.put("planpage.used_change", fault.Args{"Command": r.command("treat", "change", "ID", "--plan", v.ID)})
				})
			})
		},
	}
}
