package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// planOwnCommand lists, writes and takes back what the person's clinic told them of one thing.
func (r *run) planOwnCommand() *cobra.Command {
	var note, remove, treatment string
	cmd := &cobra.Command{
		Use:  "own",
		Args: words(0, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			taking := cmd.Flags().Changed("remove")
			switch {
			case taking && len(args) > 0, len(args) == 1, len(args) == 0 && (note != "" || treatment != ""):
				return fault.Use("command.plan.own.needs", fault.Args{"Command": cmd.CommandPath()})
			case taking:
				return r.forgetOwn(ctx, remove)
			case len(args) == 0:
				return r.listOwn(ctx)
			}
			n := service.NewOwn{What: args[0], When: args[1], Note: note, Avoid: r.voice().OwnAvoid(args[0])}
			if treatment != "" {
				id, err := strconv.ParseInt(treatment, 10, 64)
				if err != nil {
					return fault.Use("command.plan.own.needs", fault.Args{"Command": cmd.CommandPath()})
				}
				n.Treatment = id
			}
			return r.writeOwn(ctx, n)
		},
	}
	cmd.Flags().StringVar(&note, "says", "", "")
	cmd.Flags().StringVar(&remove, "remove", "", "")
	cmd.Flags().StringVar(&treatment, "treatment", "", "")
	return cmd
}

func (r *run) writeOwn(ctx context.Context, n service.NewOwn) error {
	return r.with(ctx, func(s *service.Service) error {
		e, err := s.Own(ctx, n)
		if err != nil {
			return err
		}
		all, err := s.Owns(ctx)
		if err != nil {
			return err
		}
		return r.answer(shape.OfOwns(r.figures(), all), func() {
			for _, o := range all {
				if o.Entry == e.ID {
					r.printOwn(o, e.Replaces != 0)
				}
			}
		})
	})
}

// printOwn says what was written down, what the plan says, and what becomes of it.
func (r *run) printOwn(o service.OwnView, replaced bool) {
	v := r.voice()
	r.put("own.written", phrase.Args{"Name": o.Name, "When": v.OwnWhen(o.Own)})
	if replaced {
		r.put("own.replaced")
	}
	r.print(v.OwnPlan(o.Own))
	if o.Milder {
		r.put("own.milder")
	}
	if o.Called != nil {
		r.put("own.for_treatment", phrase.Args{"Treatment": v.Called(*o.Called)})
	}
	r.put("own.later", phrase.Args{"Command": r.command("plan", "own", "--remove", o.What)})
}

func (r *run) listOwn(ctx context.Context) error {
	return r.with(ctx, func(s *service.Service) error {
		all, err := s.Owns(ctx)
		if err != nil {
			return err
		}
		return r.answer(shape.OfOwns(r.figures(), all), func() {
			v, rows := r.voice(), [][]string{}
			if len(all) == 0 {
				r.put("own.none", phrase.Args{"Command": r.command("plan", "own", "gym", "3 days")})
			}
			for _, o := range all {
				of := ""
				if o.Called != nil {
					of = r.t("status.of", phrase.Args{"Treatment": v.Called(*o.Called)})
				}
				rows = append(rows, []string{o.Name, v.OwnWhen(o.Own), v.OwnPlan(o.Own), o.Own.Note, of})
			}
			r.table(rows)
		})
	})
}

func (r *run) forgetOwn(ctx context.Context, what string) error {
	return r.with(ctx, func(s *service.Service) error {
		e, err := s.ForgetOwn(ctx, what)
		if err != nil {
			return err
		}
		return r.answer(shape.OfLine(r.figures(), s.Acted(ctx, e)), func() { r.put("own.removed", phrase.Args{"Name": phrase.Capital(e.What)}) })
	})
}
