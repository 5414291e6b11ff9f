package guidance

import (
	"errors"
	"strings"
	"testing"
)

func TestALetterThatCannotBeReadIsNamedWhole(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"a full-width digit", "format = １", "U+FF11 '１'"},
		{"one behind a digit", "a = 1２", "U+FF12 '２'"},
		{"a dash between figures", "a = 5–6", "U+2013 '–'"},
		{"a letter with a mark in a key", "übung", "U+00FC 'ü'"},
		{"behind a backslash", `a = "x\ä"`, "U+00E4 'ä'"},
		{"one that turns what follows", "a = \u202ex", `U+202E '\u202e'`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse("clinic.toml", []byte(c.line+"\n"))
			problems, _ := errors.AsType[Problems](err)
			if len(problems) == 0 {
				t.Fatalf("%v", err)
			}
			if cause, _ := problems[0].What.Args["Cause"].(string); !strings.Contains(cause, c.want) {
				t.Errorf("it says %q, want %s", cause, c.want)
			}
		})
	}
}
