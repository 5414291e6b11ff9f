package cli

import (
	"context"
	"path/filepath"
	"slices"
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
	cmd.AddCommand(r.exportCalendarCommand(), r.exportCardCommand())
	cmd.AddCommand(r.exportNotesCommands()...)
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
				if err := wishOrSetting(ctx, cmd, s, &discreet); err != nil {
					return err
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

// wishOrSetting has the setting decide whether what is written is discreet, unless the person did.
func wishOrSetting(ctx context.Context, cmd *cobra.Command, s *service.Service, discreet *bool) error {
	if cmd.Flags().Changed("discreet") {
		return nil
	}
	prefs, err := s.Prefs(ctx)
	*discreet = prefs.Discreet
	return err
}

// exportCalendar writes the calendar file: a new one, or in place of one that Afterglow wrote.
func (r *run) exportCalendar(ctx context.Context, s *service.Service, file string, choice service.DateChoice, discreet bool) (exported, error) {
	path, err := newPath(file, ".ics")
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

// newPath is where a file that was asked for goes: a whole path with one of these endings, the first if it has none.
func newPath(file string, endings ...string) (string, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return "", fault.Wrap(err, "newfile.not_written", fault.Args{"File": shown(file)})
	}
	has := filepath.Ext(path)
	if has == "" {
		return path + endings[0], nil
	}
	if !slices.ContainsFunc(endings, func(ending string) bool { return strings.EqualFold(has, ending) }) {
		return "", fault.Use("export.other_ending", fault.Args{"File": shown(filepath.Base(path)), "Endings": endings})
	}
	return path, nil
}
