package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/theme"
)

// Chips are choices that wrap onto several lines; the chosen one has a mark. The arrow keys go through them.
func (k *Kit) Chips(id string, choices []Choice, chosen string, pick func(id string)) *fyne.Container {
	parts, presses := make([]fyne.CanvasObject, len(choices)), make([]*Press, len(choices))
	for i, c := range choices {
		presses[i] = k.choiceChip(id+"."+c.ID, c.Text, c.ID == chosen, func() { pick(c.ID) })
		parts[i] = presses[i]
	}
	k.Walk(presses...)
	return Wrap(8, 8, parts...)
}

// ManyChips are Chips of which several may be chosen; a press chooses one or lets go of it.
func (k *Kit) ManyChips(id string, choices []Choice, chosen func(id string) bool, turn func(id string)) *fyne.Container {
	parts, presses := make([]fyne.CanvasObject, len(choices)), make([]*Press, len(choices))
	for i, c := range choices {
		presses[i] = k.choiceChip(id+"."+c.ID, c.Text, chosen(c.ID), func() { turn(c.ID) }).As(RoleBox, chosen(c.ID))
		parts[i] = presses[i]
	}
	k.Walk(presses...)
	return Wrap(8, 8, parts...)
}

// Offers are chips that do something at once. The arrow keys go through them.
func (k *Kit) Offers(gapX, gapY float32, chips ...*Press) *fyne.Container {
	k.Walk(chips...)
	parts := make([]fyne.CanvasObject, len(chips))
	for i, c := range chips {
		parts[i] = c
	}
	return Wrap(gapX, gapY, parts...)
}

// Measures of a chip.
const (
	chipCorner = 16
	chipSide   = 14 // left and right of its words
	chipMark   = 11 // of the mark of the chosen one
)

// choiceChip is one of Chips or ManyChips. It is as wide whether it is chosen or not, so that nothing moves under the pointer.
func (k *Kit) choiceChip(id, text string, chosen bool, tap func()) *Press {
	ground, ink := k.chipGround(), k.P.Text
	ground.StrokeColor, ground.StrokeWidth = k.P.Outline, 1 // in the dark its ground alone is hardly seen on a card
	var mark fyne.CanvasObject
	if chosen {
		ground.FillColor, ground.StrokeColor, ink = k.P.RoseFill, k.P.Rose, k.P.Rose
		mark = Pad(0, 0, 0, 9, Left(k.Icon(IconCheck, chipMark, ink)))
	}
	const side = chipSide + chipMark - 1
	room := Fixed(measure(text, theme.SizeBody, true), 20, Over())
	words := Over(room, k.Inked(text, ink, chosen).Centred())
	return k.Press(id, text, chipCorner, Over(ground, mark, Pad(6, side, 6, side, words)), tap).As(RoleOption, chosen)
}

// Chip is a choice that does something at once, and is never chosen.
func (k *Kit) Chip(id, text string, tap func()) *Press {
	return k.Press(id, text, chipCorner, Over(k.chipGround(), Pad(6, chipSide, 6, chipSide, k.Body(text).Centred())), tap)
}

// chipGround lies under the words of a chip.
func (k *Kit) chipGround() *canvas.Rectangle {
	r := canvas.NewRectangle(k.P.Soft)
	r.CornerRadius = chipCorner
	return r
}
