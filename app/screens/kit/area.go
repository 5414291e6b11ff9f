package kit

import "fyne.io/fyne/v2"

// Area makes a field of several lines, so many of which are seen; the others scroll with the caret. It can outlive the
// page that it stands on: see Again.
func (k *Kit) Area(id, text, hint string, lines int) *Entry {
	e := k.Entry(id, text, hint, 240, nil)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(lines)
	return e
}

// AcceptsTab implements fyne.Tabbable. A Tab leaves every field, also one of several lines: who has no mouse would be
// caught in it.
func (e *Entry) AcceptsTab() bool { return false }

// Words makes a field of one line that does nothing until Enter is pressed. Esc calls escape; nil: it does what it does
// everywhere. It can outlive the page that it stands on: see Again.
func (k *Kit) Words(id, text, hint string, enter, escape func()) *Entry {
	e := k.Entry(id, text, hint, 160, nil)
	e.OnKey = func(key fyne.KeyName) bool {
		switch {
		case key == fyne.KeyReturn || key == fyne.KeyEnter:
			enter()
		case key == fyne.KeyEscape && escape != nil:
			escape()
		default:
			return false
		}
		return true
	}
	return e
}

// Says is a link that stands at the right of a text's first line. Its target is higher than the line.
func Says(text fyne.CanvasObject, link *Press) *fyne.Container {
	const over = (Target - 20) / 2
	return TopRow(GapBetween, 0, text, Pad(-over, 0, -over, 0, link))
}
