package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

func (r *run) checkCommand() *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:  "check",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			moment, err := r.time(ctx, at)
			if err != nil {
				return err
			}
			text, err := r.label(ctx, args) // not with the journal open: somebody may be typing
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				view, err := s.Check(ctx, text, moment)
				if err != nil {
					return err
				}
				r.tellUnread(s.Unread(ctx))
				return r.answer(shape.OfCheck(r.figures(), view), func() {
					r.printAsked(moment)
					r.printCheck(view)
				})
			})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	return cmd
}

// label is the text of a label: of a file, of standard input, or pasted at a terminal.
func (r *run) label(ctx context.Context, args []string) (string, error) {
	if len(args) == 1 && args[0] == "" {
		return "", fault.Use("command.check.needs", fault.Args{"Command": "afterglow check"})
	}
	if len(args) == 1 && args[0] != "-" {
		return r.readLabel(ctx, args[0])
	}
	if !atTerminal(r.in) {
		return r.readLabel(ctx, "-")
	}
	fmt.Fprintln(r.errw, clean(r.answers().T("check.paste")))
	return stoppable(ctx, func() (string, error) { return pasted(r.in) })
}

// pasted reads lines until an empty one that comes after others, or the end.
func pasted(in io.Reader) (string, error) {
	var b strings.Builder
	lines := bufio.NewReader(in)
	for b.Len() < largestLabel {
		line, err := lines.ReadString('\n')
		if errors.Is(err, io.EOF) {
			b.WriteString(line)
			break
		}
		if err != nil {
			return "", fault.Wrap(err, "cli.not_answered", nil)
		}
		if strings.TrimSpace(line) == "" && strings.TrimSpace(b.String()) != "" {
			break
		}
		b.WriteString(line)
	}
	return b.String(), nil
}

func (r *run) printCheck(c service.CheckView) {
	v := r.voice()
	r.print(v.CheckHead(c))
	if line := v.CheckUntreated(c); line != "" {
		r.print(line)
	}
	for _, same := range v.CheckAlike(c.Found) {
		r.print("")
		names := make([]string, 0, len(same))
		for _, f := range same {
			names = append(names, f.Name)
		}
		r.put("check.item", phrase.Args{"Names": names, "Verdict": v.CheckVerdict(same[0])})
		r.print(v.CheckText(same[0]))
		r.print(v.CheckSource(same[0]))
	}
	r.printNoted(c.Noted)
	for i, line := range v.CheckUnknown(c) {
		if i == 0 {
			r.print("")
		}
		r.print(line)
	}
}

// printNoted prints what is easily taken for something else.
func (r *run) printNoted(noted []service.FindingView) {
	v, rows := r.voice(), [][]string(nil)
	for _, f := range noted {
		if f.Note != "" {
			rows = append(rows, []string{f.Name, v.CheckText(f)})
		}
	}
	r.under("check.noted", rows)
}
