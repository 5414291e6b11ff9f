package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

// feelFlags is how the skin feels, as it was typed.
type feelFlags struct {
	levels [4]string // in the order of record.Feeling
	note   string
	at     string
	change string
}

// notSaid is typed for a figure that is to be taken back.
const notSaid = "none"

func (r *run) feelCommand() *cobra.Command {
	var f feelFlags
	cmd := &cobra.Command{
		Use:       "feel",
		Args:      words(0, 2),
		ValidArgs: []string{string(record.SkinRed), string(record.SkinCalm)},
		RunE: func(cmd *cobra.Command, args []string) error {
			noted := cmd.Flags().Changed("note")
			if f.change != "" {
				return r.changeFeel(cmd.Context(), f, noted, args)
			}
			said, err := r.feeling(service.Felt{}, f, noted, args)
			if err != nil {
				return err
			}
			when, err := r.pastMoment(cmd.Context(), f.at)
			if err != nil {
				return err
			}
			if said == (service.Felt{}) && atTerminal(r.in) {
				if said, err = r.askFeeling(cmd.Context()); err != nil {
					return err
				}
			}
			return r.feel(cmd.Context(), said, when)
		},
	}
	for i, name := range phrase.Senses() {
		cmd.Flags().StringVar(&f.levels[i], name, "", "")
	}
	cmd.Flags().StringVar(&f.note, "note", "", "")
	cmd.Flags().StringVar(&f.at, "at", "", "")
	cmd.Flags().StringVar(&f.change, "change", "", "")
	return cmd
}

// feel writes it down and says what the plan says to it.
func (r *run) feel(ctx context.Context, said service.Felt, when time.Time) error {
	return r.with(ctx, func(s *service.Service) error {
		e, err := s.Feel(ctx, said, "", when)
		if err != nil {
			return err
		}
		return r.feltAnswer(ctx, s, e, "feel.written")
	})
}

// changeFeel puts what was typed in the place of what an entry says of it; what was not typed stays.
func (r *run) changeFeel(ctx context.Context, f feelFlags, noted bool, args []string) error {
	id, ok := readNumber(f.change)
	switch {
	case !ok:
		return fault.Use("act.no_entry_number", fault.Args{"Word": shown(f.change), "Command": r.command("log")})
	case f.at != "":
		return fault.Use("feel.moment_stays", nil)
	}
	return r.with(ctx, func(s *service.Service) error {
		was, err := s.FeltAt(ctx, id)
		if err != nil {
			return err
		}
		said, err := r.feeling(was.Felt, f, noted, args)
		if err != nil {
			return err
		}
		e, err := s.ChangeFeel(ctx, id, said)
		if err != nil {
			return err
		}
		return r.feltAnswer(ctx, s, e, "feel.changed")
	})
}

// feltAnswer prints an entry, with what the plan has to say to skin that is still red before anything else.
func (r *run) feltAnswer(ctx context.Context, s *service.Service, e record.Entry, written string) error {
	st, err := s.Status(ctx, time.Time{})
	if err != nil {
		st = service.Status{} // written down it is; only what else there is to say cannot be had
	}
	if e.Feeling.Skin != record.SkinRed {
		st.IfRed, st.Windows, st.AskAgain = nil, nil, nil
	}
	v := s.Acted(ctx, e)
	r.heard = false
	return r.answer(shape.OfFelt(r.figures(), v, st), func() {
		for _, c := range st.IfRed {
			r.print(phrase.Paragraph(r.voice().FeelCall(c), r.voice().FeelPhone(c)))
		}
		r.put(written, phrase.Args{"Felt": r.voice().FeltNoted(v.Feel.Felt), "Command": r.command("undo")})
		for _, w := range st.Windows {
			if w.ExtendUntil != nil {
				r.put("feel.more_time", phrase.Args{"Name": w.Name, "Until": r.voice().MomentIn(*w.ExtendUntil), "Command": r.command("extend", w.ID)})
			}
		}
		if st.AskAgain != nil && st.AsksCalm() {
			r.put("feel.ask_again", phrase.Args{"At": r.voice().MomentIn(*st.AskAgain)})
		}
	})
}

// feeling reads what was typed over what was said before.
func (r *run) feeling(f service.Felt, typed feelFlags, noted bool, args []string) (service.Felt, error) {
	if len(args) > 0 {
		skin, ok := r.readSkin(strings.Join(args, " "))
		if !ok {
			return f, fault.Use("feel.unknown", fault.Args{"Word": shown(strings.Join(args, " "))})
		}
		f.Skin = skin
	}
	for i, l := range []*record.Level{&f.Redness, &f.Tightness, &f.Itch, &f.Soreness} {
		if typed.levels[i] == "" {
			continue
		}
		level, err := r.readLevel(typed.levels[i])
		if err != nil {
			return f, err
		}
		*l = level
	}
	if noted {
		f.Note = typed.note
	}
	return f, nil
}

// readSkin reads "red", "calm" and what else people type for them.
func (r *run) readSkin(word string) (record.Skin, bool) {
	word = strings.ToLower(strings.Join(strings.Fields(word), " "))
	for _, skin := range []record.Skin{record.SkinRed, record.SkinCalm} {
		if word == string(skin) || slices.Contains(strings.Split(r.t("feel.typed_"+string(skin)), ", "), word) {
			return skin, true
		}
	}
	return record.SkinUnsaid, false
}

// readLevel reads a figure; its bounds are the service's affair.
func (r *run) readLevel(word string) (record.Level, error) {
	if strings.EqualFold(word, notSaid) {
		return record.Level{}, nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(word))
	if err != nil {
		return record.Level{}, fault.Use("feel.no_level", fault.Args{"Word": shown(word), "Most": record.MostFelt})
	}
	return record.Felt(n), nil
}

// askFeeling asks for one thing after the other; an empty line leaves it open, and who ends what they type leaves the
// rest open, too. What is not understood is asked again at once, and with nothing to look after nothing is asked: no answer is given for nothing.
func (r *run) askFeeling(ctx context.Context) (f service.Felt, err error) {
	if err := r.with(ctx, func(s *service.Service) error {
		sc, err := s.Scene(ctx, time.Time{})
		if err == nil && !sc.HadTreatment() {
			err = service.ErrNoCourse
		}
		return err
	}); err != nil {
		return f, err
	}
	more, err := r.until(ctx, r.t("feel.ask_skin"), r.t("feel.ask_skin_prompt"), func(answer string) error {
		skin, ok := r.readSkin(answer)
		if !ok {
			return fault.Use("feel.unknown", fault.Args{"Word": shown(answer)})
		}
		f.Skin = skin
		return nil
	})
	for i, l := range []*record.Level{&f.Redness, &f.Tightness, &f.Itch, &f.Soreness} {
		if err != nil || !more {
			return f, err
		}
		more, err = r.until(ctx, r.t("feel.sense_"+phrase.Senses()[i]), r.t("feel.ask_level_prompt"), func(answer string) error {
			level, err := r.readLevel(answer)
			if err == nil && level.Said {
				_, err = service.Felt{Feeling: record.Feeling{Itch: level}}.Tidy()
			}
			if err == nil {
				*l = level
			}
			return err
		})
	}
	if err != nil || !more {
		return f, err
	}
	_, err = r.until(ctx, r.t("feel.ask_note"), r.t("feel.ask_note_prompt"), func(answer string) error {
		_, err := service.Felt{Note: answer}.Tidy()
		if err == nil {
			f.Note = answer
		}
		return err
	})
	return f, err
}

// until asks until take takes the answer, or the person leaves it open. Why an answer was not taken stands in the
// question's place. more is false once the person has ended what they type.
func (r *run) until(ctx context.Context, question, prompt string, take func(answer string) error) (more bool, err error) {
	for {
		answer, more, err := r.askOn(ctx, question, prompt)
		switch {
		case err != nil:
			return false, fault.Wrap(err, "feel.stopped", nil)
		case answer == "":
			return more, nil
		}
		if err := take(answer); err != nil && more {
			question = r.worded(err)
			continue
		} else if err != nil {
			return false, err // nobody is left to ask
		}
		return more, nil
	}
}
