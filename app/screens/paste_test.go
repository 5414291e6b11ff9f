package screens

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

func TestABookPastedIntoALineIsCutBeforeItIsDrawn(t *testing.T) {
	for page, id := range map[string]string{PageToday: "ask", PageQuestions: "questions.new", PageSettings: "settings.phone"} {
		st := newStage(t, dayOne(t), false, 960, 680)
		st.shell.Show(page)
		field, ok := st.shell.k.Known(id).(*kit.Entry)
		if !ok {
			t.Errorf("%s has no field %q, but %q", page, id, st.ids())
			continue
		}
		st.app.Clipboard().SetContent(strings.Repeat("sunä", 300_000))
		field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: st.app.Clipboard()})
		if n := len(field.Text); n == 0 || n > 8000 || !utf8.ValidString(field.Text) {
			t.Errorf("%s: %d bytes were taken", page, n)
		}
	}
}
