// Package cli is the command line: every command, its flags and its output. It stands
// on care alone, so that a command does exactly what tray and window do.
package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"afterglow/app/clock"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Exit codes.
const (
	exitDone  = 0
	exitCould = 1 // could not
	exitWrong = 2 // wrong use
)

// Env is what the command line needs of the program that it is in.
type Env struct {
	Version    string
	Executable string // whole path of this program, for autostart
	Clock      clock.Clock
	Getenv     func(string) string
	// Voice words what is said; the zero Voice stands for the program's own.
	Voice phrase.Voice
	// Format tells how the system writes times and dates; nil: as Voice does.
	Format func() locale.Format
	// Agent runs the tray and the reminders in this process until they end; nil where not built in.
	Agent func(context.Context, AgentOptions) error
}

// AgentOptions is what the agent is started with.
type AgentOptions struct {
	Data       string // the data folder, a whole path
	Background bool   // show nothing
}

// Run carries out one command line and returns the exit code. Args are those after the program's name.
func Run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer, env Env) int {
	if env.Getenv == nil {
		env.Getenv = os.Getenv
	}
	r := &run{env: env, in: in, errw: errw}
	root := r.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(&r.text)
	root.SetErr(errw)
	err := root.ExecuteContext(ctx)
	if _, writeErr := out.Write(r.text.Bytes()); writeErr != nil && err == nil {
		err = fmt.Errorf("cannot write the answer: %w", writeErr)
	}
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(errw, "afterglow: "+oneLine(r.worded(err)))
	if fault.IsUse(err) || service.IsWrong(err) {
		return exitWrong
	}
	return exitCould
}

// Commands is the whole tree of commands, for those who write manual pages from it.
func Commands(env Env) *cobra.Command { return (&run{env: env}).root() }

// run is one command line being carried out.
type run struct {
	env  Env
	in   io.Reader
	errw io.Writer
	text bytes.Buffer // what is said on standard output, written in one go
	json bool
	data string // as given by the flag

	spoken phrase.Voice // the voice, once heard
	heard  bool
	chosen string // the clock that the person set, "" if it is not known yet
}

func (r *run) root() *cobra.Command {
	var background bool
	root := &cobra.Command{
		Use:   "afterglow",
		Short: "Looks after you in the days after microneedling",
		Long: "Afterglow repeats your plan in the days after microneedling: what to wait with,\n" +
			"until when, and what to do today. Without a command it starts in the tray,\n" +
			"or shows the window of the one that runs.\n\n" +
			"Times are written as 18:00, \"fri 19:00\", \"2026-11-22 18:00\", -26h or +90m.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       r.env.Version,
		Args:          unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if r.env.Agent == nil {
				return wrong("This program has no tray; name a command, see them with: afterglow help")
			}
			data, err := r.dataDir()
			if err != nil {
				return err
			}
			return r.env.Agent(cmd.Context(), AgentOptions{Data: data, Background: background})
		},
	}
	root.PersistentFlags().StringVar(&r.data, "data", "", "the data `folder` (or AFTERGLOW_DATA)")
	root.PersistentFlags().BoolVar(&r.json, "json", false, "answer in JSON")
	root.Flags().BoolVar(&background, "background", false, "start in the tray and show nothing")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if word, ok := backwards(err); ok && (cmd.Name() == "pause" || cmd.Name() == "snooze") {
			return notAhead(word)
		} else if ok {
			return wrong("%s is below zero; write it without the minus sign; see: %s --help", word, cmd.CommandPath())
		}
		said, _, number := strings.Cut(err.Error(), ": strconv.")
		if number {
			said += "; write a number"
		}
		return wrong("%s; see: %s --help", strings.TrimSuffix(said, "."), cmd.CommandPath())
	})
	root.AddCommand(
		r.treatCommand(), r.statusCommand(), r.canCommand(), r.planCommand(), r.upcomingCommand(),
		r.doneCommand(), r.undoCommand(), r.skipCommand(), r.snoozeCommand(), r.pauseCommand(), r.resumeCommand(),
		r.calmCommand(), r.extendCommand(), r.logCommand(), r.settingsCommand(), r.autostartCommand(),
		r.backupCommand(), r.restoreCommand(), r.eraseCommand(),
		r.doctorCommand(), r.quitCommand(), r.versionCommand(), r.completionCommand(),
	)
	root.SetVersionTemplate("afterglow {{.Version}}\n")
	root.SetHelpCommand(helpCommand())
	root.CompletionOptions.DisableDefaultCmd = true
	return root
}

// backwards finds the length below zero that was taken for an option: "-1h".
func backwards(err error) (word string, ok bool) {
	_, word, ok = strings.Cut(err.Error(), " in -")
	return "-" + word, ok && word != "" && word[0] >= '0' && word[0] <= '9'
}

// helpCommand shows the help of a command; one that is not there is wrong use.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about any command",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd.Root(), args)
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// unknownCommand refuses a word that is no command, with the ones that it is like.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	if near := nearCommand(cmd, args[0]); near != "" {
		hint = fmt.Sprintf(" Did you mean %q?", near)
	}
	return wrong("%q is not a command of %s.%s See them with: %s --help", args[0], cmd.CommandPath(), hint, cmd.CommandPath())
}

// nearCommand is the command that a word begins, or that it is a slip of the hand for; "" where none is near: a wild
// guess is worse than the list.
func nearCommand(cmd *cobra.Command, word string) string {
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
			if len(word) > 1 && strings.HasPrefix(c.Name(), word) {
				return c.Name()
			}
		}
	}
	return service.Closest(word, names)
}

// dataDir is the folder of the data: the flag's, the environment's, or the system's own place.
func (r *run) dataDir() (string, error) {
	dir := r.data
	if dir == "" {
		dir = r.env.Getenv("AFTERGLOW_DATA")
	}
	if dir == "" {
		dir = journal.DefaultDir()
	}
	whole, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("cannot find the data folder %s: %w", dir, err)
	}
	return whole, nil
}

// worded says in one line what is wrong.
func (r *run) worded(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return r.voice().Error(err)
	}
	return err.Error()
}

func wrong(format string, args ...any) error {
	return service.Wrong{Text: fmt.Sprintf(format, args...)}
}

// upTo is a check of a command's number of words; want says what it takes.
func upTo(least, most int, want string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return wrong("%s needs %s; see: %s --help", cmd.CommandPath(), want, cmd.CommandPath())
		case len(args) > most && most == 0:
			return wrong("%s takes no %q; see: %s --help", cmd.CommandPath(), args[0], cmd.CommandPath())
		case len(args) > most:
			return wrong("%s does not understand %q; it takes %s.", cmd.CommandPath(), args[most], want)
		}
		return nil
	}
}

// oneLine makes a message one line without control characters.
func oneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
	return clean(s)
}

// clean drops control characters: text from a plan file must not steer the terminal.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, s)
}

// parsed turns an error of reading a person's words into one of wrong use.
func parsed(err error) error {
	if err == nil || service.IsWrong(err) {
		return err
	}
	return service.Wrong{Text: err.Error()}
}
