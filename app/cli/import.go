package cli

import (
	"os"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/app/takeout"
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
			file, err := readTakeout(args[0], name)
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				done, err := s.TakeIn(ctx, file)
				if err != nil {
					return err
				}
				v := takenIn(done)
				return r.answer(v, func() {
					named := phrase.Args{"File": name}
					if v.Treatments+v.Entries+v.Questions == 0 {
						r.put("export.taken_none", named)
						return
					}
					r.put("export.taken_in", named, phrase.Args{"Treatments": r.t("export.taken_treatments", phrase.Args{"Count": v.Treatments}),
						"Entries": r.t("export.taken_entries", phrase.Args{"Count": v.Entries}), "Questions": r.t("export.taken_questions", phrase.Args{"Count": v.Questions})})
					if v.Had > 0 {
						r.put("export.taken_had", phrase.Args{"Count": v.Had})
					}
				})
			})
		},
	}
}

// readTakeout reads a file of ours at path, called name. A pipe or a device may never end: it is refused.
func readTakeout(path, name string) (takeout.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return takeout.File{}, fault.Wrap(newfile.Bare(err), "takeout.unread", fault.Args{"File": name})
	}
	if !info.Mode().IsRegular() {
		return takeout.File{}, fault.Use("takeout.not_plain", fault.Args{"File": name})
	}
	f, err := os.Open(path)
	if err != nil {
		return takeout.File{}, fault.Wrap(newfile.Bare(err), "takeout.unread", fault.Args{"File": name})
	}
	defer f.Close()
	return takeout.Read(f, name)
}
