package kit

import "fyne.io/fyne/v2"

// Choice is one of several options of which one holds.
type Choice struct{ ID, Text string }

// Segments is a row of choices of which one holds: it lies as a card on their common ground. Where a line is too short
// for all, the rest stands on the next. The arrow keys go through them.
func (k *Kit) Segments(id string, choices []Choice, chosen string, pick func(id string)) *fyne.Container {
	parts, presses := make([]fyne.CanvasObject, len(choices)), make([]*Press, len(choices))
	for i, c := range choices {
		ink := k.P.Muted
		var ground fyne.CanvasObject
		if c.ID == chosen {
			ink, ground = k.P.Text, Plate(k.P.Card, Corner, k.P.Outline, 2) // fill alone would hardly be seen
		}
		presses[i] = k.Press(id+"."+c.ID, c.Text, Corner,
			Over(ground, Pad(6, 16, 6, 16, k.Inked(c.Text, ink, true).Centred())), func() { pick(c.ID) }).As(RoleOption, c.ID == chosen)
		parts[i] = presses[i]
	}
	k.Walk(presses...)
	return Over(Plate(k.P.Soft, Corner+segmentGap, nil, 0), Pad(segmentGap, segmentGap, segmentGap, segmentGap,
		&fyne.Container{Layout: segments{wrap{2, 2}}, Objects: parts}))
}

// segments asks for room on one line and takes more where that is too short.
type segments struct{ wrap }

func (l segments) MinSize(o []fyne.CanvasObject) fyne.Size { return onOneLine(o, l.gapX) }

const segmentGap = 3 // between the ground's edge and the choices
