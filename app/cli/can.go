package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
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
	if len(views) == 0 {
		r.line("Your plan names nothing to wait with.")
		return
	}
	if activity == "" {
		rows := [][]string{}
		for _, v := range views {
			rows = append(rows, []string{v.Name, canWord(v), named(r.canUntil(v), v.Treatment)})
		}
		r.table(rows)
		return
	}
	for i, v := range views {
		if i > 0 {
			r.line("")
		}
		head := v.Name + ": " + canWord(v)
		if until := r.canUntil(v); until != "" {
			head += ", " + until
		}
		r.line("%s.", head)
		r.line("%s", v.Why)
		r.line("Says %s.", sourceWord(v.Says))
	}
}

// canWord is the answer in one or two words. What the plan hands over to something else, such
// as the sun, is never a plain yes.
func canWord(v service.CanView) string {
	switch {
	case !v.Allowed && v.State == course.Ask:
		return "not yet, until your skin is calm"
	case !v.Allowed:
		return "not yet"
	case v.State == course.Then:
		return "with " + v.Then
	}
	return "yes"
}

func (r *run) canUntil(v service.CanView) string {
	if v.Until == nil {
		return ""
	}
	return "until " + r.atWithin(*v.Until)
}

// named puts behind a text which of several treatments it is about.
func named(text, treatment string) string {
	if treatment == "" {
		return text
	}
	return strings.TrimSpace(text + " (" + treatment + ")")
}

// sourceWord says who says so, and where.
func sourceWord(s service.SourceView) string {
	text := s.Title
	if text == "" {
		text = s.ID
	}
	if text == "" {
		text = s.Plan
	}
	if s.Words != "" {
		text += " (" + strings.ToLower(s.Words[:1]) + s.Words[1:] + ")"
	}
	return text
}
