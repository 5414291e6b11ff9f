package guidance

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// good is a small plan for tests to change.
var good = func() string {
	text, err := os.ReadFile("testdata/small.toml")
	if err != nil {
		panic(err)
	}
	return string(text)
}()

func TestTheSmallPlanIsGood(t *testing.T) {
	if _, err := Parse("clinic.toml", []byte(good)); err != nil {
		t.Fatal(err)
	}
}

func TestManyProblemsAreSortedAndTheRestCounted(t *testing.T) {
	text := good
	for i := range 25 {
		text += fmt.Sprintf("[[call]]\nid = \"call%d\"\ntext = \"Call.\"\nact = \"soon\"\n", i)
	}
	_, err := Parse("clinic.toml", []byte(text))
	problems, ok := errors.AsType[Problems](err)
	if !ok || len(problems) != mostProblems+1 {
		t.Fatalf("%d problems listed", len(problems))
	}
	for i := 1; i < len(problems); i++ {
		if problems[i].Line < problems[i-1].Line {
			t.Errorf("line %d after line %d", problems[i].Line, problems[i-1].Line)
		}
	}
	if last := problems[mostProblems]; last.What.ID != "planproblem.more" || last.What.Args["Count"] != 5 || last.Write != nil {
		t.Errorf("the rest is told as %v", last)
	}
}

func TestHugeAndForeignFilesAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		text, want string
		line       int
	}{
		"over 1 MiB": {good + strings.Repeat("#\n", LargestFile/2), "planproblem.large_file", 1},
		"not UTF-8":  {"format = 1\nname = \"Caf\xe9\"\n", "planproblem.not_utf8", 2},
		"empty":      {"", "planproblem.missing", 1},
		"a picture":  {"\x89PNG\r\n\x1a\n", "planproblem.not_utf8", 1},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("clinic.toml", []byte(c.text))
			problems, ok := errors.AsType[Problems](err)
			if !ok || !slices.ContainsFunc(problems, func(p Problem) bool { return p.What.ID == c.want && p.Line == c.line }) {
				t.Errorf("got %v\nwant %s in line %d", err, c.want, c.line)
			}
		})
	}
}

func TestWindowsEditorsAreWelcome(t *testing.T) {
	text := "\xef\xbb\xbf" + strings.ReplaceAll(good, "\n", "\r\n")
	p, err := Parse("clinic.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if p.Windows[0].Line != 17 || p.Windows[0].When[0].Line != 22 || p.Routines[0].Line != 27 || p.Phases[1].Line != 51 {
		t.Errorf("lines %d %d %d %d", p.Windows[0].Line, p.Windows[0].When[0].Line, p.Routines[0].Line, p.Phases[1].Line)
	}
}

// A file that was made to hurt is refused about as fast as an honest one is read.
func TestHostileFilesAreRefusedQuickly(t *testing.T) {
	deep := func(open, shut string, n int) string { return strings.Repeat(open, n) + strings.Repeat(shut, n) }
	var keys strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&keys, "unitl%d = 1\n", i)
	}
	for name, text := range map[string]string{
		"a key of many parts":   "a" + strings.Repeat(".a", 100_000) + " = 1\n",
		"a table of many parts": "[a" + strings.Repeat(".a", 100_000) + "]\n",
		"lists in lists":        "a = " + deep("[", "]", 9_000) + "\n",
		"tables in tables":      "a = " + strings.Repeat("{a = ", 9_000) + "1" + strings.Repeat("}", 9_000) + "\n",
		"keys without end":      keys.String(),
		"tables without end":    strings.Repeat("[[windows]]\n", 60_000),
		"as many keys as fit":   strings.Join(strings.Split(keys.String(), "\n")[:9_000], "\n"),
		"many empty windows":    strings.Repeat("[[windows]]\n", 4_900),
		"a long line":           "id = \"" + strings.Repeat("x", 1_000_000) + "\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			if _, err := Parse("f.toml", []byte(text)); err == nil {
				t.Error("taken")
			} else if len(err.Error()) > 20_000 {
				t.Errorf("%d letters of problems", len(err.Error()))
			}
			if took := time.Since(begun); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
