package cli

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"

	"afterglow/app/fault"
	"afterglow/app/leaflet"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/studio"
)

// planMonth is how the version of a plan that is begun now is written.
const planMonth = "2006-01"

// writeDraft writes a plan file with the proposed rows that leave no question open, never over a file, and gives its whole
// path. The others, and what no row says, stand in it as comments.
func (r *run) writeDraft(ctx context.Context, d leaflet.Draft, file string) (string, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return "", fault.Wrap(err, "newfile.not_written", fault.Args{"File": shown(file)})
	}
	v := r.voice()
	plan := studio.New(cmp.Or(d.Clinic(), v.T("studio.our_plan")), r.env.Clock.Now().Format(planMonth))
	plan.Say = v.StudioText
	var comments []string
	remark := func(id string, at leaflet.Span, why leaflet.Why) {
		comments = append(comments, "# "+oneLine(v.T(id, phrase.Args{"Words": d.Words(at), "Why": v.LeafletWhy(why)})))
	}
	for _, p := range d.Proposals {
		if len(p.Doubts) > 0 {
			x := p.Doubts[0]
			comments = append(comments, "# "+oneLine(v.T("leaflet.question", phrase.Args{"Row": v.LeafletRow(p), "Words": p.Row.Says, "Question": v.LeafletQuestion(x, d.Words(x.At))})))
			continue
		}
		if _, err := plan.Add(p.Row, ""); err != nil {
			remark("leaflet.doubt", p.At, leaflet.NoRule)
		}
	}
	for _, l := range d.Left {
		remark("leaflet.doubt", l.At, l.Why)
	}
	text := string(plan.Text())
	if len(comments) > 0 {
		text = strings.TrimRight(text, "\n") + "\n\n" + strings.Join(comments, "\n") + "\n"
	}
	if err := stopped(ctx); err != nil {
		return "", err
	}
	return path, newfile.Write(path, []byte(text))
}
