package cli

import (
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/journal"
	"afterglow/app/service"
)

// choices are what may stand at a place of the command line.
type choices func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective)

// complete offers what the plan in use has, for the first word behind a command. It makes no data folder: if there
// is none, nothing is offered.
func (r *run) complete(of func(service.Scene) []string) choices {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		dir, err := r.dataDir()
		if err != nil || len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var found []string
		if there, err := journal.Holds(dir); err == nil && there {
			_ = r.with(cmd.Context(), func(s *service.Service) error { // a shell that completes has no place for an error
				sc, err := s.Scene(cmd.Context(), time.Time{})
				if err == nil {
					found = of(sc)
				}
				return err
			})
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
}

// routineIDs are the routines of the plan in use.
func routineIDs(sc service.Scene) []string {
	var ids []string
	for _, p := range sc.Plan.Routines {
		ids = append(ids, p.ID)
	}
	return ids
}

// questionNumbers are the questions for the clinic by number, each with its words beside it.
func questionNumbers(sc service.Scene) []string {
	var out []string
	for _, q := range sc.Questions {
		out = append(out, number(q.ID)+"\t"+q.Text)
	}
	return out
}

// productNumbers are the products on the shelf by number, each with its name beside it.
func productNumbers(sc service.Scene) []string {
	var out []string
	for _, p := range sc.Shelf {
		out = append(out, number(p.ID)+"\t"+p.Name)
	}
	return out
}

// waitIDs are the waits of the plan in use.
func waitIDs(sc service.Scene) []string {
	var ids []string
	for _, w := range sc.Plan.Windows {
		ids = append(ids, w.ID)
	}
	return ids
}
