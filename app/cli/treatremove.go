package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// removed is what `treat remove --json` answers.
type removed struct {
	Removed    int64  `json:"removed"`
	Entry      int64  `json:"entry"`       // its line of the log, which undo takes back
	EnterAgain string `json:"enter_again"` // the command line that enters it anew
}

func (r *run) treatRemoveCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:  "remove",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := treatmentID(args[0])
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			var gone service.TreatmentView
			var anew []string
			// Not asked with the journal open: an answer may take hours.
			err = r.with(ctx, func(s *service.Service) (err error) {
				gone, anew, err = toRemove(ctx, s, id)
				return err
			})
			if err == nil && gone.ID == id && !yes {
				err = r.confirmRemove(ctx, gone)
			}
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				if err := stopped(ctx); err != nil {
					return fault.Wrap(err, "treat.stopped", nil)
				}
				e, err := s.Remove(ctx, id)
				if err != nil {
					return err
				}
				v := removed{Removed: id, Entry: e.ID}
				if len(anew) > 0 {
					v.EnterAgain = r.command(anew...)
				}
				return r.answer(v, func() { r.printRemoved(v) })
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "")
	return cmd
}

// toRemove finds the treatment, and the words that would enter it again. One that is not there is left to Remove to refuse.
func toRemove(ctx context.Context, s *service.Service, id int64) (service.TreatmentView, []string, error) {
	views, err := s.Treatments(ctx)
	if err != nil {
		return service.TreatmentView{}, nil, err
	}
	for _, v := range views {
		if v.ID == id {
			return v, v.EnterWords(), nil
		}
	}
	return service.TreatmentView{}, nil, nil
}

// confirmRemove asks, if somebody sits at a terminal: a whole course hangs on one treatment. Scripts are not
// asked, for unlike an erasing it can be undone.
func (r *run) confirmRemove(ctx context.Context, v service.TreatmentView) error {
	if !atTerminal(r.in) {
		return nil
	}
	question := "treat.question"
	if v.Area != "" {
		question = "treat.question_area"
	}
	answer, err := r.ask(ctx, r.t(question, phrase.Args{"Number": v.ID, "At": v.At, "Area": r.voice().Areas(v.Area)}), r.t("treat.remove"))
	switch {
	case err != nil:
		return fault.Wrap(err, "treat.stopped", nil)
	case !slices.Contains(strings.Split(r.t("treat.yes"), ","), strings.ToLower(answer)):
		return fault.New("treat.not_removed", nil)
	}
	return nil
}

// printRemoved says how to bring it back.
func (r *run) printRemoved(v removed) {
	r.put("treat.removed", phrase.Args{"Number": v.Removed, "Command": r.command("undo", number(v.Entry))})
}
