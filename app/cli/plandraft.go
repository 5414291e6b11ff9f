package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"afterglow/app/ask"
	"afterglow/app/fault"
	"afterglow/app/leaflet"
	"afterglow/app/leaflet/read"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// drafted is what `plan draft --json` answers.
type drafted struct {
	Rows []draftedRow  `json:"rows"`
	Left []draftedLeft `json:"left"` // not taken over
	File string        `json:"file"` // that was written, a whole path; "": none
}

// draftedRow is one proposed row. Times are written as in a plan file.
type draftedRow struct {
	Rule       string        `json:"rule"`
	What       []string      `json:"what"`
	Except     []string      `json:"except"`
	From       string        `json:"from"`
	Until      string        `json:"until"`
	Usually    string        `json:"usually"`
	Condition  string        `json:"condition"`
	AndCalm    bool          `json:"and_calm"`
	Often      string        `json:"often"`
	Device     []string      `json:"device"`
	Sensitive  bool          `json:"sensitive"`
	Prescribed bool          `json:"prescribed"`
	Act        string        `json:"act"`
	Name       string        `json:"name"`
	Phone      string        `json:"phone"`
	Sessions   string        `json:"sessions"`
	Says       string        `json:"says"`
	Doubts     []draftedLeft `json:"doubts"`
}

// draftedLeft is a part of the text that was not taken over, or that a row leaves a question about; Why is then that question.
type draftedLeft struct {
	Text string `json:"text"`
	Why  string `json:"why"`
}

func (r *run) planDraftCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:  "draft",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" {
				return fault.Use("command.plan.draft.needs", fault.Args{"Command": cmd.CommandPath()})
			}
			text, err := r.readLeaflet(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			d := leaflet.Read(text, ask.Default())
			answer := r.drafted(d)
			if file != "" {
				if answer.File, err = r.writeDraft(cmd.Context(), d, file); err != nil {
					return err
				}
			}
			return r.answer(answer, func() {
				r.printDraft(d)
				if file != "" {
					r.print("")
					r.put("leaflet.written", phrase.Args{"File": answer.File, "Command": r.command("plan", "check", file)})
				}
			})
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "")
	return cmd
}

// readLeaflet is the text of a leaflet's file, "-" of standard input. A pipe may never end: the reading ends with ctx.
func (r *run) readLeaflet(ctx context.Context, path string) (string, error) {
	return stoppable(ctx, func() (string, error) {
		from := r.in
		if path != "-" {
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				return "", fault.Use("leaflet.folder", fault.Args{"File": shown(path)})
			}
			f, err := service.OpenPlanFile(path, shown(path), true)
			if err != nil {
				return "", err
			}
			defer f.Close()
			from = f
		}
		b, err := io.ReadAll(io.LimitReader(from, read.MostFile+1))
		if err != nil {
			return "", fault.Wrap(err, "planfile.unread", fault.Args{"File": shown(path)})
		}
		return read.Text(ctx, filepath.Base(path), b)
	})
}

func (r *run) drafted(d leaflet.Draft) drafted {
	answer := drafted{Rows: []draftedRow{}, Left: []draftedLeft{}}
	v := r.figures()
	for _, p := range d.Proposals {
		row := draftedRow{
			Rule: string(p.Row.Rule), What: append([]string{}, p.Row.What...), Except: append([]string{}, p.Row.Except...),
			From: p.Row.From, Until: p.Row.Until, Usually: p.Row.Usually, Condition: p.Row.Condition, AndCalm: p.Row.AndCalm,
			Often: p.Row.Often, Device: append([]string{}, p.Row.Device...), Sensitive: p.Row.Sensitive, Prescribed: p.Row.Prescribed, Act: p.Row.Act, Name: p.Row.Name,
			Phone: p.Row.Phone, Sessions: p.Row.Sessions, Says: p.Row.Says, Doubts: []draftedLeft{},
		}
		for _, x := range p.Doubts {
			row.Doubts = append(row.Doubts, draftedLeft{d.Words(x.At), v.LeafletQuestion(x, d.Words(x.At))})
		}
		answer.Rows = append(answer.Rows, row)
	}
	for _, l := range d.Left {
		answer.Left = append(answer.Left, draftedLeft{d.Words(l.At), v.LeafletWhy(l.Why)})
	}
	return answer
}

// printDraft prints the proposed rows, each with the words that it came from, and what was not taken over.
func (r *run) printDraft(d leaflet.Draft) {
	v := r.voice()
	r.put("leaflet.rows", phrase.Args{"Count": len(d.Proposals)})
	for i, p := range d.Proposals {
		r.print("")
		r.put("leaflet.numbered", phrase.Args{"N": i + 1, "Row": v.LeafletRow(p)})
		r.print("    " + v.T("leaflet.from_words", phrase.Args{"Words": p.Row.Says}))
		for _, x := range p.Doubts {
			r.print("    " + v.LeafletQuestion(x, d.Words(x.At)))
		}
	}
	if len(d.Left) == 0 {
		return
	}
	r.print("")
	r.put("leaflet.left", phrase.Args{"Count": len(d.Left)})
	for _, l := range d.Left {
		r.print("    " + v.T("leaflet.doubt", phrase.Args{"Words": d.Words(l.At), "Why": v.LeafletWhy(l.Why)}))
	}
}
