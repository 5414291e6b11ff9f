package cli

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/plancode"
	"afterglow/app/service"
)

// coded is what `plan code --json` answers.
type coded struct {
	Codes    []string `json:"codes"`
	Pictures []string `json:"pictures"` // whole paths
}

func (r *run) planCodeCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:  "code",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd.Context(), func(s *service.Service) error {
				_, text, err := r.plan(cmd, s, first(args))
				if err != nil {
					return err
				}
				v := coded{Pictures: []string{}}
				if v.Codes, err = plancode.Encode([]byte(text)); err != nil {
					return err
				}
				if file != "" {
					if v.Pictures, err = r.drawCodes(cmd.Context(), v.Codes, file); err != nil {
						return err
					}
				}
				return r.answer(v, func() {
					for _, picture := range v.Pictures {
						r.put("plancode.drawn", phrase.Args{"File": picture})
					}
					if file == "" {
						r.print(strings.Join(v.Codes, "\n\n"))
					}
				})
			})
		},
	}
	cmd.Flags().StringVar(&file, "picture", "", "")
	return cmd
}

// drawCodes writes the pictures of codes: to file, or to file-1, file-2 and so on if there are several. No file is
// written over.
func (r *run) drawCodes(ctx context.Context, codes []string, file string) ([]string, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, fault.Wrap(err, "newfile.not_written", fault.Args{"File": shown(file)})
	}
	ending := filepath.Ext(file)
	if ending == "" {
		ending = ".png"
	}
	if !strings.EqualFold(ending, ".png") {
		return nil, fault.Use("plancode.other_ending", fault.Args{"File": shown(filepath.Base(file))})
	}
	names := plancode.Names(strings.TrimSuffix(file, filepath.Ext(file))+ending, len(codes))
	pictures := make([][]byte, len(codes))
	for i, code := range codes {
		if pictures[i], err = r.served(ctx, "draw", strings.NewReader(code)); err != nil {
			return nil, err
		}
	}
	return names, newfile.All(names, pictures)
}

// decoded is what `plan read --json` answers.
type decoded struct {
	Plan string `json:"plan"` // the plan file
}

func (r *run) planReadCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "read",
		Args: words(1, 24),
		RunE: func(cmd *cobra.Command, args []string) error {
			plan, err := r.planOfCodes(cmd.Context(), args)
			if err != nil {
				return err
			}
			return r.answer(decoded{plan}, func() { r.text.WriteString(plan) }) // whole, as it is: it is a file to keep
		},
	}
}

// planOfCodes is the plan file of the codes in pictures and texts.
func (r *run) planOfCodes(ctx context.Context, files []string) (string, error) {
	var all plancode.Collector
	for _, file := range files {
		if err := r.gather(ctx, file, &all); err != nil {
			return "", err
		}
	}
	plan, err := all.Plan()
	return string(plan), err
}
