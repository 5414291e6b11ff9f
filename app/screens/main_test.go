package screens

import (
	"io"
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
	for _, line := range []string{"Fyne error:  Preferences load error:\n", "  Cause: EOF\n", "  At: preferences.go:105\n", "Fyne error:  something else\n", "  Cause: this\n"} {
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
