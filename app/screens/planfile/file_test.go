package planfile

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/guidance"
)

// told are the lines that say what is wrong with a file.
func told(f File) []string {
	v := phrase.New(locale.Format{})
	if problems, ok := errors.AsType[guidance.Problems](f.Wrong); ok {
		return v.PlanProblems(problems)
	}
	if f.Wrong == nil {
		return nil
	}
	return []string{v.Error(f.Wrong)}
}

// put writes a file and gives its path.
func put(t *testing.T, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAPlanThatCanBeUsedIsRead(t *testing.T) {
	text, ok := guidance.StarterText("cautious")
	if !ok {
		t.Fatal("there is no plan to try")
	}
	f := Read(put(t, "clinic.afterglow-plan", text))
	if !f.OK() || f.Plan.ID != "cautious" || f.Name != "clinic.afterglow-plan" || f.Text != string(text) {
		t.Fatalf("got %+v", f)
	}
}

func TestEveryMistakeIsToldWithItsLine(t *testing.T) {
	f := Read(put(t, "odd.afterglow-plan", []byte("format = 1\nid = \"x\"\nname = \"X\"\nunknown = 3\n")))
	lines := told(f)
	if len(lines) < 2 || !strings.HasPrefix(lines[0], "odd.afterglow-plan:1: ") ||
		!strings.HasPrefix(lines[len(lines)-1], "odd.afterglow-plan:4: ") || f.Text != "" {
		t.Fatalf("got %q", lines)
	}
}

func TestWhatIsNoPlanFileIsToldInOneLine(t *testing.T) {
	huge := put(t, "huge.afterglow-plan", nil)
	if err := os.Truncate(huge, 1<<40); err != nil { // takes no room on the disk
		t.Skipf("cannot make a huge file here: %v", err)
	}
	for path, want := range map[string]string{
		filepath.Join(t.TempDir(), "gone.afterglow-plan"): "There is no file gone.afterglow-plan.",
		t.TempDir(): "is a folder.",
		huge:        "huge.afterglow-plan is too large.",
		put(t, "empty.afterglow-plan", []byte(" \n")):                   "empty.afterglow-plan is empty.",
		put(t, "picture.afterglow-plan", []byte("\x89PNG\r\n\x00\x1a")): "picture.afterglow-plan is not a text file.",
		put(t, "zeros.afterglow-plan", make([]byte, 4096)):              "zeros.afterglow-plan is not a text file.",
		put(t, "text.afterglow-plan", bytes.Repeat([]byte("a"), 1<<20)): "text.afterglow-plan:1: ",
	} {
		f := Read(path)
		lines := told(f)
		if f.OK() || len(lines) != 1 || !strings.Contains(lines[0], want) || strings.Contains(lines[0], "\n") || len(lines[0]) > 300 {
			t.Errorf("%s: got %.400q, want %q", path, lines, want)
		}
	}
}

func TestAFileNameFitsOnTheLine(t *testing.T) {
	for name, want := range map[string]string{
		"rose.afterglow-plan":                        "rose.afterglow-plan",
		"a\nb\x1b[31m.toml":                          "a?b?[31m.toml",
		"bad\xff.toml":                               "bad?.toml",
		"turned\u202elmot.exe":                       "turned?lmot.exe",
		"می\u200cخواهم.toml":                         "می\u200cخواهم.toml",
		strings.Repeat("ü", 200) + ".afterglow-plan": strings.Repeat("ü", 23) + "…" + strings.Repeat("ü", 5) + ".afterglow-plan",
		"my clinic's sheet of 2026.afterglow-plan":   "my clinic's sheet of 2026.afterglow-plan",
	} {
		if got := shortName(name); got != want {
			t.Errorf("%q became %q, want %q", name, got, want)
		}
	}
}
