package cli

import (
	"context"
	"io"
	"os"

	"afterglow/app/ask/label"
	"afterglow/app/fault"
	"afterglow/app/service"
)

// largestLabel is how much of a list of ingredients is read, in bytes: more than any that is taken, so that a longer
// one is refused and never cut.
const largestLabel = label.Largest + 1

// readLabel reads a list of ingredients from a file, "-" from standard input. A pipe may never end: the reading ends
// with ctx.
func (r *run) readLabel(ctx context.Context, path string) (string, error) {
	return stoppable(ctx, func() (string, error) {
		from := r.in
		if path != "-" {
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				return "", fault.Use("shelf.folder", fault.Args{"File": shown(path)})
			}
			f, err := service.OpenPlanFile(path, shown(path), true)
			if err != nil {
				return "", err
			}
			defer f.Close()
			from = f
		}
		text, err := io.ReadAll(io.LimitReader(from, largestLabel))
		if err != nil {
			return "", fault.Wrap(err, "planfile.unread", fault.Args{"File": shown(path)})
		}
		return label.FromFile(text), nil
	})
}
