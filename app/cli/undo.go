package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

func (r *run) undoCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "undo",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			take := func(s *service.Service) (record.Entry, error) { return s.Undo(ctx) }
			if len(args) > 0 {
				id, err := r.entryNumber(args[0])
				if err != nil {
					return err
				}
				take = func(s *service.Service) (record.Entry, error) { return s.UndoNumber(ctx, id) }
			}
			return r.act(ctx, take, func(s *service.Service, e record.Entry) { r.printUndone(ctx, s, e) })
		},
	}
}

func (r *run) redoCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "redo",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := r.entryNumber(args[0])
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Redo(ctx, id) },
				func(s *service.Service, e record.Entry) { r.printRedone(ctx, s, e) })
		},
	}
}

// entryNumber reads the number of an entry of the log: 12, or #12.
func (r *run) entryNumber(word string) (int64, error) {
	id, err := strconv.ParseInt(strings.TrimPrefix(word, "#"), 10, 64)
	if err != nil {
		return 0, fault.Use("act.no_entry_number", fault.Args{"Word": shown(word), "Command": r.command("log")})
	}
	return id, nil
}

// printUndone says what was taken back.
func (r *run) printUndone(ctx context.Context, s *service.Service, e record.Entry) {
	said, l := "act.undone_"+string(e.Kind), s.Acted(ctx, e)
	switch {
	case l.Kept != nil:
		r.put(said+"_"+l.Kept.Word, phrase.Args{"Number": l.Kept.Number, "Text": l.Kept.Text})
		return
	case e.Kind == record.KindTreat:
		r.put(said+"_"+l.Reason, phrase.Args{"Number": e.Treatment, "Command": r.command("redo", number(e.ID))})
		return
	case e.Kind == record.KindCalm && e.What == "":
		said += "_all"
	case e.Kind == record.KindFeel && e.Replaces != 0:
		said += "_change"
	}
	r.put(said, phrase.Args{"Name": r.about(ctx, s, e), "At": e.At})
}

// about is the name of what an entry is about.
func (r *run) about(ctx context.Context, s *service.Service, e record.Entry) string {
	switch e.Kind {
	case record.KindTell:
		return e.Note
	case record.KindOwn:
		return e.What
	}
	return s.Name(ctx, e.What)
}

// printRedone says what was written down again.
func (r *run) printRedone(ctx context.Context, s *service.Service, e record.Entry) {
	v, l := r.voice(), s.Acted(ctx, e)
	if e.Kind == record.KindTreat {
		r.put("act.redone_treat_"+l.Reason, phrase.Args{"Number": e.Treatment})
		return
	}
	args := phrase.Args{"Kind": v.LogKind(l), "What": v.LogWhat(l, r.about(ctx, s, e)), "At": e.At}
	if args["What"] == "" {
		r.put("act.redone", args)
		return
	}
	r.put("act.redone_what", args)
}
