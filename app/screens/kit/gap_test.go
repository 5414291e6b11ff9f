package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// typedInto is what a field of several lines of this width holds once a text was typed into it, letter by letter.
func typedInto(t *testing.T, width float32, text string, keys ...fyne.KeyName) string {
	t.Helper()
	b := plain(t)
	a := b.k.Area("note", "", "", 3, 1000, func(string, bool) {})
	b.show(width, 200, a.Object())
	b.k.GoTo("note")
	for _, r := range text {
		a.Entry.TypedRune(r)
	}
	for _, key := range keys {
		a.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	return a.Entry.Text
}

func TestNoGapIsLostWhereALineBreaksWhileOneTypes(t *testing.T) {
	const text = "No hard exercise, heat, sweating or swimming for 24 to 48 hours.  And more words to come here."
	for width := float32(220); width < 460; width += 3 {
		if got := typedInto(t, width, text); got != text {
			t.Errorf("a field %v wide holds %q", width, got)
		}
		if got := typedInto(t, width, "No hard exercise, heat, sweating or ", fyne.KeyBackspace); got != "No hard exercise, heat, sweating or" {
			t.Errorf("a gap taken back in a field %v wide leaves %q", width, got)
		}
	}
}
