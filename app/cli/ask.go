package cli

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"afterglow/app/ask"
	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

func (r *run) askCommand() *cobra.Command {
	var at string
	var tell bool
	cmd := &cobra.Command{
		Use:               "ask",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			question := strings.TrimSpace(strings.Join(args, " "))
			if err := r.askable(cmd, question); err != nil {
				return err
			}
			moment, err := r.time(cmd.Context(), at)
			if err != nil {
				return err
			}
			r.readWords()
			return r.with(cmd.Context(), func(s *service.Service) error {
				view, err := s.Ask(cmd.Context(), r.question(question), moment)
				if err != nil {
					return err
				}
				view.Question = question
				r.tellUnread(s.Unread(cmd.Context()))
				var wish *shape.Wish
				var refused error
				if tell {
					wish, refused = r.tellMe(cmd.Context(), s, view)
				}
				if r.json {
					if refused != nil {
						return refused
					}
					return r.answer(shape.OfAsk(r.figures(), view, wish), nil)
				}
				r.printAnswer(view)
				r.printWish(wish)
				if err := r.flush(); err != nil {
					return err
				}
				_ = s.RememberAsked(cmd.Context(), question) // what cannot be kept is answered all the same
				return refused
			})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	cmd.Flags().BoolVar(&tell, "tell", false, "")
	return cmd
}

// readWords reads what every question needs, the vocabulary and the words of moments, while the journal is opened.
func (r *run) readWords() {
	v := r.base()
	go func() {
		ask.Default()
		v.ReadQuestion("")
	}()
}

// askable refuses what is no question. A program is answered that it was not understood.
func (r *run) askable(cmd *cobra.Command, question string) error {
	switch {
	case r.json:
		return nil
	case question == "":
		return fault.Use("command.ask.needs", fault.Args{"Command": cmd.CommandPath()})
	case utf8.RuneCountInString(question) > ask.Longest:
		return fault.Use("ask.long", fault.Args{"Most": ask.Longest})
	}
	return nil
}

// question reads a question with the moment that it names. One that is too long is none.
func (r *run) question(text string) ask.Question {
	if utf8.RuneCountInString(text) > ask.Longest {
		return ask.Question{}
	}
	return r.voice().ReadQuestion(text)
}

// printAnswer prints the headline, the reason, the parts, and whom to call.
func (r *run) printAnswer(a service.AskView) {
	v := r.voice()
	r.print(v.AskTitle(a.Reply))
	if a.Verdict != ask.Call {
		r.printNotes(a)
	}
	for _, line := range []string{v.AskWhy(a.Reply), r.askedOf(a)} {
		if line != "" {
			r.print(line)
		}
	}
	if a.Verdict == ask.Call && len(a.Answers) > 1 {
		r.printCalls(a)
		r.printBeside(a)
	} else {
		r.printParts(a)
	}
	if a.Verdict == ask.Call {
		r.printNotes(a)
	}
	rows := [][]string{}
	for _, t := range a.Nearest {
		rows = append(rows, []string{t.Name})
	}
	r.table(rows)
	r.printTold(a)
}

// printTold leads to where the person writes down what their clinic told them.
func (r *run) printTold(a service.AskView) {
	t := a.Told
	if t == nil || a.NoTreatment {
		return
	}
	what, when := t.What, t.When
	if what == "" {
		what = r.t("ask.told_thing")
	}
	if when == "" {
		when = r.t("ask.told_time")
	}
	r.print("")
	r.put("ask.told", phrase.Args{"Command": r.command("plan", "own", what, when)})
}

// askedOf is whom to ask or call, or how to enter the treatment that is missing; "" if nothing is.
func (r *run) askedOf(a service.AskView) string {
	switch {
	case phrase.Untold(a.Reply):
		return r.t("status.begin", phrase.Args{"Command": r.command("treat", "--at", r.voice().Clock(evening))})
	case a.Verdict == ask.Call || a.Verdict == ask.Silent:
		return r.voice().AskClinic(a.Clinic)
	}
	return ""
}

// printNotes prints what the person's clinic told them of this.
func (r *run) printNotes(a service.AskView) {
	for _, q := range a.Notes {
		r.print(r.voice().AskNote(q))
	}
}

// mostParts is how many parts of an answer are printed; the others are named. Of what comes at a time each is printed. Beside
// a no, a wait for the same thing that is over is only named too.
const mostParts = 3

// printParts prints the parts of an answer, and of Also, with who says so and which of several treatments each comes from.
func (r *run) printParts(a service.AskView) {
	v := r.voice()
	var more []string
	for i, part := range a.Answers {
		line := v.AskLine(a.Reply, part)
		if i == 0 {
			line = v.AskLeadLine(a.Reply)
		}
		switch {
		case line == "":
		case i >= mostParts && !a.Next && !a.Overview, a.Verdict == ask.No && part.Verdict == ask.Yes && part.Topic == a.Answers[0].Topic:
			more = append(more, phrase.Capital(part.Name))
			continue
		case len(a.Answers) > 1 && !(a.Overview && i > 0):
			r.print("")
		}
		if a.Overview && i+1 < len(a.Answers) && v.Source(a.Says[i]) == v.Source(a.Says[i+1]) {
			part.Source = "" // of a list it is said once
		}
		r.printPart(a.Reply, part, line, a.Says[i], a.Of[i])
	}
	r.printBeside(a)
	if len(more) > 0 {
		r.print("")
		r.put("ask.more", phrase.Args{"Names": strings.Join(more, "; ")}) // a name may have a comma in it
	}
}

// printBeside prints what the plan says of other things in the question, or beside a reason to call.
func (r *run) printBeside(a service.AskView) {
	for i, part := range a.Also {
		r.print("")
		r.printPart(a.Reply, part, r.voice().AskLine(a.Reply, part), a.AlsoSays[i], a.AlsoOf[i])
	}
}

// printCalls prints the lines of the call list, by whom to call.
func (r *run) printCalls(a service.AskView) {
	rows, acts := map[string][][]string{}, []string{}
	for _, part := range a.Answers {
		if rows[part.Act] == nil {
			acts = append(acts, part.Act)
		}
		rows[part.Act] = append(rows[part.Act], []string{phrase.Stop(part.Text)})
	}
	for _, act := range acts {
		r.under("calls.group_"+act, rows[act])
	}
}

// printPart prints one part below its line; "" if that is said already.
func (r *run) printPart(a ask.Reply, part ask.Answer, line string, says service.SourceView, of []service.Called) {
	v := r.voice()
	by, source := v.SetBy(of), ""
	if by != "" {
		by = r.t("can.set_by", phrase.Args{"Treatment": by})
	}
	if part.Source != "" {
		source = r.t("source.says", phrase.Args{"Source": v.Source(says)})
	}
	for _, line := range []string{line, v.AskThen(a, part), by, source} {
		if line != "" {
			r.print(line)
		}
	}
}

// questionLast puts the words of a question behind its options, so that one may begin with a dash: "ask -may I".
func questionLast(root *cobra.Command, args []string) []string {
	cmd, _, err := root.Find(args)
	if err != nil || cmd.Name() != "ask" || cmd.Parent() != root {
		return args
	}
	var options, words []string
	named := false
	for i := 0; i < len(args); i++ {
		arg := args[i]
		name, _, valued := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
		flag := lookup(cmd, name)
		switch {
		case arg == "--":
			words = append(words, args[i+1:]...)
			i = len(args)
		case strings.HasPrefix(arg, "--") && !strings.Contains(name, " "):
			options = append(options, arg)
			if flag != nil && !valued && flag.NoOptDefVal == "" && i+1 < len(args) {
				i++
				options = append(options, args[i])
			}
		case arg == "-h":
			options = append(options, arg)
		case !named && arg == cmd.Name():
			named = true
		default:
			words = append(words, arg)
		}
	}
	return append(append(append([]string{cmd.Name()}, options...), "--"), words...)
}

// lookup is an option of a command, its own or one of every command's; nil: there is none.
func lookup(cmd *cobra.Command, name string) *pflag.Flag {
	if f := cmd.Flags().Lookup(name); f != nil {
		return f
	}
	return cmd.InheritedFlags().Lookup(name)
}
