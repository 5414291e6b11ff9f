package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/plancode"
	"afterglow/app/service"
)

// exportedNotes is what `export pdf`, `export csv` and `export json` answer with --json.
type exportedNotes struct {
	File       string   `json:"file"` // a whole path
	From       string   `json:"from"` // the first day, as 2026-11-23
	Until      string   `json:"until"`
	Without    []string `json:"without"`
	Treatments int      `json:"treatments"`
	Entries    int      `json:"entries"` // what was done, felt and said
	Questions  int      `json:"questions"`
	Pages      int      `json:"pages"` // of a PDF; else 0
}

// periodWords are the options that say which days to take along.
type periodWords struct {
	from, until, without string
	all                  bool
}

func (r *run) exportNotesCommands() []*cobra.Command {
	letter := false
	pdf := r.exportNotesCommand("pdf", func(ctx context.Context, report service.Report) ([]byte, int, error) {
		return r.clinicPage(ctx, report, letter || r.voice().Letter())
	})
	pdf.Flags().BoolVar(&letter, "letter", false, "")
	table := r.exportNotesCommand("csv", func(_ context.Context, report service.Report) ([]byte, int, error) {
		text, err := report.TakeOut().CSV(report.Zone)
		return text, 0, err
	})
	values := r.exportNotesCommand("json", func(_ context.Context, report service.Report) ([]byte, int, error) {
		text, err := report.TakeOut().JSON()
		return text, 0, err
	})
	return []*cobra.Command{pdf, table, values}
}

// exportNotesCommand writes what was written down in a period to a new file, as make gives it.
func (r *run) exportNotesCommand(kind string, make func(context.Context, service.Report) (content []byte, pages int, err error)) *cobra.Command {
	var words periodWords
	cmd := &cobra.Command{
		Use:  kind,
		Args: fileWord,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			path, err := newPath(args[0], "."+kind)
			if err != nil {
				return err
			}
			ask, err := r.period(ctx, words)
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				report, err := s.Report(ctx, ask)
				if err != nil {
					return err
				}
				content, pages, err := make(ctx, report)
				if err != nil {
					return err
				}
				if err := newfile.Write(path, content); err != nil {
					return err
				}
				const day = "2006-01-02"
				v := exportedNotes{File: path, From: report.From.Format(day), Until: report.Until.AddDate(0, 0, -1).Format(day), Without: report.Without(),
					Treatments: len(report.Treatments), Entries: len(report.Entries), Questions: len(report.Questions), Pages: pages}
				return r.answer(v, func() {
					switch named := (phrase.Args{"File": path}); kind {
					case "pdf":
						r.put("export.pdf", named, phrase.Args{"Count": pages})
					default:
						r.putCount("export.table", "export.table_none", v.Treatments+v.Entries+v.Questions, named)
					}
				})
			})
		},
	}
	cmd.Flags().StringVar(&words.from, "from", "", "")
	cmd.Flags().StringVar(&words.until, "until", "", "")
	cmd.Flags().StringVar(&words.without, "without", "", "")
	cmd.Flags().BoolVar(&words.all, "all", false, "")
	return cmd
}

// period reads the options that say which days, and what to leave out.
func (r *run) period(ctx context.Context, w periodWords) (ask service.ReportAsk, err error) {
	if w.all && (w.from != "" || w.until != "") {
		return ask, fault.Use("export.all_or_days", nil)
	}
	ask.AllTimes = w.all
	if w.from != "" {
		from, err := r.past(ctx, w.from)
		if err != nil {
			return ask, err
		}
		ask.From = from.At
	}
	if w.until != "" {
		until, err := r.past(ctx, w.until)
		if err != nil {
			return ask, err
		}
		ask.Until = until.At
	}
	for _, word := range strings.FieldsFunc(w.without, func(c rune) bool { return c == ',' || c == ' ' }) {
		switch strings.ToLower(word) {
		case "water":
			ask.NoWater = true
		case "notes":
			ask.NoNotes = true
		default:
			return ask, fault.Use("export.without", fault.Args{"Word": shown(word)})
		}
	}
	return ask, nil
}

// clinicPage has the window's program draw the page, and says on how many pages it is.
func (r *run) clinicPage(ctx context.Context, report service.Report, letter bool) ([]byte, int, error) {
	values, err := json.Marshal(r.voice().ClinicPage(report, letter))
	if err != nil {
		return nil, 0, fault.Wrap(err, "clinicpage.not_drawn", nil)
	}
	pdf, err := r.windowDoes(ctx, "clinicpage.not_drawn", bytes.NewReader(values), plancode.Paper)
	return pdf, bytes.Count(pdf, []byte("/Type /Page\n")), err
}
