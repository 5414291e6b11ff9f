package screens

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
)

func TestAFailingGraphicsDriverIsToldInOneLine(t *testing.T) {
	var b strings.Builder
	p := &plainErrors{to: &b, v: phrase.New(locale.Format{})}
	for _, line := range []string{"Fyne error:  window creation error\n", "  Cause: APIUnavailable\n", "  At: window.go:840\n"} {
		if n, err := p.Write([]byte(line)); err != nil || n != len(line) {
			t.Fatalf("write: %d, %v", n, err)
		}
	}
	p.say(noScreen("and then it panicked"))
	if got := b.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "afterglow status") {
		t.Errorf("it says %q", got)
	}
}

func TestOtherTroublesAreStillLogged(t *testing.T) {
	var b strings.Builder
	p := &plainErrors{to: &b}
	for _, line := range []string{"Fyne error:  Preferences load error:\n", "  Cause: EOF\n", "  At: preferences.go:105\n", "Fyne error:  Failed to create app cache space\n", "  Cause: mkdir\n", "Fyne error:  something else\n", "  Cause: this\n"} {
		if _, err := p.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	if got := b.String(); got != "Fyne error:  something else\n  Cause: this\n" {
		t.Errorf("the log has %q", got)
	}
}

func TestWrongUseEndsWithTwoAndAVersionIsTold(t *testing.T) {
	for args, want := range map[string]int{"--nonsense": 2, "word": 2, "--version": 0, "--help": 0} {
		if got := Main(t.Context(), []string{args}, io.Discard, func(int) { t.Error("it ended the program") }); got != want {
			t.Errorf("%s ends with %d, want %d", args, got, want)
		}
	}
}

func TestWrongUseIsToldInTheCatalogsWords(t *testing.T) {
	const see = ". See: afterglow-window --help\n"
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"an option that there is not", []string{"--page", "today", "--nonsense", "x"}, `"--nonsense" is not known` + see},
		{"a word", []string{"--page", "today", "word"}, `"word" is not known` + see},
		{"no value", []string{"--data"}, "The option --data has no value that fits" + see},
		{"a value that does not fit", []string{"--version=x"}, "The option --version=x has no value that fits" + see},
		{"an empty folder", []string{"--data="}, "The option --data names no folder. Write one, or leave the option out for the usual place.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said bytes.Buffer
			if code := Main(t.Context(), c.args, &said, func(int) {}); code != 2 || said.String() != "afterglow-window: "+c.want {
				t.Errorf("ends with %d and says %q, want %q", code, said.String(), c.want)
			}
		})
	}
}

func TestTheSuperuserMakesNothingInAnotherUsersHome(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only the superuser is in the way of others")
	}
	home := filepath.Join(t.TempDir(), "home")
	if err := errors.Join(os.Mkdir(home, 0o755), os.Chown(home, 65534, 65534)); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	t.Setenv("DISPLAY", "")
	var said bytes.Buffer
	code := Main(t.Context(), []string{"--data", filepath.Join(t.TempDir(), "data")}, &said, func(int) {})
	if code != 1 || !strings.Contains(said.String(), "superuser") {
		t.Errorf("ends with %d and says %q", code, said.String())
	}
	if left, err := os.ReadDir(home); err != nil || len(left) != 0 {
		t.Errorf("made %v, %v", left, err)
	}
}
