// Package cli is the command line: every command, its flags and its output. It stands
// on package service alone, so that a command does exactly what tray and window do.
package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"afterglow/app/clock"
	"afterglow/app/datadir"
	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/app/phrase"
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
	// Locale tells how the system writes times and dates; nil: as Voice does.
	Locale func() locale.Found
	// Agent runs the tray and the reminders in this process until they end; nil if not built in.
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
	r := &run{env: env, in: in, out: out, errw: errw}
	root := r.root()
	root.SetArgs(questionLast(root, args))
	root.SetIn(in)
	root.SetOut(&r.text)
	root.SetErr(errw)
	err := root.ExecuteContext(ctx)
	if err == nil {
		r.tellDoubts()
	}
	if writeErr := r.flush(); err == nil {
		err = writeErr
	}
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(errw, "afterglow: "+oneLine(r.worded(err)))
	if fault.IsUse(err) {
		return exitWrong
	}
	return exitCould
}

// Commands is the whole tree of commands, for those who write manual pages from it.
func Commands(env Env) *cobra.Command {
	r := &run{env: env}
	root := r.root()
	r.describe(root)
	return root
}

// run is one command line being carried out.
type run struct {
	env  Env
	in   io.Reader
	out  io.Writer
	errw io.Writer
	text bytes.Buffer // what is said on standard output, written in one go
	json bool
	data string // as given by the flag

	notes []string // what is said with the answer of how a typed moment was read

	here   *locale.Found // once asked
	spoken phrase.Voice  // the voice, once heard
	heard  bool
	chosen string // the clock that the person set, "" if it is not known yet
}

func (r *run) root() *cobra.Command {
	var background bool
	root := &cobra.Command{
		Use:           "afterglow",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       r.env.Version,
		Args:          unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if r.env.Agent == nil {
				return fault.Use("cli.no_tray", nil)
			}
			data, err := r.dataDir()
			if err != nil {
				return err
			}
			return r.env.Agent(cmd.Context(), AgentOptions{Data: data, Background: background})
		},
	}
	root.PersistentFlags().Var((*datadir.Flag)(&r.data), "data", "")
	root.PersistentFlags().BoolVar(&r.json, "json", false, "")
	root.Flags().BoolVar(&background, "background", false, "")
	root.SetFlagErrorFunc(wrongFlag)
	root.AddCommand(
		r.treatCommand(), r.statusCommand(), r.canCommand(), r.askCommand(), r.planCommand(), r.upcomingCommand(),
		r.doneCommand(), r.undoCommand(), r.redoCommand(), r.skipCommand(), r.snoozeCommand(), r.pauseCommand(), r.resumeCommand(),
		r.feelCommand(), r.calmCommand(), r.extendCommand(), r.checkCommand(), r.questionsCommand(), r.shelfCommand(), r.logCommand(), r.settingsCommand(), r.autostartCommand(),
		r.exportCommand(), r.importCommand(), r.syncCommand(), r.backupCommand(), r.restoreCommand(), r.eraseCommand(),
		r.doctorCommand(), r.quitCommand(), r.versionCommand(), r.completionCommand(),
	)
	root.SetVersionTemplate("afterglow {{.Version}}\n")
	root.SetHelpCommand(r.helpCommand())
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { r.help(cmd) })
	root.PersistentPreRun = func(cmd *cobra.Command, _ []string) {
		if describesForShell(cmd) {
			r.describe(cmd.Root())
		}
	}
	cobra.MousetrapHelpText = "" // Windows: whoever opens the program by its icon wants the tray, not a lesson
	root.CompletionOptions.DisableDefaultCmd = true
	return root
}

// flush writes what was said so far, for a command that has more to do after its answer.
func (r *run) flush() error {
	if _, err := r.text.WriteTo(r.out); err != nil {
		return fault.Wrap(err, "cli.not_answered", nil)
	}
	return nil
}

// dataDir is the folder of the data: the flag's, the environment's, or the system's own place.
func (r *run) dataDir() (string, error) {
	return datadir.Resolve(r.data, r.env.Getenv(datadir.Variable))
}

// worded says in one line what is wrong. What a signal broke off is nothing that went wrong.
func (r *run) worded(err error) string {
	if errors.Is(err, context.Canceled) {
		return r.t("cli.stopped")
	}
	return r.voice().Error(err)
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
