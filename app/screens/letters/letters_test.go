package letters_test

import (
	"testing"

	"fyne.io/fyne/v2/theme"

	"afterglow/app/screens/letters"
)

func TestWhatTheTypeDoesNotHaveIsLeftOutOnceForEachStretch(t *testing.T) {
	s := letters.Of(theme.DefaultTextFont().Content(), theme.DefaultTextBoldFont().Content())
	for text, want := range map[string]string{
		"":                         "",
		"Für Gesicht — ½ mm, Ω, Ж": "Für Gesicht — ½ mm, Ω, Ж",
		"玫瑰街 Rose":                 "[…] Rose",
		"Rose 玫瑰街":                 "Rose […]",
		"هل يمكنني السفر؟":         "[…]",
		"मेरी योजना 2026 微针 😀 ok": "[…] 2026 […] ok",
		" 针 ": " […] ",
		"a针b": "a[…]b",
	} {
		if got := s.Printable(text); got != want {
			t.Errorf("%q is printed as %q, want %q", text, got, want)
		}
	}
}

func TestATypeThatCannotBeReadLeavesNothingOut(t *testing.T) {
	if got := letters.Of([]byte("no type")).Printable("玫瑰街"); got != "玫瑰街" {
		t.Errorf("printed is %q", got)
	}
}
