package kit

import (
	"fyne.io/fyne/v2"
)

// Pick is a button that shows the choice that holds and opens a list of all. label is what is chosen. An arrow up or
// down opens the list too.
func (k *Kit) Pick(id, label string, choices []Choice, chosen string, pick func(id string)) *Press {
	text := ""
	for _, c := range choices {
		if c.ID == chosen {
			text = c.Text
		}
	}
	face := Row(10, 0, k.Line(text, k.P.Text, false), k.Icon(IconDown, 12, k.P.Muted))
	p := k.Press(id, label, Corner, Over(k.edged(), Pad(8, 12, 8, 14, face)), nil)
	p.role, p.state.Value = RoleList, text
	open := func() {
		items := make([]MenuItem, len(choices))
		for i, c := range choices {
			items[i] = MenuItem{Text: c.Text, Chosen: c.ID == chosen, Do: func() {
				if c.ID != chosen {
					pick(c.ID)
				}
			}}
		}
		gone := func() {}
		close := k.Menu(id, p, func() { gone() }, items...)
		if k.Popped != nil {
			gone = k.Popped(close)
		}
	}
	p.OnTap = open
	p.OnKey = func(name fyne.KeyName) bool {
		if name == fyne.KeyDown || name == fyne.KeyUp {
			open()
			return true
		}
		return false
	}
	return p
}
