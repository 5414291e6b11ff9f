package cli

import (
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/service"
)

func (r *run) upcomingCommand() *cobra.Command {
	var days int
	cmd := &cobra.Command{
		Use:  "upcoming",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Upcoming(cmd.Context(), days)
				if err != nil {
					return err
				}
				return r.answer(shape.OfOccurrences(r.figures(), views), func() { r.printUpcoming(views, s.Now()) })
			})
		},
	}
	cmd.Flags().IntVar(&days, "days", 7, "")
	return cmd
}

func (r *run) printUpcoming(views []service.NextView, now time.Time) {
	if len(views) == 0 {
		r.line("Nothing is to come.")
		return
	}
	zone := r.env.Clock.Zone()
	var day course.Date
	rows := [][]string{}
	flush := func() {
		if len(rows) > 0 {
			r.table(rows)
		}
		rows = nil
	}
	for i, v := range views {
		if d := course.DateOf(v.At, zone); i == 0 || d != day {
			flush()
			if i > 0 {
				r.line("")
			}
			day = d
			r.line("%s", dayWords(d, course.DateOf(now, zone)))
		}
		rows = append(rows, []string{v.At.In(zone).Format("15:04"), v.Title, v.Body})
	}
	flush()
}

// dayWords is a day as a heading.
func dayWords(d, today course.Date) string {
	at := time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
	text := at.Format("Monday 2 January")
	switch today.Days(d) {
	case -1:
		return "Yesterday, " + text
	case 0:
		return "Today, " + text
	case 1:
		return "Tomorrow, " + text
	}
	if d.Year != today.Year {
		text += at.Format(" 2006")
	}
	return text
}

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
				views, err := s.Log(cmd.Context(), from)
				if err != nil {
					return err
				}
				return r.answer(shape.OfLog(r.figures(), views), func() { r.printLog(views, s.Now(), s.Names(cmd.Context())) })
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
func (r *run) printLog(views []service.LogView, now time.Time, name func(id string) string) {
	if len(views) == 0 {
		r.line("Nothing is written down for that time.")
		return
	}
	rows := [][]string{}
	for _, v := range views {
		more := v.Title
		switch {
		case v.Until != nil && v.Kind == string(record.KindSnooze): // it may have come later
			more = "asked for " + r.say(*v.Until, v.At)
		case v.Until != nil:
			more = "until " + r.say(*v.Until, v.At)
		case v.Amount != "":
			more = v.Amount
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
			kind, what, more = "treatment", treatmentWord(v.Reason), v.Title
		default:
			kind = kindWord(kind)
		}
		if v.Undone {
			kind += " (undone)"
		}
		rows = append(rows, []string{number, r.say(v.At, now), kind, what, more})
	}
	r.table(rows)
}
