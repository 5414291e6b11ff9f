package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

func (r *run) canCommand() *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:       "can",
		Args:      words(0, 1),
		ValidArgs: []string{"makeup", "sun", "sweat", "heat", "actives", "alcohol", "wax", "procedures", "hands"},
		RunE: func(cmd *cobra.Command, args []string) error {
			moment, err := r.time(at)
			if err != nil {
				return err
			}
			activity := ""
			if len(args) == 1 {
				if activity = args[0]; strings.TrimSpace(activity) == "" {
					return wrong("Name an activity, such as makeup; or leave it out to see all.")
				}
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Can(cmd.Context(), activity, moment)
				if err != nil {
					return err
				}
				return r.answer(shape.OfCan(r.figures(), views), func() { r.printCan(views, activity) })
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
			rows = append(rows, []string{c.Name, v.Can(c), named(v.CanUntil(c), v.SetBy(c.Setters))})
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
		r.put("source.says", phrase.Args{"Source": v.Source(c.Says)})
	}
}

// named puts behind a text which of several treatments it is about.
func named(text, treatment string) string {
	if treatment == "" {
		return text
	}
	return strings.TrimSpace(text + " (" + treatment + ")")
}
