package cli

import (
	"github.com/spf13/cobra"

	"afterglow/app/service"
)

// takenIn is what `import --json` answers.
type takenIn struct {
	Treatments int `json:"treatments"` // that are new
	Entries    int `json:"entries"`
	Questions  int `json:"questions"`
	Had        int `json:"had"` // of the file, what was there already
}

func (r *run) importCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "import",
		Args: fileWord,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, name := cmd.Context(), shown(args[0])
			return r.with(ctx, func(s *service.Service) error {
				done, err := s.TakeInFile(ctx, args[0], name)
				if err != nil {
					return err
				}
				return r.answer(takenIn(done), func() {
					for _, line := range r.answers().TakenIn(done, name) {
						r.print(line)
					}
				})
			})
		},
	}
}
