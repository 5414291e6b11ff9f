package cli

import (
	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/service"
)

func (r *run) logCommand() *cobra.Command {
	var since string
	cmd := &cobra.Command{
		Use:  "log",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			from, err := r.past(cmd.Context(), since)
			if err != nil {
				return err
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Log(cmd.Context(), from.At)
				if err != nil {
					return err
				}
				return r.answerShaped(func() any { return shape.OfLog(r.figures(), views) }, func() { r.printLog(views, s.Names(cmd.Context())) })
			})
		},
	}
	cmd.Flags().StringVar(&since, "since", "-48h", "")
	return cmd
}

// printLog prints a line each; names are those of what the ids mean, if a plan in force has one.
func (r *run) printLog(views []service.LogView, names func(id string) string) {
	if len(views) == 0 {
		r.put("logpage.none")
		return
	}
	v, rows := r.voice(), [][]string{}
	for _, l := range views {
		id := number(l.ID)
		if l.Kind == "shown" || l.Kind == "letgo" {
			id = "" // its number is of another count: nothing that undo takes back
		}
		name := names(l.What)
		rows = append(rows, []string{id, v.Moment(l.At), v.LogKind(l), v.LogWhat(l, name), v.LogMore(l, name)})
	}
	r.table(rows)
}
