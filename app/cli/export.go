package cli

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/calendar"
	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

func (r *run) exportCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "export", Args: words(1, 0), RunE: func(*cobra.Command, []string) error { return nil }}
	cmd.AddCommand(r.exportCalendarCommand())
	return cmd
}

// exported is what `export ics --json` answers.
type exported struct {
	File      string          `json:"file"` // a whole path
	Events    []exportedEvent `json:"events"`
	Cancelled int             `json:"cancelled"` // of them, those that do not hold any more
}

// exportedEvent is one event of a calendar file.
type exportedEvent struct {
	ID        string    `json:"id"`  // "ends/1/makeup": one moment for good, whatever its time
	UID       string    `json:"uid"` // the same in the file
	Sequence  int       `json:"sequence"`
	At        time.Time `json:"at"` // of a whole day: its beginning
	Day       bool      `json:"day"`
	Title     string    `json:"title"`
	Cancelled bool      `json:"cancelled"`
}

func (r *run) exportCalendarCommand() *cobra.Command {
	var choice service.DateChoice
	var discreet bool
	cmd := &cobra.Command{
		Use:  "ics",
		Args: fileWord,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				if !cmd.Flags().Changed("discreet") {
					prefs, err := s.Prefs(ctx)
					if err != nil {
						return err
					}
					discreet = prefs.Discreet
				}
				v, err := r.exportCalendar(ctx, s, args[0], choice, discreet)
				if err != nil {
					return err
				}
				return r.answer(v, func() {
					holds := len(v.Events) - v.Cancelled
					r.putCount("export.calendar", "export.calendar_none", holds, phrase.Args{"File": v.File})
					if v.Cancelled > 0 {
						r.put("export.cancelled", phrase.Args{"Count": v.Cancelled})
					}
					r.put("export.alarms")
				})
			})
		},
	}
	cmd.Flags().BoolVar(&choice.Each, "each", false, "")
	cmd.Flags().BoolVar(&discreet, "discreet", false, "")
	return cmd
}

// exportCalendar writes the calendar file: a new one, or in place of one that Afterglow wrote.
func (r *run) exportCalendar(ctx context.Context, s *service.Service, file string, choice service.DateChoice, discreet bool) (exported, error) {
	path, err := newPath(file, ".ics", "export.other_ending")
	if err != nil {
		return exported{}, err
	}
	h, err := s.Calendar(ctx, choice, r.voice().CalendarWords(discreet))
	if err != nil {
		return exported{}, err
	}
	draft, err := newfile.Begin(path, calendar.File(h.Events), calendar.Ours)
	if err != nil {
		return exported{}, err
	}
	if err := s.Handed(ctx, h); err != nil {
		draft.Drop()
		return exported{}, err
	}
	v := exported{File: path, Events: []exportedEvent{}}
	for _, e := range h.Events {
		at := e.At.In(s.Zone())
		if e.Day {
			at = time.Date(e.At.Year(), e.At.Month(), e.At.Day(), 0, 0, 0, 0, s.Zone())
		}
		v.Events = append(v.Events, exportedEvent{e.Key, e.UID, e.Sequence, at, e.Day, e.Title, e.Cancelled})
		if e.Cancelled {
			v.Cancelled++
		}
	}
	return v, draft.Keep()
}

// newPath is where a file that was asked for goes: a whole path with this ending. Another ending is refused by wrong.
func newPath(file, ending, wrong string) (string, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return "", fault.Wrap(err, "newfile.not_written", fault.Args{"File": shown(file)})
	}
	switch has := filepath.Ext(path); {
	case has == "":
		return path + ending, nil
	case !strings.EqualFold(has, ending):
		return "", fault.Use(wrong, fault.Args{"File": shown(filepath.Base(path)), "Ending": ending})
	}
	return path, nil
}
