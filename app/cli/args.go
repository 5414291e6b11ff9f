package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"afterglow/app/fault"
	"afterglow/app/service"
)

// words is a check of how many words stand behind a command. What is said of too few and of too many is of that
// command: its messages "needs" and "takes".
func words(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		path := fault.Args{"Command": cmd.CommandPath()}
		switch {
		case len(args) < least:
			return fault.Use(wordsOf(cmd)+".needs", path)
		case len(args) > most && most == 0 && least == 0:
			path["Word"] = shown(args[0])
			return fault.Use("cli.takes_none", path)
		case len(args) > most:
			path["Word"] = shown(args[min(most, len(args)-1)])
			return fault.Use(wordsOf(cmd)+".takes", path)
		}
		return nil
	}
}

// fileWord is words for a command that takes one file, which has to have a name.
func fileWord(cmd *cobra.Command, args []string) error {
	if len(args) > 0 && (args[0] == "" || args[0] == "-") {
		args = nil
	}
	return words(1, 1)(cmd, args)
}

// longestShown is how much of a word is repeated, in letters.
const longestShown = 60

// shown is a word as it is repeated to who typed it, cut if it is very long.
func shown(word string) string {
	if letters := []rune(word); len(letters) > longestShown {
		return string(letters[:longestShown]) + "…"
	}
	return word
}

// unknownCommand refuses a word that is no command, with the one that it is like.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	said := fault.Args{"Word": shown(args[0]), "Command": cmd.CommandPath()}
	if near := nearCommand(cmd, args[0]); near != "" {
		said["Near"] = near
		return fault.Use("cli.unknown_command_near", said)
	}
	return fault.Use("cli.unknown_command", said)
}

// nearCommand is the command that a word begins, or that it is a slip of the hand for; "" if none is near: a wild
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

// wrongFlag says what is wrong with an option.
func wrongFlag(cmd *cobra.Command, err error) error {
	said := fault.Args{"Command": cmd.CommandPath()}
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		value   *pflag.InvalidValueError
		unread  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		said["Option"] = "--" + shown(unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		word := "-" + unknown.GetSpecifiedShortnames()
		if word[1] >= '0' && word[1] <= '9' { // a length below zero that was taken for an option: "-1h"
			if name := cmd.Name(); name == "pause" || name == "snooze" {
				return notAhead(word)
			}
			said["Word"] = shown(word)
			return fault.Use("cli.below_zero", said)
		}
		said["Option"] = shown(word)
	case errors.As(err, &bare):
		said["Option"] = "--" + bare.GetSpecifiedName()
		return fault.Use("cli.option_needs_value", said)
	case errors.As(err, &value):
		var known *fault.Fault
		if errors.As(value.Unwrap(), &known) {
			return known
		}
		said["Option"], said["Word"] = "--"+value.GetFlag().Name, shown(value.GetValue())
		if value.GetFlag().NoOptDefVal != "" { // a switch
			return fault.Use("cli.option_takes_none", said)
		}
		return fault.Use("cli.option_takes_number", said)
	case errors.As(err, &unread):
		said["Option"] = shown(unread.GetSpecifiedFlag())
		return fault.Use("cli.option_unread", said)
	default:
		return err
	}
	return fault.Use("cli.unknown_option", said)
}
