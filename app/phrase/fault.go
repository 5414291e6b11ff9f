package phrase

import (
	"errors"
	"strings"
	"unicode"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// forWindow ends the id of a message that says in a window what its namesake without it says beside a command line.
const forWindow = "_in_window"

// Error puts into words what is wrong: the outermost fault that an error holds, in one line with what to do.
func (v Voice) Error(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		args := Args{}
		for name, value := range f.Args {
			if typed, ok := value.(string); ok {
				value = inOneLine(typed)
			}
			args[name] = value
		}
		if f.Cause != nil {
			if _, taken := args["Cause"]; !taken {
				args["Cause"] = f.Cause
			}
		}
		id := f.ID
		if other := id + forWindow; v.window && v.catalog.knows(other) {
			id = other
		}
		return v.T(id, args)
	}
	if problems, ok := errors.AsType[guidance.Problems](err); ok {
		return v.FirstProblem(problems)
	}
	return v.T("fault.unexpected", Args{"Cause": err.Error()})
}

// longestQuote is how many letters of what somebody typed are shown back.
const longestQuote = 500

// inOneLine is what was typed, as it can stand in a line: without line breaks and hidden characters, cut if it is
// very long.
func inOneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), hidden(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if r := []rune(s); len(r) > longestQuote {
		s = string(r[:longestQuote]) + "…"
	}
	return s
}

// hidden says whether a letter turns the direction of what follows, so that a line reads other than it is.
func hidden(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C
}
