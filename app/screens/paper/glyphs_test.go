package paper

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"
)

func TestLettersThatTheTypeDoesNotHaveAreLeftOutAndToldAndNeverABox(t *testing.T) {
	fonts := Fonts{Regular: theme.DefaultTextFont().Content(), Bold: theme.DefaultTextBoldFont().Content()}
	s := Sheet{Title: "玫瑰街 Rose", Lead: []string{"Für Gesicht — ½ mm"}, Sections: []Section{{Title: "B", Rows: []Row{{Name: "Maske 面膜", Text: []string{"ok"}}}}}, Call: Call{Phone: "01"}}
	if got := Missing(s, fonts); got != "玫瑰街面膜" {
		t.Errorf("missing are %q", got)
	}
	p := s.printable(fonts)
	if p.Title != "[…] Rose" || p.Lead[0] != s.Lead[0] || p.Sections[0].Rows[0].Name != "Maske […]" {
		t.Errorf("printed is %+v", p)
	}
	if Missing(p, fonts) != "" || strings.Contains(s.Title, "[…]") {
		t.Error("letters are missing still, or the sheet itself was changed")
	}
}
