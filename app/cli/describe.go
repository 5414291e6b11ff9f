package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"afterglow/app/phrase"
	"afterglow/guidance"
)

// The commands carry no words: what a page of help, a manual page or a shell's completion tells of them is
// fetched from the catalog when it is asked for, by their names. "command.treat.list.short" is of "treat list".

// valueNote is under which name an option's value is kept beside it, such as "TIME".
const valueNote = "afterglow_value"

// describe gives a command and all below it their words.
func (r *run) describe(cmd *cobra.Command) {
	id := wordsOf(cmd)
	cmd.Short = r.t(id + ".short")
	cmd.Long = r.optional(id + ".long")
	times := r.exampleTimes()
	cmd.Example = indented(r.optional(id+".example", times))
	if !cmd.HasParent() {
		cmd.Long += "\n\n" + r.t("command.afterglow.times", times)
	}
	name := cmd.Name()
	cmd.Use = strings.Join(strings.Fields(name+" "+r.optional(id+".args")+" "+r.t("cli.options_here")), " ")
	cmd.DisableFlagsInUseLine = true
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	cmd.Flags().VisitAll(func(f *pflag.Flag) { r.describeFlag(cmd, f) })
	cmd.PersistentFlags().VisitAll(func(f *pflag.Flag) { r.describeFlag(cmd, f) })
	for _, below := range cmd.Commands() {
		if !below.Hidden {
			r.describe(below)
		}
	}
}

// exampleTimes are what stands in examples, as the person would type it: in their own clock and order of dates. The
// moments are the same whenever a page of help is read.
func (r *run) exampleTimes() phrase.Args {
	friday := time.Date(2026, time.November, 27, 19, 0, 0, 0, time.UTC)
	seen := func(days int) phrase.Voice { return r.voice().At(friday.AddDate(0, 0, -days), time.UTC) }
	return phrase.Args{
		"Clock": afternoon, "Evening": evening, "Weekday": seen(2).Short(friday),
		"Date": seen(10).Short(friday), "Day": seen(10).ShortDate(friday),
		"From": guidance.Clock(23 * 60), "To": guidance.Clock(7 * 60),
		"Morning": guidance.Clock(7*60 + 30), "Night": guidance.Clock(21 * 60),
	}
}

func (r *run) describeFlag(cmd *cobra.Command, f *pflag.Flag) {
	id := wordsOf(cmd) + ".flag." + f.Name
	if f.Name == "help" || cmd.Root().PersistentFlags().Lookup(f.Name) == f {
		id = wordsOf(cmd.Root()) + ".flag." + f.Name
	}
	f.Usage = r.t(id, phrase.Args{"Default": f.DefValue})
	if value := r.optional(id + "_value"); value != "" {
		f.Annotations = map[string][]string{valueNote: {value}}
	}
}

// wordsOf is how the ids of a command's words begin.
func wordsOf(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return "command." + cmd.Name()
	}
	path := strings.Fields(cmd.CommandPath())
	return "command." + strings.Join(path[1:], ".")
}

// optional is a message that a command may have or not, "" for none.
func (r *run) optional(id string, args ...phrase.Args) string {
	if text, ok := r.voice().Find(id, args...); ok {
		return text
	}
	return ""
}

// indented sets every line in by two.
func indented(text string) string {
	if text == "" {
		return ""
	}
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}

// describesForShell says whether cmd is what a shell asks while it completes: there the words stand beside the choices.
func describesForShell(cmd *cobra.Command) bool { return cmd.Name() == cobra.ShellCompRequestCmd }
