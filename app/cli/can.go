package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

func (r *run) canCommand() *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:               "can",
		Args:              words(0, 1),
		ValidArgsFunction: r.complete(waitIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			moment, err := r.time(cmd.Context(), at)
			if err != nil {
				return err
			}
			activity := ""
			if len(args) == 1 {
				if activity = args[0]; strings.TrimSpace(activity) == "" {
					return fault.Use("cli.name_activity", nil)
				}
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Can(cmd.Context(), activity, moment)
				if err != nil {
					return err
				}
				r.tellUnread(s.Unread(cmd.Context()))
				return r.answerShaped(func() any { return shape.OfCan(r.figures(), views) }, func() {
					r.printAsked(moment)
					r.printCan(views, activity)
				})
			})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	return cmd
}

func (r *run) printCan(views []service.CanView, activity string) {
	v := r.voice()
	if len(views) == 0 {
		r.put("can.no_waits")
		return
	}
	if activity == "" {
		rows := [][]string{}
		for _, c := range views {
			of := ""
			if by := v.SetBy(c.Setters); by != "" {
				of = r.t("status.of", phrase.Args{"Treatment": by})
			}
			answer, until := v.CanRow(c)
			rows = append(rows, []string{c.Name, answer, until, of})
		}
		r.table(rows)
		return
	}
	for i, c := range views {
		if i > 0 {
			r.print("")
		}
		r.print(v.CanLine(c))
		r.print(v.Why(c))
		if !c.Free { // else it is nobody's rule
			r.put("source.says", phrase.Args{"Source": v.Source(c.Says)})
		}
	}
}
