package calls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// haste is how soon a reason asks to call, and whom.
type haste struct {
	act  string // as the plan has it
	icon string
	red  bool // what cannot wait for the clinic's hours is red
	full bool // its mark is filled, and its card has a red edge
}

// hastes are all, the most urgent first. A function, so that nothing can change them.
func hastes() []haste {
	return []haste{
		{act: "emergency", icon: kit.IconPhone, red: true, full: true},
		{act: "today", icon: kit.IconClock, red: true},
		{act: "clinic", icon: kit.IconQuestions},
	}
}

// group are the reasons of one haste; nil if there is none.
func (p *Page) group(h haste, list []guidance.Call) fyne.CanvasObject {
	k := p.k
	ink := k.P.Muted
	title := k.Section(k.V.T("calls.group_" + h.act))
	if h.red {
		ink, title = k.P.Red, k.SectionInked(k.V.T("calls.group_"+h.act), k.P.Red)
	}
	var rows []fyne.CanvasObject
	for _, c := range list {
		if c.Act != h.act {
			continue
		}
		dot := circle(ink, h.full)
		rows = append(rows, kit.TopRow(12, 1, kit.Fixed(8, 20, kit.Middle(kit.Fixed(8, 8, dot))), k.Body(phrase.Stop(c.Text))))
	}
	if len(rows) == 0 {
		return nil
	}
	head := kit.Row(12, 1, p.mark(h, ink), kit.Column(0, title, k.Muted(k.V.T("calls.lead_"+h.act))))
	content := kit.Column(kit.GapInside, append([]fyne.CanvasObject{head}, rows...)...)
	if h.full {
		return k.ForClinic(content)
	}
	return k.Card(content)
}

// mark tells the haste by its shape.
func (p *Page) mark(h haste, ink color.NRGBA) fyne.CanvasObject {
	k := p.k
	on := ink
	if h.full {
		on = k.P.OnTone
	}
	return kit.Fixed(36, 36, kit.Over(circle(ink, h.full), kit.Middle(k.Icon(h.icon, 18, on))))
}

// circle is filled, or a ring.
func circle(ink color.NRGBA, full bool) *canvas.Circle {
	if full {
		return canvas.NewCircle(ink)
	}
	c := canvas.NewCircle(color.Transparent)
	c.StrokeColor, c.StrokeWidth = ink, 1.5
	return c
}
