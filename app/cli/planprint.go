package cli

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/plancode"
	"afterglow/app/service"
)

// printed is what `plan print --json` answers.
type printed struct {
	File string `json:"file"` // its whole path
}

func (r *run) planPrintCommand() *cobra.Command {
	var file string
	var times, letter bool
	cmd := &cobra.Command{
		Use:  "print",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if file == "" {
				return fault.Use("plansheet.needs_file", fault.Args{"Command": cmd.CommandPath()})
			}
			if !strings.EqualFold(filepath.Ext(file), ".pdf") {
				return fault.Use("plansheet.other_ending", fault.Args{"File": shown(filepath.Base(file))})
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				order, err := r.sheet(cmd, s, first(args), times)
				if err != nil {
					return err
				}
				order.Letter = letter || r.voice().Letter()
				v := printed{}
				if v.File, err = filepath.Abs(file); err != nil {
					return fault.Wrap(err, "newfile.not_written", fault.Args{"File": shown(file)})
				}
				values, err := json.Marshal(order)
				if err != nil {
					return fault.Wrap(err, "plansheet.not_drawn", nil)
				}
				pdf, err := r.windowDoes(cmd.Context(), "plansheet.not_drawn", bytes.NewReader(values), plancode.Paper)
				if err != nil {
					return err
				}
				if err := newfile.Write(v.File, pdf); err != nil {
					return err
				}
				return r.answer(v, func() { r.put("plansheet.written", phrase.Args{"File": v.File}) })
			})
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "")
	cmd.Flags().BoolVar(&times, "treatment", false, "")
	cmd.Flags().BoolVar(&letter, "letter", false, "")
	return cmd
}

// sheet is a plan's sheet in words, with the clock times of the treatment that runs if they are asked for.
func (r *run) sheet(cmd *cobra.Command, s *service.Service, word string, times bool) (phrase.SheetOrder, error) {
	plan, text, err := r.plan(cmd, s, word)
	if err != nil {
		return phrase.SheetOrder{}, err
	}
	var laid *course.Course
	if times {
		sc, err := s.Scene(cmd.Context(), s.Now())
		if err != nil {
			return phrase.SheetOrder{}, err
		}
		lead, runs := sc.Lead()
		if !runs || word != "" {
			return phrase.SheetOrder{}, fault.Use("plansheet.no_treatment", nil)
		}
		laid = &lead
	}
	phone, err := s.Setting(cmd.Context(), "phone")
	if err != nil {
		return phrase.SheetOrder{}, err
	}
	return r.voice().OrderSheet(plan, laid, plancode.Only([]byte(text)), phone.Value, false, s.Now()), nil
}
