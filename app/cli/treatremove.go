package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/service"
)

// removed is what `treat remove --json` answers.
type removed struct {
	Removed    int64  `json:"removed"`
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
				err = r.confirmRemove(gone)
			}
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				if err := s.Remove(ctx, id); err != nil {
					return err
				}
				v := removed{Removed: id}
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

// confirmRemove asks, where somebody sits at a terminal: a whole course hangs on one treatment. Scripts are not
// asked, for unlike an erasing it can be entered again.
func (r *run) confirmRemove(v service.TreatmentView) error {
	if !atTerminal(r.in) {
		return nil
	}
	fmt.Fprintln(r.errw, clean(fmt.Sprintf("This removes treatment %d (%s). Its waits and reminders end. What you wrote down stays in the log.", v.ID, r.which(v))))
	fmt.Fprint(r.errw, "Remove it? y/N: ")
	switch strings.ToLower(r.typed()) {
	case "y", "yes":
		return nil
	}
	return errors.New("nothing was removed")
}

// which tells a treatment from others: "face, yesterday 18:00".
func (r *run) which(v service.TreatmentView) string {
	when := r.say(v.At, r.now())
	if v.Area != "" {
		return v.Area + ", " + when
	}
	return when
}

// printRemoved says how to enter it again: undo leaves treatments alone.
func (r *run) printRemoved(v removed) {
	r.line("Treatment %d is removed.", v.Removed)
	if v.EnterAgain != "" {
		r.line("Enter it again with: %s", v.EnterAgain)
	}
}
