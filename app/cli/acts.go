package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/guidance"
)

// routineWords complete a routine's name.
func routineWords() []string {
	return []string{"cleanse", "moisturise", "water", "sunscreen", "checkin"}
}

// act runs one act and prints what it wrote down.
func (r *run) act(ctx context.Context, do func(*service.Service) (record.Entry, error), human func(s *service.Service, e record.Entry)) error {
	return r.with(ctx, func(s *service.Service) error {
		e, err := do(s)
		if err != nil {
			return err
		}
		v := s.Acted(ctx, e)
		return r.answer(shape.OfLine(r.figures(), v), func() {
			human(s, e)
			if v.Notice != "" {
				r.line("%s", v.Notice)
			}
		})
	})
}

func (r *run) doneCommand() *cobra.Command {
	var at, amount string
	cmd := &cobra.Command{
		Use:       "done",
		Args:      words(0, 1),
		ValidArgs: routineWords(),
		RunE: func(cmd *cobra.Command, args []string) error {
			when, err := r.past(at)
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.DoneAmount(ctx, first(args), when, amount) },
				func(s *service.Service, e record.Entry) { r.line("Done: %s", r.progress(ctx, s, e)) })
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	cmd.Flags().StringVar(&amount, "amount", "", "")
	return cmd
}

// progress is a routine's name, and how far its day has come; of one that has not begun, when your plan begins it.
func (r *run) progress(ctx context.Context, s *service.Service, e record.Entry) string {
	st, err := s.Status(ctx, time.Time{})
	if err != nil {
		return e.What // written down it is; only the count cannot be had
	}
	for _, v := range st.Routines {
		if v.ID != e.What {
			continue
		}
		today := course.DateOf(s.Now(), s.Zone())
		switch {
		case v.Starts != nil:
			return fmt.Sprintf("%s. In your plan it begins later: %s.", v.Name, r.sayAndIn(*v.Starts, st.Now))
		case course.DateOf(e.At, s.Zone()) != today:
			return v.Name + "."
		case v.Off || v.Situation != "":
			return fmt.Sprintf("%s, %d today.", v.Name, v.Done)
		case v.Goal == 0 && v.AmountML == 0:
			return v.Name + "."
		}
		return fmt.Sprintf("%s, %s today.", v.Name, count(v))
	}
	return s.Name(ctx, e.What) + "."
}

func (r *run) skipCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "skip",
		Args:      words(0, 1),
		ValidArgs: routineWords(),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Skip(ctx, first(args)) },
				func(s *service.Service, e record.Entry) { r.line("Let go: %s", r.progress(ctx, s, e)) })
		},
	}
}

func (r *run) undoCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "undo",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			take := func(s *service.Service) (record.Entry, error) { return s.Undo(ctx) }
			if len(args) > 0 {
				id, err := strconv.ParseInt(strings.TrimPrefix(args[0], "#"), 10, 64)
				if err != nil {
					return wrong("%q is not a number of the log; see them with: afterglow log", args[0])
				}
				take = func(s *service.Service) (record.Entry, error) { return s.UndoNumber(ctx, id) }
			}
			return r.act(ctx, take, func(s *service.Service, e record.Entry) {
				r.line("Taken back: %s, written down at %s.", entryWords(e, s.Name(ctx, e.What)), r.say(e.At, s.Now()))
			})
		},
	}
}

// entryWords says what an entry is; what is the name of what it is about.
func entryWords(e record.Entry, what string) string {
	if what == "" {
		what = "all"
	}
	switch e.Kind {
	case record.KindDone:
		return what + " done"
	case record.KindSkip:
		return what + " let go"
	case record.KindSnooze:
		return what + " put off"
	case record.KindPause:
		return "reminders paused"
	case record.KindResume:
		return "reminders resumed"
	case record.KindCalm:
		return "skin calm (" + what + ")"
	case record.KindExtend:
		return what + " wait made longer"
	}
	return string(e.Kind)
}

func (r *run) snoozeCommand() *cobra.Command {
	var what string
	cmd := &cobra.Command{
		Use:       "snooze",
		Args:      words(0, 1),
		ValidArgs: []string{"15m", "1h", "tonight"},
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, choice := cmd.Context(), first(args)
			if choice == "" {
				choice = "15m"
			}
			return r.act(ctx, func(s *service.Service) (record.Entry, error) {
				if choice == "tonight" {
					return s.SnoozeChoice(ctx, what, choice)
				}
				until, err := r.ahead(choice, "15m, 1h, tonight or 18:00")
				if err != nil {
					return record.Entry{}, err
				}
				return s.Snooze(ctx, what, until)
			}, func(s *service.Service, e record.Entry) { r.printSnooze(ctx, s, e) })
		},
	}
	cmd.Flags().StringVar(&what, "routine", "", "")
	return cmd
}

// printSnooze says when it will truly come again: sleep hours, a pause or the last reminder may move it.
func (r *run) printSnooze(ctx context.Context, s *service.Service, e record.Entry) {
	name := s.Name(ctx, e.What)
	again, err := s.Again(ctx, e)
	switch {
	case err != nil: // written down it is; only its moment cannot be had
		r.line("Put off: %s.", name)
	case again.At.IsZero():
		r.line("Put off: %s. %s", name, again.Why)
	default:
		r.line("%s", strings.TrimSpace(fmt.Sprintf("Put off: %s, until %s. %s", name, r.sayAndIn(again.At, s.Now()), again.Why)))
	}
}

// ahead reads a length ("1h") or a time ("18:00") as a moment to come; such is what to write.
func (r *run) ahead(word, such string) (time.Time, error) {
	if d, err := guidance.ParseSpan(word); err == nil {
		if d <= 0 {
			return time.Time{}, notAhead(word)
		}
		return r.now().Add(d), nil
	}
	if t, err := r.time(word); err == nil && !t.IsZero() {
		return t, nil
	}
	return time.Time{}, wrong("%q is not a length or a time; write %s.", word, such)
}

// notAhead is said of a length that leads nowhere, such as -1h.
func notAhead(word string) error {
	return wrong("%q does not lie ahead; write how long from now, such as 1h, or until when, such as 18:00.", word)
}

func (r *run) pauseCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "pause",
		Args:      words(0, 1),
		ValidArgs: []string{"1h", "tomorrow"},
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, choice := cmd.Context(), first(args)
			if choice == "" {
				choice = "1h"
			}
			return r.act(ctx, func(s *service.Service) (record.Entry, error) {
				if choice == "tomorrow" {
					return s.PauseChoice(ctx, choice)
				}
				until, err := r.ahead(choice, "1h, tomorrow or 18:00")
				if err != nil {
					return record.Entry{}, err
				}
				return s.Pause(ctx, until)
			}, func(s *service.Service, e record.Entry) {
				r.line("Paused until %s. End it with: afterglow resume", r.sayAndIn(e.Until, s.Now()))
			})
		},
	}
}

func (r *run) resumeCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "resume",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Resume(ctx) },
				func(*service.Service, record.Entry) { r.line("Reminders are on again.") })
		},
	}
}

func (r *run) calmCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "calm",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Calm(ctx, first(args)) },
				func(s *service.Service, e record.Entry) {
					about := ""
					if e.What != "" {
						about = " (" + s.Name(ctx, e.What) + ")"
					}
					r.line("Written down: you say your skin is calm%s.", about)
				})
		},
	}
}

func (r *run) extendCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "extend",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Extend(ctx, args[0]) },
				func(s *service.Service, e record.Entry) {
					r.line("Made longer: %s. Your plan says wait until %s.", s.Name(ctx, e.What), r.sayAndIn(e.Until, s.Now()))
				})
		},
	}
}

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}
