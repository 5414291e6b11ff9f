package cli

import (
	"context"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/guidance"
)

func (r *run) questionsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:  "questions",
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				sc, err := s.Scene(ctx, time.Time{})
				if err != nil {
					return err
				}
				return r.answer(shape.OfQuestions(sc.Questions), func() { r.printQuestions(sc.Questions, sc.Plan.Clinic) })
			})
		},
	}
	cmd.AddCommand(
		r.questionCommand("add", "questions.added", words(1, math.MaxInt), func(ctx context.Context, s *service.Service, args []string) (record.ClinicQuestion, record.Entry, error) {
			return s.AddQuestion(ctx, strings.Join(args, " "))
		}),
		r.questionCommand("answer", "questions.noted", words(2, math.MaxInt), r.numbered(func(ctx context.Context, s *service.Service, id int64, answer string) (record.ClinicQuestion, record.Entry, error) {
			return s.AnswerQuestion(ctx, id, answer)
		})),
		r.questionCommand("done", "questions.crossed_off", words(1, 1), r.numbered(func(ctx context.Context, s *service.Service, id int64, _ string) (record.ClinicQuestion, record.Entry, error) {
			return s.CrossOffQuestion(ctx, id)
		})),
		r.questionCommand("open", "questions.opened", words(1, 1), r.numbered(func(ctx context.Context, s *service.Service, id int64, _ string) (record.ClinicQuestion, record.Entry, error) {
			return s.OpenQuestion(ctx, id)
		})),
		r.questionCommand("remove", "questions.removed", words(1, 1), r.numbered(func(ctx context.Context, s *service.Service, id int64, _ string) (record.ClinicQuestion, record.Entry, error) {
			return s.RemoveQuestion(ctx, id)
		})),
		r.askedCommand(),
	)
	return cmd
}

// questionAct does something about a question for the clinic.
type questionAct func(ctx context.Context, s *service.Service, args []string) (record.ClinicQuestion, record.Entry, error)

// questionCommand is a command that does one act and answers with the question as it is then; said is the message that
// tells it.
func (r *run) questionCommand(name, said string, args cobra.PositionalArgs, do questionAct) *cobra.Command {
	cmd := &cobra.Command{
		Use:  name,
		Args: args,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				q, e, err := do(ctx, s, args)
				if err != nil {
					return err
				}
				return r.answer(shape.OfQuestion(q), func() {
					r.put(said, phrase.Args{"Number": q.ID, "Text": q.Text, "Answer": q.Answer, "Command": r.command("undo", number(e.ID))})
				})
			})
		},
	}
	cmd.ValidArgsFunction = r.complete(questionNumbers)
	if name == "add" {
		cmd.ValidArgsFunction = cobra.NoFileCompletions
	}
	return cmd
}

// numbered reads the question's number in front of an act's words.
func (r *run) numbered(do func(ctx context.Context, s *service.Service, id int64, rest string) (record.ClinicQuestion, record.Entry, error)) questionAct {
	return func(ctx context.Context, s *service.Service, args []string) (record.ClinicQuestion, record.Entry, error) {
		id, ok := readNumber(args[0])
		if !ok {
			return record.ClinicQuestion{}, record.Entry{}, fault.Use("questions.no_number", fault.Args{"Word": shown(args[0]), "Command": r.command("questions")})
		}
		return do(ctx, s, id, strings.Join(args[1:], " "))
	}
}

// readNumber reads a number as it is shown, "3" or "#3".
func readNumber(word string) (id int64, ok bool) {
	id, err := strconv.ParseInt(strings.TrimPrefix(word, "#"), 10, 64)
	return id, err == nil
}

// printQuestions prints those that are to be asked, then the others, and whom to ask.
func (r *run) printQuestions(all []record.ClinicQuestion, clinic guidance.Clinic) {
	if len(all) == 0 {
		r.put("questions.none", phrase.Args{"Command": r.command("questions", "add", r.t("command.questions.add.args"))})
		return
	}
	var open, settled [][]string
	for _, q := range all {
		rows := [][]string{{number(q.ID), r.voice().QuestionState(q), q.Text}}
		if answer := r.voice().ClinicAnswer(q); answer != "" {
			rows = append(rows, []string{"", "", answer})
		}
		if q.Open() {
			open = append(open, rows...)
		} else {
			settled = append(settled, rows...)
		}
	}
	if len(open) > 0 {
		r.put("questions.open")
		r.table(open)
	}
	if len(open) > 0 && len(settled) > 0 {
		r.print("")
	}
	if len(settled) > 0 {
		r.put("questions.settled")
		r.table(settled)
	}
	if clinic.Phone != "" {
		r.print("")
		r.put("questions.call", phrase.Args{"Phone": clinic.Phone})
	}
}

func (r *run) askedCommand() *cobra.Command {
	var forget bool
	cmd := &cobra.Command{
		Use:  "asked",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				if forget {
					if err := s.ClearAsked(ctx); err != nil {
						return err
					}
				}
				all, err := s.Asked(ctx)
				if err != nil {
					return err
				}
				prefs, err := s.Prefs(ctx)
				if err != nil {
					return err
				}
				return r.answer(shape.OfAsked(all), func() { r.printAskedBefore(all, forget, prefs.Discreet) })
			})
		},
	}
	cmd.Flags().BoolVar(&forget, "clear", false, "")
	return cmd
}

func (r *run) printAskedBefore(all []record.Asked, forgotten, discreet bool) {
	switch {
	case forgotten:
		r.put("questions.asked_cleared")
		return
	case discreet:
		r.put("questions.asked_discreet")
		return
	case len(all) == 0:
		r.put("questions.asked_none")
		return
	}
	rows := [][]string{}
	for _, a := range all {
		rows = append(rows, []string{r.voice().Moment(a.At), a.Text})
	}
	r.table(rows)
}
