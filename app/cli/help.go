package cli

import (
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"afterglow/app/phrase"
)

// lineWidth is how wide a page of help is, in columns.
const lineWidth = 80

// helpCommand shows the help of a command; one that is not there is wrong use.
func (r *run) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd.Root(), args)
			}
			r.help(found)
			return nil
		},
	}
}

// help prints the page of a command.
func (r *run) help(cmd *cobra.Command) {
	r.describe(cmd.Root())
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	r.print(wrapped(text, lineWidth))
	r.heading("cli.usage")
	r.print("  " + cmd.CommandPath() + strings.TrimPrefix(cmd.Use, cmd.Name()))
	if cmd.Example != "" {
		r.heading("cli.examples")
		r.print(cmd.Example)
	}
	if rows := commandRows(cmd); len(rows) > 0 {
		r.heading("cli.commands")
		r.table(rows)
	}
	if rows := flagRows(cmd.LocalFlags()); len(rows) > 0 {
		r.heading("cli.options")
		r.table(rows)
	}
	if rows := flagRows(cmd.InheritedFlags()); len(rows) > 0 {
		r.heading("cli.options_of_all")
		r.table(rows)
	}
	if cmd.HasAvailableSubCommands() {
		r.print("")
		r.put("cli.more", phrase.Args{"Command": cmd.CommandPath()})
	}
}

func commandRows(cmd *cobra.Command) [][]string {
	var rows [][]string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			rows = append(rows, []string{c.Name(), c.Short})
		}
	}
	return rows
}

func flagRows(flags *pflag.FlagSet) [][]string {
	var rows [][]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if value := f.Annotations[valueNote]; len(value) > 0 {
			name += " " + value[0]
		}
		rows = append(rows, []string{name, f.Usage})
	})
	return rows
}

// wrapped breaks text at spaces into lines of at most that many columns; its own line ends stay.
func wrapped(text string, columns int) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		column := 0
		for _, word := range strings.Fields(paragraph) {
			wide := runewidth.StringWidth(word)
			switch {
			case column == 0:
			case column+1+wide > columns:
				b.WriteByte('\n')
				column = 0
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += wide
		}
	}
	return b.String()
}
