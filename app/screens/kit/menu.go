package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Menu shows a few choices under at. Arrows, Enter and Esc work in it.
func Menu(at fyne.CanvasObject, items ...*fyne.MenuItem) {
	c := fyne.CurrentApp().Driver().CanvasForObject(at)
	if c == nil {
		return
	}
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	m.ShowAtRelativePosition(fyne.NewPos(0, at.Size().Height+4), at)
	c.Focus(m)
}
