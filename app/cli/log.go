package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/record"
	"afterglow/app/service"
)

func (r *run) logCommand() *cobra.Command {
	var since string
	cmd := &cobra.Command{
		Use:  "log",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			from, err := r.past(since)
			if err != nil {
				return err
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Log(cmd.Context(), from.At)
				if err != nil {
					return err
				}
				return r.answer(shape.OfLog(r.figures(), views), func() { r.printLog(views, s.Names(cmd.Context())) })
			})
		},
	}
	cmd.Flags().StringVar(&since, "since", "-48h", "")
	return cmd
}

// kindWord is an entry's kind in the words that its command answers with.
func kindWord(kind string) string {
	switch record.Kind(kind) {
	case record.KindSkip:
		return "let go"
	case record.KindSnooze:
		return "put off"
	case record.KindPause:
		return "paused"
	case record.KindResume:
		return "resumed"
	case record.KindCalm:
		return "skin calm"
	case record.KindExtend:
		return "made longer"
	}
	return kind
}

func treatmentWord(note string) string {
	if note == "begun" {
		return "entered"
	}
	return note
}

// printLog prints a line each; names are those of what the ids mean, where a plan in force has one.
func (r *run) printLog(views []service.LogView, name func(id string) string) {
	if len(views) == 0 {
		r.line("Nothing is written down for that time.")
		return
	}
	rows := [][]string{}
	for _, v := range views {
		more := r.voice().LogTitle(v)
		switch {
		case v.Until != nil && v.Kind == string(record.KindSnooze): // it may have come later
			more = "asked for " + r.voice().Moment(*v.Until)
		case v.Until != nil:
			more = "until " + r.voice().Moment(*v.Until)
		case v.Drink != nil:
			more = r.voice().LogAmount(v)
		}
		if v.Reason != "" {
			if more != "" {
				more += ", "
			}
			more += v.Reason
		}
		kind, what, number := v.Kind, name(v.What), strconv.FormatInt(v.ID, 10)
		switch kind {
		case "shown":
			if more == what {
				more = "" // its title is its name
			}
			number = "" // its number is of another count: nothing that undo takes back
		case "letgo":
			kind, number = "not shown", ""
		case "treat":
			kind, what, more = "treatment", treatmentWord(v.Reason), r.voice().LogTitle(v)
		default:
			kind = kindWord(kind)
		}
		if v.Undone {
			kind += " (undone)"
		}
		rows = append(rows, []string{number, r.voice().Moment(v.At), kind, what, more})
	}
	r.table(rows)
}
