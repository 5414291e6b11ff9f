package kit

import "fyne.io/fyne/v2"

// Area is a field of several lines. What does not fit scrolls inside its edge, which Fyne's own does not keep to.
type Area struct {
	Entry *Entry

	box  *fyne.Container
	last string // what stood in it before
}

// Area makes a field in which so many lines are seen; the others scroll with the caret. It can outlive the page that it
// stands on: see Again. More than most bytes are not taken, or Fyne would lay out for minutes what somebody pasted: then
// the text stays as it was, and changed hears so.
func (k *Kit) Area(id, text, hint string, lines, most int, changed func(text string, tooLong bool)) *Area {
	const edge = 5 // between the field's edge and what scrolls
	a := &Area{Entry: k.Entry(id, text, hint, 240, nil), last: text}
	e := a.Entry
	e.bare, e.MultiLine, e.Wrapping, e.CursorColumn = true, true, fyne.TextWrapWord, 0
	e.SetMinRowsVisible(lines)
	e.most, e.refuse = most, func() { changed(a.last, true) }
	e.OnChanged = func(text string) {
		if len(text) > most { // typed on, or pasted with the mouse
			e.SetText(a.last)
			e.refuse()
			return
		}
		a.last = text
		changed(text, false)
	}
	a.box = e.ground.under(Pad(edge, edge, edge, edge, e))
	return a
}

// Object is what to put on a page.
func (a *Area) Object() *fyne.Container { return a.box }

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
