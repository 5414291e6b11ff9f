package cli

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/phrase/typed"
	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/guidance"
)

// act runs one act and prints what it wrote down.
func (r *run) act(ctx context.Context, do func(*service.Service) (record.Entry, error), human func(s *service.Service, e record.Entry)) error {
	return r.with(ctx, func(s *service.Service) error {
		e, err := do(s)
		if err != nil {
			return err
		}
		v := s.Acted(ctx, e)
		r.heard = false // "in 1 h" is counted from now, not from before the act
		return r.answer(shape.OfLine(r.figures(), v), func() {
			human(s, e)
			if notice := r.voice().LogNotice(v); notice != "" {
				r.print(notice)
			}
		})
	})
}

func (r *run) doneCommand() *cobra.Command {
	var at, amount string
	cmd := &cobra.Command{
		Use:               "done",
		Args:              words(0, 1),
		ValidArgsFunction: r.complete(routineIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			when, err := r.pastMoment(cmd.Context(), at)
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.DoneAmount(ctx, first(args), when, amount) },
				func(s *service.Service, e record.Entry) { r.printProgress(ctx, s, e, "act.done_") })
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	cmd.Flags().StringVar(&amount, "amount", "", "")
	return cmd
}

// printProgress says of a routine that something was done about it, and how far its day has come; of one that has
// not begun, when your plan begins it. Said is how the ids of its messages begin.
func (r *run) printProgress(ctx context.Context, s *service.Service, e record.Entry, said string) {
	st, err := s.Status(ctx, time.Time{})
	i := slices.IndexFunc(st.Routines, func(v service.RoutineView) bool { return v.ID == e.What })
	if err != nil || i < 0 { // written down it is; only the count cannot be had
		r.put(said+"only", phrase.Args{"Name": s.Name(ctx, e.What)})
		return
	}
	v := st.Routines[i]
	args := phrase.Args{"Name": v.Name, "Done": v.Done, "Goal": v.Goal}
	if v.Drink != nil {
		args["Amount"] = r.voice().Drunk(*v.Drink)
	}
	switch {
	case v.Starts != nil:
		args["At"] = r.voice().MomentIn(*v.Starts)
		said += "later"
	case !ofToday(ctx, s, e.At), !treatedBy(st, e.At):
		said += "only"
	case v.Off || v.Situation != "":
		said += "times"
	case v.Drink != nil && (v.Goal > 0 || v.Drink.Drunk > 0):
		said += "amount"
	case v.Goal > 0:
		said += "of"
	default:
		said += "only"
	}
	r.put(said, args)
}

// treatedBy says whether any treatment had been by then: what was done before it is counted by no plan.
func treatedBy(st service.Status, at time.Time) bool {
	return slices.ContainsFunc(st.Treatments, func(t service.TreatmentView) bool { return !t.At.After(at) })
}

// ofToday says whether a deed at that moment counts for the day that is counted now: to bed at two, it is still today.
func ofToday(ctx context.Context, s *service.Service, at time.Time) bool {
	prefs, err := s.Prefs(ctx)
	return err == nil && course.DayAt(prefs, at, s.Zone()) == course.DayAt(prefs, s.Now(), s.Zone())
}

func (r *run) skipCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "skip",
		Args:              words(0, 1),
		ValidArgsFunction: r.complete(routineIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Skip(ctx, first(args)) },
				func(s *service.Service, e record.Entry) { r.printProgress(ctx, s, e, "act.skip_") })
		},
	}
}

func (r *run) snoozeCommand() *cobra.Command {
	var what string
	cmd := &cobra.Command{
		Use:       "snooze",
		Args:      words(0, 1),
		ValidArgs: typedWords(service.Delays()),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, choice := cmd.Context(), first(args)
			if choice == "" {
				choice = string(service.DelayUsual)
			}
			return r.act(ctx, func(s *service.Service) (record.Entry, error) {
				if choice == string(service.DelayTonight) {
					return s.SnoozeChoice(ctx, what, service.DelayTonight)
				}
				until, err := r.ahead(choice, "act.snooze_unread")
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

// typedWords are choices as they are typed.
func typedWords[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, w := range all {
		out[i] = string(w)
	}
	return out
}

// printSnooze says when it will truly come again: sleep hours, a pause or the last reminder may move it.
func (r *run) printSnooze(ctx context.Context, s *service.Service, e record.Entry) {
	args := phrase.Args{"Name": s.Name(ctx, e.What)}
	again, err := s.Again(ctx, e)
	text := r.t("act.snoozed_only", args)
	if err == nil && !again.At.IsZero() { // written down it is; only its moment cannot be had
		args["Until"] = r.voice().MomentIn(again.At)
		text = r.t("act.snoozed", args)
	}
	r.print(strings.TrimSpace(text + " " + r.voice().Again(again)))
}

// ahead reads a length ("1h") or a time ("18:00") as a moment to come; unread is the message for what is neither.
func (r *run) ahead(word, unread string) (time.Time, error) {
	if d, err := r.voice().ReadLength(word); err == nil {
		if d <= 0 {
			return time.Time{}, notAhead(word)
		}
		return r.now().Add(d), nil
	}
	t, err := r.voice().ReadTime(word)
	switch {
	case errors.Is(err, typed.ErrUnknown):
		return time.Time{}, fault.Use(unread, fault.Args{"Word": shown(word), "Clock": evening})
	case err != nil:
		return time.Time{}, err
	}
	r.doubted(t)
	return t.Moment()
}

// Times of day that stand as examples.
const (
	afternoon = guidance.Clock(15*60 + 30)
	evening   = guidance.Clock(18 * 60)
)

// notAhead is said of a length that leads nowhere, such as -1h.
func notAhead(word string) error {
	return fault.Use("act.not_ahead", fault.Args{"Word": shown(word), "Clock": evening})
}

func (r *run) pauseCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "pause",
		Args:      words(0, 1),
		ValidArgs: typedWords(service.Breaks()),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, choice := cmd.Context(), first(args)
			if choice == "" {
				choice = string(service.BreakHour)
			}
			return r.act(ctx, func(s *service.Service) (record.Entry, error) {
				if choice == string(service.BreakTomorrow) {
					return s.PauseChoice(ctx, service.BreakTomorrow)
				}
				until, err := r.ahead(choice, "act.pause_unread")
				if err != nil {
					return record.Entry{}, err
				}
				return s.Pause(ctx, until)
			}, func(s *service.Service, e record.Entry) {
				r.put("act.paused", phrase.Args{"Until": r.voice().MomentIn(e.Until), "Command": r.command("resume")})
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
				func(*service.Service, record.Entry) { r.put("act.resumed") })
		},
	}
}

func (r *run) calmCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "calm",
		Args:              words(0, 1),
		ValidArgsFunction: r.complete(waitIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Calm(ctx, first(args)) },
				func(s *service.Service, e record.Entry) {
					if e.What == "" {
						r.put("act.calm_all")
						return
					}
					r.put("act.calm", phrase.Args{"Name": s.Name(ctx, e.What)})
				})
		},
	}
}

func (r *run) extendCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "extend",
		Args:              words(1, 1),
		ValidArgsFunction: r.complete(waitIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.act(ctx, func(s *service.Service) (record.Entry, error) { return s.Extend(ctx, args[0]) },
				func(s *service.Service, e record.Entry) {
					r.put("act.extended", phrase.Args{"Name": s.Name(ctx, e.What), "Until": r.voice().MomentIn(e.Until)})
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
