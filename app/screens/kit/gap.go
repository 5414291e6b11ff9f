package kit

import "fyne.io/fyne/v2"

// Fyne breaks a field's line at a gap, and where the gap itself has no room behind its word, the caret stays before it: the
// next letter is put there, and the gap is lost ("48hours"). gap remembers such a caret.
type gap struct {
	here bool
	at   int    // the gap's place, in letters
	text string // the field's text then: any other change lets go of it
}

// letters is a clipboard that has what is typed.
type letters string

// Content implements fyne.Clipboard.
func (l letters) Content() string { return string(l) }

// SetContent implements fyne.Clipboard; nothing is kept.
func (l letters) SetContent(string) {}

// behindGap says whether the caret stands before a gap that was typed last and should stand behind it.
func (e *Entry) behindGap() bool {
	return e.gap.here && e.gap.text == e.Text && e.CursorTextOffset() == e.gap.at && e.SelectedText() == ""
}

// TypedRune implements fyne.Focusable.
func (e *Entry) TypedRune(r rune) {
	if e.behindGap() {
		e.gap = gap{}
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: letters(" " + string(r))})
		return
	}
	at, selected := e.CursorTextOffset(), e.SelectedText() != ""
	e.Entry.TypedRune(r)
	e.gap = gap{e.MultiLine && r == ' ' && !selected && e.CursorTextOffset() == at, at, e.Text}
}
