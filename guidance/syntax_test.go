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

func TestAFileThatWasCutOffIsToldAsThatAndNotAsASlip(t *testing.T) {
	whole := "format = 1\nid = \"x\"\nname = \"Rose Street\"\n[[windows]]\nid = \"sun\"\navoid = \"Strictly no sun.\"\nnever = [\"ice\", \"heat\"]\n"
	for _, c := range []struct {
		name, text string
		cut        bool
	}{
		{"within a text", whole + `says_so = "keep the sun to a minimum for the`, true},
		{"behind its sign", whole + "says_so =", true},
		{"within a key", whole + "says_", true},
		{"within a list", whole + `except = ["mineral`, true},
		{"within a table's name", whole + "[[routi", true},
		{"a quote forgotten on a line of its own", whole + "says_so = \"keep out of the sun\nafter = \"Cream.\"\n", false},
		{"the same at the end of a file that is whole", whole + "says_so = \"keep out of the sun\n", false},
		{"a sign forgotten at the end", whole + `says_so "keep out of the sun"`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse("clinic.toml", []byte(c.text))
			problems, _ := errors.AsType[Problems](err)
			if len(problems) == 0 {
				t.Fatalf("%v", err)
			}
			if got := problems[0].What.ID == "planproblem.cut_off"; got != c.cut {
				t.Errorf("it says %s", problems[0].What.ID)
			}
		})
	}
}
